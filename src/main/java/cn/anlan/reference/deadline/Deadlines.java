package cn.anlan.reference.deadline;

import cn.anlan.entry.Due.Level;
import cn.anlan.entry.Period;
import cn.anlan.reference.DeadlineRule;
import cn.anlan.reference.WorkCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Counts terms (期限计算): dated facts in; the last day, its urgency and the sentence that says why out. Knows nothing of what the matter is;
 * an item no rule in force speaks of has no deadline. Source of the counting: 民法典 art. 201–203, the starting day is not counted.
 */
public final class Deadlines {
    private final WorkCalendar calendar;
    private final List<DeadlineRule> rules;

    public Deadlines(WorkCalendar calendar, Collection<DeadlineRule> rules) {
        this.calendar = calendar;
        this.rules = rules.stream().sorted(Comparator.comparing((DeadlineRule rule) ->
                Objects.requireNonNullElse(rule.force().validFrom(), LocalDate.MIN)).reversed()).toList();
    }

    /** The rule in force for a matter that begins on a day, the latest where several are. */
    public Optional<DeadlineRule> rule(String item, LocalDate day) {
        return rules.stream().filter(rule -> rule.matter().item().equals(item) && rule.holdsOn(day)).findFirst();
    }

    /** By when a matter is to be done. */
    public Optional<Deadline> of(String item, Dated facts) {
        return rule(item, facts.start()).map(rule -> of(rule, facts));
    }

    private Deadline of(DeadlineRule rule, Dated facts) {
        LocalDate counted = counted(rule, facts);
        LocalDate last = rolled(rule, counted);
        LocalDate due = last(rule, facts, last);
        var why = new Why(rule, facts.today());
        String sentence = why.term(due, facts.start()) + (due.equals(last)
                ? why.paused(pausedDays(rule, facts, counted)) + why.rolled(reason(counted, last)) : why.otherDay());
        return new Deadline(due, level(rule, due, facts.today()), sentence + why.reminder(due));
    }

    /** Where a rule knows extensions only a later day counts; elsewhere the day that was set simply takes the place of the counted one. */
    private static LocalDate last(DeadlineRule rule, Dated facts, LocalDate counted) {
        LocalDate set = facts.setTo();
        return set == null || rule.count().extensionDays() != null && set.isBefore(counted) ? counted : set;
    }

    /** The latest day a term may be extended to with everyone's consent; empty when it may not. */
    public Optional<LocalDate> latestExtension(String item, Dated facts) {
        return rule(item, facts.start()).filter(rule -> rule.count().extensionDays() != null)
                .map(rule -> rolled(rule, rolled(rule, counted(rule, facts)).plusDays(Objects.requireNonNull(rule.count().extensionDays()))));
    }

    private LocalDate counted(DeadlineRule rule, Dated facts) {
        LocalDate day = facts.start();
        int left = rule.count().days();
        while (left > 0) {
            day = day.plusDays(1);
            boolean counts = !(rule.count().pausable() && facts.restsOn(day)) && (!rule.count().byWorkingDays() || calendar.isWorkDay(day));
            left -= counts ? 1 : 0;
        }
        return day;
    }

    private LocalDate rolled(DeadlineRule rule, LocalDate day) {
        return rule.count().rolls() ? calendar.onOrAfter(day) : day;
    }

    private static long pausedDays(DeadlineRule rule, Dated facts, LocalDate end) {
        return !rule.count().pausable() || facts.pauses().isEmpty() ? 0
                : facts.start().plusDays(1).datesUntil(end.plusDays(1)).filter(facts::restsOn).count();
    }

    /** What kept offices closed from a counted last day to the one it gave way to; empty when it did not. */
    private Optional<String> reason(LocalDate counted, LocalDate last) {
        return counted.equals(last) ? Optional.empty()
                : counted.datesUntil(last).flatMap(day -> calendar.holiday(day).stream()).findFirst().or(() -> Optional.of(""));
    }

    private static Level level(DeadlineRule rule, LocalDate due, LocalDate today) {
        int first = rule.count().warnings().stream().mapToInt(Integer::intValue).max().orElse(0);
        return today.isAfter(due) ? Level.LATE : today.isBefore(due.minusDays(first)) ? Level.PLAIN : Level.SOON;
    }

    /** The period of something that comes round into which a day falls. */
    public Optional<Window> window(String item, LocalDate day, LocalDate today) {
        return rule(item, day).map(rule -> window(rule, day, today));
    }

    private Window window(DeadlineRule rule, LocalDate day, LocalDate today) {
        Period period = rule.count().monthDays().isEmpty() ? everySoManyDays(rule, day) : ofMonth(rule.count().monthDays(), day);
        LocalDate due = rolled(rule, period.to());
        var why = new Why(rule, today);
        String sentence = why.window(due, period) + why.rolled(reason(period.to(), due)) + why.reminder(due);
        return new Window(period, new Deadline(due, level(rule, due, today), sentence));
    }

    private static Period ofMonth(List<Integer> days, LocalDate day) {
        LocalDate from = day.withDayOfMonth(1);
        for (int end : days) {
            LocalDate to = day.withDayOfMonth(Math.min(end, day.lengthOfMonth()));
            if (!day.isAfter(to)) {
                return new Period(from, to);
            }
            from = to.plusDays(1);
        }
        LocalDate next = day.withDayOfMonth(1).plusMonths(1);
        return new Period(from, next.withDayOfMonth(Math.min(days.get(0), next.lengthOfMonth())));
    }

    /** Counted from the first day the rule is in force. */
    private static Period everySoManyDays(DeadlineRule rule, LocalDate day) {
        int days = Math.max(1, rule.count().days());
        LocalDate first = Objects.requireNonNullElse(rule.force().validFrom(), LocalDate.EPOCH);
        LocalDate from = first.plusDays(ChronoUnit.DAYS.between(first, day) / days * days);
        LocalDate to = from.plusDays(days - 1L);
        LocalDate last = rule.force().validTo();
        return new Period(from, last != null && last.isBefore(to) ? last : to);
    }
}
