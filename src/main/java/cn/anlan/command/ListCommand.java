package cn.anlan.command;

import cn.anlan.app.Wiring;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.command.part.TextTable;
import cn.anlan.command.part.Unmasking;
import cn.anlan.command.part.Where;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Mask;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Text;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Lives;
import cn.anlan.store.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan list} (查询): the entries of a register that meet some conditions. */
@Command(name = "list")
final class ListCommand extends StoreCommand {
    /** Nobody reads more lines in a terminal. */
    private static final int LINES_READ = 100;

    @Parameters(paramLabel = "REGISTER")
    private String register = "";

    @Option(names = "--find", paramLabel = "TEXT")
    private @Nullable String find;

    @Option(names = "--where", paramLabel = "COND")
    private List<String> where = new ArrayList<>();

    @Option(names = "--sort", paramLabel = "FIELD")
    private @Nullable String sort;

    @Option(names = "--limit", paramLabel = "N")
    private @Nullable Integer limit;

    @Option(names = "--void")
    private boolean voided;

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private Unmasking unmasking = new Unmasking();

    @Override
    protected int run(Wiring wiring) {
        print(wiring, wiring.registers().named(register));
        return DONE;
    }

    private <E extends Entry> void print(Wiring wiring, Register<E> entries) {
        wiring.registers().require(Act.READ, entries.name());
        Query query = query(wiring, entries);
        if (json) {
            UnaryOperator<E> shown = unmasking.over(wiring, entries);
            each(entries, query, limit, entry -> out().println(EntryJson.write(entries.shape(), shown.apply(entry))));
        } else {
            table(entries, query);
        }
    }

    private <E extends Entry> Query query(Wiring wiring, Register<E> entries) {
        Query query = Query.all().finding(find).lives(voided ? Lives.VOID : Lives.LIVING);
        for (String written : where) {
            Where condition = Where.parse(written).orElseThrow(() -> wrongUsage(Text.of("command.wrong.where", written)));
            query = condition.narrow(query, entries.shape(), wiring.registers());
        }
        if (sort != null) {
            boolean down = sort.startsWith("-");
            String field = entries.shape().field(down ? sort.substring(1) : sort).name();
            entries.prepareSort(field);
            query = query.sortedBy(field, down);
        }
        return query;
    }

    private static <E extends Entry> void each(Register<E> entries, Query query, @Nullable Integer most, Consumer<E> taker) {
        if (most == null) {
            entries.each(query, taker);
        } else {
            entries.list(query, most).forEach(taker);
        }
    }

    private <E extends Entry> void table(Register<E> entries, Query query) {
        List<Field> columns = entries.shape().businessFields().stream().filter(Field::isListed).toList();
        var table = new TextTable();
        List<String> headings = new ArrayList<>(List.of(entries.shape().label(entries.shape().fields().get(0))));
        columns.forEach(field -> headings.add(entries.shape().label(field)));
        table.row(headings);
        int most = limit == null ? LINES_READ : limit;
        entries.list(query, most).forEach(entry -> table.row(line(entries, columns, entry)));
        table.print(out());
        long all = entries.count(query, Integer.MAX_VALUE);
        out().println(Text.of(all > most ? "command.list.more" : "command.list.all", all, most));
    }

    private static <E extends Entry> List<String> line(Register<E> entries, List<Field> columns, E entry) {
        List<String> cells = new ArrayList<>(List.of(entry.id()));
        @Nullable Object[] values = entries.shape().values(entry);
        columns.forEach(field -> cells.add(Mask.of(field, entries.display().show(field, values[field.index()]))));
        return cells;
    }
}
