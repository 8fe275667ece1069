package cn.anlan.app;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Shape;
import cn.anlan.mediation.Phrase;
import cn.anlan.mediation.SubsidyTier;
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

/** What every new store begins with (初始资料): code lists, places, phrases, days off, deadline rules and an example of subsidies shipped with the program. */
final class Seed {
    private final Registers registers;

    Seed(Registers registers) {
        this.registers = registers;
    }

    /**
     * Fills each of the other books when there never was anything in it, and adds the codes and the matters with a deadline a newer program brings: what
     * the office has, changed or declared void stays as the office made it.
     */
    void plant() {
        Set<String> known = new HashSet<>();
        registers.of(Code.class).each(Query.all().lives(Query.Lives.BOTH), code -> known.add(name(code)));
        plant(registers.of(Code.class), "/codes/code.csv", code -> !known.contains(name(code)));
        registers.reload();
        plantNew(registers.of(Place.class), "/codes/place.csv");
        plantNew(registers.of(Phrase.class), "/codes/phrase.csv");
        plantNew(registers.of(WorkDay.class), "/codes/work_day.csv");
        Set<String> items = new HashSet<>();
        registers.of(DeadlineRule.class).each(Query.all().lives(Query.Lives.BOTH), rule -> items.add(rule.matter().item()));
        plant(registers.of(DeadlineRule.class), "/codes/deadline_rule.csv", rule -> !items.contains(rule.matter().item()));
        plantNew(registers.of(SubsidyTier.class), "/codes/subsidy_tier.csv");
    }

    private static String name(Code code) {
        return code.list() + "/" + code.code();
    }

    private <E extends Entry> void plantNew(Register<E> register, String resource) {
        if (register.count(Query.all().lives(Query.Lives.BOTH), 1) == 0) {
            plant(register, resource, entry -> true);
        }
    }

    private <E extends Entry> void plant(Register<E> register, String resource, Predicate<E> wanted) {
        List<String> lines = read(resource);
        String[] columns = lines.get(0).split(",", -1);
        List<E> fresh = lines.subList(1, lines.size()).stream().map(line -> entry(register, columns, line)).filter(wanted).toList();
        if (!fresh.isEmpty()) {
            registers.together(() -> fresh.stream().map(register::save).toList());
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
