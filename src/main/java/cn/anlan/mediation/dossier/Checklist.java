package cn.anlan.mediation.dossier;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeActivity;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.Referral;
import cn.anlan.mediation.Revisit;
import cn.anlan.mediation.desk.Shelf;
import cn.anlan.mediation.desk.Step;
import cn.anlan.mediation.dossier.DocumentKinds.Sign;
import cn.anlan.reference.Code;
import cn.anlan.reference.CodeLists;
import cn.anlan.store.Query;
import cn.anlan.store.Registers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the dossier of a dispute must hold, and what of it is there (卷宗清单). Nothing is stored for a paper nobody has touched: which are needed
 * follows from the case each time anew. Source of order and obligation: 人民调解文书格式 (2010).
 */
public final class Checklist implements Shelf {
    /** A violation's field begins with it, then comes the paper's code. */
    public static final String FIELD = "document:";

    private static final int MOST = 1_000;
    private static final String INVESTIGATION = "1";
    private static final String SESSION = "2";
    private static final String WRITTEN = "1";
    private static final String ON_APPLICATION = "2";

    private final Registers registers;
    private final DocumentKinds kinds;
    private final Retention retention;

    public Checklist(Registers registers, CodeLists codes) {
        this.registers = registers;
        this.kinds = new DocumentKinds(codes);
        this.retention = new Retention(codes);
    }

    /**
     * One paper of the list (清单一行).
     *
     * @param why in words when it is needed
     * @param stored what is noted of it; null when nothing is
     * @param scans how many attachments it has
     */
    public record Line(String kind, String label, Demand demand, String why, @Nullable DisputeDocument stored, int scans) {

        /** Its state, {@code 0} while nothing is noted. */
        public String state() {
            return stored == null ? "0" : stored.standing().state();
        }

        public int pages() {
            return stored == null ? 0 : stored.binding().pages();
        }

        /** Still to be brought before the dossier may go on the shelf. */
        public boolean isMissing() {
            return demand == Demand.MISSING;
        }
    }

    /** How a paper stands to the shelf. */
    public enum Demand {
        /** Needed and not there. */
        MISSING,
        /** Needed and there, or another does for it. */
        MET,
        /** Not asked for in this case. */
        FREE
    }

    /** The papers of a dispute in the order of binding: those the case needs, those it may have, and those that are there. */
    public List<Line> of(Dispute dispute) {
        Set<Sign> signs = signs(dispute);
        Map<String, DisputeDocument> stored = new HashMap<>();
        children(DisputeDocument.class, dispute.id()).forEach(document -> stored.put(document.kind(), document));
        Map<String, Integer> scans = new HashMap<>();
        children(Attachment.class, dispute.id()).forEach(attachment -> scans.merge(attachment.kind(), 1, Integer::sum));
        List<Line> lines = new ArrayList<>();
        for (Code kind : kinds.all()) {
            DisputeDocument document = stored.get(kind.code());
            int count = scans.getOrDefault(kind.code(), 0);
            if (signs.contains(kinds.need(kind.code())) || document != null || count > 0) {
                lines.add(new Line(kind.code(), kind.label(), demand(kind.code(), signs, stored), kinds.needInWords(kind.code()), document, count));
            }
        }
        return lines;
    }

    private Demand demand(String kind, Set<Sign> signs, Map<String, DisputeDocument> stored) {
        Sign need = kinds.need(kind);
        boolean dropped = signs.contains(Sign.ORAL) && kinds.isDroppedWhenOral(kind);
        if (need == Sign.MAY || !signs.contains(need) || dropped) {
            return Demand.FREE;
        }
        boolean there = stored.values().stream().filter(document -> document.kind().equals(kind) || kinds.isAlternative(kind, document.kind()))
                .anyMatch(document -> kinds.isThere(document.kind(), document.standing().state()));
        return there ? Demand.MET : Demand.MISSING;
    }

    private Set<Sign> signs(Dispute dispute) {
        Set<Sign> signs = EnumSet.of(Sign.MUST, Sign.MAY);
        String id = dispute.id();
        List<DisputeActivity> activities = children(DisputeActivity.class, id);
        List<Agreement> agreements = children(Agreement.class, id);
        boolean written = agreements.stream().anyMatch(agreement -> agreement.heading().form().equals(WRITTEN));
        note(signs, Sign.APPLIED, dispute.registration().source().sourceCode().equals(ON_APPLICATION));
        note(signs, Sign.INITIATIVE, !signs.contains(Sign.APPLIED));
        note(signs, Sign.ACCEPTED, dispute.handling().acceptDate() != null);
        note(signs, Sign.INVESTIGATED, activities.stream().anyMatch(activity -> activity.kind().equals(INVESTIGATION)));
        note(signs, Sign.MEDIATED, activities.stream().anyMatch(activity -> activity.kind().equals(SESSION)) || written);
        note(signs, Sign.WRITTEN, written);
        note(signs, Sign.ORAL, !agreements.isEmpty() && !written);
        note(signs, Sign.AGENT, children(DisputeParty.class, id).stream().anyMatch(party -> party.agent().agentName() != null));
        note(signs, Sign.REVISITED, !children(Revisit.class, id).isEmpty());
        note(signs, Sign.REFERRED, !children(Referral.class, id).isEmpty());
        note(signs, Sign.COURT, Set.of("2", "3", "4", "5").contains(Objects.requireNonNullElse(dispute.outcome().confirmation().jcStatus(), "0")));
        note(signs, Sign.TURNED_AWAY, dispute.outcome().ending().notAcceptReason() != null);
        return signs;
    }

    private static void note(Set<Sign> signs, Sign sign, boolean seen) {
        if (seen) {
            signs.add(sign);
        }
    }

    private <C extends Entry> List<C> children(Class<C> type, String disputeId) {
        return registers.of(type).list(Query.all().is("dispute_id", disputeId), MOST);
    }

    @Override
    public List<Violation> check(Step step, Dispute dispute) {
        return step == Step.ARCHIVE ? of(dispute).stream().filter(Line::isMissing).map(Checklist::missing).toList() : List.of();
    }

    private static Violation missing(Line line) {
        String key = line.state().equals("1") ? "dossier.missing.signature" : "dossier.missing.paper";
        return Violation.hard(FIELD + line.kind(), Text.of(key, line.label(), line.why()));
    }

    @Override
    public @Nullable Integer years(@Nullable String retentionKind, LocalDate day) {
        return retention.years(retentionKind, day);
    }

    /** The retention kind usually chosen for a dispute like this; the clerk decides. */
    public String proposedRetention(Dispute dispute) {
        return Retention.proposed(dispute, signs(dispute).contains(Sign.WRITTEN));
    }

    /** All pages of the dossier, as the back cover states them. */
    public static int pages(List<Line> lines) {
        return lines.stream().mapToInt(Line::pages).sum();
    }

    DocumentKinds kinds() {
        return kinds;
    }
}
