package cn.anlan.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which days offices work (工作日历): weekends, public holidays and the make-up days that pay for them, as code list {@code work_day}. */
public final class WorkCalendar {
    /** The list: code = the date, parent = holiday or workday, label = the holiday's name. */
    public static final String LIST = "work_day";

    private static final String MAKE_UP = "workday";
    private final CodeLists codes;

    public WorkCalendar(CodeLists codes) {
        this.codes = codes;
    }

    public boolean isWorkDay(LocalDate day) {
        Optional<Code> special = codes.find(LIST, day.toString());
        if (special.isPresent()) {
            return MAKE_UP.equals(special.get().parent());
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The day itself when offices work, else the next day they do. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!isWorkDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The last day of a period of calendar days: the starting day is not counted, a last day off rolls to the next working day. */
    public LocalDate endOf(LocalDate start, int days) {
        return onOrAfter(start.plusDays(days));
    }

    /** The last day of a period of working days: the starting day is not counted. */
    public LocalDate endOfWorkDays(LocalDate start, int days) {
        LocalDate end = start;
        for (int counted = 0; counted < days; counted++) {
            end = onOrAfter(end.plusDays(1));
        }
        return end;
    }

    /** Every day of the calendar that is not what its weekday says. */
    public List<Code> specialDays() {
        return codes.all(LIST);
    }
}
