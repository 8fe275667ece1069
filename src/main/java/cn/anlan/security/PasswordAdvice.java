package cn.anlan.security;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.store.word.Pinyin;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether somebody who knows the office would guess a password (口令建议): what she would try first counts for nothing, the rest has to be
 * long enough. No rules about capitals and signs.
 */
public final class PasswordAdvice {
    private static final int LEAST_LENGTH = 10;
    private static final int LEAST_REST = 6;
    private static final Pattern DATE = Pattern.compile("(19|20)\\d{2}[-./]?((0?[1-9]|1[0-2])[-./]?(0?[1-9]|[12]\\d|3[01])?)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{6,}");
    private static final Pattern COMMON = Pattern.compile("password|passw0rd|admin|root|qwerty|asdf(gh)?|zxcv(bn)?|1qaz|2wsx|woaini|iloveyou|abc123|"
            + "a1b2c3|123qwe|520(1314)?|1314|888+|666+|anlan|zongzhi|sifa|tiaojie|gansu|wuwei|tianzhu|huazangsi|zhongguo|china");
    private static final int RUN = 3;

    private static final int SHORTEST_NAME = 2;
    private static final int SHORTEST_SPELLING = 4;

    private final List<Pattern> familiar;

    /** Names of people, places and the office, in characters; their pinyin counts as well, by whichever reading, and a place without its kind. */
    public PasswordAdvice(Collection<String> familiar) {
        this.familiar = patterns(familiar);
    }

    private PasswordAdvice(PasswordAdvice known, List<Pattern> more) {
        this.familiar = Stream.concat(known.familiar.stream(), more.stream()).toList();
    }

    /** The same, with one more name. */
    public PasswordAdvice with(String name) {
        return new PasswordAdvice(this, patterns(List.of(name)));
    }

    private static List<Pattern> patterns(Collection<String> familiar) {
        Pattern kind = Pattern.compile("(?:" + Text.of("security.guess.kinds") + ")$");
        Set<String> names = new LinkedHashSet<>();
        for (String word : familiar) {
            names.add(plain(word));
            names.add(kind.matcher(plain(word)).replaceAll(""));
        }
        return names.stream().filter(name -> name.length() >= SHORTEST_NAME).flatMap(name -> Stream.of(Pattern.quote(name), spelled(name)))
                .filter(pattern -> !pattern.isEmpty()).distinct().map(Pattern::compile).toList();
    }

    /** Every way to spell a name without tones; empty when it is too short to tell anything, or no Chinese name. */
    private static String spelled(String name) {
        var pattern = new StringBuilder();
        int shortest = 0;
        for (int character : name.codePoints().toArray()) {
            List<String> readings = Pinyin.readings(character);
            if (readings.isEmpty()) {
                return "";
            }
            shortest += readings.stream().mapToInt(String::length).min().orElse(0);
            pattern.append("(?:").append(String.join("|", readings)).append(')');
        }
        return shortest < SHORTEST_SPELLING ? "" : pattern.toString();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    }

    /** Throws {@link Refused} with what is guessable and what would be better. */
    public void require(char[] password) {
        String typed = plain(new String(password));
        if (typed.codePointCount(0, typed.length()) < LEAST_LENGTH) {
            throw Refused.of("security.refused.short_password", LEAST_LENGTH);
        }
        List<String> found = new ArrayList<>();
        String rest = without(typed, found);
        if (rest.codePoints().distinct().count() < LEAST_REST) {
            throw found.isEmpty() ? Refused.of("security.refused.monotonous_password")
                    : Refused.of("security.refused.weak_password", String.join("、", found));
        }
    }

    private String without(String typed, List<String> found) {
        String rest = typed;
        for (Pattern name : familiar) {
            rest = without(rest, name, "familiar", found);
        }
        rest = without(rest, DATE, "date", found);
        rest = without(rest, NUMBER, "number", found);
        rest = without(rest, COMMON, "common", found);
        return withoutRuns(rest, found);
    }

    private static String without(String text, Pattern guess, String what, List<String> found) {
        String rest = guess.matcher(text).replaceAll("");
        note(rest.length() < text.length(), what, found);
        return rest;
    }

    /** Of neighbours that repeat or follow each other (aaa, 345, cba) the first two count. */
    private static String withoutRuns(String text, List<String> found) {
        var rest = new StringBuilder();
        int run = 1;
        for (int i = 0; i < text.length(); i++) {
            int step = i == 0 ? Integer.MAX_VALUE : text.charAt(i) - text.charAt(i - 1);
            boolean goesOn = i > 1 && Math.abs(step) <= 1 && step == text.charAt(i - 1) - text.charAt(i - 2);
            run = goesOn ? run + 1 : 2;
            if (run < RUN) {
                rest.append(text.charAt(i));
            }
        }
        note(rest.length() < text.length(), "run", found);
        return rest.toString();
    }

    private static void note(boolean seen, String what, List<String> found) {
        String label = Text.of("security.guess." + what);
        if (seen && !found.contains(label)) {
            found.add(label);
        }
    }
}
