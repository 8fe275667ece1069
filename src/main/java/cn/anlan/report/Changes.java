package cn.anlan.report;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Text;
import cn.anlan.store.Differences;
import cn.anlan.store.Journal;
import cn.anlan.store.Journal.Action;
import cn.anlan.store.Journal.Line;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened to a record and its children since a state of the journal (此后变动). */
final class Changes {
    private static final int MOST_CHILDREN = 500;

    private final Registers registers;
    private final Journal journal;

    Changes(Registers registers, Journal journal) {
        this.registers = registers;
        this.journal = journal;
    }

    /**
     * A record as it once was.
     *
     * @param revision 0 when it was not among those counted
     * @param highWater the change number then
     */
    record State(String register, String id, int revision, long highWater) {}

    /** A sentence for each change made since, the earliest first; what went or came back with the record itself is told once. */
    List<String> since(State state) {
        List<Line> lines = new ArrayList<>(later(state.id, state.highWater));
        Set<Long> moved = lines.stream().filter(line -> line.action() == Action.VOID || line.action() == Action.RESTORE).map(Line::step)
                .collect(Collectors.toSet());
        for (Register<?> child : registers.childrenOf(state.register)) {
            ofChildren(child, state).stream().filter(line -> !moved.contains(line.step())).forEach(lines::add);
        }
        return lines.stream().sorted(Comparator.comparing(Line::no)).map(this::told).toList();
    }

    private <E extends Entry> List<Line> ofChildren(Register<E> register, State state) {
        Field owner = register.shape().owner().orElseThrow();
        Query query = Query.all().is(owner.name(), state.id).lives(Query.Lives.BOTH);
        return register.list(query, MOST_CHILDREN).stream().flatMap(child -> later(child.id(), state.highWater).stream()).toList();
    }

    private List<Line> later(String id, long highWater) {
        return journal.of(id).stream().filter(line -> line.no() > highWater && line.action().changes()).toList();
    }

    private String told(Line line) {
        Register<?> register = registers.named(line.subject().register());
        String what = line.action() == Action.CHANGE ? String.join(Text.of("report.change.and"), Differences.of(register, line))
                : Text.of("report.change." + line.action(), register.shape().label());
        return Text.of("report.change", what, line.who(), line.at().toLocalDate());
    }
}
