package cn.anlan.update;

import cn.anlan.entry.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What lies on an update stick (发布清单), one line each: {@code anlan-update 1}, {@code version 0.2.0}, {@code schema 13}, and
 * {@code file NAME BYTES SHA256} for each package. Signed as it stands.
 *
 * @param schema the newest migration the program knows; a store of a newer one would not open
 */
record Release(String version, int schema, List<Part> parts) {
    static final String NAME = "anlan-update.txt";
    static final String SIGNATURE = "anlan-update.sig";

    private static final String HEAD = "anlan-update 1";
    private static final String VERSION = "version \\d{1,5}(\\.\\d{1,5}){0,3}";
    private static final String SCHEMA = "schema \\d{1,5}";
    private static final int MOST_DIGITS = 18;
    private static final String FILE = "file [A-Za-z0-9][A-Za-z0-9._-]{0,99} \\d{1,12} [0-9a-f]{64}";

    /** One package. */
    record Part(String name, long bytes, String sha256) {}

    /** Reads a list; throws {@link Refused} for any other file. */
    static Release read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 4 || !lines.get(0).equals(HEAD) || !lines.get(1).matches(VERSION) || !lines.get(2).matches(SCHEMA)) {
            throw Refused.of("update.refused.malformed");
        }
        List<Part> parts = new ArrayList<>();
        for (String line : lines.subList(3, lines.size())) {
            if (!line.matches(FILE)) {
                throw Refused.of("update.refused.malformed");
            }
            String[] words = line.split(" ", -1);
            parts.add(new Part(words[1], Long.parseLong(words[2]), words[3]));
        }
        return new Release(word(lines.get(1)), Integer.parseInt(word(lines.get(2))), List.copyOf(parts));
    }

    private static String word(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** Versions are compared number by number: 0.10 comes after 0.9, and 1.0.0 is 1.0. */
    boolean isNewerThan(String other) {
        return Arrays.compare(numbers(version), numbers(other)) > 0;
    }

    private static long[] numbers(String version) {
        long[] numbers = new long[4];
        String[] words = version.split("[^0-9]+", -1);
        for (int i = 0; i < Math.min(numbers.length, words.length); i++) {
            numbers[i] = words[i].isEmpty() ? 0 : Long.parseLong(words[i].substring(Math.max(0, words[i].length() - MOST_DIGITS)));
        }
        return numbers;
    }
}
