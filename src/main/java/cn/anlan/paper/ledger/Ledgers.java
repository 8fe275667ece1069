package cn.anlan.paper.ledger;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Text;
import cn.anlan.paper.Book;
import cn.anlan.paper.WholeFile;
import cn.anlan.paper.blank.Blanks;
import cn.anlan.paper.blank.Facts;
import cn.anlan.paper.blank.Item;
import cn.anlan.paper.form.CaseFile;
import cn.anlan.paper.print.Block;
import cn.anlan.paper.print.Paper;
import cn.anlan.paper.print.Paper.Layout;
import cn.anlan.paper.print.Press;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Op;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Prints the running registers (台账打印): the same lines on A4 lying, with signatures at the foot of every page, or as a workbook of texts. */
public final class Ledgers {
    private static final int FIRST_ROW = 2;
    /** Characters of a workbook's column for each percent of the paper's. */
    private static final double CHARACTERS_A_PERCENT = 1.4;

    private final Registers registers;
    private final Press press;
    private final Supplier<String> office;
    private final Supplier<String> clerk;

    /** {@code office} and {@code clerk} stand at the foot: who reports, who filled it in. */
    public Ledgers(Registers registers, Press press, Supplier<String> office, Supplier<String> clerk) {
        this.registers = registers;
        this.press = press;
        this.office = office;
        this.clerk = clerk;
    }

    /** The lines of a ledger in order of their day, each with its running number first. */
    List<List<String>> lines(Ledger ledger, Wanted wanted) {
        Ledger.Plan plan = ledger.plan();
        List<List<String>> lines = new ArrayList<>();
        collect(registers.named(plan.register()), plan, wanted, lines);
        return lines;
    }

    private <E extends Entry> void collect(Register<E> register, Ledger.Plan plan, Wanted wanted, List<List<String>> lines) {
        Query query = Query.all().where(plan.day(), Op.FROM, wanted.period().from()).where(plan.day(), Op.TO, wanted.period().to()).sortedBy(plan.day(), false);
        List<E> entries = new ArrayList<>();
        register.each(plan.codes().isEmpty() ? query : query.where(plan.field(), Op.AMONG, plan.codes()), entries::add);
        for (E entry : entries) {
            Item item = new Item.OfEntry<>(registers, register, entry);
            String dispute = register.shape().owner().map(Field::name).flatMap(item::value).map(Item.Value::raw).map(String::valueOf).orElse(entry.id());
            CaseFile file = CaseFile.read(registers, dispute, wanted.period().to());
            if (isWanted(file, wanted)) {
                Facts facts = file.seenFrom(register.name(), item);
                List<String> line = new ArrayList<>(List.of(String.valueOf(lines.size() + 1)));
                plan.columns().forEach(column -> line.add(Blanks.fill(column.blanks(), facts, wanted.masked())));
                lines.add(line);
            }
        }
    }

    private static boolean isWanted(CaseFile file, Wanted wanted) {
        return begins(file.text("area_code"), wanted.place()) && begins(file.text("type_sf"), wanted.type())
                && (wanted.stage() == null || file.text("stage").equals(wanted.stage()))
                && (wanted.mediator() == null || file.text("lead_mediator_id").equals(wanted.mediator()));
    }

    private static boolean begins(String value, @Nullable String wanted) {
        return wanted == null || value.startsWith(wanted);
    }

    /** The ledger as a paper: heading on every page, page n of N, who reports, filled in and checked it. */
    public Paper paper(Ledger ledger, Wanted wanted) {
        return paper(ledger, wanted, lines(ledger, wanted));
    }

    private Paper paper(Ledger ledger, Wanted wanted, List<List<String>> lines) {
        Ledger.Plan plan = ledger.plan();
        List<Integer> widths = Stream.concat(Stream.of(4), plan.columns().stream().map(Ledger.Column::width)).toList();
        Stream<Block> head = Stream.of(Block.row(headings(plan).stream().map(Block::head).toArray(Block[]::new)));
        Stream<Block> body = lines.stream().map(line -> row(plan, line));
        return Paper.of(ledger.label(), Layout.LANDSCAPE, Block.foot(Block.line(foot())), Block.title(ledger.label()),
                Block.subtitle(Text.of("paper.ledger_period", wanted.period().from(), wanted.period().to())),
                Block.table(widths, Stream.concat(head, body).toArray(Block[]::new)).small());
    }

    private static Block row(Ledger.Plan plan, List<String> line) {
        List<Block> cells = new ArrayList<>(List.of(Block.cell(line.get(0)).centred()));
        for (int i = 1; i < line.size(); i++) {
            cells.add(Block.cell(line.get(i)).named(plan.columns().get(i - 1).heading()));
        }
        return Block.row(cells.toArray(Block[]::new));
    }

    private static List<String> headings(Ledger.Plan plan) {
        return Stream.concat(Stream.of(Text.of("paper.ledger_number")), plan.columns().stream().map(Ledger.Column::heading)).toList();
    }

    private String foot() {
        return Text.of("paper.ledger_foot", office.get(), clerk.get());
    }

    /** Writes a ledger as PDF or, where the file's name ends so, as .xlsx; how many lines. Throws {@link cn.anlan.entry.Refused}. */
    public int write(Ledger ledger, Wanted wanted, Path file) {
        if (file.toString().endsWith(".xlsx")) {
            return writeBook(ledger, wanted, file);
        }
        List<List<String>> lines = lines(ledger, wanted);
        press.print(paper(ledger, wanted, lines), file);
        return lines.size();
    }

    private int writeBook(Ledger ledger, Wanted wanted, Path file) {
        Ledger.Plan plan = ledger.plan();
        List<List<String>> lines = lines(ledger, wanted);
        WholeFile.write(file, out -> {
            try (Workbook book = Book.open(out)) {
                Worksheet sheet = Book.sheet(book, ledger.label(), FIRST_ROW);
                List<String> headings = headings(plan);
                sheet.inlineString(0, 0, ledger.label() + " " + Text.of("paper.ledger_period", wanted.period().from(), wanted.period().to()));
                sheet.range(0, 0, 0, headings.size() - 1).merge();
                sheet.style(0, 0).bold().horizontalAlignment("center").set();
                text(sheet, 1, headings, true);
                for (int i = 0; i < lines.size(); i++) {
                    text(sheet, FIRST_ROW + i, lines.get(i), false);
                }
                sheet.inlineString(FIRST_ROW + lines.size(), 0, foot());
                sheet.width(0, 6);
                for (int i = 0; i < plan.columns().size(); i++) {
                    sheet.width(i + 1, plan.columns().get(i).width() * CHARACTERS_A_PERCENT);
                }
            }
        });
        return lines.size();
    }

    /** Numbers of persons and telephones stay texts: a spreadsheet would round them. */
    private static void text(Worksheet sheet, int row, List<String> line, boolean heading) {
        for (int i = 0; i < line.size(); i++) {
            sheet.inlineString(row, i, line.get(i));
            var style = sheet.style(row, i).format("@").wrapText(true).verticalAlignment("center").borderStyle("thin");
            if (heading) {
                style.bold().horizontalAlignment("center");
            }
            style.set();
        }
    }
}
