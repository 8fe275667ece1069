package cn.anlan.app;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Shape;
import cn.anlan.reference.Code;
import cn.anlan.reference.Place;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What every new store begins with (初始资料): the code lists and the place tree shipped with the program. */
final class Seed {
    private final Registers registers;

    Seed(Registers registers) {
        this.registers = registers;
    }

    /** Fills a store that has no code lists yet; does nothing to any other. */
    void plant() {
        if (registers.of(Code.class).count(Query.all(), 1) == 0) {
            plant(registers.of(Code.class), "/codes/code.csv");
            plant(registers.of(Place.class), "/codes/place.csv");
        }
    }

    private <E extends Entry> void plant(Register<E> register, String resource) {
        List<String> lines = read(resource);
        String[] columns = lines.get(0).split(",", -1);
        registers.together(() -> {
            lines.subList(1, lines.size()).forEach(line -> register.save(entry(register, columns, line)));
            return lines;
        });
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
