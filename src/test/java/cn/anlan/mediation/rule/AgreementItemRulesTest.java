package cn.anlan.mediation.rule;

import cn.anlan.entry.Ruled;
import cn.anlan.mediation.AgreementItem;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgreementItemRulesTest {
    private final Ruled<AgreementItem> money = new Ruled<>(AgreementItem.class, new AgreementItemRules(),
            "kind", "1", "amount_fen", 100_00L, "debtor_party", "A", "creditor_party", "B");

    @Test
    void moneyHasAnAmountAndADeedHasWords() {
        assertThat(money.saysOf("amount_fen", null)).containsExactly("amount_fen");
        assertThat(money.saysOf("kind", "3", "amount_fen", null)).containsExactly("content");
        assertThat(money.saysOf("kind", "3", "amount_fen", null, "content", "C")).isEmpty();
    }

    @Test
    void nobodyOwesHimself() {
        assertThat(money.saysOf("creditor_party", "A")).containsExactly("creditor_party");
    }

    @Test
    void whatWasPaidHasADateAndIsNoMoreThanOwed() {
        LocalDate paid = LocalDate.of(2025, 1, 6);
        assertThat(money.saysOf("done_amount_fen", 50_00L)).containsExactly("done_date");
        assertThat(money.saysOf("done_amount_fen", 100_00L, "done_date", paid)).isEmpty();
        assertThat(money.saysOf("done_amount_fen", 100_01L, "done_date", paid)).containsExactly("done_amount_fen?");
    }
}
