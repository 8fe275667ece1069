package cn.anlan.mediation.desk;

import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What does not hold of a step's guards (未满足的条件), each with its field and its sentence from {@code mediation.guard.<key>}. */
final class Wrong {
    private final List<Violation> found = new ArrayList<>();

    void unless(boolean holds, @Nullable String field, String key, Object... args) {
        if (!holds) {
            found.add(Violation.hard(field, Text.of("mediation.guard." + key, args)));
        }
    }

    /** A doubt that a reason overrules. */
    void doubtUnless(boolean holds, @Nullable String field, String key, Object... args) {
        if (!holds) {
            found.add(new Violation(field, Text.of("mediation.guard." + key, args), true));
        }
    }

    void unlessFilled(@Nullable Object value, String field) {
        unless(value != null && !value.toString().isBlank(), field, field);
    }

    /** Everything that does not hold; doubts are gone when there is a reason. */
    List<Violation> found(@Nullable String reason) {
        return found.stream().filter(violation -> !violation.soft() || reason == null).toList();
    }
}
