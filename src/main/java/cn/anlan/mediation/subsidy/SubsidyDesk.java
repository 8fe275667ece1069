package cn.anlan.mediation.subsidy;

import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.SubsidyClaim;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Op;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The subsidy desk (以案定补工作台): looks over the cases of a period, claims those that hold, and moves claims on until they are paid. */
public final class SubsidyDesk {
    private static final int MOST = 10_000;
    private static final String DRAFT = "1";

    private final Registers registers;
    private final Register<SubsidyClaim> claims;
    private final Function<Dispute, List<String>> missingPapers;
    private final Clock clock;

    /** {@code missingPapers} names what the dossier of a case lacks; the clock's zone is the office's. */
    public SubsidyDesk(Registers registers, Function<Dispute, List<String>> missingPapers, Clock clock) {
        this.registers = registers;
        this.claims = registers.of(SubsidyClaim.class);
        this.missingPapers = missingPapers;
        this.clock = clock;
    }

    /** The mediated cases closed in a period, each with the office's own look at it; those that may be claimed first. */
    public List<Candidate> candidates(Period period) {
        var look = new CaseLook(registers, missingPapers, period);
        List<Candidate> found = new ArrayList<>();
        registers.of(Dispute.class).each(Query.all().where("close_date", Op.FROM, period.from()).where("close_date", Op.TO, period.to())
                .where("accept_date", Op.FILLED, null), dispute -> found.add(look.at(dispute)));
        found.sort((a, b) -> Boolean.compare(b.check().isPayable(), a.check().isPayable()));
        return found;
    }

    /**
     * Claims these cases as one batch, all or none. Throws {@link Refused} with a sentence for every case that is not paid as it stands; a
     * doubt does not stop a case somebody has ticked.
     */
    public List<SubsidyClaim> claim(String batchNo, Period period, Collection<String> disputeIds) {
        if (batchNo.isBlank() || disputeIds.isEmpty()) {
            throw Refused.of("mediation.refused.nothing_claimed");
        }
        return registers.together(() -> {
            var look = new CaseLook(registers, missingPapers, period);
            List<Candidate> chosen = disputeIds.stream().map(id -> look.at(closed(id))).toList();
            List<Violation> wrong = chosen.stream().filter(each -> !each.check().isPayable()).map(each -> Violation.hard(null,
                    Text.of("mediation.refused.not_payable", each.dispute().registration().title(), each.check().reasons()))).toList();
            if (!wrong.isEmpty()) {
                throw new Refused(wrong);
            }
            return chosen.stream().map(each -> claims.save(claims.create(claim(batchNo.strip(), period, each)))).toList();
        });
    }

    private Dispute closed(String id) {
        Dispute dispute = registers.of(Dispute.class).get(id);
        if (dispute.outcome().closing().closeDate() == null) {
            throw Refused.of("mediation.refused.not_closed", dispute.registration().title());
        }
        return dispute;
    }

    private static Map<String, @Nullable Object> claim(String batchNo, Period period, Candidate candidate) {
        var tier = Objects.requireNonNull(candidate.tier());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("batch_no", batchNo);
        values.put("period_from", period.from());
        values.put("period_to", period.to());
        values.put("dispute_id", candidate.dispute().id());
        values.put("mediator_id", candidate.dispute().handling().leadMediatorId());
        values.put("tier", tier.name());
        values.put("amount_fen", tier.amountFen());
        values.put("self_check", candidate.check().words());
        values.put("status", DRAFT);
        return values;
    }

    /** The steps a claim may take now. */
    public List<ClaimStep> open(SubsidyClaim claim) {
        return claim.voidReason() != null ? List.of()
                : Arrays.stream(ClaimStep.values()).filter(step -> step.isOpenFrom(claim.review().status())).toList();
    }

    /** Moves a claim on; {@code opinion} is kept, and must be there when it is sent back or turned down. Handed in, it is looked at once more. */
    public SubsidyClaim move(String id, ClaimStep step, @Nullable String opinion) {
        return registers.together(() -> {
            SubsidyClaim claim = claims.get(id);
            if (!open(claim).contains(step)) {
                throw Refused.of("mediation.refused.claim_not_from_here", registers.show(claims.shape().field("status"), claim.review().status()));
            }
            if (step.needsOpinion() && (opinion == null || opinion.isBlank())) {
                throw Refused.of("mediation.refused.claim_without_opinion");
            }
            var review = claim.review().withStatus(step.to());
            review = switch (step) {
                case SUBMIT -> review;
                case RETURN -> review.withOfficeOpinion(opinion);
                case APPROVE, REJECT -> review.withCountyOpinion(opinion);
                case PAY -> review.withPaidDate(LocalDate.now(clock));
            };
            return claims.save(claim.withReview(review));
        });
    }

    /** Every claim of a batch moved on that can be; how many. */
    public int moveAll(String batchNo, ClaimStep step) {
        return registers.together(() -> {
            List<SubsidyClaim> able = batch(batchNo).stream().filter(claim -> open(claim).contains(step)).toList();
            able.forEach(claim -> move(claim.id(), step, null));
            return able.size();
        });
    }

    List<SubsidyClaim> batch(String batchNo) {
        return claims.list(Query.all().is("batch_no", batchNo).sortedBy("id", false), MOST);
    }

    /** The table handed in for a batch (申报汇总表); no bank card number, the last four digits where somebody keyed them in. */
    public ClaimTable table(String batchNo) {
        var look = new ClaimTable.Reading(registers);
        return look.table(batchNo, batch(batchNo));
    }
}
