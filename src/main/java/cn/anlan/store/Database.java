package cn.anlan.store;

import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.store.disk.Turn;
import cn.anlan.store.file.NewKey;
import cn.anlan.store.file.Session;
import cn.anlan.store.file.StoreFailure;
import cn.anlan.store.file.StoreFile;
import cn.anlan.store.file.StoreKey;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/**
 * The store of one township (数据库): one thread that writes, any number that read, never the thread that paints.
 * A write is one transaction, acknowledged only after commit; inside it, further writes and reads join the same transaction.
 */
public final class Database implements AutoCloseable {
    /** How long one who comes in waits for who changes the keys, and the other way round. */
    private static final Duration AT_THE_DOOR = Duration.ofSeconds(5);
    private static final String LOCK = ".store.lock";
    private static final String PAINTER = "JavaFX Application Thread";

    private final StoreFile file;
    private final Writer writer;
    private final Readers readers;
    /** The session of the snapshot this thread reads from. */
    private final ScopedValue<Session> snapshot = ScopedValue.newInstance();

    private Database(StoreFile file) throws SQLException {
        this.file = file;
        this.writer = new Writer(file);
        this.readers = new Readers(file);
    }

    /** Opens a plain store, as {@link #open(Path, StoreKey)} does. */
    public static Database open(Path folder) {
        return open(folder, StoreKey.NONE);
    }

    /**
     * Opens the store in a folder, making it when there is none; a plain store, or one with an older key, is written anew under the newest.
     * Throws {@link Refused} with a sentence when the folder cannot be written, or the file is foreign, damaged, of another key or of a
     * newer program; nothing is changed then.
     */
    public static Database open(Path folder, StoreKey key) {
        var file = new StoreFile(folder, key);
        file.checkFolder();
        return door(file).take(() -> open(file));
    }

    /** Has the machinery of a store loaded, while somebody still types the password of one with entries of this shape. Not on the painting thread. */
    public static void warmUp(Shape<?> usual) {
        new Table<>(usual);
        try {
            StoreFile.warmUp();
        } catch (SQLException failed) {
            throw StoreFailure.of(failed);
        }
    }

    private static Database open(StoreFile file) {
        try {
            file.prepare();
            var database = new Database(file);
            byte[] wanted = file.wantedKey();
            if (wanted != null) {
                database.rekey(wanted);
            }
            return database;
        } catch (SQLException failed) {
            throw StoreFailure.of(failed);
        }
    }

    /** Through it comes whoever opens the file, and nobody while it is exchanged. */
    private static Turn door(StoreFile file) {
        return new Turn(file.folder().resolve(LOCK), AT_THE_DOOR, "store.refused.at_the_door");
    }

    /** Whether the file can be read without a key. */
    public boolean isPlain() {
        return file.isKeyless();
    }

    /**
     * Writes the whole store anew under this key; writers wait meanwhile. The old file stays until the new one has been read again.
     * Throws {@link Refused} when the disk is full or others are at work in the store; it has the old key then.
     */
    public void rekey(byte[] key) {
        door(file).take(() -> writer.between(present -> exchange(present, new NewKey(file), key)));
    }

    /**
     * Writes what is committed into another file, under the same key, and opens that again; others write on meanwhile.
     * Every table with its number of rows, and the end of the journal, as the copy has them. Throws {@link Refused} when the disk is full or
     * the copy cannot be read.
     */
    public List<String> copyTo(Path target) {
        return read(session -> {
            var copy = new StoreFile.Copy(target, file.key());
            copy.write(session);
            if (!copy.isWhole()) {
                throw Refused.of("store.refused.copy_unreadable");
            }
            return copy.summary();
        });
    }

    /** Alone with the file first: what another program wrote after the copy was made would be lost with the old file. Nobody comes in meanwhile. */
    private Database exchange(Session present, NewKey change, byte[] key) throws SQLException {
        boolean fromPlain = file.isKeyless();
        readers.without(writer::alone);
        try {
            change.copy(present, key);
            if (fromPlain) {
                change.keep();
            }
            readers.without(() -> writer.exchange(() -> {
                change.swap();
                file.rekeyed(key);
            }));
        } catch (SQLException | RuntimeException failed) {
            goOnAsBefore(change, failed);
            throw failed;
        }
        return this;
    }

    private void goOnAsBefore(NewKey change, Exception because) {
        try {
            writer.together();
        } catch (SQLException stays) {
            because.addSuppressed(stays);
        }
        try {
            change.remove();
        } catch (Refused stays) {
            because.addSuppressed(stays);
        }
    }

    /** The folder the store stands in. */
    public Path folder() {
        return file.folder();
    }

    /** The store's file. */
    public Path path() {
        return file.path();
    }

    /** How many writes were committed since opening; a list that remembers it knows whether it is stale. */
    public long commits() {
        return writer.commits();
    }

    /** Work done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Session session) throws SQLException;
    }

    /**
     * Does everything in {@code work} or, when it throws, nothing at all; returns after the commit reached the disk. A thread interrupted
     * meanwhile gets {@link Refused} when the write could still be called off, or else its result.
     */
    public <T> T write(Callable<T> work) {
        refusePainter();
        return writer.write(work);
    }

    /** Does everything in {@code work} and takes it back, numbers given out included; its result. Not inside a write. */
    public <T> T trial(Callable<T> work) {
        if (writer.isWriting()) {
            throw new IllegalStateException("A write cannot take back a part of itself");
        }
        var result = new Object() {
            @Nullable T value;
        };
        try {
            write(() -> {
                result.value = work.call();
                throw new TakenBack();
            });
        } catch (TakenBack expected) {
            return Objects.requireNonNull(result.value);
        }
        throw new IllegalStateException("A trial was kept");
    }

    /** Ends a trial. */
    private static final class TakenBack extends RuntimeException {}

    /** Like {@link #write(Callable)}, for work without a result. */
    public void write(Runnable work) {
        write(() -> {
            work.run();
            return work;
        });
    }

    static <T> T joined(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception failed) {
            throw rethrown(failed);
        }
    }

    /** The write session; only inside {@link #write}. */
    <T> T inWrite(Work<T> work) {
        return writer.inWrite(work);
    }

    /** Has something done as the last of the present write, once however often it is asked for. */
    void beforeCommit(String name, Runnable work) {
        writer.beforeCommit(name, work);
    }

    /** Has something done on this thread after the present write is committed, once however often it is asked for. */
    void afterCommit(String name, Runnable work) {
        writer.afterCommit(name, work);
    }

    /** A number that tells one write from the next; only inside a write. */
    long transaction() {
        return writer.transaction();
    }

    /** Reads what is committed; inside a write, what that write has done so far too. */
    <T> T read(Work<T> work) {
        refusePainter();
        if (writer.isWriting()) {
            return inWrite(work);
        } else if (snapshot.isBound()) {
            return joined(() -> work.run(snapshot.get()));
        }
        return readers.read(work);
    }

    /**
     * What {@code work} reads is given up when nobody wants it any more, be it in the middle of one statement; {@link Refused} then. What it writes is
     * not: that stands whole or not at all.
     */
    public <T> T whileWanted(Progress progress, Callable<T> work) {
        return readers.whileWanted(progress, work);
    }

    /** Reads with one unchanging view of the store, however long it takes and whatever is written meanwhile. */
    <T> T readSnapshot(Work<T> work) {
        return read(session -> {
            if (writer.isWriting() || snapshot.isBound()) {
                return work.run(session);
            }
            session.execute("BEGIN");
            try {
                return work.run(session);
            } finally {
                session.execute("COMMIT");
            }
        });
    }

    /**
     * Everything read inside {@code work}, of whatever register, shows the store at one moment; writers go on meanwhile.
     * One statement is not begun again while its rows are still being read.
     */
    public <T> T snapshot(Callable<T> work) {
        return readSnapshot(session -> ScopedValue.where(snapshot, session).call(() -> joined(work)));
    }

    /** Takes the present row of a result; false ends the reading. */
    @FunctionalInterface
    public interface RowTaker {
        boolean take(ResultSet row) throws SQLException;
    }

    /** Walks the rows a statement finds, from one unchanging view of the store; for statistics, which count across registers. */
    public void each(Query query, RowTaker taker) {
        readSnapshot(session -> {
            session.each(taker::take, query);
            return taker;
        });
    }

    static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException plain -> plain;
            case SQLException failed -> StoreFailure.of(failed);
            case Error error -> throw error;
            case null, default -> new IllegalStateException(cause);
        };
    }

    private static void refusePainter() {
        if (Thread.currentThread().getName().equals(PAINTER)) {
            throw new IllegalStateException("The store was asked from the thread that paints");
        }
    }

    /** What is waiting to be written is written first. */
    @Override
    public void close() {
        writer.finish();
        try {
            readers.close();
        } catch (SQLException failed) {
            throw StoreFailure.of(failed);
        } finally {
            writer.close();
        }
    }
}
