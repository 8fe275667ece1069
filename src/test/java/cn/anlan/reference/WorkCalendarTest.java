package cn.anlan.reference;

import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.store.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(calendar().onOrAfter(day).equals(day)).isEqualTo(works);
    }

    @Test
    void holidaysHaveNamesAndWeekendsHaveNone() {
        assertThat(calendar().holiday(LocalDate.of(2026, 6, 19))).contains("端午节");
        assertThat(calendar().holiday(LocalDate.of(2026, 9, 20))).as("worked to pay for a day off").isEmpty();
        assertThat(calendar().holiday(LocalDate.of(2026, 11, 21))).isEmpty();
    }

    @Test
    void nextYearsDaysAreTypedOrImportedAndCountAtOnce() {
        var days = house.register(WorkDay.class);
        LocalDate newYear = LocalDate.of(2027, 1, 1);
        assertThat(calendar().isWorkDay(newYear)).isTrue();
        days.save(days.create(Map.of("date", newYear, "kind", WorkDay.OFF, "name", "元旦")));
        assertThat(calendar().isWorkDay(newYear)).isFalse();
        assertThatThrownBy(() -> days.save(days.create(Map.of("date", newYear, "kind", WorkDay.WORKED, "name", "元旦调休")))).isInstanceOf(Refused.class);
    }

    /** The State Council's notices for 2025 and 2026 give 28 and 33 days off, and pay for them with 5 and 6 working weekend days. */
    @Test
    void theShippedDaysAddUp() {
        assertThat(days("2025", WorkDay.OFF)).isEqualTo(28);
        assertThat(days("2026", WorkDay.OFF)).isEqualTo(33);
        assertThat(days("2025", WorkDay.WORKED)).isEqualTo(5);
        assertThat(days("2026", WorkDay.WORKED)).isEqualTo(6);
        assertThat(shipped().stream().filter(day -> day.kind().equals(WorkDay.WORKED))).allMatch(day -> day.date().getDayOfWeek().getValue() > 5);
    }

    private long days(String year, String kind) {
        return shipped().stream().filter(day -> day.kind().equals(kind) && day.date().toString().startsWith(year)).count();
    }

    private List<WorkDay> shipped() {
        return house.register(WorkDay.class).list(Query.all(), 1_000);
    }

    private WorkCalendar calendar() {
        return house.wiring().calendar();
    }
}
