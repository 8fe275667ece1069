package cn.anlan.mediation.rule;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Referral;
import java.util.List;

/** What must agree within one referral (移送勾稽): who sent, who received, and when the answer came. */
public final class ReferralRules implements Rule<Referral> {
    private static final String OUT = "1";
    private static final String IN = "2";

    @Override
    public List<Violation> check(Referral referral) {
        var letter = referral.letter();
        var reply = referral.reply();
        return new Findings("mediation")
                .refuseIf(OUT.equals(letter.direction()) && letter.toOrg() == null, "to_org", "referral_without_receiver")
                .refuseIf(IN.equals(letter.direction()) && letter.fromOrg() == null, "from_org", "referral_without_sender")
                .refuseUnlessInOrder(letter.date(), reply.feedbackDue(), "feedback_due", "answer_due_before_referral")
                .refuseUnlessInOrder(letter.date(), reply.feedbackDate(), "feedback_date", "answered_before_referral")
                .refuseIf(reply.feedbackDate() != null && reply.feedback() == null, "feedback", "answer_without_words")
                .all();
    }
}
