package cn.anlan.mediation.screen;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
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
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a step asks for, typed on the spot (步骤表单): fields of the dispute, or the record, agreement or revisit that belongs to it. */
final class StepForm {
    private static final double FORM_HEIGHT = 290;

    private final Office office;
    private final MediationDesk desk;
    private final Step step;
    private final Consumer<Dispute> moved;
    private final Runnable close;

    StepForm(Office office, MediationDesk desk, Step step, Consumer<Dispute> moved, Runnable close) {
        this.office = office;
        this.desk = desk;
        this.step = step;
        this.moved = moved;
        this.close = close;
    }

    Node node(Dispute dispute) {
        return step.child() == null ? ofDispute(dispute) : ofChild(dispute, office.registers().named(step.child()));
    }

    /** A form of the dispute itself that shows only what the step asks. */
    private Node ofDispute(Dispute dispute) {
        Register<Dispute> disputes = office.registers().of(Dispute.class);
        List<String> asked = step.asks(dispute.registration().stage());
        var form = new EntryForm<>(office, disputes, Map.of("dispute", dispute.id()), new Asking<>(asked, (typed, reason) -> {
            Map<String, @Nullable Object> facts = new HashMap<>();
            asked.forEach(name -> facts.put(name, disputes.shape().get(typed, disputes.shape().field(name))));
            facts.put("reason", reason);
            return desk.move(dispute.id(), step, facts);
        }));
        form.onStored(moved);
        office.background().run("kit.busy.loading", () -> Shown.of(disputes, dispute), shown -> {
            form.show(shown);
            form.focusFirst();
        });
        return framed(form);
    }

    /** A form of the child that belongs to the step, stored by the step itself. */
    private <C extends Entry> Node ofChild(Dispute dispute, Register<C> register) {
        Shape<C> shape = register.shape();
        Asking.Saving<C> saving = (typed, reason) -> {
            Map<String, @Nullable Object> child = new HashMap<>();
            for (Field field : shape.businessFields()) {
                Object value = shape.get(typed, field);
                boolean asked = step.asksOfChild().isEmpty() || step.asksOfChild().contains(field.name());
                if (value != null && asked && !field.linksToOwner() && !field.isDerived()) {
                    child.put(field.name(), value);
                }
            }
            Map<String, @Nullable Object> facts = new HashMap<>();
            facts.put(register.name(), child);
            facts.put("reason", reason);
            desk.move(dispute.id(), step, facts);
            return typed;
        };
        List<String> typed = shape.businessFields().stream().filter(field -> !field.isDerived()).map(Field::name)
                .filter(name -> step.asksOfChild().isEmpty() || step.asksOfChild().contains(name)).toList();
        var form = new EntryForm<>(office, register, Map.of("dispute", dispute.id()), new Asking<>(typed, saving));
        form.onStored(stored -> reload(dispute.id()));
        form.fresh(beginnings(dispute, shape));
        return framed(form);
    }

    /** What the dispute says already, nobody types again. */
    private static Map<String, @Nullable Object> beginnings(Dispute dispute, Shape<?> shape) {
        Map<String, @Nullable Object> known = new HashMap<>();
        known.put("dispute_id", dispute.id());
        known.put("host_mediator_id", dispute.handling().leadMediatorId());
        known.put("agreement_no", dispute.registration().caseNo());
        known.put("facts", dispute.facts().summary());
        known.put("total_amount_fen", dispute.facts().scope().amountFen());
        known.keySet().removeIf(name -> shape.find(name).isEmpty());
        return known;
    }

    private void reload(String id) {
        office.background().run("kit.busy.loading", () -> office.registers().of(Dispute.class).get(id), moved);
    }

    private Node framed(EntryForm<?> form) {
        String name = office.codes().label("dispute_step", step.code());
        var take = Style.PRIMARY.on(new Button(Text.of("mediation.take_step", name)));
        take.setId("take-step");
        take.setOnAction(pressed -> form.save());
        var cancel = new Button(Text.of("mediation.leave_step"));
        cancel.setId("leave-step");
        cancel.setOnAction(pressed -> close.run());
        var head = new HBox(8, Style.SECTION_TITLE.on(new Label(name)), take, cancel);
        head.setAlignment(Pos.CENTER_LEFT);
        form.node().setPrefHeight(FORM_HEIGHT);
        form.node().setMinHeight(FORM_HEIGHT);
        var frame = Style.STEP_FORM.on(new VBox(8, head, form.node()));
        frame.setId("step-form");
        return frame;
    }
}
