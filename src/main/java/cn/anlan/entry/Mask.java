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
            case ADDRESS -> characters(value) <= SEEN_OF_ADDRESS ? value : head(value, SEEN_OF_ADDRESS) + "…";
        };
    }

    /** The text of a field as it may be listed. */
    public static String of(Field field, String text) {
        return field.sensitivity().map(kind -> of(kind, text)).orElse(text);
    }

    private static String middle(String value, int head, int tail) {
        int all = characters(value);
        int hidden = all - head - tail;
        if (hidden >= 3) {
            return head(value, head) + "*".repeat(hidden) + value.substring(value.offsetByCodePoints(0, all - tail));
        }
        return all <= 1 ? value : head(value, 1) + "*".repeat(all - 1);
    }

    private static int characters(String value) {
        return value.codePointCount(0, value.length());
    }

    private static String head(String value, int characters) {
        return value.substring(0, value.offsetByCodePoints(0, characters));
    }
}
