package cn.anlan.kit.form;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.kit.Office;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Where one field is filled in (编辑框). */
interface Editor {

    /** The editor a field gets where it is typed; {@code reveal} is asked before a masked value is shown. */
    static Editor typed(Shape<?> shape, Field field, Office office, Choices choices, Consumer<Runnable> reveal) {
        return switch (field.type()) {
            case TEXT -> field.sensitivity().<Editor>map(kind -> new MaskedEditor(kind, reveal)).orElseGet(() -> new WrittenEditor(field));
            case INTEGER, MONEY, TIME -> new WrittenEditor(field);
            case DATE -> new DateEditor();
            case FLAG -> new FlagEditor(shape.label(field));
            case CODE, PLACE, LINK -> new PickEditor(choices.of(field));
            case CODES -> new CodesEditor(() -> choices.inForce(field), code -> office.codes().label(field.codeList().orElseThrow(), code));
        };
    }

    /** What stands in the form. */
    Node node();

    /** The part that takes the keys. */
    Node focus();

    /** Shows a stored value; {@code text} is how it reads to a person. */
    void show(@Nullable Object value, String text);

    /** Shows a value not stored yet. */
    default void type(@Nullable Object value, String text) {
        show(value, text);
    }

    Typed typed();

    /** Told whenever what stands here may have become something else. */
    void onEdited(Runnable listener);

    /** Whether what stands here can only be read. */
    void close(boolean closed);

    /** Long texts take the whole width of the form. */
    default boolean isWide() {
        return false;
    }
}
