package cn.anlan.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** Puts entries of a few named fields before a rule and reads off the fields it objects to; a mere warning carries a question mark. */
public final class Ruled<E extends Entry> {
    private final Shape<E> shape;
    private final Rule<E> rule;
    private final Map<String, @Nullable Object> right;

    /** The pairs of name and value make an entry the rule has nothing to say about. */
    public Ruled(Class<E> type, Rule<E> rule, @Nullable Object... right) {
        this.shape = Shape.of(type);
        this.rule = rule;
        this.right = pairs(right);
        assertThat(saysOf()).isEmpty();
    }

    /** What the rule says of the right entry with these pairs of name and value instead. */
    public List<String> saysOf(@Nullable Object... changes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(right);
        values.putAll(pairs(changes));
        return rule.check(shape.create("01ARZ3NDEKTSV4RRFFQ69G5FAV", values)).stream().map(this::read).toList();
    }

    private String read(Violation violation) {
        assertThat(violation.sentence()).doesNotStartWith("⟦").doesNotContain("{");
        assertThat(violation.field()).isNotNull().satisfies(field -> assertThat(shape.find(field)).isPresent());
        return violation.field() + (violation.soft() ? "?" : "");
    }

    private static Map<String, @Nullable Object> pairs(@Nullable Object... pairs) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
