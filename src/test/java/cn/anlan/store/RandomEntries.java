package cn.anlan.store;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entries of any Shape with values drawn at random: well typed, but of no meaning. */
final class RandomEntries {
    private static final String LETTERS = "张三才让·东智aZ09 \"\\\n{}[],:\uD842\uDFB7　é";

    private final Random random;

    RandomEntries(long seed) {
        this.random = new Random(seed);
    }

    <E extends Entry> E of(Shape<E> shape) {
        Map<String, @Nullable Object> values = new HashMap<>();
        shape.businessFields().forEach(field -> values.put(field.name(), field.component().getType().isPrimitive() || random.nextInt(4) > 0 ? value(field) : null));
        return shape.create("01ARZ3NDEKTSV4RRFFQ69G5FAV", values);
    }

    Object value(Field field) {
        return switch (field.type()) {
            case INTEGER -> (long) random.nextInt(1_000_000);
            case MONEY -> random.nextLong(1_000_000_000_000L);
            case DATE -> LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
            case TIME -> LocalDate.of(2000, 1, 1).atStartOfDay().plusMinutes(random.nextInt(20_000_000));
            case FLAG -> random.nextBoolean();
            case CODES -> codes();
            case TEXT, CODE, PLACE, LINK -> text();
        };
    }

    private Set<String> codes() {
        Set<String> codes = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            codes.add(String.format("%02d", random.nextInt(20)));
        }
        return codes;
    }

    private String text() {
        int[] letters = LETTERS.codePoints().toArray();
        var text = new StringBuilder("x");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.append("y").toString();
    }
}
