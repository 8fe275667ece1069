package cn.anlan.app;

import cn.anlan.entry.Refused;
import cn.anlan.security.Access;
import cn.anlan.security.key.Keys;
import cn.anlan.store.Inspection;
import cn.anlan.store.Journal;
import cn.anlan.store.backup.BackupFile;
import cn.anlan.store.backup.Return;
import cn.anlan.store.file.StoreFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings an office back from a backup (恢复), on this PC or another: the copy is made ready beside the store and looked over first; the store that
 * is there is put aside, never written over. Numbers go on behind those that may stand on paper already; bundles to the county begin a new row.
 */
public final class Restore {
    /** How many numbers of every series are left out, for what was given out after the backup and is lost. */
    public static final int USUAL_SKIP = 20;

    private static final DateTimeFormatter MARK = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private final Path folder;
    private final Clock clock;

    /** Into the store of a folder, which nobody has open. */
    public Restore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * What was brought back.
     *
     * @param aside where the store is now that was there before; null when there was none
     */
    public record Done(BackupFile.About about, @Nullable Path aside) {}

    /**
     * Brings a backup back; {@code door} lets somebody in by the keys inside it. Throws {@link Refused} when it is damaged, she is not let in, or
     * there is no room; the store is as it was then.
     */
    public Done run(Path file, Function<Keys, Access> door, int skip) {
        new Return(folder).finish();
        BackupFile backup = BackupFile.read(file);
        boolean present = Files.exists(folder.resolve(StoreFile.NAME));
        Path stage = new Return(folder).stage();
        boolean swapping = false;
        try {
            backup.extract(stage);
            makeReady(stage, door, skip);
            swapping = true;
            Path aside = new Return(folder).swap(stage, MARK.format(LocalDateTime.now(clock)));
            return new Done(backup.about(), present ? aside : null);
        } finally {
            if (!swapping) {
                Return.discard(stage);
            }
        }
    }

    private void makeReady(Path stage, Function<Keys, Access> door, int skip) {
        Access access = door.apply(new Keys(stage, clock));
        try (var house = new Wiring(stage, clock, access)) {
            List<Inspection.Result> broken = house.inspection().run().stream().filter(result -> !result.whole()).toList();
            List<Inspection.Result> fatal = broken.stream().filter(result -> !result.name().equals("attachments")).toList();
            if (!fatal.isEmpty()) {
                throw Refused.of("backup.refused.broken_inside", fatal.get(0).label(), fatal.get(0).detail());
            }
            house.bundles().beginNewRow();
            house.series().skip(skip);
            house.journal().note(Journal.Action.BACKUP, Journal.Subject.HOUSE, "", Map.of("what", "restored", "skipped", skip, "attachments", broken.isEmpty()));
        }
    }
}
