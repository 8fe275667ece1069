package cn.anlan.entry;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The house says no and the clerk can cure it: one sentence per violation, nothing was changed (不予办理). */
public class Refused extends RuntimeException {
    private final transient List<Violation> violations;

    public Refused(List<Violation> violations) {
        super(violations.stream().map(Violation::sentence).collect(Collectors.joining("\n")));
        this.violations = List.copyOf(violations);
    }

    /** A refusal that concerns no single field; the sentence stands in the texts under {@code key}. */
    public static Refused of(String key, Object... args) {
        return new Refused(List.of(Violation.hard(null, Text.of(key, args))));
    }

    /** A refusal of one field. */
    public static Refused field(String field, String key, Object... args) {
        return new Refused(List.of(Violation.hard(field, Text.of(key, args))));
    }

    /** The same refusal, which knows what it comes of; that is for the log, not for the clerk. */
    public Refused because(@Nullable Throwable cause) {
        initCause(cause);
        return this;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** Only warnings: the same save with a reason would be accepted. */
    public boolean canBeOverruled() {
        return violations.stream().allMatch(Violation::soft);
    }
}
