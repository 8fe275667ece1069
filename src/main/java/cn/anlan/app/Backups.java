package cn.anlan.app;

import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.security.Access;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Inspection;
import cn.anlan.store.Journal;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.backup.BackupFile;
import cn.anlan.store.backup.Return;
import cn.anlan.store.backup.Shelf;
import cn.anlan.store.disk.Disk;
import cn.anlan.store.file.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes backups of the house while it is at work (备份), opens each copy and looks it over like {@code anlan check} does, and only then says it is
 * good. Backups by themselves: daily beside the store, weekly on a second disk or a stick where the settings name one and it is there.
 */
public final class Backups {
    /** The setting that names a folder on a second disk or a stick; empty or missing when there is none. */
    public static final String SECOND_FOLDER = "backup_second";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String FOLDER = "backup";
    private static final List<String> KEYS = List.of("keys.json", "keys.copy.json");
    private static final Pattern ATTACHMENT = Pattern.compile("[0-9a-f]{64}\\.[a-z]{1,8}");
    private static final String NOTED = "backup_last_";
    private static final String DRILLED = "backup_drill";
    private static final int MOST_COUNTED = 10_000_000;

    private final Wiring house;
    private final Path folder;
    private final Clock clock;

    Backups(Wiring house, Path folder, Clock clock) {
        this.house = house;
        this.folder = folder;
        this.clock = clock;
    }

    /** Why a backup was made: by itself beside the store, by itself on the second disk, or because somebody wanted it. */
    public enum Kind {
        LOCAL, SECOND, ASKED
    }

    /** A backup, and what was found when its copy was opened. */
    public record Made(Path file, long bytes, OffsetDateTime at, List<Inspection.Result> found) {
        public boolean isGood() {
            return found.stream().allMatch(Inspection.Result::whole);
        }

        /** Whether it is good, and if not, what is wrong: a sentence. */
        public String sentence() {
            List<String> wrong = found.stream().filter(result -> !result.whole()).map(result -> result.label() + " " + result.detail()).toList();
            return isGood() ? Text.of("backup.good", file, size(bytes), found.size())
                    : Text.of("backup.doubtful", file, String.join("; ", wrong));
        }
    }

    /** The last good backup of a kind: where, and when. */
    public record Last(Kind kind, OffsetDateTime at, String file) {
        /** When, which, and where: a sentence. */
        public String sentence() {
            return Text.of("backup.last", minute(at), Text.of("backup.kind." + kind), file);
        }
    }

    /** How large a backup is, in words. */
    public static String size(long bytes) {
        return Text.of("backup.size", Math.max(1, bytes >> 20));
    }

    /** Makes a backup in a folder, named by the moment; others work on meanwhile. Throws {@link Refused} when it cannot be written or was stopped. */
    public Made make(Kind kind, Path into, BooleanSupplier stopped) {
        OffsetDateTime at = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        var shelf = new Shelf(into);
        Made made = house.doorkeeper().accounts().still(() -> copied(shelf.place(at.toLocalDateTime()), at, stopped));
        if (made.isGood()) {
            note(kind, made);
            if (kind != Kind.ASKED) {
                shelf.tidy();
            }
        }
        return made;
    }

    private Made copied(Path file, OffsetDateTime at, BooleanSupplier stopped) {
        Path work = workFolder();
        try {
            List<String> rows = house.database().copyTo(work.resolve(StoreFile.NAME));
            String tip = rows.getLast();
            takeAlong(work);
            var about = new BackupFile.About(at, house.settings().get("org_name").orElse(""), tip, rows);
            List<Inspection.Result> found = new ArrayList<>();
            BackupFile written = BackupFile.write(file, work, about, stopped, () -> found.addAll(opened(work, tip)));
            return new Made(file, written.bytes(), at, List.copyOf(found));
        } catch (IOException notWritten) {
            throw Refused.of("backup.refused.not_written", work).because(notWritten);
        } finally {
            Return.discard(work);
        }
    }

    private Path workFolder() {
        return new Return(folder.resolve(FOLDER)).stage();
    }

    /** Keys and attachments; a file reached the disk before any row named it, so whatever the copy names is there. */
    private void takeAlong(Path work) throws IOException {
        for (String name : KEYS) {
            if (Files.exists(folder.resolve(name))) {
                Files.copy(folder.resolve(name), work.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        List<Path> files = Disk.files(folder.resolve("attachments"), 2).stream()
                .filter(file -> ATTACHMENT.matcher(String.valueOf(file.getFileName())).matches()).toList();
        for (Path file : files) {
            Path there = work.resolve(folder.relativize(file));
            Files.createDirectories(Objects.requireNonNull(there.getParent()));
            link(file, there);
        }
    }

    /** A second name costs no room; a disk that has none (FAT) gets a copy. */
    private static void link(Path file, Path there) throws IOException {
        try {
            Files.createLink(there, file);
        } catch (UnsupportedOperationException | IOException otherwise) {
            Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Opens a copy as a house of its own and looks it over; its journal must be a beginning of ours. */
    private List<Inspection.Result> opened(Path work, String tip) {
        int hash = Math.max(0, tip.length() - 64);
        boolean ours = tip.isEmpty() || house.journal().isLine(Long.parseLong(tip.substring(0, hash)), tip.substring(hash).toLowerCase(Locale.ROOT));
        if (!ours) {
            throw Refused.of("backup.refused.not_ours");
        }
        return lookedOver(work);
    }

    private List<Inspection.Result> lookedOver(Path work) {
        return within(work, copy -> copy.inspection().run());
    }

    private <T> T within(Path work, Function<Wiring, T> look) {
        try (var copy = new Wiring(work, clock, present())) {
            return look.apply(copy);
        }
    }

    private Access present() {
        return house.doorkeeper().accounts().access();
    }

    private void note(Kind kind, Made made) {
        Map<String, Object> noted = new LinkedHashMap<>();
        noted.put("at", made.at.toString());
        noted.put("file", made.file.toString());
        house.settings().put(NOTED + kind, EntryJson.write(noted));
        house.journal().note(Journal.Action.BACKUP, Journal.Subject.HOUSE, "", Map.of("what", "made", "kind", kind.name(), "bytes", made.bytes));
    }

    /** The last good backup of each kind that was ever made, newest first. */
    public List<Last> last() {
        return Stream.of(Kind.values()).flatMap(kind -> last(kind).stream()).sorted(Comparator.comparing(Last::at).reversed()).toList();
    }

    private Optional<Last> last(Kind kind) {
        return house.settings().get(NOTED + kind).map(noted -> {
            Map<String, Object> json = EntryJson.readAll(noted).get(0);
            return new Last(kind, OffsetDateTime.parse(String.valueOf(json.get("at"))), String.valueOf(json.get("file")));
        });
    }

    /** The folder on a second disk or a stick the settings name; it need not be there just now. */
    public Optional<Path> secondFolder() {
        return house.settings().get(SECOND_FOLDER).filter(named -> !named.isBlank()).map(Path::of);
    }

    /** Names the folder on a second disk or a stick; null for none. Throws {@link Refused} when it lies within the store's own folder. */
    public void useSecond(@Nullable Path second) {
        if (second != null && second.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
            throw Refused.of("backup.refused.same_place", second);
        }
        house.settings().put(SECOND_FOLDER, second == null ? "" : second.toAbsolutePath().toString());
    }

    /** Makes those backups that are due now; those it made. What cannot be made does not hold up the others; then the first reason is thrown, {@link Refused}. */
    public List<Made> makeDue(BooleanSupplier stopped) {
        List<Made> made = new ArrayList<>();
        List<Refused> reasons = new ArrayList<>();
        if (isDue(Kind.LOCAL, DAY)) {
            tryMaking(() -> made.add(make(Kind.LOCAL, folder.resolve(FOLDER), stopped)), reasons);
        }
        Optional<Path> second = secondFolder().filter(Files::isDirectory);
        if (second.isPresent() && isDue(Kind.SECOND, WEEK)) {
            tryMaking(() -> made.add(make(Kind.SECOND, second.get(), stopped)), reasons);
        }
        if (!reasons.isEmpty()) {
            throw reasons.get(0);
        }
        return made;
    }

    /** Makes one on the second disk now. Throws {@link Refused} when none is named, or it is not there. */
    public Made makeSecond(BooleanSupplier stopped) {
        Path second = secondFolder().filter(Files::isDirectory).orElseThrow(() -> Refused.of("backup.refused.no_second"));
        return make(Kind.SECOND, second, stopped);
    }

    private static void tryMaking(Runnable making, List<Refused> reasons) {
        try {
            making.run();
        } catch (Refused refused) {
            reasons.add(refused);
        }
    }

    /** By days of the calendar, so that it does not wander through the day; a clock set back does not hold it up. */
    private boolean isDue(Kind kind, Duration span) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return last(kind).map(last -> last.at.isAfter(now)
                || ChronoUnit.DAYS.between(last.at.atZoneSameInstant(Period.ZONE).toLocalDate(), now.atZoneSameInstant(Period.ZONE).toLocalDate()) >= span.toDays())
                .orElse(true);
    }

    /** The backups beside the store, newest first. */
    public List<Shelf.Item> shelf() {
        return new Shelf(folder.resolve(FOLDER)).items();
    }

    /**
     * What an exercise showed: how many seconds it took to have the office's data back, whether all was whole, and what was counted there.
     *
     * @param counts register by register, with what the store holds now
     */
    public record Drill(Made backup, long seconds, List<String> counts) {
        public String sentence() {
            return backup.isGood() ? Text.of("backup.drilled", seconds, minute(backup.at), String.join("、", counts)) : backup.sentence();
        }
    }

    /** The last exercise: when it was, whether it went well, and what was said then. */
    public record Drilled(OffsetDateTime on, boolean good, String told) {
        /** The day in the office's zone. */
        public LocalDate day() {
            return on.atZoneSameInstant(Period.ZONE).toLocalDate();
        }

        /** When, and what was said: a sentence. */
        public String sentence() {
            return Text.of("backup.drill_last", minute(on), told);
        }
    }

    private static String minute(OffsetDateTime at) {
        return Type.TIME.write(at.atZoneSameInstant(Period.ZONE).toLocalDateTime());
    }

    /** Exercises the return of the newest backup beside the store. */
    public Drill drill() {
        return drill(shelf().stream().findFirst().orElseThrow(() -> Refused.of("backup.refused.none_yet")).file());
    }

    /**
     * Exercises the return of a backup (恢复演练): takes it out into a sandbox, opens it there, looks it over, counts, and throws the sandbox away.
     * What came of it is remembered. Throws {@link Refused} when the file is damaged; that is remembered too.
     */
    public Drill drill(Path file) {
        long begin = System.nanoTime();
        Path work = workFolder();
        try {
            BackupFile backup = BackupFile.read(file);
            backup.extract(work);
            Map<String, Long> now = counted(house);
            Drill shown = within(work, copy -> {
                var made = new Made(file, backup.bytes(), backup.about().at(), copy.inspection().run());
                List<String> counts = counted(copy).entrySet().stream()
                        .map(each -> Text.of("backup.count", each.getKey(), each.getValue(), now.getOrDefault(each.getKey(), 0L))).toList();
                return new Drill(made, Duration.ofNanos(System.nanoTime() - begin).toSeconds(), counts);
            });
            remember(shown.backup.isGood(), shown.sentence());
            house.journal().note(Journal.Action.BACKUP, Journal.Subject.HOUSE, "",
                    Map.of("what", "drill", "good", shown.backup.isGood(), "seconds", shown.seconds));
            return shown;
        } catch (Refused refused) {
            remember(false, String.valueOf(refused.getMessage()));
            throw refused;
        } finally {
            Return.discard(work);
        }
    }

    /** The books that hang on no other, by their Chinese names, as far as anything is in them. */
    private static Map<String, Long> counted(Wiring house) {
        return house.registers().asDesk(() -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            for (Register<?> register : house.registers().all()) {
                long count = register.shape().owner().isEmpty() && !register.shape().isTool() ? register.count(Query.all(), MOST_COUNTED) : 0;
                if (count > 0) {
                    counts.put(register.shape().label(), count);
                }
            }
            return counts;
        });
    }

    private void remember(boolean good, String told) {
        Map<String, Object> noted = new LinkedHashMap<>();
        noted.put("on", OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString());
        noted.put("good", good);
        noted.put("told", told);
        house.settings().put(DRILLED, EntryJson.write(noted));
    }

    /** The last exercise, if there ever was one. */
    public Optional<Drilled> lastDrill() {
        return house.settings().get(DRILLED).map(noted -> {
            Map<String, Object> json = EntryJson.readAll(noted).get(0);
            return new Drilled(OffsetDateTime.parse(String.valueOf(json.get("on"))), Boolean.TRUE.equals(json.get("good")), String.valueOf(json.get("told")));
        });
    }
}
