package cn.anlan.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Which backups stay. */
class ShelfTest {
    @TempDir
    Path folder;

    private void put(LocalDateTime at) throws IOException {
        Files.writeString(new Shelf(folder).place(at), "backup");
    }

    @Test
    void twoYearsOfDaysAreSevenDaysFourWeeksAndTwelveMonths() throws IOException {
        LocalDate today = LocalDate.of(2026, 11, 23);
        for (int back = 0; back < 730; back++) {
            put(today.minusDays(back).atTime(9, 0));
        }
        var shelf = new Shelf(folder);
        assertThat(shelf.tidy()).isEqualTo(730 - shelf.items().size());
        assertThat(shelf.items()).extracting(Shelf.Item::at).extracting(LocalDateTime::toLocalDate)
                .startsWith(today, today.minusDays(1), today.minusDays(2), today.minusDays(3), today.minusDays(4), today.minusDays(5), today.minusDays(6))
                .contains(LocalDate.of(2026, 11, 8), LocalDate.of(2026, 11, 15), LocalDate.of(2026, 10, 31), LocalDate.of(2025, 12, 31))
                .doesNotContain(LocalDate.of(2025, 11, 30)).hasSizeBetween(18, 23);
        assertThat(shelf.tidy()).isZero();
    }

    @Test
    void theNewestOfADayStaysAndStrangersAreLeftAlone() throws IOException {
        put(LocalDateTime.of(2026, 11, 23, 8, 0));
        put(LocalDateTime.of(2026, 11, 23, 17, 30, 5));
        Files.writeString(folder.resolve("anlan-of-my-own.anb"), "mine");
        var shelf = new Shelf(folder);
        assertThat(shelf.tidy()).isOne();
        assertThat(shelf.items()).extracting(Shelf.Item::at).containsExactly(LocalDateTime.of(2026, 11, 23, 17, 30, 5));
        assertThat(folder.resolve("anlan-of-my-own.anb")).exists();
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() {
        var shelf = new Shelf(folder.resolve("stick"));
        assertThat(shelf.items()).isEmpty();
        assertThat(shelf.tidy()).isZero();
    }
}
