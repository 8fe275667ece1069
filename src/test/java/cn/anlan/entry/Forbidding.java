package cn.anlan.entry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For tests: somebody of this role who may do everything but one kind of thing, or take every step but one. */
public record Forbidding(String role, @Nullable Act act, @Nullable String step) implements Permission {

    /** A clerk as far as masked values go. */
    public static Forbidding reveal() {
        return new Forbidding("录入员", Act.REVEAL, null);
    }

    @Override
    public boolean may(Act asked, String register) {
        return asked != act;
    }

    @Override
    public boolean mayMove(String register, String asked) {
        return !asked.equals(step);
    }

    @Override
    public Optional<Own> own() {
        return Optional.empty();
    }
}
