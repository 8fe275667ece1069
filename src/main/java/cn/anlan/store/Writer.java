package cn.anlan.store;

import cn.anlan.entry.Refused;
import cn.anlan.store.file.Session;
import cn.anlan.store.file.StoreFailure;
import cn.anlan.store.file.StoreFile;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes (写入线程): one transaction after the other, each acknowledged after its commit. Who waits for a write and is
 * interrupted calls it off and still waits for the answer: either it was in time and nothing is written, or all is, and that is what is told.
 */
final class Writer implements AutoCloseable {
    private final StoreFile file;
    private final ExecutorService thread;
    private final AtomicLong commits = new AtomicLong();
    private volatile @Nullable Thread here;
    private Session session;
    /** What is being written; null between two writes. */
    private @Nullable Wish present;
    private long begun;
    /** What is to be done as the last of the present write, by name so that each is done once. */
    private final Map<String, Runnable> beforeCommit = new LinkedHashMap<>();
    /** What is to be done once the present write is committed, by name so that each is done once. */
    private final Map<String, Runnable> afterCommit = new LinkedHashMap<>();

    Writer(StoreFile file) throws SQLException {
        this.file = file;
        this.session = file.connect(false);
        this.thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("anlan-writer").daemon().factory());
    }

    /** Whether somebody still wants what is being written. */
    private static final class Wish {
        private final AtomicBoolean calledOff = new AtomicBoolean();

        void check() {
            if (calledOff.get()) {
                throw Refused.of("store.refused.stopped");
            }
        }
    }

    /** Does everything in {@code work} or, when it throws or is called off, nothing at all; inside a write, as a part of it. */
    <T> T write(Callable<T> work) {
        if (Thread.currentThread() == here) {
            return Database.joined(work);
        }
        var wish = new Wish();
        return await(thread.submit(() -> {
            here = Thread.currentThread();
            return inTransaction(wish, work);
        }), wish);
    }

    /** Does something between two writes, which wait meanwhile. */
    <T> T between(Database.Work<T> work) {
        return await(thread.submit(() -> work.run(session)), new Wish());
    }

    private static <T> T await(Future<T> done, Wish wish) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return done.get();
                } catch (ExecutionException failed) {
                    throw Database.rethrown(failed.getCause());
                } catch (InterruptedException calledOff) {
                    interrupted = true;
                    wish.calledOff.set(true);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T inTransaction(Wish wish, Callable<T> work) throws Exception {
        wish.check();
        session.execute("BEGIN IMMEDIATE");
        present = wish;
        begun++;
        try {
            T result = work.call();
            wish.check();
            beforeCommit.values().forEach(Runnable::run);
            session.execute("COMMIT");
            present = null;
            commits.incrementAndGet();
            List<Runnable> due = List.copyOf(afterCommit.values());
            afterCommit.clear();
            due.forEach(Runnable::run);
            return result;
        } catch (Exception | Error failed) {
            if (present != null) {
                rollBack(failed);
            }
            throw failed;
        } finally {
            present = null;
            beforeCommit.clear();
            afterCommit.clear();
        }
    }

    private void rollBack(Throwable failed) {
        try {
            session.execute("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            failed.addSuppressed(alreadyRolledBack);
        }
    }

    /** Whether this is the thread that writes, inside a write. */
    boolean isWriting() {
        return Thread.currentThread() == here && present != null;
    }

    /** The write session; only inside a write. Ends the write when it was called off. */
    <T> T inWrite(Database.Work<T> work) {
        Wish wish = present;
        if (Thread.currentThread() != here || wish == null) {
            throw new IllegalStateException("Not inside a write");
        }
        wish.check();
        try {
            return work.run(session);
        } catch (SQLException failed) {
            throw StoreFailure.of(failed);
        }
    }

    /** Has something done as the last of the present write, once however often it is asked for. */
    void beforeCommit(String name, Runnable work) {
        beforeCommit.put(name, work);
    }

    /** Has something done on this thread after the present write is committed, once however often it is asked for. */
    void afterCommit(String name, Runnable work) {
        afterCommit.put(name, work);
    }

    /** A number that tells one write from the next; only inside a write. */
    long transaction() {
        return begun;
    }

    /** How many writes were committed since opening. */
    long commits() {
        return commits.get();
    }

    /** Lets go of the file while {@code swap} exchanges it; between two writes, nobody else has it open. */
    void exchange(Runnable swap) throws SQLException {
        session.close();
        try {
            swap.run();
        } finally {
            session = file.connect(false);
        }
    }

    /**
     * Leaves the mode with a log beside the file, which only who is alone with it can. Throws {@link Refused} when others have it open. Whoever opens
     * it later finds it so.
     */
    void alone() throws SQLException {
        String mode = session.one(row -> row.getString(1), "PRAGMA journal_mode = DELETE").orElse("");
        if (!mode.equals("delete")) {
            throw Refused.of("store.refused.busy");
        }
    }

    /** Goes back to the log. */
    void together() throws SQLException {
        session.execute("PRAGMA journal_mode = WAL");
    }

    /** Writes what is waiting to be written, and takes nothing more. */
    void finish() {
        thread.close();
    }

    @Override
    public void close() {
        finish();
        try {
            session.execute("PRAGMA optimize");
            session.close();
        } catch (SQLException failed) {
            throw StoreFailure.of(failed);
        }
    }
}
