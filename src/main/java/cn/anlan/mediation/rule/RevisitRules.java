package cn.anlan.mediation.rule;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Revisit;
import java.util.List;

/** What must agree within one revisit (回访勾稽): an agreement was kept or not, a danger is described. */
public final class RevisitRules implements Rule<Revisit> {
    @Override
    public List<Violation> check(Revisit revisit) {
        var finding = revisit.finding();
        return new Findings("mediation")
                .refuseIf(revisit.call().agreementNo() != null && finding.performState() == null, "perform_state", "revisit_without_state")
                .refuseIf(finding.hiddenRisk() && finding.hiddenRiskText() == null, "hidden_risk_text", "danger_without_words")
                .all();
    }
}
