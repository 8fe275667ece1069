package cn.anlan.station;

import cn.anlan.entry.Ruled;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceVisitRulesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 6);
    private final Ruled<ServiceVisit> visit = new Ruled<>(ServiceVisit.class, new ServiceVisitRules(),
            "visit_dt", LocalDateTime.of(2025, 1, 6, 9, 30), "status", "3", "service_kind", "1", "result", "1", "done_date", DAY);

    @Test
    void anIdNumberIsAskedForLegalAidOnly() {
        assertThat(visit.saysOf("id_number", "620623197506150028")).containsExactly("id_number");
        assertThat(visit.saysOf("id_number", "620623197506150028", "service_kind", "2")).isEmpty();
        assertThat(visit.saysOf("service_kind", "2")).isEmpty();
    }

    @Test
    void whoIsSentOnIsSentSomewhere() {
        assertThat(visit.saysOf("result", "3")).containsExactly("refer_to?");
        assertThat(visit.saysOf("result", "3", "refer_to", "A")).isEmpty();
        assertThat(visit.saysOf("result", "2", "dispute_id", "B")).isEmpty();
    }

    @Test
    void whatIsDoneHasADayNotBeforeTheVisit() {
        assertThat(visit.saysOf("done_date", null)).containsExactly("done_date");
        assertThat(visit.saysOf("done_date", null, "status", "2")).isEmpty();
        assertThat(visit.saysOf("done_date", DAY.minusDays(1))).containsExactly("done_date");
    }

    @Test
    void whatIsRatedHasAGrade() {
        assertThat(visit.saysOf("status", "4", "satisfaction", "0")).containsExactly("satisfaction");
        assertThat(visit.saysOf("status", "4")).containsExactly("satisfaction");
        assertThat(visit.saysOf("status", "4", "satisfaction", "1")).isEmpty();
    }
}
