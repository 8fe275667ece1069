package cn.anlan.mediation.rule;

import cn.anlan.entry.Ruled;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Mediator;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PeopleRulesTest {
    private final Ruled<Committee> committee = new Ruled<>(Committee.class, new CommitteeRules(PeopleRulesTest::county), "member_count", 3, "has_female", true,
            "minority_member", true, "area_code", "620623100201");
    private final Ruled<Mediator> mediator = new Ruled<>(Mediator.class, new MediatorRules(),
            "id_number", "620623200105200033", "sex", "1", "birth_date", LocalDate.of(2001, 5, 20),
            "start_date", LocalDate.of(2019, 5, 20));

    @Test
    void aCommitteeHasThreeToNineMembersAndAWomanAmongThem() {
        assertThat(committee.saysOf("member_count", 2)).containsExactly("member_count?");
        assertThat(committee.saysOf("member_count", 9)).isEmpty();
        assertThat(committee.saysOf("member_count", 10)).containsExactly("member_count?");
        assertThat(committee.saysOf("has_female", false)).containsExactly("has_female?");
    }

    private static Optional<String> county(String code) {
        return Optional.ofNullable(Map.of("620623", "天祝藏族自治县", "620622", "古浪县").get(code));
    }

    @Test
    void inAnAutonomousCountySmallerPeoplesSitOnTheCommittee() {
        assertThat(committee.saysOf("minority_member", false)).containsExactly("minority_member?");
        assertThat(committee.saysOf("minority_member", false, "area_code", "620623")).containsExactly("minority_member?");
        assertThat(committee.saysOf("minority_member", false, "area_code", "620622100201")).isEmpty();
        assertThat(committee.saysOf("minority_member", false, "area_code", "999999")).isEmpty();
    }

    @Test
    void aMediatorIsOfAgeAndThePersonOfTheIdNumber() {
        assertThat(mediator.saysOf("start_date", LocalDate.of(2019, 5, 19))).containsExactly("birth_date");
        assertThat(mediator.saysOf("sex", "2")).containsExactly("sex?");
        assertThat(mediator.saysOf("birth_date", LocalDate.of(2001, 5, 19))).containsExactly("birth_date?");
    }

    @Test
    void nobodyLeavesBeforeComing() {
        assertThat(mediator.saysOf("end_date", LocalDate.of(2019, 5, 19))).containsExactly("end_date");
    }
}
