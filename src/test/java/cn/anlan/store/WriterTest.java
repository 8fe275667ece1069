package cn.anlan.store;

import cn.anlan.entry.Refused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever calls a write off hears the truth: nothing of it stands, or all of it. */
class WriterTest {
    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void put(String key) {
        new Settings(database).put(key, "1");
    }

    private boolean stands(String key) {
        return new Settings(database).get(key).isPresent();
    }

    /** Somebody who waits for a write, and what she is told in the end. */
    private final class Waiting {
        private final AtomicReference<@Nullable Object> told = new AtomicReference<>();
        private volatile boolean stillInterrupted;
        private final Thread thread;

        Waiting(Callable<String> work) {
            thread = Thread.ofPlatform().start(() -> {
                try {
                    told.set(database.write(work));
                } catch (RuntimeException failed) {
                    told.set(failed);
                }
                stillInterrupted = Thread.currentThread().isInterrupted();
            });
        }

        /** Returns when the wish has been taken note of; she waits on for the answer. */
        void callOff() {
            thread.interrupt();
            Awaitility.await().pollInterval(Duration.ofMillis(2)).until(() -> !thread.isInterrupted() && thread.getState() == Thread.State.WAITING);
        }

        @Nullable Object told() throws InterruptedException {
            thread.join();
            return told.get();
        }
    }

    private static void saysNothingHappened(@Nullable Object told) {
        assertThat(told).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused).hasMessageContaining("没有任何改动"));
    }

    @Test
    void calledOffInTheMiddleNothingStandsAndItsNextStatementIsItsLast() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var calledOff = new CountDownLatch(1);
        List<String> reached = new ArrayList<>();
        var waiting = new Waiting(() -> {
            put("first");
            begun.countDown();
            calledOff.await();
            put("second");
            reached.add("further");
            return "done";
        });
        begun.await();
        waiting.callOff();
        calledOff.countDown();
        saysNothingHappened(waiting.told());
        assertThat(waiting.stillInterrupted).isTrue();
        assertThat(reached).isEmpty();
        assertThat(stands("first") || stands("second")).isFalse();
    }

    /** What somebody is told whose write was called off behind its last statement. */
    private @Nullable Object calledOffAfter(String key) throws InterruptedException {
        var begun = new CountDownLatch(1);
        var calledOff = new CountDownLatch(1);
        var waiting = new Waiting(() -> {
            put(key);
            begun.countDown();
            calledOff.await();
            return "done";
        });
        begun.await();
        waiting.callOff();
        calledOff.countDown();
        return waiting.told();
    }

    @Test
    void calledOffBehindTheLastStatementNothingStands() throws InterruptedException {
        saysNothingHappened(calledOffAfter("only"));
        assertThat(stands("only")).isFalse();
        assertThat(database.commits()).isZero();
    }

    @Test
    void workThatSwallowsTheRefusalIsStillNotKept() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var calledOff = new CountDownLatch(1);
        var waiting = new Waiting(() -> {
            put("first");
            begun.countDown();
            calledOff.await();
            try {
                put("second");
            } catch (Refused swallowed) {
                return "done all the same";
            }
            return "done";
        });
        begun.await();
        waiting.callOff();
        calledOff.countDown();
        saysNothingHappened(waiting.told());
        assertThat(stands("first")).isFalse();
    }

    @Test
    void calledOffTooLateItIsDoneAndThatIsTold() throws InterruptedException {
        var committed = new CountDownLatch(1);
        var calledOff = new CountDownLatch(1);
        var waiting = new Waiting(() -> {
            put("late");
            database.afterCommit("wait", () -> {
                committed.countDown();
                Database.joined(() -> {
                    calledOff.await();
                    return 0;
                });
            });
            return "done";
        });
        committed.await();
        waiting.callOff();
        calledOff.countDown();
        assertThat(waiting.told()).isEqualTo("done");
        assertThat(waiting.stillInterrupted).as("the wish to stop is handed on").isTrue();
        assertThat(stands("late")).isTrue();
    }

    @Test
    void calledOffBeforeItsTurnItNeverBegins() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        List<String> ran = new ArrayList<>();
        var first = new Waiting(() -> {
            put("first");
            begun.countDown();
            go.await();
            return "done";
        });
        begun.await();
        var second = new Waiting(() -> {
            ran.add("second");
            return "done";
        });
        second.callOff();
        go.countDown();
        saysNothingHappened(second.told());
        assertThat(first.told()).isEqualTo("done");
        assertThat(ran).isEmpty();
        assertThat(stands("first")).as("the other's write").isTrue();
    }

    @Test
    void theNextWriteKnowsNothingOfOneCalledOff() throws InterruptedException {
        saysNothingHappened(calledOffAfter("only"));
        put("next");
        assertThat(stands("next")).isTrue();
        assertThat(stands("only")).isFalse();
    }

    /** Called off at a moment nobody chose: what is told is what stands. */
    @Test
    void whateverTheMomentWhatIsToldStands() throws InterruptedException {
        var random = new Random(7);
        int kept = 0;
        for (int i = 0; i < 150; i++) {
            String key = "k" + i;
            int statements = 1 + random.nextInt(6);
            var begun = new CountDownLatch(1);
            var waiting = new Waiting(() -> {
                begun.countDown();
                for (int each = 0; each < statements; each++) {
                    put(key + "/" + each);
                }
                return "done";
            });
            begun.await();
            for (int spin = random.nextInt(200_000); spin > 0; spin--) {
                Thread.onSpinWait();
            }
            waiting.thread.interrupt();
            boolean done = "done".equals(waiting.told());
            kept += done ? 1 : 0;
            for (int each = 0; each < statements; each++) {
                assertThat(stands(key + "/" + each)).as("told %s", waiting.told()).isEqualTo(done);
            }
        }
        assertThat(database.commits()).isEqualTo(kept);
    }
}
