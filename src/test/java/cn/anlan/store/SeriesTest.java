package cn.anlan.store;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SeriesTest {
    @TempDir
    Path folder;

    @Test
    void everyNumberIsGivenOnce() {
        try (var database = Database.open(folder)) {
            var series = new Series(database);
            assertThat(LongStream.generate(() -> series.next("a")).limit(100)).containsExactly(LongStream.rangeClosed(1, 100).boxed().toArray(Long[]::new));
            assertThat(series.next("b")).isEqualTo(1);
        }
        try (var database = Database.open(folder)) {
            assertThat(new Series(database).next("a")).isEqualTo(101);
        }
    }

    @Test
    void aNumberOfAFailedWriteIsGivenAgain() {
        try (var database = Database.open(folder)) {
            var series = new Series(database);
            assertThatThrownBy(() -> database.write(() -> {
                series.next("a");
                throw new IllegalStateException();
            })).isInstanceOf(IllegalStateException.class);
            assertThat(series.next("a")).isEqualTo(1);
        }
    }

    @Test
    void everySeriesLeavesOutWhatMayStandOnPaperAlready() {
        try (var database = Database.open(folder)) {
            var series = new Series(database);
            series.continueFrom("old", 41);
            series.next("young");
            series.skip(20);
            assertThat(series.next("old")).isEqualTo(62);
            assertThat(series.next("young")).isEqualTo(22);
            assertThat(series.next("new")).isEqualTo(1);
        }
    }

    @Test
    void aSeriesGoesOnFromPaper() {
        try (var database = Database.open(folder)) {
            var series = new Series(database);
            series.continueFrom("new", 41);
            assertThat(series.next("new")).isEqualTo(42);
            series.continueFrom("new", 99);
            assertThat(series.next("new")).isEqualTo(100);
        }
    }
}
