package cn.anlan.store.disk;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * One at a time, whichever program it is (轮流): whoever does something under a file's name holds that file locked; others wait a little and are
 * refused then. A lock falls with the program that holds it. The file is empty, and stays once something came of it.
 */
public final class Turn {
    private static final long PAUSE = Duration.ofMillis(20).toNanos();
    /** Who waits in this program waits here: a file closed by one of its threads is locked no more for any of them (POSIX). */
    private static final ConcurrentMap<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final Path file;
    private final Duration patience;
    private final String refusal;

    /** Others wait for {@code patience} and then get {@code refusal}, the key of a text. */
    public Turn(Path file, Duration patience, String refusal) {
        this.file = file.toAbsolutePath().normalize();
        this.patience = patience;
        this.refusal = refusal;
    }

    /**
     * Does something while nobody else does anything in a turn of this file; inside such a turn, as a part of it. Throws {@link Refused} when somebody
     * else has it for too long. In a folder nobody can write to it is done all the same: there it comes to nothing, in a sentence of its own.
     */
    public <T> T take(Callable<T> work) {
        ReentrantLock here = HERE.computeIfAbsent(file, unlocked -> new ReentrantLock());
        if (here.isHeldByCurrentThread()) {
            return done(work);
        }
        long end = System.nanoTime() + patience.toNanos();
        await(here);
        try {
            return locked(end, work);
        } finally {
            here.unlock();
        }
    }

    private <T> T locked(long end, Callable<T> work) {
        boolean fresh = Files.notExists(file);
        boolean whole = false;
        FileChannel lock = lock(end);
        try {
            T result = done(work);
            whole = true;
            return result;
        } finally {
            if (fresh && !whole) {
                remove();
            }
            close(lock);
        }
    }

    /** A folder where nothing came of it is left as it was found. */
    private void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LoggerFactory.getLogger(Turn.class).debug("{} stays", file, stays);
        }
    }

    private void await(ReentrantLock here) {
        try {
            if (here.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw Refused.of(refusal);
    }

    private static <T> T done(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    /** Null where nothing can be locked. */
    private @Nullable FileChannel lock(long end) {
        FileChannel channel = null;
        try {
            do {
                close(channel);
                channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                await(channel, end);
                // who had it may have taken the file away: then it is somebody else's that stands there, or nobody's
            } while (Files.notExists(file));
            return channel;
        } catch (IOException noLocks) {
            LoggerFactory.getLogger(Turn.class).warn("No lock {}", file, noLocks);
            close(channel);
            return null;
        }
    }

    private void await(FileChannel channel, long end) throws IOException {
        while (!Disk.lock(channel)) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                close(channel);
                throw Refused.of(refusal);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failed) {
            LoggerFactory.getLogger(Turn.class).warn("The lock {} was not given back", file, failed);
        }
    }
}
