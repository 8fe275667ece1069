package cn.anlan.store;

import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.store.file.Session;
import cn.anlan.store.file.StoreFailure;
import cn.anlan.store.file.StoreFile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** Those who read the store (读取连接): any number at once, each on a connection of her own, which is kept for the next; none while the file is exchanged. */
final class Readers {
    /** How long a change of keys waits for those who read. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StoreFile file;
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    /** Held for reading by every reader, for writing while the file is exchanged. */
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    /** Whether somebody still wants what this thread reads. */
    private final ScopedValue<Progress> wanted = ScopedValue.newInstance();

    Readers(StoreFile file) {
        this.file = file;
    }

    <T> T read(Database.Work<T> work) {
        gate.readLock().lock();
        try {
            return readWith(work);
        } finally {
            gate.readLock().unlock();
        }
    }

    private <T> T readWith(Database.Work<T> work) {
        Session reader = idle.poll();
        try {
            reader = reader == null ? file.connect(true) : reader;
            T result = wanted.isBound() ? whileWanted(reader, work) : work.run(reader);
            idle.push(reader);
            return result;
        } catch (SQLException failed) {
            closeQuietly(reader, failed);
            throw StoreFailure.of(failed);
        } catch (RuntimeException failed) {
            closeQuietly(reader, failed);
            throw failed;
        }
    }

    private <T> T whileWanted(Session reader, Database.Work<T> work) throws SQLException {
        reader.giveUpWhen(wanted.get()::isCancelled);
        try {
            return work.run(reader);
        } finally {
            reader.giveUpWhen(null);
        }
    }

    /** What this thread reads inside {@code work} is given up when nobody wants it any more. */
    <T> T whileWanted(Progress progress, Callable<T> work) {
        return ScopedValue.where(wanted, progress).call(() -> Database.joined(work));
    }

    private static void closeQuietly(@Nullable Session session, Exception because) {
        if (session != null) {
            try {
                session.close();
            } catch (SQLException alsoFailed) {
                because.addSuppressed(alsoFailed);
            }
        }
    }

    /** What is done while nobody reads. */
    interface Deed {
        void run() throws SQLException;
    }

    /** Does something while nobody has the file open to read it. Throws {@link Refused} when somebody reads for too long. */
    void without(Deed deed) throws SQLException {
        shutGate();
        try {
            close();
            deed.run();
        } finally {
            gate.writeLock().unlock();
        }
    }

    private void shutGate() {
        try {
            if (gate.writeLock().tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw Refused.of("store.refused.busy");
    }

    /** Those who do not read just now let go of the file. */
    void close() throws SQLException {
        for (Session reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }
}
