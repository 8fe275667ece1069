package cn.anlan.kit.form;

import cn.anlan.entry.Type;
import cn.anlan.kit.Buttons;
import java.time.LocalDate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.DatePickerSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** An editor for a day (日期框): typed in any of the usual ways, or picked from a calendar; what is no day stays as typed. */
public final class DateEditor implements Editor {
    private final TextField text = new TextField();
    private final Button calendar = Buttons.icon("calendar", MaterialDesignC.CALENDAR, this::pick);
    private final HBox box = new HBox(text, calendar);

    public DateEditor() {
        box.getStyleClass().add("joined");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setOnKeyPressed(key -> {
            if (key.isAltDown() && key.getCode() == KeyCode.DOWN && text.isEditable()) {
                pick();
                key.consume();
            }
        });
    }

    private void pick() {
        var picker = new DatePicker(day());
        picker.setShowWeekNumbers(false);
        var popup = new Popup();
        popup.getContent().setAll(new DatePickerSkin(picker).getPopupContent());
        popup.setAutoHide(true);
        picker.valueProperty().addListener((value, old, day) -> {
            text.setText(Type.DATE.write(day));
            popup.hide();
            text.requestFocus();
        });
        Bounds at = text.localToScreen(text.getBoundsInLocal());
        popup.show(text, at.getMinX(), at.getMaxY() + 2);
    }

    private @Nullable LocalDate day() {
        try {
            return (LocalDate) Type.DATE.parse(text.getText());
        } catch (IllegalArgumentException notYet) {
            return null;
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public TextField focus() {
        return text;
    }

    @Override
    public void show(@Nullable Object value, String written) {
        text.setText(written);
    }

    @Override
    public Typed typed() {
        return Typed.text(text.getText());
    }

    @Override
    public void onEdited(Runnable listener) {
        text.textProperty().addListener((property, old, now) -> listener.run());
    }

    @Override
    public void close(boolean closed) {
        text.setEditable(!closed);
        calendar.setDisable(closed);
    }
}
