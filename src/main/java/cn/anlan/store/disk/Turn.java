package cn.anlan.store.disk;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One at a time, whichever program it is (轮流): whoever does something under a file's name holds that file locked; others wait a little and are
 * refused then. A lock falls with the program that holds it. The file is empty, and stays.
 */
public final class Turn {
    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
    private static final long PAUSE = Duration.ofMillis(20).toNanos();
    /** What this thread holds already: it need not wait for itself. */
    private static final ScopedValue<Set<Path>> HELD = ScopedValue.newInstance();

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
        Set<Path> held = new HashSet<>(HELD.orElse(Set.of()));
        if (!held.add(file)) {
            return done(work);
        }
        boolean fresh = Files.notExists(file);
        boolean whole = false;
        FileChannel lock = locked();
        try {
            T result = ScopedValue.where(HELD, held).call(() -> done(work));
            whole = true;
            return result;
        } finally {
            close(lock);
            if (fresh && !whole) {
                remove();
            }
        }
    }

    /** A folder where nothing came of it is left as it was found. */
    private void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.debug("{} stays", file, stays);
        }
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

    private @Nullable FileChannel locked() {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            await(channel);
            return channel;
        } catch (IOException noLocks) {
            LOG.warn("No lock {}", file, noLocks);
            close(channel);
            return null;
        }
    }

    private void await(FileChannel channel) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (!isMine(channel)) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                close(channel);
                throw Refused.of(refusal);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private static boolean isMine(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisVeryProgram) {
            return false;
        }
    }

    private void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failed) {
            LOG.warn("The lock {} was not given back", file, failed);
        }
    }
}
