package cn.anlan.store.disk;

import cn.anlan.entry.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One at a time, on other threads and in other programs. */
class TurnTest {
    /** As many at once as a test needs, however few processors there are. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    @TempDir
    Path folder;

    private Turn turn(Duration patience) {
        return new Turn(folder.resolve(".store.lock"), patience, "store.refused.at_the_door");
    }

    private Turn brief() {
        return turn(Duration.ofMillis(60));
    }

    @Test
    void insideATurnOneDoesNotWaitForOneself() {
        assertThat(brief().<String>take(() -> brief().take(() -> "inner"))).isEqualTo("inner");
        assertThat(brief().<String>take(() -> "again")).isEqualTo("again");
    }

    @Test
    void aFailureGivesTheTurnBackAndIsTold() {
        assertThatThrownBy(() -> brief().take(() -> {
            throw new IllegalArgumentException("mine");
        })).isInstanceOf(IllegalArgumentException.class).hasMessage("mine");
        assertThatThrownBy(() -> brief().take(() -> {
            throw new IOException("checked");
        })).isInstanceOf(IllegalStateException.class).hasRootCauseMessage("checked");
        assertThat(folder).as("a folder where nothing came of it").isEmptyDirectory();
        assertThat(brief().<Integer>take(() -> 1)).isEqualTo(1);
        assertThat(folder.resolve(".store.lock")).exists();
    }

    @Test
    void anotherThreadWaitsAndIsRefusedWhenItTakesTooLong() throws InterruptedException {
        var held = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> turn(Duration.ofMinutes(1)).take(() -> {
            held.countDown();
            free.await();
            return "first";
        }), THREADS);
        held.await();
        assertThatThrownBy(() -> brief().take(() -> 0)).isInstanceOf(Refused.class).hasMessageContaining("没有任何改动");
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> turn(Duration.ofMinutes(1)).take(() -> "second"), THREADS);
        free.countDown();
        assertThat(first.join()).isEqualTo("first");
        assertThat(second.join()).isEqualTo("second");
    }

    private Process another(Duration patience) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), Holder.class.getName(), folder.resolve(".store.lock").toString(), patience.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** POSIX: whichever of a program's threads closes a file, the lock of all of them is gone. */
    @Test
    void whoWaitedInVainHereDoesNotLetOtherProgramsIn() {
        String answer = turn(Duration.ofMinutes(1)).take(() -> {
            CompletableFuture<Integer> inVain = CompletableFuture.supplyAsync(() -> brief().take(() -> 0), THREADS);
            assertThatThrownBy(inVain::join).hasCauseInstanceOf(Refused.class);
            Process other = another(Duration.ofMillis(60));
            try (var said = new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.US_ASCII))) {
                return String.valueOf(said.readLine());
            } finally {
                other.destroyForcibly().waitFor();
            }
        });
        assertThat(answer).isEqualTo("null");
    }

    @Test
    void anotherProgramHoldsItUntilItIsKilled() throws IOException, InterruptedException {
        Process other = another(Duration.ofSeconds(9));
        try (var said = new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(said.readLine()).isEqualTo("held");
            assertThatThrownBy(() -> brief().take(() -> 0)).isInstanceOf(Refused.class);
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(brief().<Integer>take(() -> 1)).isEqualTo(1);
    }

    /** Another program: holds the lock until its input ends, which it never does. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] words) {
            new Turn(Path.of(words[0]), Duration.parse(words[1]), "store.refused.at_the_door").take(() -> {
                System.out.println("held");
                return System.in.read();
            });
        }
    }

    @Test
    void whereNoFileCanStandNothingIsHeldUp() throws IOException {
        Path none = Files.writeString(folder.resolve("a file"), "x").resolve("below.lock");
        assertThat(new Turn(none, Duration.ZERO, "store.refused.at_the_door").<Integer>take(() -> 7)).isEqualTo(7);
    }
}
