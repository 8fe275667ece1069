package cn.anlan.mediation.rule;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Dispute;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What must agree within one dispute (纠纷勾稽): its dates, where it came from, who answers for a high risk, the court's part. */
public final class DisputeRules implements Rule<Dispute> {
    private static final Set<String> HANDED_OVER = Set.of("31", "32", "33", "34", "39");
    private static final Set<String> HIGH = Set.of("1", "2");
    private static final String SINGLE = "01";
    /** From so many people on a matter is no longer one between individuals. */
    private static final int CROWD = 10;
    private static final String APPLIED_TO_COURT = "2";
    private static final String RED = "1";

    private final Predicate<String> reported;

    /** {@code reported} tells whether the danger in the dispute of this id was reported (激化上报); it may ask the store. */
    public DisputeRules(Predicate<String> reported) {
        this.reported = reported;
    }

    @Override
    public List<Violation> check(Dispute dispute) {
        var found = new Findings("mediation");
        dates(dispute, found);
        origin(dispute.registration().source(), found);
        risk(dispute, found);
        term(dispute.handling(), found);
        court(dispute, found);
        return found.all();
    }

    private static void dates(Dispute dispute, Findings found) {
        var registered = dispute.registration().registerDate();
        var accepted = dispute.handling().acceptDate();
        var closing = dispute.outcome().closing();
        found.refuseUnlessInOrder(dispute.facts().happenDate(), registered, "happen_date", "happened_after_register");
        found.refuseUnlessInOrder(registered, accepted, "accept_date", "accepted_before_register");
        found.refuseUnlessInOrder(registered, dispute.outcome().ending().endDate(), "end_date", "ended_before_register");
        found.refuseUnlessInOrder(registered, dispute.outcome().referring().referDate(), "refer_date", "referred_before_register");
        found.refuseUnlessInOrder(accepted == null ? registered : accepted, closing.closeDate(), "close_date", "closed_before_accept");
        found.refuseUnlessInOrder(closing.closeDate(), closing.filing().archiveDate(), "archive_date", "archived_before_close");
    }

    private static void origin(Dispute.Source source, Findings found) {
        boolean handedOver = isOneOf(HANDED_OVER, source.sourceCode());
        found.refuseIf(handedOver && source.referredFromOrg() == null, "referred_from_org", "no_referring_org");
        found.refuseIf(handedOver && source.referredFromDocNo() == null, "referred_from_doc_no", "no_referring_doc_no");
    }

    private void risk(Dispute dispute, Findings found) {
        var charge = dispute.risk().charge();
        boolean high = isOneOf(HIGH, dispute.risk().riskLevel());
        found.refuseIf(high && charge.leader() == null, "leader", "high_risk_without_leader");
        found.refuseIf(high && charge.respOrg() == null, "resp_org", "high_risk_without_org");
        found.refuseIf(high && charge.respPerson() == null, "resp_person", "high_risk_without_person");
        boolean silent = RED.equals(dispute.risk().riskLevel()) && !reported.test(dispute.id());
        found.refuseIf(silent, "risk_level", "red_without_report");
        var scope = dispute.facts().scope();
        Integer people = scope.peopleCount();
        found.warnIf(SINGLE.equals(scope.scale()) && people != null && people >= CROWD, "scale", "crowd_called_single", CROWD);
    }

    /** 人民调解工作若干规定: beyond the first term only if the parties agree to go on. */
    private static void term(Dispute.Handling handling, Findings found) {
        var term = handling.term();
        found.refuseIf(term.extendTo() != null && !term.extendConsent(), "extend_consent", "extended_without_consent");
        found.refuseUnlessInOrder(term.deadline(), term.extendTo(), "extend_to", "extended_backwards");
        found.refuseUnlessInOrder(handling.acceptDate(), term.deadline(), "deadline", "deadline_before_accept");
    }

    private static void court(Dispute dispute, Findings found) {
        var confirmation = dispute.outcome().confirmation();
        boolean applied = APPLIED_TO_COURT.equals(confirmation.jcStatus());
        found.refuseIf(applied && confirmation.jcApplyDate() == null, "jc_apply_date", "court_without_date");
        found.refuseUnlessInOrder(confirmation.jcApplyDate(), confirmation.jcResultDate(), "jc_result_date", "court_ruled_before_applied");
    }

    private static boolean isOneOf(Set<String> codes, @Nullable String code) {
        return code != null && codes.contains(code);
    }
}
