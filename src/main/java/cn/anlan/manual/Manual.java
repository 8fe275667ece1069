package cn.anlan.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The whole manual (使用手册), chapter after chapter, read from the program's own files. */
public final class Manual {
    private static final String FOLDER = "/manual/";
    private static final String PICTURES = FOLDER + "shots/";
    private static final String EMBLEM = "/icons/anlan-128.png";

    private final List<Chapter> chapters;

    private Manual(List<Chapter> chapters) {
        this.chapters = chapters;
    }

    /** Reads it. {@code contents.txt} names a chapter on each line and, behind an equals sign, the pages it is about. */
    public static Manual read() {
        List<Chapter> chapters = new ArrayList<>();
        for (String line : text("contents.txt").lines().filter(line -> !line.isBlank()).toList()) {
            String[] sides = line.split("=", -1);
            String name = sides[0].strip();
            List<String> pages = sides.length < 2 ? List.of() : Arrays.stream(sides[1].strip().split("\\s+")).toList();
            chapters.add(Chapter.read(name, pages, text(name + ".md")));
        }
        return new Manual(List.copyOf(chapters));
    }

    /** What stands on the quick card, written like a chapter. */
    public static Chapter card() {
        return Chapter.read("card", List.of(), text("card.md"));
    }

    public List<Chapter> chapters() {
        return chapters;
    }

    /** The chapter about a page of the window; the first one when none is. */
    public Chapter about(String page) {
        return chapters.stream().filter(chapter -> chapter.pages().contains(page)).findFirst().orElse(chapters.get(0));
    }

    /** The chapter of this name. Throws {@link java.util.NoSuchElementException} when there is none. */
    public Chapter named(String name) {
        return chapters.stream().filter(chapter -> chapter.name().equals(name)).findFirst().orElseThrow();
    }

    /** The chapters that speak of these words; all when there are none. */
    public List<Chapter> find(String wanted) {
        return wanted.isBlank() ? chapters : chapters.stream().filter(chapter -> chapter.speaksOf(wanted)).toList();
    }

    /** The PNG of a picture. */
    public static byte[] picture(String file) {
        return bytes(PICTURES + file);
    }

    /** The PNG of the program's mark. */
    static byte[] emblem() {
        return bytes(EMBLEM);
    }

    private static String text(String file) {
        return new String(bytes(FOLDER + file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Objects.requireNonNull(Manual.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
