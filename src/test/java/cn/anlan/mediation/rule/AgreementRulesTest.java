package cn.anlan.mediation.rule;

import cn.anlan.entry.Ruled;
import cn.anlan.mediation.Agreement;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgreementRulesTest {
    private static final LocalDate SIGNED = LocalDate.of(2025, 1, 6);
    private final Ruled<Agreement> written = new Ruled<>(Agreement.class, new AgreementRules(),
            "form", "1", "sign_date", SIGNED, "effective_date", SIGNED, "dispute_points", "A", "perform_deadline", SIGNED,
            "parties_signed", true, "mediator_signed", true, "sealed", true);

    @Test
    void aWrittenAgreementIsInForceOnlySignedAndSealed() {
        assertThat(written.saysOf("parties_signed", false)).containsExactly("parties_signed");
        assertThat(written.saysOf("mediator_signed", false)).containsExactly("mediator_signed");
        assertThat(written.saysOf("sealed", false)).containsExactly("sealed");
        assertThat(written.saysOf("sealed", false, "effective_date", null)).isEmpty();
        assertThat(written.saysOf("dispute_points", null)).containsExactly("dispute_points");
    }

    @Test
    void anOralOneNeedsNoSeal() {
        assertThat(written.saysOf("form", "2", "sealed", false, "parties_signed", false, "mediator_signed", false,
                "dispute_points", null)).isEmpty();
    }

    @Test
    void nothingIsDueBeforeItIsSigned() {
        assertThat(written.saysOf("perform_deadline", SIGNED.minusDays(1))).containsExactly("perform_deadline");
        assertThat(written.saysOf("effective_date", SIGNED.minusDays(1))).containsExactly("effective_date");
    }
}
