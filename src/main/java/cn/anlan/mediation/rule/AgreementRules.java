package cn.anlan.mediation.rule;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Agreement;
import java.util.List;

/** What must agree within one agreement (协议勾稽): a written one takes effect only signed and sealed. Source: 人民调解法 art. 29, 30. */
public final class AgreementRules implements Rule<Agreement> {
    private static final String WRITTEN = "1";

    @Override
    public List<Violation> check(Agreement agreement) {
        var heading = agreement.heading();
        var signing = agreement.signing();
        boolean written = WRITTEN.equals(heading.form());
        boolean inForce = written && heading.effectiveDate() != null;
        return new Findings("mediation")
                .refuseIf(written && agreement.terms().disputePoints() == null, "dispute_points", "written_without_points")
                .refuseIf(inForce && !signing.partiesSigned(), "parties_signed", "in_force_unsigned_by_parties")
                .refuseIf(inForce && !signing.mediatorSigned(), "mediator_signed", "in_force_unsigned_by_mediator")
                .refuseIf(inForce && !signing.sealed(), "sealed", "in_force_unsealed")
                .refuseUnlessInOrder(heading.signDate(), heading.effectiveDate(), "effective_date", "in_force_before_signed")
                .refuseUnlessInOrder(heading.signDate(), agreement.performance().performDeadline(), "perform_deadline", "due_before_signed")
                .all();
    }
}
