package cn.anlan.entry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Rule} finds wrong in one entry (问题清单), each with its sentence from {@code <room>.refused.<key>}. */
public final class Findings {
    private final String sentences;
    private final List<Violation> violations = new ArrayList<>();

    /** Sentences come from this room's texts. */
    public Findings(String room) {
        this.sentences = room + ".refused.";
    }

    /** Notes a thing that must be cured. */
    public Findings refuseIf(boolean wrong, String field, String key, Object... args) {
        if (wrong) {
            violations.add(new Violation(field, Text.of(sentences + key, args), false));
        }
        return this;
    }

    /** Notes a thing that may stand when the clerk says why. */
    public Findings warnIf(boolean wrong, String field, String key, Object... args) {
        if (wrong) {
            violations.add(new Violation(field, Text.of(sentences + key, args), true));
        }
        return this;
    }

    /** The second moment must not come before the first; while one is unknown nothing is wrong. */
    public <T extends Comparable<? super T>> Findings refuseUnlessInOrder(@Nullable T first, @Nullable T second, String field, String key) {
        return refuseIf(first != null && second != null && first.compareTo(second) > 0, field, key);
    }

    public List<Violation> all() {
        return List.copyOf(violations);
    }
}
