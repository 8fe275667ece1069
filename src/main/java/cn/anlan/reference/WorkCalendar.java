package cn.anlan.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which days offices work (工作日历): weekends, public holidays, and the make-up days that pay for them. */
public final class WorkCalendar {
    private final Map<LocalDate, WorkDay> special = new HashMap<>();

    /** The calendar in which these days are not what their weekday says. */
    public WorkCalendar(Collection<WorkDay> days) {
        days.forEach(day -> special.put(day.date(), day));
    }

    public boolean isWorkDay(LocalDate day) {
        WorkDay known = special.get(day);
        return known == null ? day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                : known.kind().equals(WorkDay.WORKED);
    }

    /** The name of the public holiday a day falls in. */
    public Optional<String> holiday(LocalDate day) {
        return Optional.ofNullable(special.get(day)).filter(known -> known.kind().equals(WorkDay.OFF)).map(WorkDay::name);
    }

    /** The day itself when offices work, else the next day they do. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!isWorkDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
