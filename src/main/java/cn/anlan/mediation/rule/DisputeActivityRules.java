package cn.anlan.mediation.rule;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.DisputeActivity;
import java.util.List;

/** What must agree within one record of the work on a dispute (过程记录勾稽): an investigation asks someone, a session ends somehow. */
public final class DisputeActivityRules implements Rule<DisputeActivity> {
    private static final String INVESTIGATION = "1";
    private static final String SESSION = "2";

    @Override
    public List<Violation> check(DisputeActivity activity) {
        var session = activity.session();
        var record = activity.record();
        boolean someoneAsked = activity.inquiree().inquireeName() != null;
        return new Findings("mediation")
                .refuseUnlessInOrder(session.startDt(), session.endDt(), "end_dt", "ended_before_start")
                .refuseUnlessInOrder(session.startDt(), record.nextDt(), "next_dt", "next_before_start")
                .refuseIf(INVESTIGATION.equals(activity.kind()) && !someoneAsked, "inquiree_name", "nobody_asked")
                .refuseIf(SESSION.equals(activity.kind()) && record.outcome() == null, "outcome", "session_without_outcome")
                .warnIf(SESSION.equals(activity.kind()) && !record.toldRights(), "told_rights", "rights_not_told")
                .all();
    }
}
