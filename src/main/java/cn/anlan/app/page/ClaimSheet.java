package cn.anlan.app.page;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.mediation.subsidy.ClaimTable;
import cn.anlan.paper.print.Press;
import cn.anlan.paper.table.PrintedTable;
import cn.anlan.paper.table.PrintedTable.Figure;
import cn.anlan.paper.table.PrintedTable.Heading;
import cn.anlan.paper.table.PrintedTable.Line;
import cn.anlan.paper.table.PrintedTable.Mark;
import cn.anlan.paper.table.TableBook;
import cn.anlan.paper.table.TablePaper;
import cn.anlan.store.Journal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table of claims as it goes to the county (申报汇总表), as a workbook or on paper. */
public final class ClaimSheet {
    /** Number and committee stand at the head of the line. */
    private static final int LABELS = 2;
    private static final int AMOUNT = 9;
    private static final int HANDLED = 5;
    private static final int PAID = 8;
    private static final String CLAIMS = "subsidy_claim";

    private ClaimSheet() {}

    /** Writes it like {@link #write} when the person here may take it out; that she did is noted. */
    public static void takeOut(Wiring house, ClaimTable table, Beside beside, Path file) {
        house.registers().require(Act.EXPORT, CLAIMS);
        write(table, beside, file);
        house.journal().note(Journal.Action.EXPORT, Journal.Subject.register(CLAIMS), table.title(), Map.of("file", String.valueOf(file.getFileName())));
    }

    /** Writes it as .xlsx or .pdf, as the name ends. Throws {@link Refused} for any other, and when the file cannot be written. */
    public static void write(ClaimTable table, Beside beside, Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".xlsx")) {
            TableBook.write(printed(table, beside), file);
        } else if (name.endsWith(".pdf")) {
            beside.press.print(TablePaper.of(printed(table, beside)), file);
        } else {
            throw Refused.of("app.refused.no_format", name);
        }
    }

    /** Who hands it in and when, and what prints it (表头表尾). */
    public record Beside(String orgName, String by, LocalDate on, Press press) {}

    static PrintedTable printed(ClaimTable table, Beside beside) {
        List<Heading> headings = new ArrayList<>();
        for (int i = LABELS; i < table.headings().size(); i++) {
            headings.add(new Heading(Text.of(i < HANDLED ? "app.claims.case" : i < PAID ? "app.claims.handled" : "app.claims.paid"), table.headings().get(i)));
        }
        List<Line> lines = table.rows().stream().map(row -> new Line(String.join(" ", row.get(0), row.get(1)).strip(), row.get(0).isEmpty() ? 0 : 2, figures(row))).toList();
        return new PrintedTable(table.title(), List.of(Text.of("app.claims.org", beside.orgName), Text.of("app.claims.on", beside.on)),
                Text.of("app.claims.corner", table.headings().get(0), table.headings().get(1)), headings, lines, List.of(Text.of("app.claims.remark")),
                List.of(Text.of("app.claims.by", beside.by), Text.of("app.claims.checked"), Text.of("app.claims.approved")));
    }

    private static List<Figure> figures(List<String> row) {
        List<Figure> figures = new ArrayList<>();
        for (int i = LABELS; i < row.size(); i++) {
            figures.add(new Figure(row.get(i), i == AMOUNT ? new BigDecimal(row.get(i)) : null, Mark.PLAIN));
        }
        return figures;
    }
}
