package cn.anlan.mediation.subsidy;

import java.util.Locale;
import java.util.Set;

/** A step a claim can take (补贴办理): handed in, sent back, passed, turned down, paid. */
public enum ClaimStep {
    SUBMIT(Set.of("1", "3"), "2"),
    RETURN(Set.of("2"), "3"),
    APPROVE(Set.of("2"), "4"),
    REJECT(Set.of("2", "3"), "5"),
    PAY(Set.of("4"), "6");

    private final Set<String> from;
    private final String to;

    ClaimStep(Set<String> from, String to) {
        this.from = from;
        this.to = to;
    }

    /** Whether a claim of this status may take it. */
    public boolean isOpenFrom(String status) {
        return from.contains(status);
    }

    /** The status it leads to. */
    public String to() {
        return to;
    }

    /** Whether one must say why. */
    public boolean needsOpinion() {
        return this == RETURN || this == REJECT;
    }

    /** Its word in texts and ids. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
