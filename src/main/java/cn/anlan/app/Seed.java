package cn.anlan.app;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Shape;
import cn.anlan.reference.Code;
import cn.anlan.reference.DeadlineRule;
import cn.anlan.reference.Place;
import cn.anlan.reference.WorkDay;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What every new store begins with (初始资料): code lists, places, days off and deadline rules shipped with the program. */
final class Seed {
    private final Registers registers;

    Seed(Registers registers) {
        this.registers = registers;
    }

    /** Fills what is empty, and brings code lists an older program did not know; touches nothing the office has. */
    void plant() {
        Set<String> known = new HashSet<>();
        registers.of(Code.class).each(Query.all().lives(Query.Lives.BOTH), code -> known.add(code.list()));
        plant(registers.of(Code.class), "/codes/code.csv", line -> !known.contains(line.substring(0, line.indexOf(','))));
        registers.reload();
        plantIfEmpty(registers.of(Place.class), "/codes/place.csv");
        plantIfEmpty(registers.of(WorkDay.class), "/codes/work_day.csv");
        plantIfEmpty(registers.of(DeadlineRule.class), "/codes/deadline_rule.csv");
    }

    private <E extends Entry> void plantIfEmpty(Register<E> register, String resource) {
        if (register.count(Query.all().lives(Query.Lives.BOTH), 1) == 0) {
            plant(register, resource, line -> true);
        }
    }

    private <E extends Entry> void plant(Register<E> register, String resource, Predicate<String> wanted) {
        List<String> lines = read(resource);
        String[] columns = lines.get(0).split(",", -1);
        List<String> missing = lines.stream().skip(1).filter(wanted).toList();
        if (!missing.isEmpty()) {
            registers.together(() -> {
                missing.forEach(line -> register.save(entry(register, columns, line)));
                return missing;
            });
        }
    }

    private static <E extends Entry> E entry(Register<E> register, String[] columns, String line) {
        Shape<E> shape = register.shape();
        String[] cells = line.split(",", -1);
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            values.put(columns[i], shape.field(columns[i]).type().parse(cells[i]));
        }
        return register.create(values);
    }

    private static List<String> read(String resource) {
        try (InputStream in = Objects.requireNonNull(Seed.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
