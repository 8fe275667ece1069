package cn.anlan.mediation.screen;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/** Watches the painting thread: how long the longest piece of work held it, measured by a knock every few milliseconds. */
final class Frames implements AutoCloseable {
    private static final long EVERY_NANOS = 5_000_000;

    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong over = new AtomicLong();
    private final AtomicLong knocks = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();

    Frames() {
        Thread.ofPlatform().daemon().name("frames").start(this::knock);
    }

    /** One knock at a time; how long until the door opens is how long the thread was busy. */
    private void knock() {
        while (!ended.get()) {
            long knocked = System.nanoTime();
            var opened = new AtomicBoolean();
            Platform.runLater(() -> {
                long waited = System.nanoTime() - knocked;
                longest.accumulateAndGet(waited, Math::max);
                if (waited > 100_000_000) {
                    over.incrementAndGet();
                }
                knocks.incrementAndGet();
                opened.set(true);
            });
            while (!opened.get() && !ended.get()) {
                LockSupport.parkNanos(EVERY_NANOS);
            }
            LockSupport.parkNanos(EVERY_NANOS);
        }
    }

    /** Milliseconds the longest piece of work held the thread. */
    long longestMillis() {
        return longest.get() / 1_000_000;
    }

    /** How often it was held for more than 100 ms. */
    long over100() {
        return over.get();
    }

    long knocks() {
        return knocks.get();
    }

    @Override
    public void close() {
        ended.set(true);
    }
}
