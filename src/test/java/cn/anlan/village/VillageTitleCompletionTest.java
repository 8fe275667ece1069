package cn.anlan.village;

import cn.anlan.TestHouse;
import cn.anlan.store.Query;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class VillageTitleCompletionTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private static final LocalDate NAMED = LocalDate.of(2023, 3, 1);

    @Test
    void aTitleHeldIsReviewedEveryTwoYears() {
        VillageTitle named = title("status", "3");
        assertThat(named.review().nextReviewDue()).isEqualTo("2025-03-01");
        assertThat(title("status", "4", "last_review", LocalDate.of(2025, 2, 28)).review().nextReviewDue()).isEqualTo("2027-02-28");
        assertThat(named.revocation().reapplyFrom()).isNull();
    }

    @Test
    void aTitleAppliedForIsNotReviewed() {
        assertThat(house.samples().title(house.samples().village()).review().nextReviewDue()).isNull();
    }

    @Test
    void aTitleRevokedMayBeSoughtAgainAfterTwoYears() {
        VillageTitle lost = title("status", "6", "revoke_date", LocalDate.of(2024, 2, 29), "revoke_reason", "弄虚作假", "revoke_doc_no", "县司发 1 号");
        assertThat(lost.revocation().reapplyFrom()).isEqualTo("2026-02-28");
        assertThat(lost.review().nextReviewDue()).isNull();
    }

    private VillageTitle title(Object... pairs) {
        Object[] all = new Object[pairs.length + 4];
        System.arraycopy(pairs, 0, all, 4, pairs.length);
        System.arraycopy(new Object[] {"doc_no", "县司发〔2023〕1 号", "name_date", NAMED}, 0, all, 0, 4);
        Village village = house.register(Village.class).list(Query.all(), 1).stream().findFirst()
                .orElseGet(() -> house.samples().village());
        return house.samples().title(village, all);
    }
}
