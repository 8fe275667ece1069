package cn.anlan.kit.form;

import cn.anlan.kit.form.PickBox.Choice;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** An editor for a code, a place or a linked entry (选择编辑框). */
final class PickEditor implements Editor {
    private final PickBox box;

    PickEditor(PickBox.Source source) {
        box = new PickBox(source);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node focus() {
        return box.input();
    }

    @Override
    public void show(@Nullable Object value, String text) {
        box.choose(value == null ? null : new Choice((String) value, text, ""));
    }

    /** What was typed and not picked stands there as it was typed. */
    @Override
    public void type(@Nullable Object value, String text) {
        show(value, text);
        if (value == null) {
            box.write(text);
        }
    }

    @Override
    public Typed typed() {
        Choice chosen = box.chosen();
        return chosen != null ? Typed.value(chosen.value()) : box.written().isBlank() ? Typed.value(null) : Typed.text(box.written());
    }

    @Override
    public void onEdited(Runnable listener) {
        box.onPicked(listener);
    }

    @Override
    public void close(boolean closed) {
        box.close(closed);
    }
}
