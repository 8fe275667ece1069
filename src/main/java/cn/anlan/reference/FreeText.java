package cn.anlan.reference;

/** Text as people write it (文字): no control characters but line breaks and tabs, no half of a character pair. */
public final class FreeText {
    private FreeText() {}

    public static boolean isClean(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
