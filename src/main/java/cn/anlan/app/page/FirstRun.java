package cn.anlan.app.page;

import cn.anlan.entry.Progress;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.kit.Underway;
import cn.anlan.reference.Place;
import cn.anlan.reference.Places;
import cn.anlan.store.Query;
import cn.anlan.store.Registers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The questions of the first start (首次使用): whose office this is, and whether to begin with sample data. Nothing typed is lost by going back. */
public final class FirstRun {
    private static final Duration TYPING_PAUSE = Duration.millis(200);
    private static final int TOWNS_SHOWN = 200;
    private static final int ORG_CODE_LENGTH = 12;

    private final Given given;
    private final Consumer<Setup> done;
    private final StackPane root = new StackPane();
    private final TextField town = field("town");
    private final ListView<Place> towns = new ListView<>();
    private final TextField orgName = field("org-name");
    private final TextField orgCode = field("org-code");
    private final TextField clerk = field("clerk");
    private final RadioButton empty = new RadioButton(Text.of("app.first.empty"));
    private final RadioButton sample = new RadioButton(Text.of("app.first.sample"));
    private final Label refusal = new Label();
    private final Underway filling;
    private final Button next = new Button();
    private final Button back = new Button(Text.of("app.first.back"));
    private final VBox stepOne;
    private final VBox stepTwo;
    private String suggestedName = "";
    private String suggestedCode = "";

    /** Makes a sample township; nothing of it is left when it is cancelled. */
    @FunctionalInterface
    public interface Filling {
        void fill(String home, Progress progress);
    }

    /** What the questions need of the house. */
    public record Given(Registers registers, Places places, Background background, Filling filling) {}

    public FirstRun(Given given, boolean sampleWanted, Consumer<Setup> done) {
        this.given = given;
        this.done = done;
        this.filling = new Underway(given.background);
        stepOne = stepOne();
        stepTwo = stepTwo(sampleWanted);
        lay();
        findTowns();
    }

    public Parent node() {
        return root;
    }

    private static TextField field(String id) {
        var field = new TextField();
        field.setId("first-" + id);
        return field;
    }

    private VBox stepOne() {
        town.setPromptText(Text.of("app.first.town_prompt"));
        towns.setId("first-towns");
        towns.setCellFactory(list -> new TownCell(given.places));
        towns.getSelectionModel().selectedItemProperty().addListener((all, before, chosen) -> suggest(chosen));
        towns.setPrefHeight(190);
        var pause = new PauseTransition(TYPING_PAUSE);
        pause.setOnFinished(over -> findTowns());
        town.textProperty().addListener((all, before, typed) -> pause.playFromStart());
        town.addEventFilter(KeyEvent.KEY_PRESSED, this::walkTowns);
        return new VBox(6, asked("app.first.town"), town, towns, asked("app.first.org_name"), orgName, asked("app.first.org_code"), orgCode,
                quiet("app.first.org_code_hint"), asked("app.first.clerk"), clerk, quiet("app.first.clerk_hint"));
    }

    private VBox stepTwo(boolean sampleWanted) {
        var choice = new ToggleGroup();
        empty.setToggleGroup(choice);
        sample.setToggleGroup(choice);
        empty.setId("first-empty");
        sample.setId("first-sample");
        choice.selectToggle(sampleWanted ? sample : empty);
        return new VBox(10, asked("app.first.begin_with"), empty, quiet("app.first.empty_hint"), sample, quiet("app.first.sample_hint"), filling.node(),
                quiet("app.first.villages_hint"));
    }

    private void lay() {
        var title = new Label(Text.of("app.first.title"));
        title.getStyleClass().add("first-title");
        refusal.getStyleClass().add("first-refusal");
        refusal.setId("first-refusal");
        refusal.setWrapText(true);
        next.setId("first-next");
        next.setDefaultButton(true);
        next.setOnAction(pressed -> goOn());
        back.setId("first-back");
        back.setOnAction(pressed -> show(stepOne));
        var steps = new StackPane(stepOne, stepTwo);
        steps.setAlignment(Pos.TOP_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(8, quiet("app.first.help"), space, back, next);
        foot.setAlignment(Pos.CENTER_LEFT);
        var card = new VBox(14, title, steps, refusal, foot);
        card.getStyleClass().add("first-card");
        card.setMaxSize(620, Region.USE_PREF_SIZE);
        root.getChildren().setAll(card);
        root.getStyleClass().add("first-run");
        root.setId("page-first");
        show(stepOne);
    }

    private static Label asked(String key) {
        var label = new Label(Text.of(key));
        label.getStyleClass().add("first-question");
        return label;
    }

    private static Label quiet(String key) {
        var label = new Label(Text.of(key));
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        return label;
    }

    private void show(VBox step) {
        for (Node each : List.of(stepOne, stepTwo)) {
            each.setVisible(each == step);
        }
        back.setVisible(step == stepTwo);
        next.setText(Text.of(step == stepOne ? "app.first.next" : "app.first.start"));
        refusal.setText("");
        Node first = step == stepOne ? town : sample.isSelected() ? sample : empty;
        Platform.runLater(first::requestFocus);
    }

    private void findTowns() {
        String typed = town.getText();
        given.background.run("kit.busy.loading",
                () -> given.registers.of(Place.class).list(Query.all().is("level", "town").finding(typed).sortedBy("code", false), TOWNS_SHOWN), this::showTowns);
    }

    private void showTowns(List<Place> found) {
        Place chosen = towns.getSelectionModel().getSelectedItem();
        towns.getItems().setAll(found);
        if (chosen != null && found.contains(chosen)) {
            towns.getSelectionModel().select(chosen);
        } else if (found.size() == 1) {
            towns.getSelectionModel().select(0);
        }
    }

    private void walkTowns(KeyEvent key) {
        if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.UP) {
            int step = key.getCode() == KeyCode.DOWN ? 1 : -1;
            int at = Math.clamp(towns.getSelectionModel().getSelectedIndex() + (long) step, 0, Math.max(0, towns.getItems().size() - 1));
            towns.getSelectionModel().select(at);
            towns.scrollTo(at);
            key.consume();
        }
    }

    /** The chosen town proposes name and code; what the clerk wrote herself stays. */
    private void suggest(@Nullable Place chosen) {
        if (chosen != null) {
            if (orgName.getText().equals(suggestedName)) {
                suggestedName = Text.of("app.org_name", chosen.name());
                orgName.setText(suggestedName);
            }
            if (orgCode.getText().equals(suggestedCode)) {
                suggestedCode = chosen.code() + "0".repeat(ORG_CODE_LENGTH - chosen.code().length());
                orgCode.setText(suggestedCode);
            }
        }
    }

    private void goOn() {
        if (!stepOne.isVisible()) {
            begin();
        } else if (towns.getSelectionModel().getSelectedItem() == null) {
            refuse("app.first.refused.town", town);
        } else if (orgName.getText().isBlank()) {
            refuse("app.first.refused.org_name", orgName);
        } else if (!orgCode.getText().strip().matches("\\d{" + ORG_CODE_LENGTH + "}")) {
            refuse("app.first.refused.org_code", orgCode);
        } else if (clerk.getText().isBlank()) {
            refuse("app.first.refused.clerk", clerk);
        } else {
            show(stepTwo);
        }
    }

    private void refuse(String key, TextField cure) {
        refusal.setText(Text.of(key));
        cure.requestFocus();
    }

    private void begin() {
        String home = towns.getSelectionModel().getSelectedItem().code();
        Setup usual = Setup.read(key -> Optional.empty());
        var setup = new Setup(home, orgCode.getText().strip(), orgName.getText().strip(), clerk.getText().strip(), usual.cutDay(), usual.fontPercent());
        busy(true);
        refusal.setText("");
        if (!sample.isSelected()) {
            done.accept(setup);
            return;
        }
        filling.run("app.first.busy", progress -> {
            given.filling.fill(home, progress);
            return setup;
        }, done, refused -> {
            busy(false);
            refusal.setText(refused.getMessage());
        });
    }

    private void busy(boolean working) {
        empty.setDisable(working);
        sample.setDisable(working);
        next.setDisable(working);
        back.setDisable(working);
    }

    /** A township in the list, with the county above it. */
    private static final class TownCell extends ListCell<Place> {
        private final Places places;

        TownCell(Places places) {
            this.places = places;
        }

        @Override
        protected void updateItem(@Nullable Place town, boolean none) {
            super.updateItem(town, none);
            setText(none || town == null ? "" : Text.of("app.first.town_line", places.name(String.valueOf(town.parent())), town.name(), town.code()));
        }
    }
}
