package cn.anlan.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of one ink within a line (文字段).
 *
 * @param to the chapter a reference leads to; else empty
 */
public record Run(Ink ink, String words, String to) {
    private static final Pattern MARKED = Pattern.compile("\\*\\*(?<strong>.+?)\\*\\*|`(?<key>.+?)`|(?<name>「.+?」)|\\[(?<words>.+?)]\\((?<to>.+?)\\)");

    /** What words are (用意). */
    public enum Ink {
        PLAIN,
        STRONG,
        /** A key to press. */
        KEY,
        /** Something that stands on the screen under this name, with its corner brackets. */
        NAME,
        /** A reference to another chapter. */
        LINK
    }

    /** The runs of a line in which {@code **strong words**}, {@code `keys`}, names in corner brackets and {@code [references](chapter)} are marked. */
    static List<Run> all(String line) {
        List<Run> runs = new ArrayList<>();
        Matcher marked = MARKED.matcher(line);
        int from = 0;
        while (marked.find()) {
            plain(runs, line.substring(from, marked.start()));
            runs.add(marked(marked.toMatchResult()));
            from = marked.end();
        }
        plain(runs, line.substring(from));
        return runs;
    }

    private static Run marked(MatchResult found) {
        if (found.group("strong") != null) {
            return new Run(Ink.STRONG, found.group("strong"), "");
        } else if (found.group("key") != null) {
            return new Run(Ink.KEY, found.group("key"), "");
        } else if (found.group("name") != null) {
            return new Run(Ink.NAME, found.group("name"), "");
        }
        return new Run(Ink.LINK, found.group("words"), found.group("to"));
    }

    private static void plain(List<Run> runs, String words) {
        if (!words.isEmpty()) {
            runs.add(new Run(Ink.PLAIN, words, ""));
        }
    }
}
