package cn.anlan.mediation.rule;

import cn.anlan.entry.Ruled;
import cn.anlan.mediation.Dispute;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DisputeRulesTest {
    private static final LocalDate REGISTERED = LocalDate.of(2025, 1, 6);
    /** The id {@link Ruled} gives its entries. */
    private static final String REPORTED = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    private final Ruled<Dispute> dispute = new Ruled<>(Dispute.class, new DisputeRules(REPORTED::equals),
            "register_date", REGISTERED, "happen_date", REGISTERED, "accept_date", REGISTERED, "source_code", "1",
            "type_sf", "02", "risk_level", "3", "scale", "01", "people_count", 2);

    @Test
    void datesRunInOrder() {
        LocalDate before = REGISTERED.minusDays(1);
        assertThat(dispute.saysOf("happen_date", REGISTERED.plusDays(1))).containsExactly("happen_date");
        assertThat(dispute.saysOf("accept_date", before)).containsExactly("accept_date");
        assertThat(dispute.saysOf("end_date", before)).containsExactly("end_date");
        assertThat(dispute.saysOf("refer_date", before)).containsExactly("refer_date");
        assertThat(dispute.saysOf("accept_date", null, "close_date", before)).containsExactly("close_date");
        assertThat(dispute.saysOf("close_date", REGISTERED, "archive_date", before)).containsExactly("archive_date");
        assertThat(dispute.saysOf("close_date", REGISTERED, "archive_date", REGISTERED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31", "32", "33", "34", "39"})
    void whatWasHandedOverCameWithALetter(String source) {
        assertThat(dispute.saysOf("source_code", source)).containsExactly("referred_from_org", "referred_from_doc_no");
        assertThat(dispute.saysOf("source_code", source, "referred_from_org", "court", "referred_from_doc_no", "7")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void aHighRiskHasSomeoneToAnswerForIt(String risk) {
        assertThat(dispute.saysOf("risk_level", risk)).containsExactly("leader", "resp_org", "resp_person");
        assertThat(dispute.saysOf("risk_level", risk, "leader", "A", "resp_org", "B", "resp_person", "C")).isEmpty();
    }

    @Test
    void redIsReportedAtOnce() {
        var silent = new Ruled<>(Dispute.class, new DisputeRules(id -> false), "risk_level", "2", "leader", "A", "resp_org", "B", "resp_person", "C");
        assertThat(silent.saysOf("risk_level", "1")).containsExactly("risk_level");
    }

    @Test
    void aCrowdIsHardlyAnIndividualMatter() {
        assertThat(dispute.saysOf("people_count", 9)).isEmpty();
        assertThat(dispute.saysOf("people_count", 10)).containsExactly("scale?");
        assertThat(dispute.saysOf("people_count", 10, "scale", "02")).isEmpty();
    }

    @Test
    void aTermIsLongerOnlyWithConsent() {
        LocalDate deadline = REGISTERED.plusDays(30);
        assertThat(dispute.saysOf("deadline", deadline, "extend_to", deadline.plusDays(30))).containsExactly("extend_consent");
        assertThat(dispute.saysOf("deadline", deadline, "extend_to", deadline.plusDays(30), "extend_consent", true)).isEmpty();
        assertThat(dispute.saysOf("deadline", deadline, "extend_to", REGISTERED, "extend_consent", true)).containsExactly("extend_to");
        assertThat(dispute.saysOf("deadline", REGISTERED.minusDays(1))).containsExactly("deadline");
    }

    @Test
    void whatTheCourtDidHasItsDaysInOrder() {
        assertThat(dispute.saysOf("jc_status", "2")).containsExactly("jc_apply_date");
        assertThat(dispute.saysOf("jc_status", "4", "jc_apply_date", REGISTERED, "jc_result_date", REGISTERED.minusDays(1)))
                .containsExactly("jc_result_date");
    }

    @Test
    void anEmptyDisputeIsAnotherRulesMatter() {
        assertThat(new Ruled<>(Dispute.class, new DisputeRules(id -> false)).saysOf()).isEmpty();
    }
}
