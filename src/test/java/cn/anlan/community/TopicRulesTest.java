package cn.anlan.community;

import cn.anlan.entry.Ruled;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TopicRulesTest {
    private static final LocalDate RAISED = LocalDate.of(2025, 1, 6);
    private final Ruled<Topic> topic = new Ruled<>(Topic.class, new TopicRules(),
            "status", "8", "date", RAISED, "review", "1", "review_date", RAISED.plusDays(1), "meeting_date", RAISED.plusDays(7),
            "result", "1", "publicity_date", RAISED.plusDays(8), "done_date", RAISED.plusDays(30), "feedback_date", RAISED.plusDays(31));

    @Test
    void eachStepFollowsTheOneBefore() {
        assertThat(topic.saysOf("review_date", RAISED.minusDays(1))).containsExactly("review_date");
        assertThat(topic.saysOf("meeting_date", RAISED)).containsExactly("meeting_date");
        assertThat(topic.saysOf("review_date", null, "meeting_date", RAISED.minusDays(1))).containsExactly("meeting_date");
        assertThat(topic.saysOf("publicity_date", RAISED)).containsExactly("publicity_date");
        assertThat(topic.saysOf("done_date", RAISED)).containsExactly("done_date");
        assertThat(topic.saysOf("feedback_date", RAISED)).containsExactly("feedback_date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "6", "7", "8"})
    void whatWasTalkedOverHadAMeetingAndAResult(String status) {
        assertThat(topic.saysOf("status", status, "meeting_date", null)).containsExactly("meeting_date");
        assertThat(topic.saysOf("status", status, "result", null)).containsExactly("result");
    }

    @Test
    void whatIsSettledHasADay() {
        assertThat(topic.saysOf("done_date", null)).containsExactly("done_date");
        assertThat(topic.saysOf("done_date", null, "status", "7")).isEmpty();
    }

    @Test
    void whatIsTurnedDownHasAReason() {
        assertThat(topic.saysOf("review", "2")).containsExactly("review_reason");
        assertThat(topic.saysOf("review", "2", "review_reason", "A")).isEmpty();
        assertThat(topic.saysOf("status", "9")).containsExactly("review_reason");
    }

    @Test
    void countsAndNamesAgree() {
        assertThat(topic.saysOf("attendees", 12, "representatives", 13)).containsExactly("representatives");
        assertThat(topic.saysOf("attendees", 12, "representatives", 12)).isEmpty();
        assertThat(topic.saysOf("anonymous", true, "proposer", "A")).containsExactly("proposer?");
    }
}
