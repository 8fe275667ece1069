package cn.anlan.village;

import cn.anlan.entry.Ruled;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VillageRulesTest {
    private final Ruled<Village> village = new Ruled<>(Village.class, new VillageRules(),
            "population", 900, "households", 250, "party_members", 40);

    @Test
    void householdsAndMembersAreAmongThePeople() {
        assertThat(village.saysOf("households", 901)).containsExactly("households?");
        assertThat(village.saysOf("party_members", 901)).containsExactly("party_members?");
        assertThat(village.saysOf("population", null)).isEmpty();
    }
}
