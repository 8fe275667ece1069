package cn.anlan.reference;

import cn.anlan.entry.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** The county's months leave no day out and count none twice, whatever day an office closes them on. */
class ReportMonthsTest {
    private static LocalDate day(int days) {
        return LocalDate.of(2019, 12, 1).plusDays(days);
    }

    @Property(tries = 400)
    void everyDayIsInOneMonthAndMonthsFollowEachOther(@ForAll @IntRange(min = 1, max = 31) int cut, @ForAll @IntRange(max = 3_000) int days) {
        var months = new ReportMonth(cut);
        LocalDate day = day(days);
        Period month = months.of(day);
        assertThat(month.contains(day)).isTrue();
        assertThat(months.of(month.from())).isEqualTo(month);
        assertThat(months.of(month.to())).isEqualTo(month);
        assertThat(months.after(month).from()).isEqualTo(month.to().plusDays(1));
        assertThat(months.before(month).to()).isEqualTo(month.from().minusDays(1));
        assertThat(months.after(months.before(month))).isEqualTo(month);
        assertThat(ChronoUnit.DAYS.between(month.from(), month.to()) + 1).isBetween(28L, 31L);
    }

    @Property(tries = 200)
    void aQuarterIsThreeMonthsAndAYearFourQuarters(@ForAll @IntRange(min = 1, max = 31) int cut, @ForAll @IntRange(max = 3_000) int days) {
        var months = new ReportMonth(cut);
        LocalDate day = day(days);
        Period quarter = months.quarter(day);
        assertThat(quarter.contains(day)).isTrue();
        Period first = months.of(quarter.from());
        Period third = months.after(months.after(first));
        assertThat(new Period(first.from(), third.to())).isEqualTo(quarter);
        assertThat(quarter.to().getMonthValue() % 3).isZero();
        Period year = months.year(day);
        assertThat(year.contains(day)).isTrue();
        LocalDate from = year.from();
        for (int i = 0; i < 4; i++) {
            Period next = months.quarter(from);
            assertThat(next.from()).isEqualTo(from);
            from = next.to().plusDays(1);
        }
        assertThat(from).isEqualTo(year.to().plusDays(1));
    }

    @Property(tries = 200)
    void thePeriodBeforeAndTheYearBeforeAreAsLong(@ForAll @IntRange(min = 1, max = 31) int cut, @ForAll @IntRange(min = 800, max = 3_000) int days,
            @ForAll @IntRange(min = 1, max = 5) int count) {
        var months = new ReportMonth(cut);
        Period period = months.of(day(days));
        for (int i = 1; i < count; i++) {
            period = new Period(period.from(), months.of(period.to().plusDays(1)).to());
        }
        Period previous = months.previous(period);
        assertThat(previous.to()).isEqualTo(period.from().minusDays(1));
        Period back = period;
        for (int i = 0; i < count; i++) {
            back = months.before(back);
        }
        assertThat(previous.from()).isEqualTo(back.from());
        Period lastYear = months.lastYear(period);
        assertThat(months.of(lastYear.from()).from()).isEqualTo(lastYear.from());
        assertThat(months.of(lastYear.to()).to()).isEqualTo(lastYear.to());
        assertThat(lastYear.to().getMonth()).isEqualTo(period.to().getMonth());
        assertThat(lastYear.to().getYear()).isEqualTo(period.to().getYear() - 1);
    }

    @Property(tries = 200)
    void anOddPeriodHasOneOfAsManyDaysBeforeIt(@ForAll @IntRange(min = 1, max = 31) int cut, @ForAll @IntRange(max = 3_000) int days,
            @ForAll @IntRange(max = 20) int length) {
        var months = new ReportMonth(cut);
        LocalDate from = day(days);
        var period = new Period(from, from.plusDays(length));
        Period previous = months.previous(period);
        assertThat(previous.to()).isEqualTo(from.minusDays(1));
        assertThat(ChronoUnit.DAYS.between(previous.from(), previous.to())).isEqualTo(length);
    }
}
