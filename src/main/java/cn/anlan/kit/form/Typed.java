package cn.anlan.kit.form;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an editor (填写内容): a value, or text still to be read as one.
 *
 * @param unread null when {@code value} is what is meant
 */
record Typed(@Nullable Object value, @Nullable String unread) {

    static Typed value(@Nullable Object value) {
        return new Typed(value, null);
    }

    static Typed text(@Nullable String text) {
        return new Typed(null, Objects.requireNonNullElse(text, "").strip());
    }

    /** As a condition of another field compares it: a code, or 1 and 0 for a flag. */
    String compared() {
        return unread != null ? unread : value instanceof Boolean flag ? (flag ? "1" : "0") : String.valueOf(value);
    }

    boolean isEmpty() {
        return unread != null ? unread.isEmpty() : value == null;
    }
}
