package cn.anlan.village;

import cn.anlan.entry.Completion;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills in when a title held is next reviewed, and from when a title revoked may be sought again (称号自动填写): two years each. */
public final class VillageTitleCompletion implements Completion<VillageTitle> {
    /** 已命名 复核保留 限期整改. */
    private static final Set<String> HELD = Set.of("3", "4", "5");
    private static final String REVOKED = "6";
    private static final int YEARS = 2;

    @Override
    public VillageTitle complete(VillageTitle title, @Nullable VillageTitle before) {
        String status = title.naming().status();
        var review = title.review();
        var revocation = title.revocation();
        LocalDate looked = review.lastReview() == null ? title.naming().nameDate() : review.lastReview();
        boolean held = status != null && HELD.contains(status);
        return title.withReview(review.withNextReviewDue(held ? yearsAfter(looked) : null))
                .withRevocation(revocation.withReapplyFrom(REVOKED.equals(status) ? yearsAfter(revocation.revokeDate()) : null));
    }

    private static @Nullable LocalDate yearsAfter(@Nullable LocalDate day) {
        return day == null ? null : day.plusYears(YEARS);
    }
}
