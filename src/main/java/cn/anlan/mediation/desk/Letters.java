package cn.anlan.mediation.desk;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.Referral;
import cn.anlan.reference.deadline.Dated;
import cn.anlan.reference.deadline.Deadline;
import cn.anlan.reference.deadline.Deadlines;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Letters between this office and others (移送函): sent, received, each with a day by which it is to be answered. */
final class Letters {
    private static final String OUT = "1";
    private static final String IN = "2";

    private final Registers registers;
    private final Supplier<Deadlines> deadlines;

    Letters(Registers registers, Supplier<Deadlines> deadlines) {
        this.registers = registers;
        this.deadlines = deadlines;
    }

    /** A dispute that another office handed over came with a letter, and waits for our answer; one already there is left alone. */
    void received(Dispute dispute) {
        var source = dispute.registration().source();
        if (source.referredFromOrg() != null && Move.children(registers, Referral.class, dispute.id()).isEmpty()) {
            write(dispute, dispute.registration().registerDate(), Map.of("direction", IN, "from_org", source.referredFromOrg(),
                    "doc_no", Objects.requireNonNullElse(source.referredFromDocNo(), ""),
                    "reason", dispute.registration().title()));
        }
    }

    /** The letter with which a dispute is handed on. */
    void send(Dispute dispute, @Nullable String docNo) {
        var referring = dispute.outcome().referring();
        Map<String, @Nullable Object> letter = new HashMap<>();
        letter.put("direction", OUT);
        letter.put("to_org", referring.referTargetOrg());
        letter.put("reason", referring.referReason());
        letter.put("doc_no", docNo);
        write(dispute, Objects.requireNonNull(referring.referDate()), letter);
    }

    private void write(Dispute dispute, LocalDate day, Map<String, ? extends @Nullable Object> said) {
        Register<Referral> register = registers.of(Referral.class);
        Map<String, @Nullable Object> letter = new HashMap<>(said);
        letter.values().removeIf(value -> value == null || value.toString().isEmpty());
        letter.put("dispute_id", dispute.id());
        letter.put("date", day);
        letter.put("feedback_due", deadlines.get().of("feedback", Dated.since(day, day)).map(Deadline::due).orElse(null));
        register.save(register.create(letter));
    }

    /** The oldest letter of a dispute nobody has answered yet. */
    Optional<Referral> unanswered(String disputeId) {
        return Move.children(registers, Referral.class, disputeId).stream().filter(letter -> letter.reply().feedbackDate() == null)
                .min(Comparator.comparing(Entry::id));
    }

    /** Writes the answer into the letter it answers; its day. Throws {@link Refused} when none waits for one. */
    LocalDate answer(Move move, LocalDate today) {
        Register<Referral> register = registers.of(Referral.class);
        Referral letter = unanswered(move.dispute().id()).orElseThrow(() -> Refused.of("mediation.guard.unanswered"));
        Map<String, @Nullable Object> reply = new HashMap<>(EntryJson.values(register.shape(), Objects.requireNonNull(move.facts().child())));
        reply.putIfAbsent("feedback_date", today);
        return Objects.requireNonNull(register.save(register.shape().with(letter, reply), move.facts().reason()).reply().feedbackDate());
    }
}
