package cn.anlan.kit.form;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import org.jspecify.annotations.Nullable;

/** An editor for yes and no (勾选框), with its own words beside the box. */
final class FlagEditor implements Editor {
    private final CheckBox box;

    FlagEditor(String label) {
        box = new CheckBox(label);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node focus() {
        return box;
    }

    @Override
    public void show(@Nullable Object value, String text) {
        box.setSelected(Boolean.TRUE.equals(value));
    }

    @Override
    public Typed typed() {
        return Typed.value(box.isSelected());
    }

    @Override
    public void onEdited(Runnable listener) {
        box.selectedProperty().addListener((selected, old, now) -> listener.run());
    }

    @Override
    public void close(boolean closed) {
        box.setDisable(closed);
    }
}
