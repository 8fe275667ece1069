package cn.anlan.security.key;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The code that opens the store when every password is forgotten (恢复码): 28 random symbols, 140 bits, in 7 groups, each with a check symbol
 * of its own, so that a slip of the pen is pointed out where it was made. Kept on paper in the director's safe, nowhere else.
 */
public record RecoveryCode(List<String> groups) {
    public static final int GROUPS = 7;
    public static final int GROUP_LENGTH = 5;

    /** Crockford's Base32: no I, L, O, U. */
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DATA = GROUP_LENGTH - 1;
    /** x⁵ + x² + 1, by which 32 symbols become a field: one wrong symbol, or two neighbours swapped, always show. */
    private static final int FIELD = 0b100101;

    public RecoveryCode {
        groups = List.copyOf(groups);
    }

    static RecoveryCode random() {
        byte[] bytes = Strongbox.random(GROUPS * DATA);
        List<String> groups = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            var written = new StringBuilder();
            for (int i = 0; i < DATA; i++) {
                written.append(SYMBOLS.charAt(bytes[group * DATA + i] & 31));
            }
            groups.add(written.append(check(group, written)).toString());
        }
        return new RecoveryCode(groups);
    }

    /** What was copied from the sheet, in whatever case and spacing, letters that look like digits taken for them. Right or wrong is another question. */
    public static RecoveryCode read(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "")
                .replace('O', '0').replace('I', '1').replace('L', '1').replace('U', 'V');
        List<String> groups = new ArrayList<>();
        for (int from = 0; from < plain.length(); from += GROUP_LENGTH) {
            groups.add(plain.substring(from, Math.min(plain.length(), from + GROUP_LENGTH)));
        }
        return new RecoveryCode(groups);
    }

    /** The groups with a slip in them, counted from 1, those missing or too many among them; empty when all are well copied. */
    public List<Integer> slips() {
        List<Integer> slips = new ArrayList<>();
        for (int group = 0; group < Math.max(GROUPS, groups.size()); group++) {
            if (group >= GROUPS || group >= groups.size() || !fits(group, groups.get(group))) {
                slips.add(group + 1);
            }
        }
        return slips;
    }

    /** The groups with a slip in them among those that are written to the end: what can be told while the rest is still being copied. */
    public List<Integer> slipsSoFar() {
        return slips().stream().filter(group -> group > GROUPS || group <= groups.size() && groups.get(group - 1).length() == GROUP_LENGTH).toList();
    }

    private static boolean fits(int group, String written) {
        return written.length() == GROUP_LENGTH && check(group, written.substring(0, DATA)) == written.charAt(DATA);
    }

    /** The symbols as the digits of a number in the field, the number of the group before them: swapped groups show too. */
    private static char check(int group, CharSequence data) {
        int sum = group + 1;
        for (int i = 0; i < data.length(); i++) {
            sum = doubled(sum) ^ SYMBOLS.indexOf(data.charAt(i));
        }
        return SYMBOLS.charAt(doubled(sum));
    }

    private static int doubled(int value) {
        int twice = value << 1;
        return twice > 31 ? twice ^ FIELD : twice;
    }

    /** As it stands on the sheet. */
    public String written() {
        return String.join("-", groups);
    }

    byte[] key() {
        return Strongbox.derive(written().getBytes(StandardCharsets.UTF_8), "recovery");
    }

    /** Never the code itself. */
    @Override
    public String toString() {
        return "RecoveryCode";
    }
}
