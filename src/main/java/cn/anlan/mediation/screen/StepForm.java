package cn.anlan.mediation.screen;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.kit.Shown;
import cn.anlan.kit.Style;
import cn.anlan.kit.form.Asking;
import cn.anlan.kit.form.EntryForm;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.desk.MediationDesk;
import cn.anlan.mediation.desk.Step;
import cn.anlan.store.Register;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a step asks for, typed on the spot (步骤表单): fields of the dispute, or the record, agreement or revisit that belongs to it. */
final class StepForm {
    private final Office office;
    private final MediationDesk desk;
    private final Step step;
    private final Dispute dispute;
    private final Consumer<Answer> answer;
    private final EntryForm<?> form;
    private final Node node;
    private Runnable beginning = () -> { };

    /** What became of the form. */
    sealed interface Answer permits Moved, Left, Elsewhere {}

    /** The step was taken. */
    record Moved() implements Answer {}

    /** The clerk thought better of it. */
    record Left() implements Answer {}

    /** The step was refused for something that stands elsewhere on the page. */
    record Elsewhere(Refused refused) implements Answer {}

    StepForm(Office office, MediationDesk desk, Step step, Dispute dispute, Consumer<Answer> answer) {
        this.office = office;
        this.desk = desk;
        this.step = step;
        this.dispute = dispute;
        this.answer = answer;
        this.form = step.child() == null ? ofDispute() : ofChild(office.registers().named(step.child()));
        form.onGivenUp(() -> answer.accept(new Left()));
        form.onRefused(this::refused);
        this.node = framed();
    }

    Node node() {
        return node;
    }

    /** Begins with what the dispute says already. */
    StepForm begin() {
        beginning.run();
        return this;
    }

    /** What is typed and not stored, as text; empty when nothing would be lost. */
    Optional<String> unsaved() {
        return form.dirtyProperty().get() ? form.unsaved() : Optional.empty();
    }

    /** Goes on with what was half filled in; {@code come} brings it to the front, if the cursor was in here. */
    void resume(String text, String told, Runnable come) {
        form.resume(text, told, hasCursor -> {
            if (hasCursor) {
                come.run();
            }
        });
    }

    boolean mayLeave() {
        return form.mayLeave();
    }

    /** Puts the cursor where the typing goes on. */
    void come() {
        form.focusFirst();
    }

    /** A doubt is asked about here; what cannot be overruled and stands elsewhere is shown there. */
    private void refused(Refused refused) {
        boolean here = refused.violations().stream().anyMatch(violation -> violation.field() != null && form.asks(violation.field()));
        if (!here && !refused.canBeOverruled()) {
            answer.accept(new Elsewhere(refused));
        }
    }

    /** A form of the dispute itself that shows only what the step asks. */
    private EntryForm<Dispute> ofDispute() {
        Register<Dispute> disputes = office.registers().of(Dispute.class);
        List<String> asked = step.asks(dispute.registration().stage());
        var fields = new EntryForm<>(office, disputes, Map.of("dispute", dispute.id()), new Asking<>(asked, (typed, reason) -> {
            Map<String, @Nullable Object> facts = new HashMap<>();
            asked.forEach(name -> facts.put(name, disputes.shape().get(typed, disputes.shape().field(name))));
            facts.put("reason", reason);
            return desk.move(dispute.id(), step, facts);
        }));
        fields.onStored(moved -> answer.accept(new Moved()));
        beginning = () -> office.background().run("kit.busy.loading", () -> Shown.of(disputes, desk.prepared(dispute, step)), shown -> {
            fields.show(shown);
            fields.focusFirst();
        });
        return fields;
    }

    /** A form of the child that belongs to the step, stored by the step itself. */
    private <C extends Entry> EntryForm<C> ofChild(Register<C> register) {
        Shape<C> shape = register.shape();
        Asking.Saving<C> saving = (typed, reason) -> {
            Map<String, @Nullable Object> child = new HashMap<>();
            shape.businessFields().stream().filter(this::asks).forEach(field -> {
                Object value = shape.get(typed, field);
                if (value != null) {
                    child.put(field.name(), value);
                }
            });
            move(child, register.name(), reason);
            return typed;
        };
        List<String> asked = shape.businessFields().stream().filter(this::asks).map(Field::name).toList();
        var fields = new EntryForm<>(office, register, Map.of("dispute", dispute.id()), new Asking<>(asked, saving));
        fields.onStored(stored -> answer.accept(new Moved()));
        beginning = () -> fields.fresh(beginnings(shape));
        return fields;
    }

    private boolean asks(Field field) {
        boolean named = step.asksOfChild().isEmpty() || step.asksOfChild().contains(field.name());
        return named && !field.linksToOwner() && !field.isDerived();
    }

    private void move(Map<String, @Nullable Object> child, String register, @Nullable String reason) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put(register, child);
        facts.put("reason", reason);
        desk.move(dispute.id(), step, facts);
    }

    /** What the dispute says already, nobody types again. */
    private Map<String, @Nullable Object> beginnings(Shape<?> shape) {
        var charge = dispute.risk().charge();
        Map<String, @Nullable Object> known = new HashMap<>();
        known.put("dispute_id", dispute.id());
        known.put("host_mediator_id", dispute.handling().leadMediatorId());
        known.put("agreement_no", dispute.registration().caseNo());
        known.put("facts", dispute.facts().summary());
        known.put("total_amount_fen", dispute.facts().scope().amountFen());
        known.put("leader", charge.leader());
        known.put("resp_org", charge.respOrg());
        known.put("resp_person", charge.respPerson());
        known.keySet().removeIf(name -> shape.find(name).isEmpty());
        if (step == Step.RECORD && dispute.registration().stage().equals("03")) {
            known.put("kind", "2");
        } else if (step == Step.URGE) {
            known.put("kind", "6");
        }
        return known;
    }

    private Node framed() {
        String name = office.codes().label("dispute_step", step.code());
        var take = Style.PRIMARY.on(new Button(Text.of("mediation.take_step", name)));
        take.setId("take-step");
        take.setOnAction(pressed -> form.save());
        var cancel = new Button(Text.of("mediation.leave_step"));
        cancel.setId("leave-step");
        cancel.setOnAction(pressed -> answer.accept(new Left()));
        var head = new HBox(8, Style.SECTION_TITLE.on(new Label(name)), take, cancel);
        if (step == Step.PERFORMED) {
            head.getChildren().add(unvisited());
        }
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(form.node(), Priority.ALWAYS);
        var frame = Style.STEP_FORM.on(new VBox(8, head, form.node()));
        frame.setId("step-form");
        return frame;
    }

    /** Kept without a call on the parties, for a reason. */
    private Button unvisited() {
        var button = new Button(Text.of("mediation.no_revisit"));
        button.setId("no-revisit");
        button.setOnAction(pressed -> form.notice().ask(Text.of("mediation.guard.revisit"), Text.of("mediation.no_revisit"), reason ->
                office.background().run("kit.busy.saving", () -> desk.move(dispute.id(), step, Map.of("reason", reason)),
                        moved -> answer.accept(new Moved()), form::refused)));
        return button;
    }
}
