package cn.anlan.app.window;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How long the start took (启动计时), phase by phase from the birth of the process, for whoever makes it shorter. */
public final class Timings {
    private final @Nullable Consumer<String> out;

    private Timings(@Nullable Consumer<String> out) {
        this.out = out;
    }

    /** Tells each phase in one line: its name, milliseconds since the process began, milliseconds of CPU of all threads so far. */
    public static Timings to(Consumer<String> out) {
        return new Timings(out);
    }

    /** Nobody asked. */
    public static Timings none() {
        return new Timings(null);
    }

    /** A phase is over now. */
    public void mark(String phase) {
        if (out != null) {
            ProcessHandle.Info process = ProcessHandle.current().info();
            long passed = process.startInstant().map(began -> Duration.between(began, Instant.now()).toMillis()).orElse(-1L);
            long cpu = process.totalCpuDuration().map(Duration::toMillis).orElse(-1L);
            out.accept(String.format(Locale.ROOT, "%-10s %6d ms %6d ms CPU", phase, passed, cpu));
        }
    }
}
