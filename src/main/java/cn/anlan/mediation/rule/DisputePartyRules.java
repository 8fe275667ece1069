package cn.anlan.mediation.rule;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.reference.ResidentIdNumber;
import java.util.List;

/** What must agree within one party (当事人勾稽): a person and the ID number, an organisation and its code and head. */
public final class DisputePartyRules implements Rule<DisputeParty> {
    private static final String NATURAL_PERSON = "1";
    private static final String ORGANISATION = "2";
    private static final String RESIDENT_ID = "111";
    private static final String NO_ID = "000";

    @Override
    public List<Violation> check(DisputeParty party) {
        var found = new Findings("mediation");
        if (NATURAL_PERSON.equals(party.who().kind())) {
            person(party.person(), found);
        } else if (ORGANISATION.equals(party.who().kind())) {
            organisation(party, found);
        }
        var contact = party.person().contact();
        found.refuseIf(contact.phone() == null && contact.address() == null, "phone", "party_out_of_reach");
        found.warnIf(contact.isMinor() && contact.guardian() == null, "guardian", "minor_without_guardian");
        var agent = party.agent();
        found.refuseIf(agent.agentName() != null && agent.agentScope().isEmpty(), "agent_scope", "agent_without_scope");
        return found.all();
    }

    private static void person(DisputeParty.Person person, Findings found) {
        found.refuseIf(NO_ID.equals(person.idType()) && person.noIdReason() == null, "no_id_reason", "no_id_without_reason");
        boolean resident = person.idType() == null || person.idType().equals(RESIDENT_ID);
        if (resident && person.idNumber() != null) {
            var id = new ResidentIdNumber(person.idNumber());
            found.refuseIf(!id.isWellFormed(), "id_number", "id_malformed");
            found.warnIf(id.isWellFormed() && !id.hasRightCheck(), "id_number", "id_check_wrong");
            found.warnIf(id.contradicts(person.sex(), null), "sex", "sex_contradicts_id");
            found.warnIf(id.contradicts(null, person.birthDate()), "birth_date", "birth_contradicts_id");
        }
    }

    private static void organisation(DisputeParty party, Findings found) {
        var organisation = party.organisation();
        found.refuseIf(organisation.uscc() == null && party.person().noIdReason() == null, "uscc", "organisation_without_code");
        found.refuseIf(organisation.legalRep() == null, "legal_rep", "organisation_without_head");
    }
}
