package cn.anlan.mediation.desk;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Query;
import cn.anlan.store.Registers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step about to be taken by one dispute, with what it was given (待办一步). */
record Move(Step step, Dispute dispute, Facts facts) {
    static final int MOST_CHILDREN = 1_000;

    /**
     * What a step was given: fields of the dispute, the child's fields, why, a remark.
     *
     * @param series the kind of case number an accepted dispute gets: 1 written, 2 by word of mouth
     */
    record Facts(Map<String, @Nullable Object> dispute, @Nullable Map<String, @Nullable Object> child, @Nullable String reason, @Nullable String note,
            String series) {}

    /** Sorts what was given, as read from JSON; throws {@link Refused} for what the step does not ask for. */
    @SuppressWarnings("unchecked")
    static Move of(Step step, Dispute dispute, Shape<Dispute> shape, Map<String, ? extends @Nullable Object> given) {
        Map<String, @Nullable Object> ofDispute = new LinkedHashMap<>(given);
        Object reason = ofDispute.remove("reason");
        Object note = ofDispute.remove("note");
        Object series = step == Step.ACCEPT ? ofDispute.remove("series") : null;
        Object child = step.child() == null ? null : ofDispute.remove(step.child());
        for (String key : ofDispute.keySet()) {
            if (!step.asks().contains(key)) {
                throw Refused.of("mediation.refused.not_asked", step.code(), key);
            }
        }
        return new Move(step, dispute, new Facts(EntryJson.values(shape, ofDispute), (Map<String, @Nullable Object>) child, text(reason), text(note),
                series == null ? CaseNumbers.WRITTEN : series.toString()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : value.toString().strip();
    }

    String stage() {
        return dispute.registration().stage();
    }

    /** The same with another child. */
    Move with(Map<String, @Nullable Object> child) {
        return new Move(step, dispute, new Facts(facts.dispute, child, facts.reason, facts.note, facts.series));
    }

    /** The living entries of a register under a dispute, latest first. */
    static <C extends Entry> List<C> children(Registers registers, Class<C> type, String disputeId) {
        return registers.of(type).list(Query.all().is("dispute_id", disputeId), MOST_CHILDREN);
    }
}
