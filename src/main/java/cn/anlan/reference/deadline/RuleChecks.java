package cn.anlan.reference.deadline;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.reference.DeadlineRule;
import java.util.List;

/** What must agree within one rule on deadlines (期限规则勾稽). */
public final class RuleChecks implements Rule<DeadlineRule> {
    private static final int LONGEST_MONTH = 31;

    @Override
    public List<Violation> check(DeadlineRule rule) {
        var found = new Findings("reference");
        var force = rule.force();
        found.refuseUnlessInOrder(force.validFrom(), force.validTo(), "valid_to", "ends_before_it_begins");
        String days = rule.count().onDays();
        boolean readable = days != null && days.matches("\\d{1,2}(\\D\\d{1,2})*");
        found.refuseIf(readable && rule.count().monthDays().stream().anyMatch(day -> day < 1 || day > LONGEST_MONTH), "on_days", "no_day_of_a_month");
        return found.all();
    }
}
