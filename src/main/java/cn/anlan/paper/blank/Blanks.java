package cn.anlan.paper.blank;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Blanks in a line of text (行内占位符), for cells of a ledger: values and boxes, no blocks. */
public final class Blanks {
    private Blanks() {}

    /** The line with its blanks filled in; {@code masked} hides personal information in part. An unfilled date leaves nothing. */
    public static String fill(String line, Facts facts, boolean masked) {
        var filled = new StringBuilder();
        Matcher matcher = Blank.WRITTEN.matcher(line);
        while (matcher.find()) {
            Blank blank = Blank.read(matcher.group(1)).orElseThrow(() -> new IllegalArgumentException(line));
            List<String> ways = new ArrayList<>(blank.ways());
            ways.add("plain");
            if (masked) {
                ways.add("masked");
            }
            var asked = new Blank(blank.kind(), blank.name(), blank.path(), blank.code(), ways);
            matcher.appendReplacement(filled, facts.knows(asked) ? Matcher.quoteReplacement(facts.write(asked).words()) : "");
        }
        return matcher.appendTail(filled).toString();
    }
}
