package cn.anlan.village;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What must agree within one title (称号勾稽): a title held has its document, a title lost its day and cause. */
public final class VillageTitleRules implements Rule<VillageTitle> {
    /** 已命名 复核保留 限期整改 撤销 注销: it was named once. */
    private static final Set<String> NAMED = Set.of("3", "4", "5", "6", "7");
    private static final String KEPT = "4";
    private static final Set<String> LOST = Set.of("6", "7");
    private static final String REVOKED = "6";
    /** A village whose title was revoked may apply again after two years. */
    private static final int YEARS_OF_WAITING = 2;

    @Override
    public List<Violation> check(VillageTitle title) {
        var found = new Findings("village");
        String status = title.naming().status();
        if (status != null) {
            naming(title, status, found);
            revocation(title.revocation(), status, found);
        }
        var review = title.review();
        found.refuseUnlessInOrder(title.naming().nameDate(), review.lastReview(), "last_review", "reviewed_before_named");
        found.refuseUnlessInOrder(review.lastReview(), review.nextReviewDue(), "next_review_due", "next_review_before_last");
        found.refuseUnlessInOrder(title.naming().nameDate(), title.revocation().revokeDate(), "revoke_date", "revoked_before_named");
        return found.all();
    }

    private static void naming(VillageTitle title, String status, Findings found) {
        boolean named = NAMED.contains(status);
        found.refuseIf(named && title.naming().docNo() == null, "doc_no", "named_without_document");
        found.refuseIf(named && title.naming().nameDate() == null, "name_date", "named_without_date");
        found.refuseIf(KEPT.equals(status) && title.review().lastReview() == null, "last_review", "kept_without_review");
    }

    private static void revocation(VillageTitle.Revocation revocation, String status, Findings found) {
        boolean revoked = REVOKED.equals(status);
        LocalDate day = revocation.revokeDate();
        found.refuseIf(LOST.contains(status) && day == null, "revoke_date", "lost_without_date");
        found.refuseIf(LOST.contains(status) && revocation.revokeReason() == null, "revoke_reason", "lost_without_reason");
        found.refuseIf(revoked && revocation.revokeDocNo() == null, "revoke_doc_no", "revoked_without_document");
        LocalDate again = revocation.reapplyFrom();
        found.refuseIf(revoked && day != null && again != null && !again.equals(day.plusYears(YEARS_OF_WAITING)),
                "reapply_from", "reapplies_at_wrong_time", YEARS_OF_WAITING);
    }
}
