package cn.anlan.paper.ledger;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Permission.Act;
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
import cn.anlan.paper.print.Press.Gaps;
import cn.anlan.store.Journal;
import cn.anlan.store.Journal.Action;
import cn.anlan.store.Journal.Subject;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Op;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Fills in and prints the running registers (台账打印): the same lines on A4 or A3 lying, with signatures at the foot of every page, or as a
 * workbook of texts. Who sees personal information in full may do so and says what for; that, and what leaves the house, is noted.
 */
public final class Ledgers {
    /** The register nearly every line speaks of, whose readers and printers are asked. */
    private static final String CASES = "dispute";
    private static final String PLACE = "area_code";
    private static final int FIRST_ROW = 2;
    /** Characters of a workbook's column for each percent of the paper's. */
    private static final double CHARACTERS_A_PERCENT = 1.4;

    /** What a line speaks of, and what its blanks are filled with (一行的来源). */
    private record Source(String register, String id, Facts facts) {}

    private final Registers registers;
    private final Journal journal;
    private final Press press;
    private final Supplier<String> office;
    private final Supplier<String> clerk;

    /** {@code office} and {@code clerk} stand at the foot: who reports, who filled it in. */
    public Ledgers(Registers registers, Journal journal, Press press, Supplier<String> office, Supplier<String> clerk) {
        this.registers = registers;
        this.journal = journal;
        this.press = press;
        this.office = office;
        this.clerk = clerk;
    }

    /** The ledger in order of its days. Throws {@link cn.anlan.entry.Refused} when the person here may not print it, or not see it in full. */
    public Filled fill(Ledger ledger, Wanted wanted) {
        Ledger.Plan plan = ledger.plan();
        registers.require(Act.PRINT, CASES);
        registers.require(Act.PRINT, plan.register());
        String purpose = wanted.purpose();
        if (purpose != null) {
            registers.require(Act.REVEAL, CASES);
            journal.note(Action.REVEAL, Subject.register(CASES), purpose, particulars(ledger, wanted));
        }
        List<Filled.Line> lines = new ArrayList<>();
        collect(registers.named(plan.register()), plan, wanted, lines);
        return new Filled(ledger, wanted, List.copyOf(lines));
    }

    private static Map<String, String> particulars(Ledger ledger, Wanted wanted) {
        return Map.of("ledger", ledger.label(), "from", wanted.period().from().toString(), "to", wanted.period().to().toString());
    }

    private <E extends Entry> void collect(Register<E> register, Ledger.Plan plan, Wanted wanted, List<Filled.Line> lines) {
        Query query = Query.all().where(plan.day(), Op.FROM, wanted.period().from()).where(plan.day(), Op.TO, wanted.period().to()).sortedBy(plan.day(), false);
        List<E> entries = new ArrayList<>();
        register.each(plan.codes().isEmpty() ? query : query.where(plan.field(), Op.AMONG, plan.codes()), entries::add);
        for (E entry : entries) {
            source(register, entry, wanted).ifPresent(source -> {
                List<String> cells = new ArrayList<>(List.of(String.valueOf(lines.size() + 1)));
                plan.columns().forEach(column -> cells.add(Blanks.fill(column.blanks(), source.facts(), wanted.isMasked())));
                lines.add(new Filled.Line(source.register(), source.id(), List.copyOf(cells)));
            });
        }
    }

    /** What a line is made of: the case an entry belongs to, or the entry alone; none when it is not wanted. */
    private <E extends Entry> Optional<Source> source(Register<E> register, E entry, Wanted wanted) {
        Item item = new Item.OfEntry<>(registers, register, entry);
        Optional<Field> owner = register.shape().owner();
        if (owner.isEmpty() && !register.name().equals(CASES)) {
            Facts alone = new Facts(Map.of(), wanted.period().to()).with(register.name(), List.of(item));
            String place = item.value(PLACE).map(Item.Value::raw).map(String::valueOf).orElse("");
            return Optional.of(new Source(register.name(), entry.id(), alone)).filter(source -> wanted.isOfAnyCase() && begins(place, wanted.place()));
        }
        String dispute = owner.map(Field::name).flatMap(item::value).map(Item.Value::raw).map(String::valueOf).orElse(entry.id());
        CaseFile file = CaseFile.read(registers, dispute, wanted.period().to());
        return isWanted(file, wanted) ? Optional.of(new Source(CASES, dispute, file.seenFrom(register.name(), item))) : Optional.empty();
    }

    private static boolean isWanted(CaseFile file, Wanted wanted) {
        return file.dispute().voidReason() == null && begins(file.text(PLACE), wanted.place()) && begins(file.text("type_sf"), wanted.type())
                && (wanted.stage() == null || file.text("stage").equals(wanted.stage()))
                && (wanted.mediator() == null || file.text("lead_mediator_id").equals(wanted.mediator()));
    }

    private static boolean begins(String value, @Nullable String wanted) {
        return wanted == null || value.startsWith(wanted);
    }

    /** The ledger as a paper: heading on every page, page n of N, who reports, filled in and checked it. */
    public Paper paper(Filled filled, boolean large) {
        Ledger.Plan plan = filled.ledger().plan();
        Stream<Block> head = Stream.of(Block.row(Filled.headings(filled.ledger()).stream().map(Block::head).toArray(Block[]::new)));
        Stream<Block> body = filled.lines().stream().map(line -> row(plan, line.cells()));
        return Paper.of(filled.ledger().label(), large ? Layout.LANDSCAPE_A3 : Layout.LANDSCAPE, Block.foot(Block.line(foot())),
                Block.title(filled.ledger().label()), Block.subtitle(filled.period()),
                Block.table(Filled.widths(filled.ledger()), Stream.concat(head, body).toArray(Block[]::new)).small());
    }

    private static Block row(Ledger.Plan plan, List<String> cells) {
        List<Block> blocks = new ArrayList<>(List.of(Block.cell(cells.get(0)).centred()));
        for (int i = 1; i < cells.size(); i++) {
            blocks.add(Block.cell(cells.get(i)).named(plan.columns().get(i - 1).heading()));
        }
        return Block.row(blocks.toArray(Block[]::new));
    }

    private String foot() {
        return Text.of("paper.ledger_foot", office.get(), clerk.get());
    }

    /** The PDF on A4, or A3 when {@code large}. Throws {@link cn.anlan.entry.Refused} where a character is missing in all fonts. */
    public byte[] pdf(Filled filled, boolean large, Gaps gaps) {
        return press.print(paper(filled, large), gaps);
    }

    /** Writes a ledger as PDF or, where the file's name ends so, as .xlsx, and notes it. Throws {@link cn.anlan.entry.Refused}. */
    public void write(Filled filled, boolean large, Path file) {
        if (file.toString().endsWith(".xlsx")) {
            writeBook(filled, file);
        } else {
            byte[] pdf = pdf(filled, large, Gaps.REFUSE);
            WholeFile.write(file, out -> out.write(pdf));
        }
        printed(filled);
    }

    /** Notes that a ledger left the house, on paper or as a file. */
    public void printed(Filled filled) {
        String purpose = filled.wanted().purpose();
        journal.note(Action.PRINT, Subject.register(CASES), purpose == null ? filled.ledger().label() : purpose,
                particulars(filled.ledger(), filled.wanted()));
    }

    private void writeBook(Filled filled, Path file) {
        List<Integer> widths = Filled.widths(filled.ledger());
        WholeFile.write(file, out -> {
            try (Workbook book = Book.open(out)) {
                Worksheet sheet = Book.sheet(book, filled.ledger().label(), FIRST_ROW);
                sheet.inlineString(0, 0, filled.ledger().label() + " " + filled.period());
                sheet.range(0, 0, 0, widths.size() - 1).merge();
                sheet.style(0, 0).bold().horizontalAlignment("center").set();
                text(sheet, 1, Filled.headings(filled.ledger()), true);
                for (int i = 0; i < filled.lines().size(); i++) {
                    text(sheet, FIRST_ROW + i, filled.lines().get(i).cells(), false);
                }
                sheet.inlineString(FIRST_ROW + filled.lines().size(), 0, foot());
                for (int i = 0; i < widths.size(); i++) {
                    sheet.width(i, widths.get(i) * CHARACTERS_A_PERCENT);
                }
            }
        });
    }

    /** Numbers of persons and telephones stay texts: a spreadsheet would round them. */
    private static void text(Worksheet sheet, int row, List<String> cells, boolean heading) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.inlineString(row, i, cells.get(i));
            var style = sheet.style(row, i).format("@").wrapText(true).verticalAlignment("center").borderStyle("thin");
            if (heading) {
                style.bold().horizontalAlignment("center");
            }
            style.set();
        }
    }
}
