package cn.anlan.mediation.subsidy;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.AgreementItem;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeActivity;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.SubsidyClaim;
import cn.anlan.mediation.SubsidyTier;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Op;
import cn.anlan.store.Registers;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The look at cases of one period (自查口径). Source: 临泽县's practice, facts clear, procedure and papers proper, closed and performed;
 * one case is paid once, and the same parties quarrelling about the same within a year want a second look.
 */
final class CaseLook {
    private static final int MOST = 1_000;
    private static final String SESSION = "2";
    private static final String WRITTEN = "1";
    private static final String PERFORMED = "1";

    private final Registers registers;
    private final Function<Dispute, List<String>> missingPapers;
    private final List<SubsidyTier> tiers;
    /** By parties and kind of quarrel, the claims of the last twelve months. */
    private final Map<String, Dispute> paidFor = new HashMap<>();

    CaseLook(Registers registers, Function<Dispute, List<String>> missingPapers, Period period) {
        this.registers = registers;
        this.missingPapers = missingPapers;
        this.tiers = registers.of(SubsidyTier.class).list(Query.all(), MOST);
        registers.of(SubsidyClaim.class).each(Query.all().where("period_to", Op.FROM, period.from().minusYears(1)), claim -> {
            Dispute dispute = registers.of(Dispute.class).get(claim.matter().disputeId());
            paidFor.put(pair(dispute, parties(dispute)), dispute);
        });
    }

    private static String pair(Dispute dispute, List<DisputeParty> parties) {
        return dispute.facts().typeSf() + parties.stream().map(party -> party.who().name()).sorted().toList();
    }

    private List<DisputeParty> parties(Dispute dispute) {
        return children(DisputeParty.class, "dispute_id", dispute.id()).stream().sorted(Comparator.comparing(party -> party.who().role())).toList();
    }

    Candidate at(Dispute dispute) {
        List<DisputeParty> parties = parties(dispute);
        Optional<Agreement> agreement = children(Agreement.class, "dispute_id", dispute.id()).stream()
                .max(Comparator.comparing(each -> each.heading().signDate()));
        SubsidyTier tier = tier(dispute).orElse(null);
        var check = new SelfCheck();
        facts(dispute, parties, check);
        procedure(dispute, check);
        agreement(agreement.orElse(null), check);
        ending(dispute, agreement.orElse(null), check);
        List<String> missing = missingPapers.apply(dispute);
        check.look("papers", missing.isEmpty(), String.join("、", missing));
        check.look("tier", tier != null);
        check.look("once", registers.of(SubsidyClaim.class).count(Query.all().is("dispute_id", dispute.id()), 1) == 0);
        Dispute earlier = paidFor.get(pair(dispute, parties));
        if (earlier != null && !earlier.id().equals(dispute.id())) {
            check.doubtIf(true, "twin", earlier.registration().title());
        }
        String names = parties.stream().map(party -> party.who().name()).collect(Collectors.joining("、"));
        return new Candidate(dispute, names, agreement.map(each -> each.heading().form()).orElse(null), tier, check);
    }

    private Optional<SubsidyTier> tier(Dispute dispute) {
        LocalDate closed = Objects.requireNonNull(dispute.outcome().closing().closeDate());
        return tiers.stream().filter(tier -> tier.fits(dispute.outcome().closing().difficulty(), closed)).max(Comparator.comparing(each -> each.force().validFrom()));
    }

    private static void facts(Dispute dispute, List<DisputeParty> parties, SelfCheck check) {
        Set<String> roles = parties.stream().map(party -> party.who().role()).collect(Collectors.toSet());
        check.look("facts", roles.containsAll(Set.of("1", "2")) && !dispute.facts().summary().isBlank());
    }

    private void procedure(Dispute dispute, SelfCheck check) {
        var handling = dispute.handling();
        boolean consented = handling.consentApplicant() && handling.consentRespondent() && handling.acceptDate() != null;
        List<DisputeActivity> sessions = children(DisputeActivity.class, "dispute_id", dispute.id()).stream()
                .filter(activity -> activity.kind().equals(SESSION)).toList();
        boolean told = sessions.stream().anyMatch(session -> session.record().toldRights());
        check.look("procedure", consented && told);
    }

    private static void agreement(@Nullable Agreement agreement, SelfCheck check) {
        boolean proper = agreement != null && (!agreement.heading().form().equals(WRITTEN) || agreement.heading().effectiveDate() != null);
        check.look("agreement", proper);
    }

    private void ending(Dispute dispute, @Nullable Agreement agreement, SelfCheck check) {
        var closing = dispute.outcome().closing();
        check.look("closed", closing.closeDate() != null);
        boolean paid = agreement != null && children(AgreementItem.class, "agreement_id", agreement.id()).stream()
                .allMatch(item -> item.performed().doneDate() != null);
        check.look("performed", paid && PERFORMED.equals(closing.closeResult()));
    }

    private <C extends Entry> List<C> children(Class<C> type, String link, String id) {
        return registers.of(type).list(Query.all().is(link, id), MOST);
    }
}
