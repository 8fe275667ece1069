package cn.anlan.app.page;

import cn.anlan.app.page.Everywhere.Found;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The find box over everything (全局查找, Ctrl+K): type, go down, Enter. It takes letters before the store is open; what was typed by then is looked
 * for as soon as it is.
 */
public final class FindOverlay {
    private static final Duration TYPING_PAUSE = Duration.millis(150);

    private final Background background;
    private final StackPane root = new StackPane();
    private final VBox panel;
    private final TextField words = new TextField();
    private final ListView<Row> rows = new ListView<>();
    private final Label hint = new Label(Text.of("app.find.hint"));
    private @Nullable House house;
    private int asked;

    /** What is behind the box once the store is open. */
    private record House(Everywhere everywhere, Doors doors) {}

    /** A line of the answer: a register's name, or an entry found in it. */
    private record Row(String heading, @Nullable Found found) {}

    /** Finds nothing until it is opened. */
    public FindOverlay(Background background) {
        this.background = background;
        words.setId("find-words");
        words.setPromptText(Text.of("app.find.prompt"));
        rows.setId("find-rows");
        rows.setCellFactory(list -> new RowCell());
        rows.setFocusTraversable(false);
        rows.setOnMouseClicked(click -> choose());
        rows.setVisible(false);
        rows.setManaged(false);
        hint.getStyleClass().add("hint");
        panel = new VBox(8, words, hint);
        panel.getStyleClass().add("find-panel");
        panel.setMaxSize(680, Region.USE_PREF_SIZE);
        panel.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        StackPane.setAlignment(panel, Pos.TOP_CENTER);
        root.getChildren().setAll(panel);
        root.getStyleClass().add("find-overlay");
        root.setId("find-overlay");
        root.setOnMouseClicked(click -> hide());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        var pause = new PauseTransition(TYPING_PAUSE);
        pause.setOnFinished(over -> find());
        words.textProperty().addListener((all, before, typed) -> {
            // Enter must not open what was found for other words
            rows.getSelectionModel().clearSelection();
            pause.playFromStart();
        });
        hide();
    }

    public Parent node() {
        return root;
    }

    /** Stands there while the store is being opened, and takes letters. */
    public void ahead() {
        hint.setText(Text.of("app.find.ahead"));
        root.setVisible(true);
        words.requestFocus();
    }

    /** The store is open: what was typed ahead is looked for; if nothing was, the box goes. */
    public void open(Everywhere everywhere, Doors doors) {
        house = new House(everywhere, doors);
        // not before: a list is dear to draw
        panel.getChildren().setAll(words, rows, hint);
        hint.setText(Text.of("app.find.hint"));
        if (words.getText().isBlank()) {
            leave();
        } else {
            root.setVisible(true);
            words.requestFocus();
            words.end();
            find();
        }
    }

    /** Goes, and the cursor with it to the window as a whole: JavaFX would put it on the nearest button, which a space would press. */
    private void leave() {
        boolean held = words.isFocused();
        hide();
        if (held && root.getParent() != null) {
            root.getParent().requestFocus();
        }
    }

    /** The store is not open any more, and nobody shall read what was looked for. */
    public void close() {
        house = null;
        words.clear();
        rows.getItems().clear();
        hide();
    }

    /** Comes over the page, with what was typed last ready to be replaced. */
    public void show() {
        root.setVisible(true);
        words.requestFocus();
        words.selectAll();
    }

    public void hide() {
        root.setVisible(false);
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case ESCAPE -> hide();
            case ENTER -> choose();
            case DOWN -> walk(1);
            case UP -> walk(-1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** From entry to entry, over the headings. */
    private void walk(int step) {
        int at = rows.getSelectionModel().getSelectedIndex() + step;
        while (at >= 0 && at < rows.getItems().size()) {
            if (rows.getItems().get(at).found() != null) {
                rows.getSelectionModel().select(at);
                rows.scrollTo(Math.max(0, at - 4));
                return;
            }
            at += step;
        }
    }

    private void find() {
        String typed = words.getText().strip();
        House open = house;
        int question = ++asked;
        if (typed.isEmpty() || open == null) {
            show(List.of());
            return;
        }
        background.run("app.find.busy", () -> open.everywhere.find(typed), found -> {
            if (question == asked) {
                show(found);
            }
        });
    }

    private void show(List<Found> found) {
        List<Row> lines = new ArrayList<>();
        String heading = "";
        for (Found each : found) {
            if (!each.label().equals(heading)) {
                heading = each.label();
                lines.add(new Row(heading, null));
            }
            lines.add(new Row(heading, each));
        }
        rows.getItems().setAll(lines);
        rows.setVisible(!lines.isEmpty());
        rows.setManaged(!lines.isEmpty());
        rows.getSelectionModel().clearSelection();
        walk(1);
        boolean nothing = found.isEmpty() && !words.getText().isBlank();
        hint.setText(Text.of(house == null ? "app.find.ahead" : nothing ? "app.find.nothing" : "app.find.hint"));
    }

    private void choose() {
        Row chosen = rows.getSelectionModel().getSelectedItem();
        House open = house;
        if (chosen != null && chosen.found() != null && open != null) {
            hide();
            open.doors.open(chosen.found().register(), chosen.found().id());
        }
    }

    /** A line of the answer on screen. */
    private static final class RowCell extends ListCell<Row> {
        private final Label title = new Label();
        private final Label where = new Label();
        private final VBox lines = new VBox(1, title, where);

        RowCell() {
            where.getStyleClass().add("hint");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove("find-heading");
            setText(null);
            setGraphic(null);
            if (row != null && !empty && row.found() == null) {
                getStyleClass().add("find-heading");
                setText(row.heading());
            } else if (row != null && !empty && row.found() != null) {
                Found found = row.found();
                title.setText(found.isVoid() ? Text.of("app.find.void", found.title()) : found.title());
                where.setText(found.where());
                where.setManaged(!found.where().isEmpty());
                setGraphic(lines);
            }
        }
    }
}
