package cn.anlan.paper.form;

import cn.anlan.entry.Field;
import cn.anlan.paper.blank.Item;
import cn.anlan.store.Registers;
import java.util.List;
import java.util.Map;

/**
 * How far an agreement is kept (履行情况), in one word of list {@code perform_state}: what the case and the things owed say themselves, and what was
 * found by calling on the parties where those do not say it. While nothing is kept nor late, the stage of the case.
 */
record Performance(Registers registers, Item dispute, List<? extends Item> owed, List<? extends Item> revisits) {
    private static final String KEPT = "1";
    private static final String IN_PART = "2";
    private static final String NOT_KEPT = "3";

    /** The word for templates; {@code last} tells whether the case went on from this agreement, so that its stage speaks of it. */
    List<Item> words(boolean last) {
        Field field = registers.named("revisit").shape().field("perform_state");
        String code = code(last);
        String word = !code.isEmpty() ? registers.show(field, code) : last && stage().equals("06") ? registers.show(
                registers.named("dispute").shape().field("stage"), stage()) : "";
        return List.of(new Item.OfWords(registers.named("revisit").shape().label(field), Map.of("state", word)));
    }

    private String stage() {
        return CaseFile.text(dispute, "stage");
    }

    private String code(boolean last) {
        String result = CaseFile.text(dispute, "close_result");
        long done = owed.stream().filter(item -> !CaseFile.text(item, "done_date").isEmpty()).count();
        boolean begun = owed.stream().anyMatch(item -> !CaseFile.text(item, "done_amount_fen").isEmpty());
        String found = revisits.stream().map(revisit -> CaseFile.text(revisit, "perform_state")).filter(state -> !state.isEmpty()).reduce((a, b) -> b)
                .orElse("");
        if (last && (stage().equals("07") || result.equals("1")) || done > 0 && done == owed.size()) {
            return KEPT;
        } else if (done > 0 || begun) {
            return IN_PART;
        } else if (last && (stage().equals("08") || result.equals("2"))) {
            return found.equals(IN_PART) ? IN_PART : NOT_KEPT;
        }
        return found;
    }
}
