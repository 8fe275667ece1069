package cn.anlan.mediation.screening;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Period;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Screening;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What must agree within one screening (排查勾稽): nothing found is said once a period, and what was prevented is counted. */
public final class ScreeningRules implements Rule<Screening> {
    private final Function<Screening, Optional<Period>> reported;

    /** {@code reported} tells the period of a screening when its place has reported in that period already. */
    public ScreeningRules(Function<Screening, Optional<Period>> reported) {
        this.reported = reported;
    }

    @Override
    public List<Violation> check(Screening screening) {
        var found = new Findings("mediation");
        var result = screening.result();
        boolean nothing = is(result.foundCount(), 0) && is(result.preventedCount(), 0);
        found.refuseIf(result.isZeroReport() && !nothing, "is_zero_report", "nil_with_findings");
        found.warnIf(!result.isZeroReport() && nothing, "is_zero_report", "nothing_found");
        found.refuseIf(result.preventKind() != null && (result.preventPeople() == null || is(result.preventedCount(), 0)), "prevent_people",
                "prevented_nobody");
        found.refuseIf(result.preventKind() == null && result.preventPeople() != null, "prevent_kind", "prevented_what");
        var round = screening.round();
        if (result.isZeroReport() && round.areaCode() != null && round.date() != null && round.kind() != null) {
            reported.apply(screening).ifPresent(period -> found.refuseIf(true, "is_zero_report", "nil_twice", period.from(), period.to()));
        }
        return found.all();
    }

    private static boolean is(@Nullable Integer count, int number) {
        return count != null && count == number;
    }
}
