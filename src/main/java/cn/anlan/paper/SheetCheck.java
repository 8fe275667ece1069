package cn.anlan.paper;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Progress.Steps;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds each row of a sheet against the rules of its register (逐行核对), and the rows against each other. */
final class SheetCheck<E extends Entry> {
    private final Register<E> register;
    private final Shape<E> shape;
    private final Registers registers;
    private final SheetReader reader;
    private final Map<String, @Nullable Object> first;
    private final List<Row<E>> rows = new ArrayList<>();

    /** {@code first} are the values of fields nobody filled in. */
    SheetCheck(Register<E> register, Registers registers, SheetReader reader, Map<String, @Nullable Object> first) {
        this.register = register;
        this.shape = register.shape();
        this.registers = registers;
        this.reader = reader;
        this.first = first;
    }

    /** One row understood as far as it can be, and what is wrong with it. */
    record Row<E extends Entry>(SheetRow row, E entry, List<SheetFault> faults) {}

    /** Every row under the header, checked; numbers are given out on the way, so in a trial. */
    List<Row<E>> rows(Steps steps) {
        reader.each(line -> {
            steps.next();
            rows.add(checked(line));
        });
        shape.fields().stream().filter(Field::isUniqueAmongLive).forEach(this::findTwins);
        return rows;
    }

    private Row<E> checked(SheetReader.Line line) {
        List<Violation> wrong = new ArrayList<>();
        Map<String, @Nullable Object> values = new HashMap<>(first);
        line.written().forEach((column, text) -> {
            Field field = reader.fieldAt(column);
            switch (line.row().cell(column).kind()) {
                case BROKEN -> wrong.add(Violation.hard(field.name(), Text.of("paper.fault.broken", shape.label(field), text)));
                case LOST -> wrong.add(Violation.hard(field.name(), Text.of("paper.fault.lost", shape.label(field))));
                case TEXT, NUMBER -> wrong.addAll(read(field, text, values));
            }
        });
        Set<@Nullable String> unread = new HashSet<>();
        wrong.forEach(violation -> unread.add(violation.field()));
        E entry = register.create(values);
        register.recheck(register.completed(entry)).stream().filter(violation -> !follows(violation, unread)).forEach(wrong::add);
        List<SheetFault> faults = new ArrayList<>();
        wrong.forEach(violation -> faults.add(fault(line.row(), violation)));
        return new Row<>(line.row(), entry, faults);
    }

    /** What only follows from a cell that could not be read: that very field, or one without a column that is filled from it. */
    private boolean follows(Violation violation, Set<@Nullable String> unread) {
        return unread.contains(violation.field())
                || !unread.isEmpty() && violation.field() != null && reader.columnOf(shape.field(violation.field())) < 0;
    }

    private List<Violation> read(Field field, String text, Map<String, @Nullable Object> values) {
        try {
            values.put(field.name(), registers.read(shape, field, text));
            return List.of();
        } catch (Refused refused) {
            return refused.violations();
        }
    }

    private SheetFault fault(SheetRow row, Violation violation) {
        if (violation.field() == null) {
            return new SheetFault(row.number(), -1, "", violation.soft(), violation.sentence(), "");
        }
        Field field = shape.field(violation.field());
        int column = reader.columnOf(field);
        return new SheetFault(row.number(), column, shape.label(field), violation.soft(), violation.sentence(), row.cell(column).text());
    }

    /** Rows with a value no two entries may share: nobody here knows which is right, so none of them lands. */
    private void findTwins(Field field) {
        Map<Object, List<Row<E>>> sharing = new HashMap<>();
        for (Row<E> row : rows) {
            Object value = shape.get(row.entry, field);
            if (value != null) {
                sharing.computeIfAbsent(value, none -> new ArrayList<>()).add(row);
            }
        }
        sharing.values().stream().filter(twins -> twins.size() > 1).forEach(twins -> twins.forEach(row -> {
            String others = twins.stream().filter(twin -> twin != row).map(twin -> String.valueOf(twin.row.number()))
                    .collect(Collectors.joining(Text.of("paper.comma")));
            row.faults.add(fault(row.row, Violation.hard(field.name(), Text.of("paper.fault.twin", shape.label(field), others))));
        }));
    }
}
