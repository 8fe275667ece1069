package cn.anlan.reference.deadline;

import cn.anlan.entry.Period;
import cn.anlan.entry.Text;
import cn.anlan.reference.DeadlineRule;
import java.time.LocalDate;
import java.util.Optional;

/** The sentence that says why something is due by a day (期限说明); a date shows its year when it is not this year's. */
final class Why {
    private final DeadlineRule rule;
    private final LocalDate today;

    Why(DeadlineRule rule, LocalDate today) {
        this.rule = rule;
        this.today = today;
    }

    /** 应于 6 月 12 日前办结：受理 5 月 13 日起 30 日. */
    String term(LocalDate due, LocalDate start) {
        int days = rule.count().days();
        String since = rule.matter().since();
        return head(due) + (days == 0 ? Text.of("reference.deadline.fixed", since, day(start))
                : rule.count().byWorkingDays() ? Text.of("reference.deadline.working", since, day(start), days)
                : Text.of("reference.deadline.calendar", since, day(start), days));
    }

    String window(LocalDate due, Period period) {
        return head(due) + (period.from().equals(period.to()) ? Text.of("reference.deadline.fixed", rule.matter().since(), day(period.to()))
                : Text.of("reference.deadline.window", rule.matter().since(), day(period.from()), day(period.to())));
    }

    private String head(LocalDate due) {
        return Text.of("reference.deadline.why", day(due), rule.matter().act());
    }

    /** The holiday by its name; an empty one was a weekend. */
    String rolled(Optional<String> holiday) {
        return holiday.map(name -> Text.of("reference.deadline.rolled", name.isEmpty() ? Text.of("reference.deadline.weekend") : name)).orElse("");
    }

    String paused(long days) {
        return days == 0 ? "" : Text.of("reference.deadline.paused", days);
    }

    /** Another day than the counted one holds: by everyone's consent where the rule knows extensions, else by whoever may set it. */
    String otherDay() {
        return rule.count().extensionDays() != null ? Text.of("reference.deadline.extended") : Text.of("reference.deadline.set");
    }

    /** Which of the rule's reminders this is; nothing before the first, when it is too late, or when there is but one. */
    String reminder(LocalDate due) {
        var warnings = rule.count().warnings();
        long reached = warnings.stream().filter(before -> !today.isBefore(due.minusDays(before))).count();
        return reached == 0 || today.isAfter(due) || warnings.size() < 2 ? "" : Text.of("reference.deadline.reminder", reached, warnings.size());
    }

    private String day(LocalDate day) {
        return day.getYear() == today.getYear() ? Text.of("reference.deadline.day", day.getMonthValue(), day.getDayOfMonth())
                : Text.of("reference.deadline.day_of_year", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
