package cn.anlan.station;

import cn.anlan.entry.Ruled;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AdviserRulesTest {
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDateTime START = FROM.atTime(9, 0);
    private final Ruled<Adviser> adviser = new Ruled<>(Adviser.class, new AdviserRules(),
            "contract_from", FROM, "contract_to", FROM.plusYears(1));
    private final Ruled<AdviserDuty> duty = new Ruled<>(AdviserDuty.class, new AdviserDutyRules(),
            "start_dt", START, "end_dt", START.plusHours(3));

    @Test
    void aContractEndsAfterItBegins() {
        assertThat(adviser.saysOf("contract_to", FROM.minusDays(1))).containsExactly("contract_to");
        assertThat(adviser.saysOf("contract_to", FROM)).isEmpty();
    }

    @Test
    void aDayOfDutyTakesTimeButNoMoreThanADay() {
        assertThat(duty.saysOf("end_dt", START)).containsExactly("end_dt");
        assertThat(duty.saysOf("end_dt", START.plusDays(1))).isEmpty();
        assertThat(duty.saysOf("end_dt", START.plusDays(1).plusMinutes(1))).containsExactly("end_dt");
        assertThat(duty.saysOf("end_dt", null)).isEmpty();
    }

    @Test
    void listenersMeanALecture() {
        assertThat(duty.saysOf("lecture_people", 30)).containsExactly("lecture_count?");
        assertThat(duty.saysOf("lecture_people", 30, "lecture_count", 1)).isEmpty();
    }
}
