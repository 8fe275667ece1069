package cn.anlan.station;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import java.util.List;
import java.util.Set;

/** What must agree within one visit (来访勾稽): an ID number only for legal aid (个人信息保护法 art. 6), an end once it is done. */
public final class ServiceVisitRules implements Rule<ServiceVisit> {
    private static final String LEGAL_AID = "2";
    /** 转调解 转法援 引导他处: someone else goes on with it. */
    private static final Set<String> ELSEWHERE = Set.of("2", "3", "4");
    private static final Set<String> DONE = Set.of("3", "4");
    private static final String RATED = "4";
    private static final String UNRATED = "0";

    @Override
    public List<Violation> check(ServiceVisit visit) {
        var reception = visit.reception();
        var outcome = visit.result();
        boolean aid = LEGAL_AID.equals(visit.matter().serviceKind());
        boolean done = reception.status() != null && DONE.contains(reception.status());
        boolean elsewhere = outcome.result() != null && ELSEWHERE.contains(outcome.result());
        boolean unrated = outcome.satisfaction() == null || outcome.satisfaction().equals(UNRATED);
        var found = new Findings("station")
                .refuseIf(!aid && visit.visitor().idNumber() != null, "id_number", "id_without_need")
                .warnIf(elsewhere && outcome.referTo() == null && outcome.disputeId() == null, "refer_to", "sent_nowhere")
                .refuseIf(done && outcome.doneDate() == null, "done_date", "done_without_date")
                .refuseIf(RATED.equals(reception.status()) && unrated, "satisfaction", "rated_without_grade");
        if (reception.visitDt() != null) {
            found.refuseUnlessInOrder(reception.visitDt().toLocalDate(), outcome.doneDate(), "done_date", "done_before_visit");
        }
        return found.all();
    }
}
