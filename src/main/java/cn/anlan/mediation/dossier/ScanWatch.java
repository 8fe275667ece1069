package cn.anlan.mediation.dossier;

import cn.anlan.entry.Refused;
import cn.anlan.mediation.dossier.ScanFolder.Taken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Looks into the scanner's folder every few seconds while the window is open (扫描文件夹值守), and ends with it. */
public final class ScanWatch implements AutoCloseable {
    private static final int KEPT = 50;
    /** Seconds the end waits for a scan that is just being taken in. */
    private static final int PATIENCE = 10;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("anlan-scan-folder").factory());
    private final ScanFolder scans;
    private final Supplier<String> folder;
    private final List<Taken> latest = new ArrayList<>();
    private volatile Consumer<List<Taken>> onNews = news -> {};

    /** {@code folder} names the folder of the moment; empty while none is watched. */
    public ScanWatch(ScanFolder scans, Supplier<String> folder) {
        this.scans = scans;
        this.folder = folder;
    }

    /** Begins to look, every so many milliseconds. */
    public void begin(long millis) {
        clock.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Who is told of what came in, on the thread that looks. */
    public void onNews(Consumer<List<Taken>> taker) {
        onNews = taker;
    }

    /** What came in lately, newest last. */
    public List<Taken> latest() {
        synchronized (latest) {
            return List.copyOf(latest);
        }
    }

    private void look() {
        try {
            String named = folder.get();
            if (!named.isBlank() && Files.isDirectory(Path.of(named))) {
                tell(scans.poll(Path.of(named)));
            }
        } catch (Refused later) {
            LoggerFactory.getLogger(ScanWatch.class).info("The scanner's folder cannot be read now: {}", later.getMessage());
        } catch (RuntimeException failed) {
            LoggerFactory.getLogger(ScanWatch.class).error("Looking into the scanner's folder failed", failed);
        }
    }

    private void tell(List<Taken> news) {
        if (!news.isEmpty()) {
            synchronized (latest) {
                latest.addAll(news);
                latest.subList(0, Math.max(0, latest.size() - KEPT)).clear();
            }
            onNews.accept(news);
        }
    }

    @Override
    public void close() {
        clock.shutdown();
        try {
            clock.awaitTermination(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
    }
}
