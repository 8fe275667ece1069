package cn.anlan.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** One window per store, however often and however many at once start it. */
class SingleWindowTest {
    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<Optional<Path>> calls = new ConcurrentLinkedQueue<>();

    private void awaitCalls(int count) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(20)).until(() -> calls.size() >= count);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void whoComesSecondGoesAndTheFirstIsCalled() {
        try (SingleWindow first = SingleWindow.claim(folder).orElseThrow()) {
            first.onCall(calls::add);
            assertThat(SingleWindow.claim(folder)).isEmpty();
            awaitCalls(1);
            assertThat(calls).containsExactly(Optional.empty());
        }
    }

    @Test
    void theFileItWasGivenIsHandedOnWhateverItsName() {
        Path file = folder.resolve("上报 𠮷家湾（2026）.zhb");
        try (SingleWindow first = SingleWindow.claim(folder).orElseThrow()) {
            first.onCall(calls::add);
            assertThat(SingleWindow.claim(folder, Optional.of(file))).isEmpty();
            awaitCalls(1);
            assertThat(calls).containsExactly(Optional.of(file));
        }
    }

    @Test
    void calledAgainAndAgainItComesEachTime() {
        try (SingleWindow first = SingleWindow.claim(folder).orElseThrow()) {
            first.onCall(calls::add);
            for (int i = 1; i <= 3; i++) {
                assertThat(SingleWindow.claim(folder)).isEmpty();
                awaitCalls(i);
            }
        }
    }

    @Test
    void ofManyAtOnceOneWins() throws Exception {
        var start = new CyclicBarrier(8);
        try (var starters = Executors.newFixedThreadPool(8)) {
            List<Callable<Optional<SingleWindow>>> all = IntStream.range(0, 8).<Callable<Optional<SingleWindow>>>mapToObj(i -> () -> {
                start.await();
                return SingleWindow.claim(folder);
            }).toList();
            List<SingleWindow> winners = new java.util.ArrayList<>();
            for (Future<Optional<SingleWindow>> claimed : starters.invokeAll(all)) {
                claimed.get().ifPresent(winners::add);
            }
            assertThat(winners).hasSize(1);
            winners.get(0).close();
        }
        SingleWindow.claim(folder).orElseThrow().close();
    }

    @Test
    void givenUpTheStoreIsFreeAndTheFolderAsItWasFound() throws IOException {
        SingleWindow.claim(folder).orElseThrow().withdraw();
        assertThat(files()).isEmpty();
        SingleWindow.claim(folder).orElseThrow().close();
        assertThat(files()).as("a window that worked leaves its lock file").containsExactly("window.lock");
        SingleWindow.claim(folder).orElseThrow().withdraw();
        assertThat(files()).as("it was there before").containsExactly("window.lock");
    }

    /** A call left over from a window that died is none for the next one. */
    @Test
    void anOldCallIsForgotten() throws IOException {
        Files.writeString(folder.resolve("window.front"), "/gone.zhb");
        try (SingleWindow first = SingleWindow.claim(folder).orElseThrow()) {
            first.onCall(calls::add);
            assertThat(files()).doesNotContain("window.front");
            assertThat(SingleWindow.claim(folder)).isEmpty();
            awaitCalls(1);
            assertThat(calls).containsExactly(Optional.empty());
        }
    }

    @Test
    void aFolderThatIsNotThereIsMade() {
        Path deep = folder.resolve("一").resolve("二");
        try (SingleWindow first = SingleWindow.claim(deep).orElseThrow()) {
            assertThat(deep).isDirectory();
            assertThat(SingleWindow.claim(deep)).isEmpty();
            assertThat(first).isNotNull();
        }
    }
}
