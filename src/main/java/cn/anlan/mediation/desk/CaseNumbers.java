package cn.anlan.mediation.desk;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.mediation.CaseSeries;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.Query;
import cn.anlan.store.Registers;
import cn.anlan.store.Series;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives out case numbers (案号): running per committee, year and kind, from where the paper book or this PC's block begins.
 * A number once used is never given again, not even when its dispute was declared void. Source: the statutory dossier cover.
 */
final class CaseNumbers {
    static final String WRITTEN = "1";
    static final String ORAL = "2";

    private final Registers registers;
    private final Series series;

    CaseNumbers(Registers registers, Series series) {
        this.registers = registers;
        this.series = series;
    }

    /** The next free number for an accepted dispute, e.g. （2025）天华人调字第012号; by word of mouth …人调口字…; inside a write. */
    String next(Dispute dispute, String kind) {
        String committeeId = Objects.requireNonNull(dispute.handling().committeeId());
        int year = Objects.requireNonNull(dispute.handling().acceptDate()).getYear();
        String shortName = registers.of(Committee.class).get(committeeId).body().shortName();
        String name = "case_no/" + committeeId + "/" + year + (kind.equals(ORAL) ? "/oral" : "");
        long start = start(committeeId, year, kind);
        String number;
        do {
            long next = series.next(name);
            if (next < start) {
                series.continueFrom(name, start);
                next = start;
            }
            number = Text.of(kind.equals(ORAL) ? "mediation.case_no_oral" : "mediation.case_no", year, shortName, String.format("%03d", next));
        } while (holder(committeeId, number).isPresent());
        return number;
    }

    private long start(String committeeId, int year, String kind) {
        return registers.of(CaseSeries.class).list(Query.all().is("committee_id", committeeId).is("year", (long) year).is("form", kind), 1).stream()
                .mapToLong(CaseSeries::startNo).findFirst().orElse(1);
    }

    /** Throws {@link Refused} when another dispute of the committee, living or void, has this number. */
    void refuseTaken(Dispute dispute) {
        String number = dispute.registration().caseNo();
        String committeeId = dispute.handling().committeeId();
        if (number != null && committeeId != null) {
            holder(committeeId, number).filter(other -> !other.id().equals(dispute.id())).ifPresent(other -> {
                throw Refused.field("case_no", "mediation.refused.case_no_taken", number, other.registration().title());
            });
        }
    }

    private Optional<Dispute> holder(String committeeId, String number) {
        return registers.of(Dispute.class).list(Query.all().lives(Query.Lives.BOTH).is("committee_id", committeeId).is("case_no", number), 1).stream()
                .findFirst();
    }
}
