package cn.anlan.update;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The store's own files laid by before a newer program touches them (更新前备份): as they are, locked ones stay locked. Nobody may write
 * meanwhile. Attachments are not copied, for no program ever changes one.
 */
public final class StoreCopy {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final List<String> NOT_THE_STORE = List.of("window.", ".");
    private static final String SHARED_MEMORY = "-shm";
    /** What is left for a day's work, in bytes. */
    private static final long SPARE = 64L << 20;

    private StoreCopy() {}

    /** Copies into {@code backup/before-update-TIME-from-VERSION} of the store's folder; that folder. Throws {@link Refused} when it cannot be written. */
    public static Path lay(Path store, String version, Clock clock) {
        Path into = store.resolve("backup").resolve("before-update-" + LocalDateTime.now(clock).format(STAMP) + "-from-" + version);
        try {
            List<Path> files;
            try (var found = Files.list(store)) {
                files = found.filter(Files::isRegularFile).filter(file -> belongs(String.valueOf(file.getFileName()))).toList();
            }
            Files.createDirectories(into);
            if (bytes(files) > Files.getFileStore(into).getUsableSpace() - SPARE) {
                Files.delete(into);
                throw Refused.of("update.refused.no_backup", into);
            }
            for (Path file : files) {
                Files.copy(file, into.resolve(String.valueOf(file.getFileName())));
            }
            return into;
        } catch (IOException full) {
            throw Refused.of("update.refused.no_backup", into);
        }
    }

    private static long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static boolean belongs(String name) {
        return NOT_THE_STORE.stream().noneMatch(name::startsWith) && !name.endsWith(SHARED_MEMORY);
    }
}
