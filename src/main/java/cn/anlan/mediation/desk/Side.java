package cn.anlan.mediation.desk;

import cn.anlan.entry.Text;

/**
 * One side of a quarrel as it is written down in a hurry (一方): a name, perhaps with a telephone number behind it.
 *
 * @param phone empty when none was written
 */
public record Side(String name, String phone) {
    private static final String NUMBER = "[0-9+][0-9()-]+";
    private static final int PERSON = 4;

    /** Reads what was written, e.g. 张三 13909350000. */
    static Side of(String written) {
        String text = written.strip();
        int gap = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\u3000'));
        boolean reached = gap > 0 && text.substring(gap + 1).matches(NUMBER);
        return reached ? new Side(text.substring(0, gap).strip(), text.substring(gap + 1)) : new Side(text, "");
    }

    /** Long names that end like a company's are one. */
    boolean isOrganisation() {
        return name.codePointCount(0, name.length()) > PERSON && name.matches(Text.of("mediation.quick.organisation"));
    }
}
