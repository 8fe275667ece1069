package cn.anlan.mediation.rule;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Committee;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a committee should be made up (调委会组成): three to nine members, a woman and, in autonomous areas, smaller peoples among them. Source: 人民调解法 art. 8. */
public final class CommitteeRules implements Rule<Committee> {
    private static final int FEWEST = 3;
    private static final int MOST = 9;
    /** Digits of a county's code. */
    private static final int COUNTY = 6;

    private final Function<String, Optional<String>> places;

    /** {@code places} tells the name of a place by its code. */
    public CommitteeRules(Function<String, Optional<String>> places) {
        this.places = places;
    }

    @Override
    public List<Violation> check(Committee committee) {
        var members = committee.members();
        Integer count = members.memberCount();
        return new Findings("mediation")
                .warnIf(count != null && (count < FEWEST || count > MOST), "member_count", "committee_of_wrong_size", FEWEST, MOST)
                .warnIf(!members.hasFemale(), "has_female", "committee_without_woman")
                .warnIf(!members.minorityMember() && isAutonomous(committee.body().areaCode()), "minority_member", "committee_of_one_people")
                .all();
    }

    /** Whether a place lies in an autonomous county, whose name says so: there smaller peoples must sit on the committee. */
    private boolean isAutonomous(@Nullable String place) {
        return place != null && place.length() >= COUNTY
                && places.apply(place.substring(0, COUNTY)).filter(name -> name.contains(Text.of("mediation.autonomous"))).isPresent();
    }
}
