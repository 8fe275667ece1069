package cn.anlan.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A folder of backups made by themselves (备份架): the newest of each of the last 7 days, 4 weeks and 12 months that have one stay. */
public final class Shelf {
    private static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final int MONTHS = 12;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'anlan-'uuuuMMdd-HHmmss'" + BackupFile.ENDING + "'");

    private final Path folder;

    public Shelf(Path folder) {
        this.folder = folder;
    }

    /** Where a backup of this moment stands. */
    public Path place(LocalDateTime at) {
        return folder.resolve(NAME.format(at));
    }

    /** A backup on the shelf, by when it was made. */
    public record Item(Path file, LocalDateTime at) {}

    /** All of them, newest first; files of other names are nobody's business. Empty while there is no folder. */
    public List<Item> items() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> at(file).map(at -> new Item(file, at)).stream()).sorted(Comparator.comparing(Item::at).reversed()).toList();
        } catch (IOException noFolder) {
            return List.of();
        }
    }

    private static Optional<LocalDateTime> at(Path file) {
        try {
            return Optional.of(LocalDateTime.parse(String.valueOf(file.getFileName()), NAME));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }

    /** Takes away those that need not stay; how many. One that cannot be taken away now is tried again next time. */
    public int tidy() {
        List<Item> items = items();
        Set<Item> kept = new HashSet<>();
        keep(items, DAYS, item -> item.at.toLocalDate(), kept);
        keep(items, WEEKS, item -> item.at.get(IsoFields.WEEK_BASED_YEAR) * 100 + item.at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), kept);
        keep(items, MONTHS, item -> YearMonth.from(item.at), kept);
        int gone = 0;
        for (Item item : items) {
            gone += !kept.contains(item) && item.file.toFile().delete() ? 1 : 0;
        }
        return gone;
    }

    private static void keep(List<Item> newestFirst, int most, Function<Item, Object> span, Set<Item> kept) {
        Set<Object> seen = new HashSet<>();
        for (Item item : newestFirst) {
            if (seen.size() < most && seen.add(span.apply(item))) {
                kept.add(item);
            }
        }
    }
}
