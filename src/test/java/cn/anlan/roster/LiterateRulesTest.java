package cn.anlan.roster;

import cn.anlan.entry.Ruled;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LiterateRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 5, 20);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-05-19T16:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private final Ruled<Literate> literate = new Ruled<>(Literate.class, new LiterateRules(CLOCK),
            "id_number", "620623197506150028", "sex", "2", "birth_date", LocalDate.of(1975, 6, 15), "status", "4",
            "cert_no", "62062310020001", "approve_date", TODAY.minusYears(1));

    @Test
    void ofAgeFromTheEighteenthBirthdayOn() {
        assertThat(literate.saysOf("id_number", null, "birth_date", TODAY.minusYears(18))).isEmpty();
        assertThat(literate.saysOf("id_number", null, "birth_date", TODAY.minusYears(18).plusDays(1))).containsExactly("birth_date");
    }

    @Test
    void thePersonOfTheIdNumber() {
        assertThat(literate.saysOf("sex", "1")).containsExactly("sex?");
        assertThat(literate.saysOf("birth_date", LocalDate.of(1975, 6, 14))).containsExactly("birth_date?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "7"})
    void whoIsGoneLeftOnADayForAReason(String status) {
        assertThat(literate.saysOf("status", status)).containsExactly("exit_date", "exit_reason");
        assertThat(literate.saysOf("status", status, "exit_date", TODAY, "exit_reason", "1")).isEmpty();
        assertThat(literate.saysOf("status", status, "exit_date", TODAY.minusYears(2), "exit_reason", "1")).containsExactly("exit_date");
    }

    @Test
    void whoServesIsCertifiedAndNotGone() {
        assertThat(literate.saysOf("cert_no", null)).containsExactly("cert_no?");
        assertThat(literate.saysOf("approve_date", null)).containsExactly("approve_date?");
        assertThat(literate.saysOf("exit_reason", "2")).containsExactly("status");
        assertThat(literate.saysOf("status", "1", "cert_no", null, "approve_date", null)).isEmpty();
    }

    @Test
    void trainingThenExamThenCertificate() {
        assertThat(literate.saysOf("train_date", TODAY, "exam_date", TODAY.minusDays(1))).containsExactly("exam_date");
        assertThat(literate.saysOf("exam_pass", true)).containsExactly("exam_date");
        assertThat(literate.saysOf("status", "3", "cert_date", TODAY, "cert_no", null)).containsExactly("cert_no");
    }
}
