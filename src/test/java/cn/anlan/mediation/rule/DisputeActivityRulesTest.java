package cn.anlan.mediation.rule;

import cn.anlan.entry.Ruled;
import cn.anlan.mediation.DisputeActivity;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DisputeActivityRulesTest {
    private static final LocalDateTime START = LocalDateTime.of(2025, 1, 6, 9, 30);
    private final Ruled<DisputeActivity> session = new Ruled<>(DisputeActivity.class, new DisputeActivityRules(),
            "kind", "2", "start_dt", START, "end_dt", START.plusHours(1), "outcome", "1", "told_rights", true);

    @Test
    void timesRunInOrder() {
        assertThat(session.saysOf("end_dt", START.minusMinutes(1))).containsExactly("end_dt");
        assertThat(session.saysOf("next_dt", START.minusDays(1))).containsExactly("next_dt");
        assertThat(session.saysOf("end_dt", START, "next_dt", START.plusDays(3))).isEmpty();
    }

    @Test
    void aSessionEndsSomehowAndAnInvestigationAsksSomeone() {
        assertThat(session.saysOf("outcome", null)).containsExactly("outcome");
        assertThat(session.saysOf("told_rights", false)).containsExactly("told_rights?");
        assertThat(session.saysOf("kind", "1", "outcome", null)).containsExactly("inquiree_name");
        assertThat(session.saysOf("kind", "3", "outcome", null, "told_rights", false)).isEmpty();
    }
}
