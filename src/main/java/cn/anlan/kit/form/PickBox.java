package cn.anlan.kit.form;

import cn.anlan.kit.Buttons;
import cn.anlan.kit.Style;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A field in which one picks by typing a few letters (选择框): part of a name, a code, pinyin or its initials. */
public final class PickBox extends HBox {
    private static final int ROWS_SHOWN = 9;
    private static final double ROW = 28;

    private final TextField text = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private final Popup popup = new Popup();
    private final Button arrow = Buttons.icon("pick", MaterialDesignC.CHEVRON_DOWN, this::lookAtAll);
    private final Source source;
    private @Nullable Choice chosen;
    private boolean showing;
    private long asked;
    private Runnable listener = () -> {};

    /**
     * Something to pick.
     *
     * @param detail tells it from others of the same label; may be empty
     */
    public record Choice(String value, String label, String detail) {}

    /** Where choices come from; it answers at once or later, on the painting thread. */
    @FunctionalInterface
    public interface Source {
        void find(String typed, Consumer<List<Choice>> taker);
    }

    public PickBox(Source source) {
        this.source = source;
        Style.PICK_BOX.on(this).getStyleClass().add("joined");
        getChildren().setAll(text, arrow);
        HBox.setHgrow(text, Priority.ALWAYS);
        Style.PICK_LIST.on(list).setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new ChoiceCell());
        list.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                chooseSelected();
            }
        });
        popup.getContent().setAll(list);
        popup.setAutoHide(true);
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        text.textProperty().addListener((property, old, now) -> edited());
        text.focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                asked++;
                popup.hide();
            }
        });
    }

    private void lookAtAll() {
        text.requestFocus();
        look("");
    }

    /** Whether what stands here can only be read. */
    void close(boolean closed) {
        text.setEditable(!closed);
        arrow.setDisable(closed);
    }

    private void edited() {
        if (!showing) {
            chosen = null;
            listener.run();
            if (text.isFocused()) {
                look(text.getText().strip());
            }
        }
    }

    private void look(String typed) {
        long ticket = ++asked;
        source.find(typed, found -> {
            if (ticket == asked) {
                offer(found);
            }
        });
    }

    private void offer(List<Choice> found) {
        list.getItems().setAll(found);
        if (found.isEmpty() || text.getScene() == null) {
            popup.hide();
            return;
        }
        list.setPrefHeight(Math.min(ROWS_SHOWN, found.size()) * ROW + 4);
        list.setPrefWidth(Math.max(getWidth(), 200));
        int known = chosen == null ? 0 : Math.max(0, found.indexOf(chosen));
        list.getSelectionModel().select(known);
        list.scrollTo(Math.max(0, known - 2));
        if (!popup.isShowing()) {
            popup.getScene().getStylesheets().setAll(text.getScene().getStylesheets());
            Bounds at = localToScreen(getBoundsInLocal());
            popup.show(this, at.getMinX(), at.getMaxY() + 2);
        }
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN, UP -> {
                if (!text.isEditable()) {
                    return;
                }
                move(key.getCode() == KeyCode.DOWN ? 1 : -1);
                key.consume();
            }
            case ENTER -> {
                if (popup.isShowing()) {
                    chooseSelected();
                }
            }
            case ESCAPE -> {
                if (popup.isShowing()) {
                    popup.hide();
                    key.consume();
                }
            }
            default -> { }
        }
    }

    private void move(int step) {
        if (!popup.isShowing()) {
            look(chosen == null ? text.getText().strip() : "");
            return;
        }
        int next = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + step, 0, list.getItems().size() - 1);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - ROWS_SHOWN / 2));
    }

    private void chooseSelected() {
        Choice selected = list.getSelectionModel().getSelectedItem();
        if (selected != null) {
            choose(selected);
        }
        popup.hide();
    }

    /** Takes a choice as if picked; null empties the box. */
    public void choose(@Nullable Choice choice) {
        showing = true;
        chosen = choice;
        text.setText(choice == null ? "" : choice.label());
        text.end();
        showing = false;
        asked++;
        popup.hide();
        listener.run();
    }

    /** Puts down a text of which nothing has been picked yet. */
    public void write(String typed) {
        choose(null);
        showing = true;
        text.setText(typed);
        showing = false;
        listener.run();
    }

    /** What was picked; null when nothing was, or something else has been typed since. */
    public @Nullable Choice chosen() {
        return chosen;
    }

    /** What stands in the box. */
    public String written() {
        return text.getText();
    }

    /** What is offered right now. */
    public List<Choice> offered() {
        return popup.isShowing() ? List.copyOf(list.getItems()) : List.of();
    }

    public TextField input() {
        return text;
    }

    public void onPicked(Runnable told) {
        listener = told;
    }

    /** A choice with what tells it apart in grey behind it. */
    private static final class ChoiceCell extends ListCell<Choice> {
        private final Label label = new Label();
        private final Label detail = Style.QUIET.on(new Label());
        private final HBox box = new HBox(10, label, detail);

        ChoiceCell() {
            Style.SUGGESTION.on(this);
            label.setMinWidth(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(null);
            label.setText(choice == null ? "" : choice.label());
            detail.setText(choice == null ? "" : choice.detail());
            setGraphic(choice == null ? null : box);
        }
    }
}
