package cn.anlan.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is to be there after a power cut (落盘): the bytes of a file once it was synced, its name once its folder was. Windows cannot open a folder, and
 * does not need to.
 */
public final class Disk {
    /** What lies about unfinished belongs to somebody at work; after this long it does not. */
    public static final Duration GRACE = Duration.ofDays(1);

    /** Kinds of file systems that other machines write to as well, as the system names them. */
    private static final Set<String> SHARES = Set.of("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "ceph", "davfs", "fuse.sshfs",
            "fuse.davfs", "fuse.glusterfs", "fuse.gvfsd-fuse");

    private Disk() {}

    /**
     * Whether a folder lies on another machine, where two may write at once and what was synced need not be safe. A share that Windows shows as a
     * drive of its own cannot be told from one.
     */
    public static boolean isShared(Path folder) throws IOException {
        Path there = folder.toAbsolutePath();
        return isShare(Files.getFileStore(there).type(), String.valueOf(there.getRoot()));
    }

    static boolean isShare(String kind, String root) {
        return SHARES.contains(kind.toLowerCase(Locale.ROOT)) || root.startsWith("\\\\");
    }

    /** The folder a file stands in. */
    public static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /** Brings the bytes of a file to the disk. */
    public static void sync(Path file) throws IOException {
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            open.force(true);
        }
    }

    /** Brings the names in a folder to the disk: what was made, moved and deleted there. */
    public static void syncFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            try (FileChannel open = FileChannel.open(folder, StandardOpenOption.READ)) {
                open.force(true);
            }
        }
    }

    /** Makes a folder, and those above it, unless they are there; those made are on the disk when this returns. */
    public static void createFolders(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(folder)) {
            createFolders(parent);
            Files.createDirectories(folder);
            syncFolder(parent);
        }
    }

    /** Puts a finished file in the place of another in the same folder, if there is one; both bytes and name are on the disk when this returns. */
    public static void replace(Path finished, Path place) throws IOException {
        sync(finished);
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(folderOf(place));
    }

    /**
     * Takes away what was left in a folder by a program that was cut short: files and folders with such names, older than {@link #GRACE}. One that
     * cannot be taken away stays for the next time.
     */
    public static void sweep(Path folder, Predicate<String> leftover) {
        Instant young = Instant.now().minus(GRACE);
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path each : inside.filter(path -> leftover.test(String.valueOf(path.getFileName()))).toList()) {
                if (Files.getLastModifiedTime(each).toInstant().isBefore(young)) {
                    remove(each);
                }
            }
        } catch (IOException stays) {
            return;
        }
    }

    /** Locks a file for this program until its channel is closed; whether nobody has it locked, not even this program. */
    public static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisVeryProgram) {
            return false;
        }
    }

    /** The files in a folder, and in those {@code depth} - 1 steps below; none while there is no folder. */
    public static List<Path> files(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException onTheWay) {
            throw onTheWay.getCause();
        }
    }

    /** Takes away a file, or a folder with all that is in it. */
    public static void remove(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        }
    }
}
