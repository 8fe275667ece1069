package cn.anlan.mediation.deadline;

import cn.anlan.entry.Due;
import cn.anlan.entry.Due.Level;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.AgreementItem;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeActivity;
import cn.anlan.mediation.Escalation;
import cn.anlan.mediation.Referral;
import cn.anlan.mediation.Revisit;
import cn.anlan.reference.deadline.Dated;
import cn.anlan.reference.deadline.Deadlines;
import cn.anlan.store.Query;
import cn.anlan.store.Registers;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which terms run in a dispute on a day (纠纷期限), by the dated facts of its own and of what stands under it. */
final class DisputeFacts {
    private static final int MOST_CHILDREN = 1_000;
    private static final Set<String> WORKED_AT = Set.of("01", "02", "03", "04", "05", "06", "07", "08");
    private static final Set<String> AGREED = Set.of("05", "06", "07", "08");
    private static final Set<String> KEEPING = Set.of("05", "06");
    private static final Set<String> MAY_GO_TO_COURT = Set.of("05", "06", "07", "20");
    /** Activity 委托鉴定: while experts are at work, mediation rests. */
    private static final String APPRAISAL = "9";
    /** Nobody writes answers into a dossier on the shelf. */
    private static final String ON_THE_SHELF = "30";
    private static final String RED = "1";
    private static final String MAY_APPLY = "1";

    private final Registers registers;
    private final Deadlines deadlines;
    private final LocalDate today;

    DisputeFacts(Registers registers, Deadlines deadlines, LocalDate today) {
        this.registers = registers;
        this.deadlines = deadlines;
        this.today = today;
    }

    /** Everything due in one dispute, near or not. */
    List<Due> of(Dispute dispute) {
        var found = new Found(dispute, registers.of(Dispute.class).title(dispute));
        String stage = dispute.registration().stage();
        switch (stage) {
            case "02" -> found.add("accept", since(dispute.registration().registerDate()));
            case "03", "04" -> mediation(dispute, found);
            case "20" -> found.add("file", since(dispute.outcome().closing().closeDate()));
            default -> { }
        }
        if (WORKED_AT.contains(stage) && RED.equals(dispute.risk().riskLevel()) && children(Escalation.class, "dispute_id", dispute.id()).isEmpty()) {
            found.add("red_risk", since(dispute.registration().registerDate()));
        }
        if (AGREED.contains(stage) || MAY_GO_TO_COURT.contains(stage)) {
            children(Agreement.class, "dispute_id", dispute.id()).stream().max(Comparator.comparing(agreement -> agreement.heading().signDate()))
                    .ifPresent(agreement -> agreement(agreement, found));
        }
        if (!stage.equals(ON_THE_SHELF)) {
            children(Referral.class, "dispute_id", dispute.id()).forEach(referral -> referral(referral, found));
        }
        return found.due;
    }

    private @Nullable Dated since(@Nullable LocalDate start) {
        return start == null ? null : Dated.since(start, today);
    }

    private void mediation(Dispute dispute, Found found) {
        Dated facts = since(dispute.handling().acceptDate());
        if (facts != null) {
            List<Dated.Pause> pauses = children(DisputeActivity.class, "dispute_id", dispute.id()).stream()
                    .filter(activity -> activity.kind().equals(APPRAISAL)).map(activity -> pause(activity.session())).toList();
            var term = dispute.handling().term();
            found.add("mediate", facts.paused(pauses).setTo(term.extendConsent() ? term.extendTo() : null));
        }
    }

    private static Dated.Pause pause(DisputeActivity.Session session) {
        LocalDateTime end = session.endDt();
        return new Dated.Pause(session.startDt().toLocalDate(), end == null ? null : end.toLocalDate());
    }

    private void agreement(Agreement agreement, Found found) {
        String stage = found.dispute.registration().stage();
        LocalDate signed = agreement.heading().signDate();
        LocalDate last = agreement.performance().performDeadline();
        if (KEEPING.contains(stage)) {
            performance(agreement, found);
        }
        if (AGREED.contains(stage)) {
            LocalDate visited = children(Revisit.class, "dispute_id", found.dispute.id()).stream().map(revisit -> revisit.call().revisitDate())
                    .max(Comparator.naturalOrder()).orElse(LocalDate.MIN);
            found.add("revisit", visited.isBefore(signed) ? since(signed) : null);
            found.add("revisit_due", last.isAfter(signed) && visited.isBefore(last) ? since(last) : null);
        }
        if (MAY_GO_TO_COURT.contains(stage) && MAY_APPLY.equals(found.dispute.outcome().confirmation().jcStatus())) {
            found.add("court", since(agreement.heading().effectiveDate()));
            found.due.removeIf(matter -> matter.item().equals("court") && matter.level() == Level.LATE);
        }
    }

    /** Item by item, or the whole agreement when it has none. */
    private void performance(Agreement agreement, Found found) {
        List<AgreementItem> items = children(AgreementItem.class, "agreement_id", agreement.id());
        if (items.isEmpty()) {
            found.add("perform", since(agreement.performance().performDeadline()));
        }
        items.stream().filter(item -> item.performed().doneDate() == null)
                .forEach(item -> found.add("perform", since(item.duty().dueDate()), owed(item)));
    }

    /** What is to be done, in the agreement's words or as an amount. */
    private static String owed(AgreementItem item) {
        String content = item.duty().content();
        Long fen = item.duty().amountFen();
        return content != null ? content : fen == null ? "" : Text.of("mediation.due.amount", Type.MONEY.write(fen));
    }

    /** A day the letter itself sets goes before the usual one. */
    private void referral(Referral referral, Found found) {
        if (referral.reply().feedbackDate() == null) {
            String whom = Objects.requireNonNullElse(referral.letter().toOrg(), Objects.requireNonNullElse(referral.letter().fromOrg(), ""));
            found.add("feedback", Objects.requireNonNull(since(referral.letter().date())).setTo(referral.reply().feedbackDue()), whom);
        }
    }

    private <C extends Entry> List<C> children(Class<C> type, String link, String id) {
        return registers.of(type).list(Query.all().is(link, id), MOST_CHILDREN);
    }

    /** What was found due in one dispute. */
    private final class Found {
        private final Dispute dispute;
        private final String title;
        private final List<Due> due = new ArrayList<>();

        Found(Dispute dispute, String title) {
            this.dispute = dispute;
            this.title = title;
        }

        void add(String item, @Nullable Dated facts) {
            add(item, facts, "");
        }

        /** Dated that are not there yet set no term. */
        void add(String item, @Nullable Dated facts, String more) {
            if (facts != null) {
                deadlines.of(item, facts).ifPresent(deadline -> due.add(new Due("dispute", dispute.id(), more.isEmpty() ? title : title + " · " + more,
                        item, deadline.due(), deadline.level(), deadline.why())));
            }
        }
    }
}
