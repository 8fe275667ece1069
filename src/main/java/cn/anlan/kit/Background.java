package cn.anlan.kit;

import cn.anlan.entry.FailureCode;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The only way off the painting thread (后台): work goes out, its result comes back, and a failure is always shown.
 * Whatever takes longer than half a second says so.
 */
public final class Background implements AutoCloseable {
    private static final Duration PATIENCE = Duration.millis(500);

    private final ExecutorService threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("anlan-work-", 0).factory());
    private final AtomicInteger underWay = new AtomicInteger();
    private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper("");
    private final Map<Object, String> slow = new LinkedHashMap<>();
    private final Set<Stoppable> stoppable = ConcurrentHashMap.newKeySet();
    private final Dialogs dialogs;
    private Consumer<Refused> onRefused;
    /** What waits for the window to stand; null when nothing has to. */
    private @Nullable List<Runnable> held;
    private volatile boolean over;

    public Background(Dialogs dialogs) {
        this.dialogs = dialogs;
        this.onRefused = refused -> dialogs.failure(new Dialogs.Failure(String.valueOf(refused.getMessage()), "", ""));
    }

    /** Where a refusal goes that its caller does not show itself: the window's own bar. */
    public void setOnRefused(Consumer<Refused> handler) {
        onRefused = handler;
    }

    /** Does {@code work} elsewhere and gives its result to {@code onFx}; {@code whatKey} names it to the clerk while it lasts. */
    public <T> void run(String whatKey, Callable<T> work, Consumer<T> onFx) {
        run(whatKey, work, onFx, refused -> onRefused.accept(refused));
    }

    /** Like {@link #run(String, Callable, Consumer)}, for a caller that shows refusals at its own fields. What is wanted after the window has gone is not done. */
    public <T> void run(String whatKey, Callable<T> work, Consumer<T> onFx, Consumer<Refused> refusal) {
        begin(whatKey, () -> answer(work, onFx, refusal));
    }

    /** Long work that is told when nobody wants it any more, and on the painting thread when it is over, however it ended. */
    public interface Stoppable extends Progress {
        void stop();

        void over();
    }

    /** Like {@link #run(String, Callable, Consumer, Consumer)}, for work that can be stopped. */
    public <T> void run(String whatKey, Stoppable job, Callable<T> work, Consumer<T> onFx, Consumer<Refused> refusal) {
        stoppable.add(job);
        begin(whatKey, () -> {
            Runnable answer = answer(work, onFx, refusal);
            return () -> {
                stoppable.remove(job);
                job.over();
                answer.run();
            };
        });
    }

    /** From now on work waits, in order, until {@link #release()}: the window shall stand, and take letters, before anything else. */
    public void hold() {
        held = new ArrayList<>();
    }

    /** What waited begins. On the painting thread, as everything here. */
    public void release() {
        List<Runnable> waited = held;
        held = null;
        if (waited != null && !over) {
            waited.forEach(threads::execute);
        }
    }

    /** Whether something is under way that can be stopped. */
    public boolean isStoppable() {
        return !stoppable.isEmpty();
    }

    /** Stops all that can be stopped; it leaves nothing half done. */
    public void stop() {
        stoppable.forEach(Stoppable::stop);
    }

    private void begin(String whatKey, Supplier<Runnable> work) {
        if (over) {
            return;
        }
        underWay.incrementAndGet();
        Object token = new Object();
        var patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(over -> {
            slow.put(token, Text.of(whatKey));
            tell();
        });
        patience.play();
        Runnable job = () -> {
            Runnable answer = work.get();
            Platform.runLater(() -> {
                patience.stop();
                slow.remove(token);
                tell();
                finish(answer);
            });
        };
        if (held == null) {
            threads.execute(job);
        } else {
            held.add(job);
        }
    }

    private <T> Runnable answer(Callable<T> work, Consumer<T> onFx, Consumer<Refused> refusal) {
        try {
            T result = work.call();
            return () -> onFx.accept(result);
        } catch (Refused refused) {
            return () -> refusal.accept(refused);
        } catch (Exception | Error failed) {
            return () -> show(failed);
        }
    }

    private void finish(Runnable answer) {
        try {
            if (!over) {
                answer.run();
            }
        } catch (RuntimeException | Error failed) {
            show(failed);
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Shows and logs a failure that happened on the painting thread itself. */
    public void show(Throwable failed) {
        String code = FailureCode.of(failed);
        LoggerFactory.getLogger(Background.class).error("Failure {}", code, failed);
        var details = new StringWriter();
        failed.printStackTrace(new PrintWriter(details));
        dialogs.failure(new Dialogs.Failure(Text.of("kit.failure"), code, details.toString()));
    }

    private void tell() {
        busy.set(slow.isEmpty() ? "" : slow.values().iterator().next());
    }

    /** What has been going on for more than half a second; empty when nothing has. */
    public ReadOnlyStringProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Nothing is under way and every result has been handed over. */
    public boolean idle() {
        return underWay.get() == 0;
    }

    /** Nothing begins any more, and what is under way is of no interest to anybody: the window goes. */
    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
    }
}
