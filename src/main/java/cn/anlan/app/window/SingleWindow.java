package cn.anlan.app.window;

import cn.anlan.store.disk.Disk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One window per store (单一窗口): who starts second asks the first to come to the front, and goes. */
public final class SingleWindow implements AutoCloseable {
    private static final String LOCK = "window.lock";
    private static final String FRONT = "window.front";

    private final Path folder;
    private final boolean lockIsNew;
    private final @Nullable FileChannel channel;
    private volatile @Nullable WatchService watch;

    private SingleWindow(Path folder, boolean lockIsNew, @Nullable FileChannel channel) {
        this.folder = folder;
        this.lockIsNew = lockIsNew;
        this.channel = channel;
    }

    /**
     * Takes a store for this window; empty when another window has it, which then has been asked to come to the front.
     * A folder nobody can write to is nobody's: the store itself refuses it a moment later, with its sentence.
     */
    public static Optional<SingleWindow> claim(Path folder) {
        return claim(folder, Optional.empty());
    }

    /** The same; another window is asked to show {@code file} besides. */
    static Optional<SingleWindow> claim(Path folder, Optional<Path> file) {
        Path lock = folder.resolve(LOCK);
        boolean fresh = !Files.exists(lock);
        FileChannel channel;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException notWritable) {
            LoggerFactory.getLogger(SingleWindow.class).warn("No window lock in {}", folder, notWritable);
            return Optional.of(new SingleWindow(folder, false, null));
        }
        try {
            if (Disk.lock(channel)) {
                Files.deleteIfExists(folder.resolve(FRONT));
                return Optional.of(new SingleWindow(folder, fresh, channel));
            }
            channel.close();
            call(folder, file.map(Path::toString).orElse(""));
        } catch (IOException failed) {
            LoggerFactory.getLogger(SingleWindow.class).warn("The other window in {} was not told", folder, failed);
        }
        return Optional.empty();
    }

    /** The file appears whole, so that the other window never reads half a name. */
    private static void call(Path folder, String file) throws IOException {
        Path written = Files.writeString(folder.resolve(FRONT + ProcessHandle.current().pid()), file);
        Files.move(written, folder.resolve(FRONT), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where the store is. */
    Path folder() {
        return folder;
    }

    /** Has {@code called} run, on a thread of its own, whenever another start asks for the front, with the file it was given if any. */
    void onCall(Consumer<Optional<Path>> called) {
        try {
            WatchService service = folder.getFileSystem().newWatchService();
            folder.register(service, StandardWatchEventKinds.ENTRY_CREATE);
            watch = service;
            ExecutorService watcher = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("anlan-front").daemon().factory());
            watcher.execute(() -> listen(service, called));
            watcher.shutdown();
        } catch (IOException cannotWatch) {
            LoggerFactory.getLogger(SingleWindow.class).warn("Nobody listens for a second start in {}", folder, cannotWatch);
        }
    }

    private void listen(WatchService service, Consumer<Optional<Path>> called) {
        try {
            WatchKey key;
            do {
                key = service.take();
                Path front = folder.resolve(FRONT);
                boolean asked = key.pollEvents().stream().anyMatch(event -> event.context() instanceof Path name && name.endsWith(FRONT));
                if (asked && Files.exists(front)) {
                    String file = Files.readString(front);
                    Files.delete(front);
                    called.accept(file.isBlank() ? Optional.empty() : Optional.of(Path.of(file)));
                }
            } while (key.reset());
        } catch (ClosedWatchServiceException windowClosed) {
            LoggerFactory.getLogger(SingleWindow.class).debug("Window closed");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            LoggerFactory.getLogger(SingleWindow.class).warn("The call of a second start could not be read in {}", folder, failed);
        }
    }

    /** Gives the store up and leaves the folder as it was found. */
    public void withdraw() {
        close();
        if (lockIsNew) {
            remove(folder.resolve(LOCK));
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LoggerFactory.getLogger(SingleWindow.class).debug("{} stays", file, stays);
        }
    }

    @Override
    public void close() {
        try {
            if (watch != null) {
                watch.close();
            }
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failed) {
            LoggerFactory.getLogger(SingleWindow.class).warn("The window's lock in {} was not given back", folder, failed);
        }
    }
}
