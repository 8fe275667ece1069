package cn.anlan.mediation.screen;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.desk.MediationDesk;
import cn.anlan.mediation.desk.MediationDesk.Standing;
import cn.anlan.mediation.desk.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where a dispute stands and what can be done with it now (办理进度): its stages, and a button for each step that is open. */
final class StepBar {
    /** The main line; stages beside it are shown in place of the one they ended at. */
    private static final List<String> LINE = List.of("01", "02", "03", "04", "05", "06", "07", "20", "30");
    /** Steps that lead along the main line. */
    private static final Set<Step> ONWARD = Set.of(Step.REGISTER, Step.ACCEPT, Step.AGREE, Step.PERFORMED, Step.CLOSE, Step.ARCHIVE);

    private final Office office;
    private final MediationDesk desk;
    private final Surroundings around;
    private final FlowPane line = Style.STAGES.on(new FlowPane());
    private final FlowPane buttons = new FlowPane(6, 6);
    private final Label closed = Style.SHELVED.on(new Label());
    private final NoticeBar notice = new NoticeBar();
    private final BegunSteps begun;
    private final VBox root = new VBox(8);
    private @Nullable Dispute dispute;
    /** A step was taken: the cursor goes to what can be done next. */
    private boolean justMoved;

    /** The page around the bar (周围的页面). */
    interface Surroundings {

        /** Whether what is typed may be left; asks when it would be lost. */
        boolean mayMove();

        /** Reads the page anew after a step. */
        void moved();

        /** Puts what a step asks for in the place of the tabs; null brings them back. */
        void cover(@Nullable Node form);

        /** Shows the field, or the tab of the child register, of this name; false when there is none. */
        boolean jump(String place);
    }

    StepBar(Office office, MediationDesk desk, Surroundings around) {
        this.office = office;
        this.desk = desk;
        this.around = around;
        begun = new BegunSteps((step, here) -> new StepForm(office, desk, step, here, this::answered), around::cover);
        root.setId("steps");
        buttons.setRowValignment(VPos.CENTER);
        closed.setId("steps-closed");
        closed.setWrapText(true);
        closed.setMinHeight(Region.USE_PREF_SIZE);
        root.getChildren().setAll(line, closed, buttons, notice.node());
        tell(null);
    }

    Node node() {
        return root;
    }

    /** What was begun and is not taken yet. */
    BegunSteps begun() {
        return begun;
    }

    /** Shows where a stored, living dispute stands; what was begun for another one is given up. */
    void show(Dispute shown) {
        boolean other = dispute == null || !dispute.id().equals(shown.id()) || dispute.revision() != shown.revision();
        dispute = shown;
        showLine(shown.registration().stage());
        if (other) {
            notice.clear();
            begun.clear();
            around.cover(null);
            buttons.getChildren().clear();
            tell(null);
        }
    }

    /** Why nothing can be changed, in one quiet line; null for nothing. */
    private void tell(@Nullable String why) {
        closed.setText(why);
        closed.setVisible(why != null);
        closed.setManaged(why != null);
    }

    void show(Standing standing) {
        tell(standing.closed());
        buttons.getChildren().setAll(standing.open().stream().map(this::button).toList());
        if (justMoved && !buttons.getChildren().isEmpty()) {
            buttons.getChildren().get(0).requestFocus();
        }
        justMoved = false;
        int count = buttons.getChildren().size();
        for (int i = 0; i < count; i++) {
            ((Button) buttons.getChildren().get(i)).setTooltip(new Tooltip(Text.of("mediation.step_key", i + 1)));
        }
    }

    /** Takes the step of the n-th button (Alt+1, Alt+2…), counted from one; nothing when there are fewer. */
    void press(int number) {
        if (number <= buttons.getChildren().size()) {
            ((Button) buttons.getChildren().get(number - 1)).fire();
        }
    }

    private void showLine(String stage) {
        int here = LINE.indexOf(stage);
        line.getChildren().clear();
        for (String each : LINE) {
            var label = Style.STAGE.on(new Label(office.codes().label("dispute_stage", each)));
            Style.STAGE_PAST.set(label, here > LINE.indexOf(each));
            Style.STAGE_HERE.set(label, each.equals(stage));
            label.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(label);
        }
        if (here < 0) {
            var aside = Style.STAGE_HERE.on(Style.STAGE.on(new Label(office.codes().label("dispute_stage", stage))));
            aside.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(aside);
        }
    }

    private Button button(Step step) {
        var button = new Button(label(step));
        button.setId("step-" + step.code());
        button.getStyleClass().add("small");
        Style.PRIMARY.set(button, ONWARD.contains(step));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> begin(step));
        return button;
    }

    private String label(Step step) {
        return office.codes().label("dispute_step", step.code());
    }

    private void begin(Step step) {
        Dispute here = dispute;
        if (here == null || !around.mayMove()) {
            return;
        }
        notice.clear();
        if (step.child() != null && step != Step.COURT_WITHDRAW || !step.asks(here.registration().stage()).isEmpty()) {
            StepForm form = begun.of(step, here);
            around.cover(form.node());
            form.come();
        } else if (step.isForAReason()) {
            around.cover(null);
            notice.ask(Text.of("mediation.guard.reason"), label(step), reason -> move(here, step, Map.of("reason", reason)));
        } else {
            around.cover(null);
            move(here, step, Map.of());
        }
    }

    /** What becomes of a step's form: taken, left, or refused for something that does not stand in it. */
    private void answered(StepForm.Answer answer) {
        switch (answer) {
            case StepForm.Moved ignored -> moved();
            case StepForm.Left ignored -> {
                begun.clear();
                around.cover(null);
            }
            case StepForm.Elsewhere elsewhere -> jump(elsewhere.refused());
        }
    }

    private void move(Dispute here, Step step, Map<String, ?> facts) {
        office.background().run("kit.busy.saving", () -> desk.move(here.id(), step, facts), moved -> moved(), refused -> {
            if (refused.canBeOverruled()) {
                notice.ask(String.valueOf(refused.getMessage()), label(step), reason -> move(here, step, Map.of("reason", reason)));
            } else {
                notice.refused(refused);
                jump(refused);
            }
        });
    }

    /** The first thing wrong that stands somewhere on the page is brought to the front; the sentence stays above it. */
    private void jump(Refused refused) {
        for (var violation : refused.violations()) {
            String place = violation.field();
            if (place != null && around.jump(place)) {
                notice.refused(refused);
                return;
            }
        }
    }

    private void moved() {
        begun.clear();
        justMoved = true;
        around.cover(null);
        around.moved();
    }
}
