package cn.anlan.reference;

import cn.anlan.entry.Period;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How a county counts its months (报送周期). Offices close a month before it ends: with the usual cut on the 25th, January runs from
 * 26 December to 25 January.
 *
 * @param cutDay the last day of a month that still counts into it, 1–31; in a shorter month its last day
 */
public record ReportMonth(int cutDay) {
    /** The day most counties close their month on. */
    public static final int USUAL_CUT = 25;

    /** The month a day falls into. */
    public Period of(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        YearMonth closing = day.isAfter(cut(month)) ? month.plusMonths(1) : month;
        return new Period(cut(closing.minusMonths(1)).plusDays(1), cut(closing));
    }

    private LocalDate cut(YearMonth month) {
        return month.atDay(Math.min(cutDay, month.lengthOfMonth()));
    }

    /** The month before the one that begins with this period. */
    public Period before(Period period) {
        return of(period.from().minusDays(1));
    }

    /** The month after the one that ends with this period. */
    public Period after(Period period) {
        return of(period.to().plusDays(1));
    }
}
