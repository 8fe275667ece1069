package cn.anlan.mediation.screen;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeStep;
import cn.anlan.mediation.desk.MediationDesk;
import cn.anlan.mediation.desk.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where a dispute stands and what can be done with it now (办理进度): its stages, its deadline, a button for each step that is open. */
final class StepBar {
    /** The main line; stages beside it are shown in place of the one they ended at. */
    private static final List<String> LINE = List.of("01", "02", "03", "04", "05", "06", "07", "20", "30");

    private final Office office;
    private final MediationDesk desk;
    private final BooleanSupplier mayMove;
    private final Runnable moved;
    private final FlowPane line = Style.STAGES.on(new FlowPane());
    private final List<Node> chips = new ArrayList<>();
    private final FlowPane buttons = new FlowPane(6, 6);
    private final NoticeBar notice = new NoticeBar();
    private final VBox form = new VBox();
    private long asked;
    private final VBox root = Style.STEP_BAR.on(new VBox(8));

    /** {@code mayMove} asks whether what is typed may be left; {@code moved} reads the page anew. */
    StepBar(Office office, MediationDesk desk, BooleanSupplier mayMove, Runnable moved) {
        this.office = office;
        this.desk = desk;
        this.mayMove = mayMove;
        this.moved = moved;
        root.setId("steps");
        buttons.setRowValignment(VPos.CENTER);
        root.setMinHeight(Region.USE_PREF_SIZE);
        root.getChildren().setAll(line, buttons, notice.node(), form);
        show(null);
    }

    /** Puts a chip behind the buttons. */
    void addChip(Node chip) {
        chips.add(chip);
    }

    Node node() {
        return root;
    }

    /** Shows where a stored dispute stands; null takes the bar away. */
    void show(@Nullable Dispute dispute) {
        boolean live = dispute != null && dispute.voidReason() == null;
        root.setVisible(live);
        root.setManaged(live);
        notice.clear();
        form.getChildren().clear();
        if (dispute != null && live) {
            showLine(dispute.registration().stage());
            long ticket = ++asked;
            office.background().run("kit.busy.loading", () -> desk.open(dispute), steps -> {
                if (ticket == asked) {
                    buttons.getChildren().setAll(steps.stream().map(step -> button(dispute, step)).toList());
                    buttons.getChildren().addAll(chips);
                }
            });
        }
    }

    private void showLine(String stage) {
        int here = LINE.indexOf(stage);
        line.getChildren().clear();
        for (String each : LINE) {
            var label = Style.STAGE.on(new Label(stageLabel(each)));
            Style.STAGE_PAST.set(label, here > LINE.indexOf(each));
            Style.STAGE_HERE.set(label, each.equals(stage));
            label.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(label);
        }
        if (here < 0) {
            var aside = Style.STAGE_HERE.on(Style.STAGE.on(new Label(stageLabel(stage))));
            aside.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(aside);
        }
    }

    private String stageLabel(String stage) {
        return office.codes().label("dispute_stage", stage);
    }

    private Button button(Dispute dispute, Step step) {
        var button = new Button(office.codes().label("dispute_step", step.code()));
        button.setId("step-" + step.code());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> begin(dispute, step));
        return button;
    }

    private void begin(Dispute dispute, Step step) {
        if (!mayMove.getAsBoolean()) {
            return;
        }
        notice.clear();
        form.getChildren().clear();
        if (step.child() != null || !step.asks(dispute.registration().stage()).isEmpty()) {
            form.getChildren().setAll(new StepForm(office, desk, step, this::moved, this::close).node(dispute));
        } else if (step.isForAReason()) {
            notice.ask(Text.of("mediation.guard.reason"), label(step), reason -> move(dispute, step, Map.of("reason", reason)));
        } else {
            move(dispute, step, Map.of());
        }
    }

    private String label(Step step) {
        Shape<DisputeStep> shape = office.registers().of(DisputeStep.class).shape();
        Field field = shape.field("step");
        return office.registers().show(field, step.code());
    }

    private void move(Dispute dispute, Step step, Map<String, ?> facts) {
        office.background().run("kit.busy.saving", () -> desk.move(dispute.id(), step, facts), this::moved, notice::refused);
    }

    private void moved(Dispute dispute) {
        show(dispute);
        moved.run();
    }

    private void close() {
        form.getChildren().clear();
    }
}
