package cn.anlan.mediation.dossier;

import cn.anlan.entry.Period;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.Query;
import cn.anlan.store.Registers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The archive's lists (档案清单): what is to be appraised because its time is over, and what is handed over to the county. Nothing is destroyed. */
public final class Shelves {
    private static final int MOST = 1_000;

    private final Registers registers;
    private final Retention retention;

    public Shelves(Registers registers, Retention retention) {
        this.registers = registers;
        this.retention = retention;
    }

    /**
     * One dossier on the shelf (在架卷宗).
     *
     * @param committee who mediated, by name
     * @param until the last day it is kept; null for ever
     * @param papers how many papers are in it, those that do not apply left out
     * @param pages as numbered; 0 while they are not
     */
    public record Shelved(Dispute dispute, String committee, @Nullable LocalDate until, int papers, int pages) {
        public LocalDate archived() {
            return Objects.requireNonNull(dispute.outcome().closing().filing().archiveDate());
        }
    }

    /** What is kept no longer than a day, the first to end first (到期鉴定清单). */
    public List<Shelved> ending(LocalDate day) {
        List<Shelved> ending = new ArrayList<>();
        registers.of(Dispute.class).each(onTheShelf(), dispute -> retention.until(dispute).filter(until -> !until.isAfter(day))
                .ifPresent(until -> ending.add(shelved(dispute))));
        ending.sort(Comparator.comparing((Shelved one) -> Objects.requireNonNull(one.until)).thenComparing(Shelved::archived));
        return ending;
    }

    /** What went on the shelf within a period, of one committee or, when that is null, of all (移交清单); in the order of the shelf. */
    public List<Shelved> archived(Period period, @Nullable String committeeId) {
        List<Shelved> archived = new ArrayList<>();
        Query query = onTheShelf().where("archive_date", Query.Op.FROM, period.from()).where("archive_date", Query.Op.TO, period.to());
        registers.of(Dispute.class).each(committeeId == null ? query : query.is("committee_id", committeeId), dispute -> archived.add(shelved(dispute)));
        archived.sort(Comparator.comparing(Shelved::archived).thenComparing(one -> Objects.requireNonNullElse(one.dispute.registration().caseNo(), "")));
        return archived;
    }

    private static Query onTheShelf() {
        return Query.all().is("stage", "30").where("archive_date", Query.Op.FILLED, null);
    }

    private Shelved shelved(Dispute dispute) {
        List<DisputeDocument> papers = registers.of(DisputeDocument.class).list(Query.all().is("dispute_id", dispute.id()), MOST).stream()
                .filter(paper -> !List.of("0", DisputeDocumentRules.NOT_APPLICABLE).contains(paper.standing().state())).toList();
        String committeeId = dispute.handling().committeeId();
        return new Shelved(dispute, committeeId == null ? "" : registers.title("committee", committeeId), retention.until(dispute).orElse(null),
                papers.size(), papers.stream().mapToInt(paper -> paper.binding().pages()).sum());
    }
}
