package cn.anlan.entry;

import cn.anlan.entry.mark.Sensitive;

/** Personal information as it may be seen by anyone passing (脱敏): enough to tell two apart, not enough to use. */
public final class Mask {
    private static final int SEEN_OF_ADDRESS = 6;

    private Mask() {}

    /** 620623********0016, 138****5678, the first six characters of an address; what is too short is hidden but for its first character. */
    public static String of(Sensitive.Kind kind, String value) {
        return switch (kind) {
            case ID_NUMBER -> middle(value, 6, 4);
            case PHONE -> middle(value, 3, 4);
            case ADDRESS -> value.length() <= SEEN_OF_ADDRESS ? value : value.substring(0, SEEN_OF_ADDRESS) + "…";
        };
    }

    /** The text of a field as it may be listed. */
    public static String of(Field field, String text) {
        return field.sensitivity().map(kind -> of(kind, text)).orElse(text);
    }

    private static String middle(String value, int head, int tail) {
        int hidden = value.length() - head - tail;
        if (hidden >= 3) {
            return value.substring(0, head) + "*".repeat(hidden) + value.substring(value.length() - tail);
        }
        return value.length() <= 1 ? value : value.substring(0, 1) + "*".repeat(value.length() - 1);
    }
}
