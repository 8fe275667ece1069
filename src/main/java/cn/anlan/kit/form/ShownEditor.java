package cn.anlan.kit.form;

import cn.anlan.kit.Style;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** Not an editor at all (只读): shows what the program filled in. */
final class ShownEditor implements Editor {
    private final Label label = Style.READ_ONLY.on(new Label());
    private @Nullable Object value;

    ShownEditor() {
        label.setMaxWidth(Double.MAX_VALUE);
        label.setWrapText(true);
    }

    @Override
    public Node node() {
        return label;
    }

    @Override
    public Node focus() {
        return label;
    }

    @Override
    public void show(@Nullable Object stored, String text) {
        value = stored;
        label.setText(text);
    }

    @Override
    public Typed typed() {
        return Typed.value(value);
    }

    @Override
    public void onEdited(Runnable listener) {
        label.textProperty().addListener((text, old, now) -> listener.run());
    }

    @Override
    public void close(boolean closed) {
        // nothing is ever typed here
    }
}
