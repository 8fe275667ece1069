package cn.anlan.mediation.desk;

import cn.anlan.entry.Completion;
import cn.anlan.mediation.Dispute;
import cn.anlan.reference.CodeLists;
import cn.anlan.reference.deadline.Dated;
import cn.anlan.reference.deadline.Deadline;
import cn.anlan.reference.deadline.Deadlines;
import cn.anlan.store.Series;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fills in a dispute's code, year, the governance line's type, its term and what its difficulty means (纠纷自动填写). The code is place + day +
 * running number; list {@code dispute_type_map} leads from the justice line's type to the governance line's.
 */
public final class DisputeCompletion implements Completion<Dispute> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    /** From 较大疑难 on a dispute counts as difficult. */
    private static final String DIFFICULT = "3";

    private final Series series;
    private final CodeLists codes;
    private final Supplier<Deadlines> deadlines;

    public DisputeCompletion(Series series, CodeLists codes, Supplier<Deadlines> deadlines) {
        this.series = series;
        this.codes = codes;
        this.deadlines = deadlines;
    }

    @Override
    public Dispute complete(Dispute dispute, @Nullable Dispute before) {
        var registration = dispute.registration();
        if (registration.caseCode() == null && registration.areaCode() != null && registration.registerDate() != null) {
            String town = registration.areaCode().substring(0, Math.min(9, registration.areaCode().length()));
            String head = town + DAY.format(registration.registerDate());
            String code = head + String.format("%04d", series.next("case_code/" + head));
            registration = registration.withCaseCode(code).withBizYear(registration.registerDate().getYear());
        }
        var facts = dispute.facts();
        if (facts.typeZz() == null && facts.typeSf() != null) {
            facts = facts.withTypeZz(codes.find("dispute_type_map", facts.typeSf()).map(code -> code.parent()).orElse(null));
        }
        String difficulty = dispute.outcome().closing().difficulty();
        boolean difficult = difficulty != null && difficulty.compareTo(DIFFICULT) >= 0;
        var closing = dispute.outcome().closing().withIsDifficult(difficult);
        return dispute.withRegistration(registration).withFacts(facts).withOutcome(dispute.outcome().withClosing(closing))
                .withHandling(withTerm(dispute.handling(), before == null ? null : before.handling()));
    }

    /** The term of the rule in force at acceptance, or as extended by consent; time in which experts are at work comes on top, day by day. */
    private Dispute.Handling withTerm(Dispute.Handling handling, Dispute.@Nullable Handling before) {
        LocalDate accepted = handling.acceptDate();
        var term = handling.term();
        if (accepted == null || before != null && accepted.equals(before.acceptDate()) && term.equals(before.term())) {
            return handling;
        }
        Dated facts = Dated.since(accepted, accepted).setTo(term.extendConsent() ? term.extendTo() : null);
        return handling.withTerm(term.withDeadline(deadlines.get().of("mediate", facts).map(Deadline::due).orElse(null)));
    }
}
