package cn.anlan.mediation.rule;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.CourtConfirmation;
import java.util.List;

/** What must agree within one application to the court (司法确认勾稽): made jointly, its dates in order. Source: 人民调解法 art. 33. */
public final class CourtConfirmationRules implements Rule<CourtConfirmation> {
    @Override
    public List<Violation> check(CourtConfirmation confirmation) {
        var application = confirmation.application();
        var ruling = confirmation.ruling();
        return new Findings("mediation")
                .refuseIf(!application.joint(), "joint", "court_not_joint")
                .refuseUnlessInOrder(application.applyDate(), ruling.acceptDate(), "accept_date", "court_accepted_before_applied")
                .refuseUnlessInOrder(application.applyDate(), ruling.resultDate(), "result_date", "court_ruled_before_applied")
                .refuseIf(ruling.result() != null && ruling.resultDate() == null, "result_date", "court_ruled_without_date")
                .all();
    }
}
