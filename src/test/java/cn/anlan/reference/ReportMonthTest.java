package cn.anlan.reference;

import cn.anlan.entry.Period;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Months that close before they end. */
class ReportMonthTest {

    @ParameterizedTest
    @CsvSource({"2025-01-25, 25, 2024-12-26, 2025-01-25", "2025-01-26, 25, 2025-01-26, 2025-02-25", "2025-02-28, 31, 2025-02-01, 2025-02-28",
            "2025-03-01, 31, 2025-03-01, 2025-03-31", "2025-03-01, 30, 2025-03-01, 2025-03-30", "2024-12-31, 25, 2024-12-26, 2025-01-25"})
    void everyDayFallsIntoOneMonth(LocalDate day, int cut, LocalDate from, LocalDate to) {
        assertThat(new ReportMonth(cut).of(day)).isEqualTo(new Period(from, to));
    }

    @ParameterizedTest
    @CsvSource({"25", "28", "30", "31", "1"})
    void monthsFollowOneAnotherWithoutGapOrOverlap(int cut) {
        var months = new ReportMonth(cut);
        Period month = months.of(LocalDate.of(2024, 1, 15));
        for (int i = 0; i < 30; i++) {
            Period next = months.after(month);
            assertThat(next.from()).isEqualTo(month.to().plusDays(1));
            assertThat(months.before(next)).isEqualTo(month);
            month = next;
        }
    }
}
