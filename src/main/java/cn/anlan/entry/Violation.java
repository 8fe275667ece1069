package cn.anlan.entry;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with an entry, in a sentence for the clerk.
 *
 * @param field the field's name, or null when the whole entry is meant
 * @param soft a warning that may be overruled with a reason
 */
public record Violation(@Nullable String field, String sentence, boolean soft) {

    public static Violation hard(@Nullable String field, String sentence) {
        return new Violation(field, sentence, false);
    }
}
