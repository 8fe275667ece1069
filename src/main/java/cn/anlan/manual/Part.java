package cn.anlan.manual;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of a chapter (段落).
 *
 * @param mark the number of a step, the file of a picture; else empty
 */
public record Part(Kind kind, String mark, List<Run> runs) {
    private static final Pattern STEP = Pattern.compile("(\\d+)\\. (.+)");
    private static final Pattern PICTURE = Pattern.compile("!\\[(.+)]\\((.+)\\)");

    /** What a line is (种类). */
    public enum Kind { HEADING, TEXT, STEP, POINT, PICTURE }

    public Part {
        runs = List.copyOf(runs);
    }

    /** A line as it is written: {@code ## heading}, {@code 1. step}, {@code - point}, {@code ![legend](picture.png)}, or plain text. */
    static Part read(String line) {
        Matcher step = STEP.matcher(line);
        Matcher picture = PICTURE.matcher(line);
        if (line.startsWith("## ")) {
            return new Part(Kind.HEADING, "", Run.all(line.substring(3)));
        } else if (line.startsWith("- ")) {
            return new Part(Kind.POINT, "", Run.all(line.substring(2)));
        } else if (step.matches()) {
            return new Part(Kind.STEP, step.group(1), Run.all(step.group(2)));
        } else if (picture.matches()) {
            return new Part(Kind.PICTURE, picture.group(2), Run.all(picture.group(1)));
        }
        return new Part(Kind.TEXT, "", Run.all(line));
    }

    /** Its words without their marks; the legend of a picture. */
    public String words() {
        return runs.stream().map(Run::words).collect(Collectors.joining());
    }
}
