package cn.anlan.store.backup;

import cn.anlan.entry.Refused;
import cn.anlan.store.EntryJson;
import cn.anlan.store.disk.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A store that comes back takes the place of the present one (归位), which is put aside whole and never written over. What is to be done is written
 * down first, so that a return cut short anywhere is finished at the next start.
 */
public final class Return {
    private static final String NOTE = "restore.pending";
    private static final String STAGE = ".restore-";
    private static final String ASIDE = "aside-";
    private static final List<String> STAYING = List.of("backup", "log", "window.lock", "window.front", ".store.lock", ".keys.lock", NOTE);
    private static final String MOVING_OUT = "out";
    private static final String MOVING_IN = "in";

    private final Path folder;

    public Return(Path folder) {
        this.folder = folder;
    }

    /** An empty folder on the same disk, in which the returning store is made ready. */
    public Path stage() {
        try {
            Disk.createFolders(folder);
            sweep();
            return Files.createTempDirectory(folder, STAGE);
        } catch (IOException notWritten) {
            throw Refused.of("backup.refused.not_written", folder).because(notWritten);
        }
    }

    /** Puts the present store aside under this mark and the one made ready in its place; where the old one is now. Nobody has either open. */
    public Path swap(Path stage, String mark) {
        Path aside = folder.resolve(ASIDE + mark);
        note(MOVING_OUT, stage, aside);
        finish();
        return aside;
    }

    /** Whether one was cut short, and has to be finished before anybody looks at the store. */
    public boolean isPending() {
        return Files.exists(folder.resolve(NOTE));
    }

    /** Finishes what was cut short; does nothing where nothing was. */
    public void finish() {
        if (!isPending()) {
            sweep();
            return;
        }
        Path note = folder.resolve(NOTE);
        try {
            Map<String, Object> noted = EntryJson.readAll(Files.readString(note)).get(0);
            Path stage = folder.resolve(String.valueOf(noted.get("stage")));
            Path aside = folder.resolve(String.valueOf(noted.get("aside")));
            if (MOVING_OUT.equals(noted.get("phase"))) {
                move(folder, aside);
                note(MOVING_IN, stage, aside);
            }
            if (Files.exists(stage)) {
                move(stage, folder);
                Disk.remove(stage);
            }
            Files.delete(note);
            Disk.syncFolder(folder);
        } catch (IOException notMoved) {
            throw Refused.of("backup.refused.not_moved", folder).because(notMoved);
        }
    }

    /** A store made ready by somebody who was cut short is wanted by nobody. */
    private void sweep() {
        Disk.sweep(folder, name -> name.startsWith(STAGE));
    }

    private static void move(Path from, Path to) throws IOException {
        Disk.createFolders(to);
        List<Path> all;
        try (Stream<Path> inside = Files.list(from)) {
            all = inside.filter(Return::isOfTheStore).toList();
        }
        for (Path each : all) {
            Files.move(each, to.resolve(each.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        Disk.syncFolder(to);
        Disk.syncFolder(from);
    }

    private static boolean isOfTheStore(Path file) {
        String name = String.valueOf(file.getFileName());
        return !STAYING.contains(name) && !name.startsWith(STAGE) && !name.startsWith(ASIDE) && !name.startsWith("." + NOTE);
    }

    private void note(String phase, Path stage, Path aside) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("phase", phase);
        note.put("stage", String.valueOf(stage.getFileName()));
        note.put("aside", String.valueOf(aside.getFileName()));
        Path part = folder.resolve("." + NOTE + ".part");
        try {
            Files.writeString(part, EntryJson.write(note), StandardCharsets.UTF_8);
            Disk.replace(part, folder.resolve(NOTE));
        } catch (IOException notWritten) {
            throw Refused.of("backup.refused.not_written", folder).because(notWritten);
        }
    }

    /** Takes away a store made ready that is not wanted after all. */
    public static void discard(Path stage) {
        try {
            Disk.remove(stage);
        } catch (IOException goneAlready) {
            throw Refused.of("backup.refused.not_written", stage).because(goneAlready);
        }
    }
}
