package cn.anlan.mediation.desk;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Type;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.Dispute;
import cn.anlan.reference.deadline.Dated;
import cn.anlan.reference.deadline.Deadline;
import cn.anlan.reference.deadline.Deadlines;
import cn.anlan.store.Registers;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * When and for what the court may be asked (司法确认把关). Source: 人民调解法 art. 33 (jointly, within 30 days of effect), 法释〔2011〕5号
 * (no status of persons), 民诉法解释 (no ownership of land).
 */
final class CourtGuards {
    private static final String FAMILY = "01";
    private static final String MONEY = "1";

    private final Registers registers;
    private final Guards guards;
    private final Supplier<Deadlines> deadlines;

    CourtGuards(Registers registers, Guards guards, Supplier<Deadlines> deadlines) {
        this.registers = registers;
        this.guards = guards;
        this.deadlines = deadlines;
    }

    void apply(Dispute dispute, Move.Facts facts, LocalDate today, Wrong wrong) {
        var child = facts.child();
        wrong.unless(child != null, null, "court_application");
        Optional<Agreement> agreement = inForce(dispute.id());
        wrong.unless(agreement.isPresent(), "agreement", "court_agreement");
        if (child == null || agreement.isEmpty()) {
            return;
        }
        wrong.unless(Boolean.parseBoolean(String.valueOf(child.get("joint"))), "joint", "court_joint");
        LocalDate applied = child.get("apply_date") == null ? today : (LocalDate) Objects.requireNonNull(
                Type.DATE.parse(String.valueOf(child.get("apply_date"))));
        LocalDate effective = Objects.requireNonNull(agreement.get().heading().effectiveDate());
        lastDay(effective).ifPresent(last -> wrong.unless(!applied.isAfter(last), "apply_date", "court_late", effective, last));
        String type = dispute.facts().typeSf();
        boolean property = Boolean.parseBoolean(String.valueOf(child.get("has_property"))) || isAboutMoney(agreement.get());
        wrong.unless(!FAMILY.equals(type) || property, "has_property", "court_status_of_persons");
        wrong.doubtUnless(!type.equals("03") && !type.startsWith("07"), null, "court_ownership");
    }

    /** The last day both sides may apply, by the rule in force: 30 days from effect, rolling to a working day. */
    Optional<LocalDate> lastDay(LocalDate effective) {
        return deadlines.get().of("court", Dated.since(effective, effective)).map(Deadline::due);
    }

    /** The agreement of a dispute that is in force, the latest if there are several. */
    Optional<Agreement> inForce(String disputeId) {
        return Move.children(registers, Agreement.class, disputeId).stream().filter(agreement -> agreement.heading().effectiveDate() != null)
                .max(Comparator.comparing(Entry::id));
    }

    private boolean isAboutMoney(Agreement agreement) {
        Long total = agreement.performance().totalAmountFen();
        return total != null && total > 0 || guards.itemsOf(agreement.id()).stream().anyMatch(item -> item.duty().kind().equals(MONEY));
    }
}
