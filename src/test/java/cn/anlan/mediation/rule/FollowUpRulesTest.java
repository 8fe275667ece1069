package cn.anlan.mediation.rule;

import cn.anlan.entry.Ruled;
import cn.anlan.mediation.Referral;
import cn.anlan.mediation.Revisit;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FollowUpRulesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 6);
    private final Ruled<Revisit> revisit = new Ruled<>(Revisit.class, new RevisitRules(), "agreement_no", "7", "perform_state", "1");
    private final Ruled<Referral> referral = new Ruled<>(Referral.class, new ReferralRules(), "direction", "1", "to_org", "A", "date", DAY);

    @Test
    void aRevisitSaysWhetherTheAgreementWasKept() {
        assertThat(revisit.saysOf("perform_state", null)).containsExactly("perform_state");
        assertThat(revisit.saysOf("perform_state", null, "agreement_no", null)).isEmpty();
    }

    @Test
    void aDangerIsDescribed() {
        assertThat(revisit.saysOf("hidden_risk", true)).containsExactly("hidden_risk_text");
        assertThat(revisit.saysOf("hidden_risk", true, "hidden_risk_text", "B")).isEmpty();
    }

    @Test
    void aReferralKnowsItsOtherEnd() {
        assertThat(referral.saysOf("to_org", null)).containsExactly("to_org");
        assertThat(referral.saysOf("direction", "2")).containsExactly("from_org");
    }

    @Test
    void anAnswerComesAfterTheReferralAndSaysSomething() {
        assertThat(referral.saysOf("feedback_due", DAY.minusDays(1))).containsExactly("feedback_due");
        assertThat(referral.saysOf("feedback_date", DAY.minusDays(1), "feedback", "B")).containsExactly("feedback_date");
        assertThat(referral.saysOf("feedback_date", DAY)).containsExactly("feedback");
    }
}
