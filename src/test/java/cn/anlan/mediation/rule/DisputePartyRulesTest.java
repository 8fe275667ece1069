package cn.anlan.mediation.rule;

import cn.anlan.entry.Ruled;
import cn.anlan.mediation.DisputeParty;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DisputePartyRulesTest {
    private final Ruled<DisputeParty> person = new Ruled<>(DisputeParty.class, new DisputePartyRules(),
            "kind", "1", "id_type", "111", "id_number", "620623197506150028", "sex", "2", "birth_date", LocalDate.of(1975, 6, 15),
            "phone", "13909350000");
    private final Ruled<DisputeParty> organisation = new Ruled<>(DisputeParty.class, new DisputePartyRules(),
            "kind", "2", "uscc", "91350100M000100Y43", "legal_rep", "A", "address", "B");

    @Test
    void aPersonIsTheOneOfTheIdNumber() {
        assertThat(person.saysOf("id_number", "620623197502300028")).containsExactly("id_number");
        assertThat(person.saysOf("id_number", "620623197506150029")).containsExactly("id_number?");
        assertThat(person.saysOf("sex", "1")).containsExactly("sex?");
        assertThat(person.saysOf("birth_date", LocalDate.of(1975, 6, 16))).containsExactly("birth_date?");
        assertThat(person.saysOf("id_type", "414", "id_number", "E12345678")).isEmpty();
        assertThat(person.saysOf("id_number", null)).isEmpty();
    }

    @Test
    void whoHasNoPapersSaysWhy() {
        assertThat(person.saysOf("id_type", "000", "id_number", null)).containsExactly("no_id_reason");
        assertThat(person.saysOf("id_type", "000", "id_number", null, "no_id_reason", "lost")).isEmpty();
    }

    @Test
    void anOrganisationHasACodeAndAHead() {
        assertThat(organisation.saysOf("uscc", null)).containsExactly("uscc");
        assertThat(organisation.saysOf("uscc", null, "no_id_reason", "new")).isEmpty();
        assertThat(organisation.saysOf("legal_rep", null)).containsExactly("legal_rep");
    }

    @Test
    void everyoneCanBeReached() {
        assertThat(person.saysOf("phone", null)).containsExactly("phone");
        assertThat(person.saysOf("phone", null, "address", "A")).isEmpty();
    }

    @Test
    void somebodyActsForAChildAndAnAgentInSomething() {
        assertThat(person.saysOf("is_minor", true)).containsExactly("guardian?");
        assertThat(person.saysOf("agent_name", "A")).containsExactly("agent_scope");
        assertThat(person.saysOf("agent_name", "A", "agent_scope", Set.of("4", "5"))).isEmpty();
    }
}
