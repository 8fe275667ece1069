package cn.anlan.kit.form;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Where one field is filled in (编辑框). */
interface Editor {

    /** What stands in the form. */
    Node node();

    /** The part that takes the keys. */
    Node focus();

    /** Shows a stored value; {@code text} is how it reads to a person. */
    void show(@Nullable Object value, String text);

    Typed typed();

    /** Told whenever what stands here may have become something else. */
    void onEdited(Runnable listener);

    /** Long texts take the whole width of the form. */
    default boolean isWide() {
        return false;
    }
}
