package cn.anlan.reference;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The days one report to the county covers (报送周期), both included, civil dates in Asia/Shanghai. Offices close the month before
 * it ends: with the usual cut on the 25th, January runs from 26 December to 25 January.
 */
public record Period(LocalDate from, LocalDate to) {
    /** The day of the month most counties close their month on. */
    public static final int USUAL_CUT = 25;

    /** The month a day falls into when months close on {@code cutDay} (1–31; in a shorter month, on its last day). */
    public static Period of(LocalDate day, int cutDay) {
        YearMonth month = YearMonth.from(day);
        YearMonth closing = day.isAfter(cut(month, cutDay)) ? month.plusMonths(1) : month;
        return new Period(cut(closing.minusMonths(1), cutDay).plusDays(1), cut(closing, cutDay));
    }

    private static LocalDate cut(YearMonth month, int cutDay) {
        return month.atDay(Math.min(cutDay, month.lengthOfMonth()));
    }

    /** The month before this one. */
    public Period previous(int cutDay) {
        return of(from.minusDays(1), cutDay);
    }

    /** The month after this one. */
    public Period next(int cutDay) {
        return of(to.plusDays(1), cutDay);
    }
}
