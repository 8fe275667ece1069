package cn.anlan.village;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import java.util.List;

/** What must agree within one village's file (村档案勾稽): no more households or members than people. */
public final class VillageRules implements Rule<Village> {
    @Override
    public List<Violation> check(Village village) {
        var place = village.place();
        Integer people = place.population();
        var found = new Findings("village");
        if (people != null) {
            found.warnIf(place.households() != null && place.households() > people, "households", "more_households_than_people");
            found.warnIf(place.partyMembers() != null && place.partyMembers() > people, "party_members", "more_members_than_people");
        }
        return found.all();
    }
}
