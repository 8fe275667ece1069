package cn.anlan.mediation.desk;

import cn.anlan.entry.Completion;
import cn.anlan.mediation.Dispute;
import cn.anlan.reference.CodeLists;
import cn.anlan.store.Series;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Fills in a dispute's code, year, the governance line's type and what its difficulty means (纠纷自动填写). The code is place + day + running
 * number; list {@code dispute_type_map} leads from the justice line's type to the governance line's.
 */
public final class DisputeCompletion implements Completion<Dispute> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    /** From 较大疑难 on a dispute counts as difficult. */
    private static final String DIFFICULT = "3";

    private final Series series;
    private final CodeLists codes;

    public DisputeCompletion(Series series, CodeLists codes) {
        this.series = series;
        this.codes = codes;
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
        return dispute.withRegistration(registration).withFacts(facts).withOutcome(dispute.outcome().withClosing(closing));
    }
}
