package cn.anlan.kit.form;

import cn.anlan.entry.Field;
import cn.anlan.entry.Type;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/** An editor for whatever is simply written (文字框): names, numbers, amounts in yuan, moments; several lines for long texts. */
final class WrittenEditor implements Editor {
    /** From this many characters on a text gets several lines. */
    private static final int LONG = 200;

    private final TextInputControl input;
    private final boolean area;

    WrittenEditor(Field field) {
        this.area = field.type() == Type.TEXT && field.maxLength() > LONG;
        this.input = area ? area() : new TextField();
    }

    private static TextArea area() {
        var area = new TextArea();
        area.setPrefRowCount(3);
        area.setWrapText(true);
        return area;
    }

    @Override
    public Node node() {
        return input;
    }

    @Override
    public Node focus() {
        return input;
    }

    @Override
    public void show(@Nullable Object value, String text) {
        input.setText(text);
    }

    @Override
    public Typed typed() {
        return Typed.text(input.getText());
    }

    @Override
    public void onEdited(Runnable listener) {
        input.textProperty().addListener((text, old, now) -> listener.run());
    }

    @Override
    public void close(boolean closed) {
        input.setEditable(!closed);
    }

    @Override
    public boolean isWide() {
        return area;
    }
}
