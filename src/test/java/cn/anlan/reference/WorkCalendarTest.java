package cn.anlan.reference;

import cn.anlan.TestHouse;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkCalendarTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    @ParameterizedTest
    @CsvSource({
        "2025-09-30, true", "2025-10-01, false", "2025-10-08, false", "2025-10-09, true", "2025-10-11, true", "2025-10-12, false",
        "2025-01-26, true", "2025-02-04, false", "2025-04-27, true", "2026-01-04, true", "2026-02-14, true", "2026-02-16, false",
        "2026-09-20, true", "2026-09-25, false", "2026-10-10, true", "2026-11-21, false", "2026-11-23, true"})
    void officesWorkOnTheDaysTheStateSays(LocalDate day, boolean works) {
        assertThat(calendar().isWorkDay(day)).isEqualTo(works);
    }

    @Test
    void aTermThatEndsInTheHolidayEndsAfterIt() {
        assertThat(calendar().endOf(LocalDate.of(2025, 9, 1), 30)).isEqualTo("2025-10-09");
        assertThat(calendar().endOf(LocalDate.of(2026, 9, 1), 30)).isEqualTo("2026-10-08");
        assertThat(calendar().endOf(LocalDate.of(2026, 11, 23), 5)).isEqualTo("2026-11-30");
        assertThat(calendar().endOf(LocalDate.of(2026, 11, 23), 4)).isEqualTo("2026-11-27");
    }

    @Test
    void aTermOfWorkingDaysPassesOverDaysOff() {
        assertThat(calendar().endOfWorkDays(LocalDate.of(2025, 9, 30), 3)).isEqualTo("2025-10-11");
        assertThat(calendar().endOfWorkDays(LocalDate.of(2026, 11, 20), 1)).isEqualTo("2026-11-23");
    }

    @Test
    void anOfficeKeepsItsOwnCalendar() {
        var codes = house.register(Code.class);
        codes.save(codes.create(Map.of("list", WorkCalendar.LIST, "code", "2027-01-01", "label", "元旦", "parent", "holiday", "sort", 1L)));
        assertThat(calendar().isWorkDay(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendar().specialDays()).extracting(Code::code).contains("2027-01-01", "2025-10-11");
    }

    /** The State Council's notices for 2025 and 2026 give 28 and 33 days off, and pay for them with 5 and 6 working weekend days. */
    @Test
    void theShippedDaysAddUp() {
        assertThat(days("2025", "holiday")).isEqualTo(28);
        assertThat(days("2026", "holiday")).isEqualTo(33);
        assertThat(days("2025", "workday")).isEqualTo(5);
        assertThat(days("2026", "workday")).isEqualTo(6);
        assertThat(special("workday")).allMatch(code -> LocalDate.parse(code.code()).getDayOfWeek().getValue() > 5);
    }

    private long days(String year, String kind) {
        return special(kind).filter(code -> code.code().startsWith(year)).count();
    }

    private Stream<Code> special(String kind) {
        return calendar().specialDays().stream().filter(code -> kind.equals(code.parent()));
    }

    private WorkCalendar calendar() {
        return house.wiring().calendar();
    }
}
