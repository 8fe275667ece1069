package cn.anlan.mediation.desk;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.CourtConfirmation;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The court's part (司法确认办理): applied for, accepted, ruled on or withdrawn; the dispute keeps how it stands ({@code jc_status}). */
final class CourtPart {
    private static final String APPLIED = "2";
    private static final String ACCEPTED = "3";
    private static final String VALID = "4";
    private static final String REJECTED = "5";
    private static final String WITHDRAWN = "6";
    /** Result 确认有效. */
    private static final String CONFIRMED = "1";
    /** Result 撤回. */
    private static final String TAKEN_BACK = "4";

    private final Register<CourtConfirmation> register;
    private final Registers registers;
    private final LocalDate today;

    CourtPart(Registers registers, LocalDate today) {
        this.registers = registers;
        this.register = registers.of(CourtConfirmation.class);
        this.today = today;
    }

    /** Writes the application or what became of it, and into {@code values} how the dispute now stands; the day of it. */
    LocalDate take(Move move, Map<String, @Nullable Object> values) {
        return move.step() == Step.COURT_APPLY ? apply(move, values) : goOn(move, values);
    }

    private LocalDate apply(Move move, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> given = new HashMap<>(EntryJson.values(register.shape(), Objects.requireNonNull(move.facts().child())));
        given.putIfAbsent("apply_date", today);
        given.put("dispute_id", move.dispute().id());
        CourtConfirmation applied = register.save(register.create(given), move.facts().reason());
        values.put("jc_status", APPLIED);
        values.put("jc_apply_date", applied.application().applyDate());
        values.put("jc_court", applied.application().court());
        values.put("jc_court_no", null);
        values.put("jc_result_date", null);
        return applied.application().applyDate();
    }

    private LocalDate goOn(Move move, Map<String, @Nullable Object> values) {
        CourtConfirmation known = latest(move.dispute().id()).orElseThrow(() -> Refused.of("mediation.guard.court_application"));
        Map<String, @Nullable Object> given = move.facts().child() == null ? new HashMap<>()
                : new HashMap<>(EntryJson.values(register.shape(), move.facts().child()));
        given.putIfAbsent(move.step() == Step.COURT_ACCEPT ? "accept_date" : "result_date", today);
        if (move.step() == Step.COURT_WITHDRAW) {
            given.put("result", TAKEN_BACK);
        }
        var ruling = register.save(register.shape().with(known, given), move.facts().reason()).ruling();
        values.put("jc_court_no", ruling.courtNo());
        values.put("jc_result_date", ruling.resultDate());
        values.put("jc_status", switch (move.step()) {
            case COURT_ACCEPT -> ACCEPTED;
            case COURT_WITHDRAW -> WITHDRAWN;
            default -> CONFIRMED.equals(ruling.result()) ? VALID : TAKEN_BACK.equals(ruling.result()) ? WITHDRAWN : REJECTED;
        });
        return Objects.requireNonNull(ruling.resultDate() == null ? ruling.acceptDate() : ruling.resultDate());
    }

    private Optional<CourtConfirmation> latest(String disputeId) {
        return Move.children(registers, CourtConfirmation.class, disputeId).stream().max(Comparator.comparing(Entry::id));
    }
}
