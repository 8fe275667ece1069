package cn.anlan.paper.table;

import cn.anlan.entry.Text;
import cn.anlan.paper.Book;
import cn.anlan.paper.WholeFile;
import cn.anlan.paper.table.PrintedTable.Figure;
import cn.anlan.paper.table.PrintedTable.Group;
import cn.anlan.paper.table.PrintedTable.Heading;
import cn.anlan.paper.table.PrintedTable.Line;
import cn.anlan.paper.table.PrintedTable.Mark;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a statistical table as a workbook (统计表工作簿): the county's layout with merged headings; numbers stay numbers. */
public final class TableBook {
    private static final int ABOVE = 1;
    private static final int GROUPS = 2;
    private static final int LABELS = 3;
    private static final int BODY = 4;
    private static final int LABEL_WIDTH = 28;
    private static final int NARROWEST = 8;
    /** Wider tables are meant for A3. */
    private static final int A4_COLUMNS = 26;
    private static final double TITLE_HEIGHT = 30;
    private static final double LABEL_HEIGHT = 48;
    private static final String WRONG_RED = "C00000";
    private static final String CORRECTED_FILL = "FFF2CC";

    private final PrintedTable table;
    private final Worksheet sheet;
    private final int last;

    private TableBook(PrintedTable table, Worksheet sheet) {
        this.table = table;
        this.sheet = sheet;
        this.last = table.headings().size();
    }

    /** Puts the workbook in place of whatever stood there. Throws {@link cn.anlan.entry.Refused} when the file cannot be written. */
    public static void write(PrintedTable table, Path file) {
        WholeFile.write(file, out -> {
            try (Workbook book = Book.open(out)) {
                Worksheet sheet = Book.sheet(book, Text.of("paper.table.sheet"), 0);
                sheet.freezePane(1, BODY);
                sheet.repeatRows(GROUPS, LABELS);
                if (table.headings().size() > A4_COLUMNS) {
                    sheet.paperSize(PaperSize.A3_PAPER);
                }
                new TableBook(table, sheet).fill();
            }
        });
    }

    private void fill() {
        sheet.inlineString(0, 0, table.title());
        sheet.style(0, 0).bold().fontSize(18).horizontalAlignment("center").verticalAlignment("center").set();
        sheet.range(0, 0, 0, last).merge();
        sheet.rowHeight(0, TITLE_HEIGHT);
        spread(ABOVE, table.above());
        head();
        int row = BODY;
        for (Line line : table.lines()) {
            line(row++, line);
        }
        for (String remark : table.remarks()) {
            sheet.inlineString(row, 0, remark);
            sheet.style(row, 0).wrapText(true).verticalAlignment("top").set();
            sheet.range(row, 0, row++, last).merge();
        }
        spread(row, table.below());
    }

    /** Words side by side in one row, each over its share of the columns. */
    private void spread(int row, List<String> words) {
        int count = words.size();
        for (int i = 0; i < count; i++) {
            int from = (last + 1) * i / count;
            int to = (last + 1) * (i + 1) / count - 1;
            sheet.inlineString(row, from, words.get(i));
            sheet.style(row, from).horizontalAlignment(i == 0 ? "left" : i == count - 1 ? "right" : "center").set();
            if (to > from) {
                sheet.range(row, from, row, to).merge();
            }
        }
    }

    private void head() {
        sheet.width(0, LABEL_WIDTH);
        sheet.rowHeight(LABELS, LABEL_HEIGHT);
        heading(GROUPS, 0, table.corner());
        heading(LABELS, 0, "");
        sheet.range(GROUPS, 0, LABELS, 0).merge();
        for (Group group : table.groups(0, last)) {
            for (int i = 0; i < group.columns(); i++) {
                heading(GROUPS, group.first() + 1 + i, i == 0 ? group.heading() : "");
            }
            if (group.columns() > 1) {
                sheet.range(GROUPS, group.first() + 1, GROUPS, group.first() + group.columns()).merge();
            }
        }
        for (int i = 0; i < last; i++) {
            Heading heading = table.headings().get(i);
            heading(LABELS, i + 1, heading.label());
            sheet.width(i + 1, Math.max(NARROWEST, heading.label().length() + 1));
        }
    }

    private void heading(int row, int column, String text) {
        sheet.inlineString(row, column, text);
        sheet.style(row, column).bold().fillColor(Book.HEADER_GREY).horizontalAlignment("center").verticalAlignment("center").wrapText(true)
                .borderStyle("thin").set();
    }

    private void line(int row, Line line) {
        sheet.inlineString(row, 0, "\u3000".repeat(line.level()) + line.label());
        var label = sheet.style(row, 0).borderStyle("thin").wrapText(true);
        if (line.level() < 2) {
            label.bold();
        }
        label.set();
        for (int i = 0; i < last; i++) {
            if (i < line.figures().size()) {
                figure(row, i + 1, line.figures().get(i));
            } else {
                sheet.style(row, i + 1).borderStyle("thin").set();
            }
        }
    }

    private void figure(int row, int column, Figure figure) {
        var style = sheet.style(row, column).borderStyle("thin").horizontalAlignment("center");
        if (figure.number() == null) {
            sheet.inlineString(row, column, figure.shown());
        } else {
            sheet.value(row, column, figure.number());
            int decimals = figure.number().scale();
            style.format(decimals == 0 ? "0" : "0." + "0".repeat(decimals));
        }
        if (figure.mark() == Mark.WRONG) {
            style.fontColor(WRONG_RED).bold();
        } else if (figure.mark() == Mark.CORRECTED) {
            style.fillColor(CORRECTED_FILL);
        }
        style.set();
    }
}
