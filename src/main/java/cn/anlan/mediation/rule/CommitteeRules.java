package cn.anlan.mediation.rule;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Committee;
import java.util.List;

/** How a committee should be made up (调委会组成): three to nine members, a woman among them. Source: 人民调解法 art. 8. */
public final class CommitteeRules implements Rule<Committee> {
    private static final int FEWEST = 3;
    private static final int MOST = 9;

    @Override
    public List<Violation> check(Committee committee) {
        var members = committee.members();
        Integer count = members.memberCount();
        return new Findings("mediation")
                .warnIf(count != null && (count < FEWEST || count > MOST), "member_count", "committee_of_wrong_size", FEWEST, MOST)
                .warnIf(!members.hasFemale(), "has_female", "committee_without_woman")
                .all();
    }
}
