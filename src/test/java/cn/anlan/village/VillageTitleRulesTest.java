package cn.anlan.village;

import cn.anlan.entry.Ruled;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VillageTitleRulesTest {
    private static final LocalDate NAMED = LocalDate.of(2021, 3, 1);
    private static final LocalDate REVOKED = LocalDate.of(2024, 2, 29);
    private final Ruled<VillageTitle> title = new Ruled<>(VillageTitle.class, new VillageTitleRules(),
            "status", "3", "doc_no", "7", "name_date", NAMED, "last_review", NAMED.plusYears(2), "next_review_due", NAMED.plusYears(4));

    @ParameterizedTest
    @ValueSource(strings = {"3", "4", "5"})
    void aTitleHeldHasItsDocument(String status) {
        assertThat(title.saysOf("status", status, "doc_no", null)).containsExactly("doc_no");
        assertThat(title.saysOf("status", status, "name_date", null)).containsExactly("name_date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "8"})
    void aTitleStillSoughtHasNone(String status) {
        assertThat(title.saysOf("status", status, "doc_no", null, "name_date", null, "last_review", null,
                "next_review_due", null)).isEmpty();
    }

    @Test
    void aReviewFollowsTheNamingAndTheOneBefore() {
        assertThat(title.saysOf("status", "4", "last_review", null)).containsExactly("last_review");
        assertThat(title.saysOf("last_review", NAMED.minusDays(1))).containsExactly("last_review");
        assertThat(title.saysOf("next_review_due", NAMED)).containsExactly("next_review_due");
    }

    @Test
    void aTitleLostHasItsDayCauseAndDocument() {
        assertThat(title.saysOf("status", "6")).containsExactly("revoke_date", "revoke_reason", "revoke_doc_no");
        assertThat(title.saysOf("status", "7")).containsExactly("revoke_date", "revoke_reason");
        assertThat(title.saysOf("status", "7", "revoke_reason", "A", "revoke_date", NAMED.minusDays(1))).containsExactly("revoke_date");
    }

    @Test
    void aRevokedTitleMayBeSoughtAgainAfterTwoYears() {
        assertThat(revoked(LocalDate.of(2026, 2, 28))).isEmpty();
        assertThat(revoked(LocalDate.of(2026, 2, 27))).containsExactly("reapply_from");
    }

    private List<String> revoked(LocalDate again) {
        return title.saysOf("status", "6", "revoke_date", REVOKED, "revoke_reason", "A", "revoke_doc_no", "8", "reapply_from", again);
    }
}
