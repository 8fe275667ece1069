package cn.anlan;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All words of the program that a person may read, for tests that look for them. */
public final class Texts {
    private static final Path FOLDER = Path.of("src/main/resources/text");

    private Texts() {}

    /** The files they stand in, one a room. */
    static List<Path> files() {
        try (Stream<Path> found = Files.list(FOLDER)) {
            return found.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every text by its key, the room first. */
    static Map<String, String> byKey() {
        Map<String, String> all = new TreeMap<>();
        for (Path file : files()) {
            var properties = new Properties();
            try {
                properties.load(new StringReader(Files.readString(file)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            String room = file.getFileName().toString().replace(".properties", "");
            properties.forEach((key, text) -> all.put(room + "." + key, text.toString()));
        }
        return all;
    }

    /** Every text. */
    public static Set<String> all() {
        return new TreeSet<>(byKey().values());
    }
}
