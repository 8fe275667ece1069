package cn.anlan.mediation.rule;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.AgreementItem;
import java.util.List;

/** What must agree within one thing owed (履行项勾稽): money has an amount, a deed has words, nobody owes himself. */
public final class AgreementItemRules implements Rule<AgreementItem> {
    private static final String MONEY = "1";

    @Override
    public List<Violation> check(AgreementItem item) {
        var duty = item.duty();
        var performed = item.performed();
        boolean money = MONEY.equals(duty.kind());
        Long owed = duty.amountFen();
        Long paid = performed.doneAmountFen();
        return new Findings("mediation")
                .refuseIf(money && owed == null, "amount_fen", "money_without_amount")
                .refuseIf(duty.kind() != null && !money && duty.content() == null, "content", "deed_without_words")
                .refuseIf(duty.debtorParty() != null && duty.debtorParty().equals(duty.creditorParty()), "creditor_party", "owes_himself")
                .refuseIf(paid != null && performed.doneDate() == null, "done_date", "paid_without_date")
                .warnIf(owed != null && paid != null && paid > owed, "done_amount_fen", "paid_more_than_owed")
                .all();
    }
}
