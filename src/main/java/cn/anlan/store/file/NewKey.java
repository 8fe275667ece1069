package cn.anlan.store.file;

import cn.anlan.entry.Refused;
import cn.anlan.store.disk.Disk;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The store written anew under another key (换钥), from plain or from an older key: a whole copy beside it, opened again and compared,
 * then put in its place in one move. Cut short anywhere, the folder holds the old store or the new one.
 */
public final class NewKey {
    /** What a plain store was before it was locked, itself locked: kept so that the first locking can be gone back upon. */
    static final Path BACKUP = Path.of("backup", "before-lock.db");

    private static final String COPY = ".new";

    private final StoreFile file;
    private final Path copy;

    public NewKey(StoreFile file) {
        this.file = file;
        this.copy = file.path().resolveSibling(file.path().getFileName() + COPY);
    }

    /** Writes the copy and opens it again; {@code present} is the store, in which nothing is written meanwhile. */
    public void copy(Session present, byte[] key) throws SQLException {
        remove();
        var written = new StoreFile.Copy(copy, key);
        written.write(present);
        if (!written.isWhole() || !written.summary().equals(StoreFile.Copy.summary(present))) {
            throw Refused.of("store.refused.copy_differs");
        }
        try {
            Disk.sync(copy);
        } catch (IOException notWritten) {
            throw refused(notWritten);
        }
    }

    /** Keeps the copy as a backup too, before the plain store goes. */
    public void keep() {
        try {
            Path kept = file.folder().resolve(BACKUP);
            Path shelf = Objects.requireNonNull(kept.getParent());
            Disk.createFolders(shelf);
            Files.copy(copy, kept, StandardCopyOption.REPLACE_EXISTING);
            Disk.sync(kept);
            Disk.syncFolder(shelf);
        } catch (IOException notWritten) {
            throw refused(notWritten);
        }
    }

    /** Puts the copy in the store's place; nobody has the store open. */
    public void swap() {
        try {
            for (String ending : List.of("-wal", "-shm", "-journal")) {
                Files.deleteIfExists(file.path().resolveSibling(file.path().getFileName() + ending));
            }
            try {
                Files.move(copy, file.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException otherwise) {
                Files.move(copy, file.path(), StandardCopyOption.REPLACE_EXISTING);
            }
            Disk.syncFolder(file.folder());
        } catch (IOException notMoved) {
            throw refused(notMoved);
        }
    }

    /** A copy left behind by a change of keys that was cut short is worth nothing. */
    public void remove() {
        try {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + "-journal"));
        } catch (IOException held) {
            throw refused(held);
        }
    }

    private static Refused refused(@Nullable Throwable cause) {
        return Refused.of("store.refused.not_rekeyed").because(cause);
    }
}
