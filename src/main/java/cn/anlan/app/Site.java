package cn.anlan.app;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator has laid down for everybody at this PC (本机设置): a file of {@code key=value} lines that clerks cannot change.
 *
 * @param data where the one store of all who work here lies; null leaves each person a store of her own
 * @param log where the log lies; null keeps it beside the store
 * @param updates whether a clerk may start an update from a stick
 */
public record Site(@Nullable Path data, @Nullable Path log, boolean updates) {
    /** An ordinary PC. */
    static final Site PLAIN = new Site(null, null, true);

    private static final String DATA = "data";
    private static final String LOG = "log";
    private static final String UPDATES = "updates";
    private static final String MARK = "\uFEFF";
    private static final Pattern BACKSLASH = Pattern.compile("(?<!\\\\)\\\\(?!\\\\|u[0-9a-fA-F]{4})");
    private static final List<String> KEYS = List.of(DATA, LOG, UPDATES);

    /** Reads the file, if there is one. Throws {@link Refused}, naming file and line, when it says something nobody can follow. */
    static Site read(Path file) {
        if (Files.notExists(file)) {
            return PLAIN;
        }
        var lines = new Properties();
        try {
            lines.load(new StringReader(asWritten(Files.readString(file))));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Refused.of("app.site.unreadable", file);
        }
        for (String key : lines.stringPropertyNames()) {
            if (!KEYS.contains(key)) {
                throw Refused.of("app.site.unknown", file, key, String.join(" ", KEYS));
            }
        }
        return new Site(folder(file, lines, DATA), folder(file, lines, LOG), yes(file, lines));
    }

    /** A backslash stands for itself, as in a folder of Windows, unless it is doubled or begins an escaped character; the byte order mark is no text. */
    private static String asWritten(String text) {
        return BACKSLASH.matcher(text.startsWith(MARK) ? text.substring(1) : text).replaceAll("\\\\\\\\");
    }

    private static @Nullable Path folder(Path file, Properties lines, String key) {
        String written = lines.getProperty(key, "").strip();
        if (written.isEmpty()) {
            return null;
        }
        if (!isWhole(written)) {
            throw Refused.of("app.site.relative", file, key, written);
        }
        return Path.of(written);
    }

    private static boolean isWhole(String written) {
        try {
            return Path.of(written).isAbsolute();
        } catch (InvalidPathException noPathOfThisSystem) {
            return false;
        }
    }

    private static boolean yes(Path file, Properties lines) {
        String written = lines.getProperty(UPDATES, "yes").strip().toLowerCase(Locale.ROOT);
        if (!List.of("yes", "no").contains(written)) {
            throw Refused.of("app.site.yes_or_no", file, UPDATES, written);
        }
        return written.equals("yes");
    }

    Optional<Path> shared() {
        return Optional.ofNullable(data);
    }
}
