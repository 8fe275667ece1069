package cn.anlan.reference;

import cn.anlan.entry.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * How a county counts its months (报送周期). Offices close a month before it ends: with the usual cut on the 25th, January runs from
 * 26 December to 25 January.
 *
 * @param cutDay the last day of a month that still counts into it, 1–31; in a shorter month its last day
 */
public record ReportMonth(int cutDay) {
    /** The day most counties close their month on. */
    public static final int USUAL_CUT = 25;

    private static final int QUARTER = 3;
    private static final int YEAR = 12;

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

    /** The quarter a day falls into: three such months, the last closing in March, June, September or December. */
    public Period quarter(LocalDate day) {
        YearMonth closing = YearMonth.from(of(day).to());
        YearMonth first = closing.withMonth((closing.getMonthValue() - 1) / QUARTER * QUARTER + 1);
        return months(first, QUARTER);
    }

    /** The year a day falls into: twelve such months, the last closing in December. */
    public Period year(LocalDate day) {
        return months(YearMonth.from(of(day).to()).withMonth(1), YEAR);
    }

    private Period months(YearMonth first, int count) {
        return new Period(cut(first.minusMonths(1)).plusDays(1), cut(first.plusMonths(count - 1L)));
    }

    /** The period as long as this one that ends the day before it begins: whole months for whole months, else as many days (环比). */
    public Period previous(Period period) {
        int whole = wholeMonths(period);
        long days = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
        return whole > 0 ? shifted(period, whole) : new Period(period.from().minusDays(days), period.from().minusDays(1));
    }

    /** The same period a year before (同比). */
    public Period lastYear(Period period) {
        return wholeMonths(period) > 0 ? shifted(period, YEAR) : new Period(period.from().minusYears(1), period.to().minusYears(1));
    }

    private Period shifted(Period period, int back) {
        YearMonth last = YearMonth.from(period.to()).minusMonths(back);
        return months(last.minusMonths(wholeMonths(period) - 1L), wholeMonths(period));
    }

    /** How many months as the county counts them a period is; 0 when it begins or ends within one. */
    private int wholeMonths(Period period) {
        YearMonth first = YearMonth.from(of(period.from()).to());
        YearMonth last = YearMonth.from(of(period.to()).to());
        int months = (int) ChronoUnit.MONTHS.between(first, last) + 1;
        return months(first, months).equals(period) ? months : 0;
    }
}
