package cn.anlan.mediation.screen;

import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.desk.Step;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The steps begun on a dispute and not taken yet (未办完的步骤): each form with what is typed so far, to be laid by and taken up again. */
final class BegunSteps {
    /** The places where something half filled in may stand: the dispute's own form, and those of its steps by their codes. */
    private static final String CASE = "dispute";
    private static final String STEP = CASE + "/step/";

    private final BiFunction<Step, Dispute, StepForm> maker;
    private final Consumer<Node> front;
    private final Map<Step, StepForm> begun = new EnumMap<>(Step.class);
    /** What comes back into the steps as soon as their dispute is shown. */
    private Consumer<Dispute> returning = dispute -> { };

    /** {@code maker} makes the form of a step of a dispute; {@code front} brings one to the front. */
    BegunSteps(BiFunction<Step, Dispute, StepForm> maker, Consumer<Node> front) {
        this.maker = maker;
        this.front = front;
    }

    /** The form of a step, begun now unless it was before. */
    StepForm of(Step step, Dispute here) {
        return begun.computeIfAbsent(step, wanted -> maker.apply(wanted, here).begin());
    }

    void clear() {
        begun.clear();
    }

    /** Asks, if what is typed for a step would be lost. */
    boolean mayLeave() {
        return begun.values().stream().allMatch(StepForm::mayLeave);
    }

    /** Adds the steps half filled in to what is half filled in on the page, the dispute they belong to among it. */
    Map<String, String> unsaved(Map<String, String> page, Supplier<Optional<String>> dispute) {
        Map<String, String> forms = new LinkedHashMap<>(page);
        begun.forEach((step, form) -> form.unsaved().ifPresent(text -> {
            dispute.get().ifPresent(owner -> forms.putIfAbsent(CASE, owner));
            forms.put(STEP + step.code(), text);
        }));
        return forms;
    }

    /** Takes up steps half filled in once their dispute is {@link #shown}. */
    void resume(Map<String, String> forms, String told) {
        returning = dispute -> forms.forEach((place, text) -> {
            if (place.startsWith(STEP)) {
                Step step = Step.of(place.substring(STEP.length()));
                StepForm form = maker.apply(step, dispute);
                begun.put(step, form);
                front.accept(form.node());
                form.resume(text, told, () -> front.accept(form.node()));
            }
        });
    }

    /** A dispute has come to the page; null for none. */
    void shown(@Nullable Dispute dispute) {
        if (dispute != null) {
            Consumer<Dispute> once = returning;
            returning = nobody -> { };
            once.accept(dispute);
        }
    }
}
