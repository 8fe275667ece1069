package cn.anlan.reference;

import cn.anlan.entry.Period;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Quarters, years and the periods a report is compared with, by the day the county closes its months on. */
class ReportPeriodTest {
    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    @ParameterizedTest
    @CsvSource({"25, 2025-01-10, 2024-12-26, 2025-03-25", "25, 2025-12-26, 2025-12-26, 2026-03-25", "25, 2025-06-25, 2025-03-26, 2025-06-25",
            "31, 2024-02-29, 2024-01-01, 2024-03-31", "30, 2025-03-01, 2025-01-01, 2025-03-30"})
    void aQuarter(int cut, LocalDate day, String from, String to) {
        Period quarter = new ReportMonth(cut).quarter(day);
        assertThat(quarter.to()).isEqualTo(to);
        assertThat(quarter.contains(day)).isTrue();
        assertThat(quarter.from()).isEqualTo(cut == 30 ? LocalDate.of(2024, 12, 31) : LocalDate.parse(from));
    }

    @ParameterizedTest
    @CsvSource({"25, 2025-01-10, 2024-12-26, 2025-12-25", "25, 2025-12-26, 2025-12-26, 2026-12-25", "31, 2024-02-29, 2024-01-01, 2024-12-31"})
    void aYear(int cut, LocalDate day, String from, String to) {
        assertThat(new ReportMonth(cut).year(day)).isEqualTo(period(from, to));
    }

    @ParameterizedTest
    @CsvSource({"25, 2024-12-26, 2025-01-25, 2024-11-26, 2024-12-25", "25, 2024-12-26, 2025-03-25, 2024-09-26, 2024-12-25",
            "25, 2024-12-26, 2025-12-25, 2023-12-26, 2024-12-25", "31, 2025-03-01, 2025-03-31, 2025-02-01, 2025-02-28",
            "25, 2025-01-06, 2025-01-12, 2024-12-30, 2025-01-05"})
    void thePeriodBefore(int cut, String from, String to, String before, String until) {
        assertThat(new ReportMonth(cut).previous(period(from, to))).isEqualTo(period(before, until));
    }

    @ParameterizedTest
    @CsvSource({"25, 2024-12-26, 2025-01-25, 2023-12-26, 2024-01-25", "31, 2025-02-01, 2025-02-28, 2024-02-01, 2024-02-29",
            "25, 2025-01-06, 2025-01-12, 2024-01-06, 2024-01-12"})
    void theSamePeriodOfLastYear(int cut, String from, String to, String before, String until) {
        assertThat(new ReportMonth(cut).lastYear(period(from, to))).isEqualTo(period(before, until));
    }
}
