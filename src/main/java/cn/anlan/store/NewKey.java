package cn.anlan.store;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The store written anew under another key (换钥), from plain or from an older key: a whole copy beside it, opened again and compared,
 * then put in its place in one move. Cut short anywhere, the folder holds the old store or the new one.
 */
final class NewKey {
    /** What a plain store was before it was locked, itself locked: kept so that the first locking can be gone back upon. */
    static final Path BACKUP = Path.of("backup", "before-lock.db");

    private static final String COPY = ".new";
    private static final String TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";

    private final StoreFile file;
    private final Path copy;

    NewKey(StoreFile file) {
        this.file = file;
        this.copy = file.path().resolveSibling(file.path().getFileName() + COPY);
    }

    /** Writes the copy and opens it again; {@code present} is the store, in which nothing is written meanwhile. */
    void copy(Session present, byte[] key) throws SQLException {
        remove();
        vacuumInto(present, key);
        try (var session = new Session(StoreFile.config(key, true).createConnection(StoreFile.address(copy)))) {
            List<String> faults = session.all(row -> row.getString(1), "PRAGMA integrity_check");
            if (!faults.equals(List.of("ok")) || !summary(session).equals(summary(present))) {
                throw Refused.of("store.refused.copy_differs");
            }
        }
        sync(copy);
    }

    /** The driver repeats the address of a file it cannot write, and the key stands in this one: such a failure is told without its words. */
    private void vacuumInto(Session present, byte[] key) throws SQLException {
        String address = copy.toAbsolutePath().toUri().toASCIIString().replace("'", "%27") + "?cipher=chacha20&key=raw:" + HexFormat.of().formatHex(key);
        try {
            present.execute("VACUUM INTO '" + address + "'");
        } catch (SQLException failed) {
            throw StoreFailure.of(new SQLException("VACUUM INTO", failed.getSQLState(), failed.getErrorCode()));
        }
    }

    /** Every table with its number of rows, and the end of the journal's chain. */
    private static List<String> summary(Session session) throws SQLException {
        List<String> summary = new ArrayList<>();
        for (String table : session.all(row -> row.getString(1), TABLES)) {
            summary.add(table + " " + session.one(row -> row.getLong(1), "SELECT count(*) FROM \"" + table + "\"").orElse(0L));
        }
        summary.add(session.one(row -> row.getString(1), "SELECT no || hex(hash) FROM journal ORDER BY no DESC LIMIT 1").orElse(""));
        return summary;
    }

    /** Keeps the copy as a backup too, before the plain store goes. */
    void keep() {
        try {
            Path kept = file.folder().resolve(BACKUP);
            Files.createDirectories(Objects.requireNonNull(kept.getParent()));
            Files.copy(copy, kept, StandardCopyOption.REPLACE_EXISTING);
            sync(kept);
        } catch (IOException notWritten) {
            throw refused(notWritten);
        }
    }

    /** Puts the copy in the store's place; nobody has the store open. */
    void swap() {
        try {
            for (String ending : List.of("-wal", "-shm", "-journal")) {
                Files.deleteIfExists(file.path().resolveSibling(file.path().getFileName() + ending));
            }
            try {
                Files.move(copy, file.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException otherwise) {
                Files.move(copy, file.path(), StandardCopyOption.REPLACE_EXISTING);
            }
            sync(file.folder());
        } catch (IOException notMoved) {
            throw refused(notMoved);
        }
    }

    /** A copy left behind by a change of keys that was cut short is worth nothing. */
    void remove() {
        try {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + "-journal"));
        } catch (IOException held) {
            throw refused(held);
        }
    }

    private static void sync(Path path) {
        boolean folder = Files.isDirectory(path);
        if (folder && System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel open = FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            open.force(true);
        } catch (IOException notWritten) {
            throw refused(notWritten);
        }
    }

    private static Refused refused(@Nullable Throwable cause) {
        Refused refused = Refused.of("store.refused.not_rekeyed");
        refused.initCause(cause);
        return refused;
    }
}
