package cn.anlan.manual;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the manual says of one thing (一章).
 *
 * @param name the name of its file
 * @param pages the pages of the window it is about
 */
public record Chapter(String name, List<String> pages, String title, List<Part> parts) {
    public Chapter {
        pages = List.copyOf(pages);
        parts = List.copyOf(parts);
    }

    /** A chapter as it is written, its title on the first line behind a {@code #}. */
    static Chapter read(String name, List<String> pages, String written) {
        List<String> lines = written.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return new Chapter(name, pages, lines.get(0).substring(2), lines.stream().skip(1).map(Part::read).toList());
    }

    /** Whether it speaks of all these words, which are separated by spaces. */
    public boolean speaksOf(String wanted) {
        String all = (title + "\n" + parts.stream().map(Part::words).collect(Collectors.joining("\n"))).toLowerCase(Locale.ROOT);
        return List.of(wanted.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream().allMatch(all::contains);
    }
}
