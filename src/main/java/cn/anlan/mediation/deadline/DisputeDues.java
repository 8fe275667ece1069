package cn.anlan.mediation.deadline;

import cn.anlan.entry.Due;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.Referral;
import cn.anlan.reference.DeadlineRule;
import cn.anlan.reference.deadline.Deadlines;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Op;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is due in disputes (纠纷待办), read from their dated facts whenever somebody asks; only open disputes are ever looked at. */
public final class DisputeDues {
    /** Nobody files more than this before looking again. */
    private static final int MOST_TO_FILE = 500;
    /** A long holiday puts a last day off by no more than this. */
    private static final int LONGEST_ROLL = 14;
    private static final List<String> OPEN = List.of("01", "02", "03", "04", "05", "06", "07", "08");
    private static final String CLOSED = "20";

    private final Registers registers;
    private final Supplier<Deadlines> deadlines;

    public DisputeDues(Registers registers, Supplier<Deadlines> deadlines) {
        this.registers = registers;
        this.deadlines = deadlines;
    }

    /** What one dispute has due, near or not, the nearest first. */
    public List<Due> of(Dispute dispute, LocalDate today) {
        return new DisputeFacts(registers, deadlines.get(), today).of(dispute).stream().sorted(Comparator.comparing(Due::due)).toList();
    }

    /** What is to be reminded of on a day in all disputes, or late, the most urgent first. */
    public List<Due> on(LocalDate today) {
        Deadlines counting = deadlines.get();
        var facts = new DisputeFacts(registers, counting, today);
        var disputes = registers.of(Dispute.class);
        Set<String> seen = new HashSet<>();
        List<Due> due = new ArrayList<>();
        // none is kept: a county has a hundred thousand of them
        Consumer<Dispute> look = dispute -> {
            if (dispute.voidReason() == null && seen.add(dispute.id())) {
                facts.of(dispute).stream().filter(matter -> matter.level() != Due.Level.PLAIN).forEach(due::add);
            }
        };
        OPEN.forEach(stage -> disputes.each(open(stage), look));
        disputes.list(toFile(today), MOST_TO_FILE).forEach(look);
        counting.rule("court", today).ifPresent(rule -> registers.of(Agreement.class).each(forCourt(rule, today),
                agreement -> look(disputes, seen, agreement.disputeId(), look)));
        registers.of(Referral.class).each(unanswered(today), referral -> look(disputes, seen, referral.disputeId(), look));
        due.sort(Comparator.comparing(Due::due));
        return List.copyOf(due);
    }

    private static void look(Register<Dispute> disputes, Set<String> seen, String id, Consumer<Dispute> look) {
        if (!seen.contains(id)) {
            look.accept(disputes.get(id));
        }
    }

    /** A dispute that is not on the shelf yet, and what it has due next (下一期限). */
    public record Next(Dispute dispute, @Nullable Due due) {}

    /** Every dispute somebody is at work on or has still to file; the most pressing first, those without a term last. */
    public List<Next> next(LocalDate today) {
        var facts = new DisputeFacts(registers, deadlines.get(), today);
        List<Next> all = new ArrayList<>();
        Stream.concat(OPEN.stream(), Stream.of(CLOSED)).forEach(stage -> registers.of(Dispute.class).each(open(stage), dispute ->
                all.add(new Next(dispute, facts.of(dispute).stream().min(Comparator.comparing(Due::due)).orElse(null)))));
        all.sort(Comparator.comparing(Next::due, Comparator.nullsLast(Comparator.comparing(Due::due))));
        return all;
    }

    /** Disputes of one stage somebody is still at work on; asked stage by stage, for SQLite walks one stage along its index whatever it last counted. */
    public static Query open(String stage) {
        return Query.all().is("archive_date", null).is("stage", stage);
    }

    /** Closed disputes not yet on the shelf, the longest waiting first. */
    public static Query toFile(LocalDate today) {
        return Query.all().is("archive_date", null).is("stage", CLOSED).where("close_date", Op.TO, today).sortedBy("close_date", false);
    }

    /** Agreements whose time for the court is running out. */
    public static Query forCourt(DeadlineRule rule, LocalDate today) {
        LocalDate last = today.minusDays(rule.count().days());
        int first = rule.count().warnings().stream().mapToInt(Integer::intValue).max().orElse(0);
        return Query.all().where("effective_date", Op.FROM, last.minusDays(LONGEST_ROLL)).where("effective_date", Op.TO, last.plusDays(first));
    }

    /** Referrals nobody has answered. */
    public static Query unanswered(LocalDate today) {
        return Query.all().is("feedback_date", null).where("date", Op.TO, today);
    }
}
