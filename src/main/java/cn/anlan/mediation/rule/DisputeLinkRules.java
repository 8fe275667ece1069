package cn.anlan.mediation.rule;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.DisputeLink;
import java.util.List;

/** A dispute is linked to another one, never to itself (关联勾稽). */
public final class DisputeLinkRules implements Rule<DisputeLink> {
    @Override
    public List<Violation> check(DisputeLink link) {
        boolean itself = link.disputeId() != null && link.disputeId().equals(link.otherId());
        return new Findings("mediation").refuseIf(itself, "other_id", "linked_to_itself").all();
    }
}
