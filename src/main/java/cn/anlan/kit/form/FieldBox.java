package cn.anlan.kit.form;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.entry.mark.When;
import cn.anlan.kit.Style;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One field of a form (表单项): its name, its editor, and under it what is wrong with it. */
final class FieldBox {
    /** A longer hint says only its first clause in the field, all of it when pointed at. */
    private static final int LONGEST_PROMPT = 18;

    private final Field field;
    private final Editor editor;
    private final VBox node;
    private final HBox head;
    private final Label error = Style.FIELD_ERROR.on(new Label());
    private Typed shown;
    private @Nullable Object stored;

    FieldBox(Shape<?> shape, Field field, Editor editor) {
        this.field = field;
        this.editor = editor;
        this.shown = editor.typed();
        String name = shape.label(field);
        var label = Style.FIELD_LABEL.on(new Label(isTick() ? "" : name));
        label.setLabelFor(editor.focus());
        head = new HBox(3, label);
        if (field.isRequired() && !isReadOnly() && field.type() != Type.FLAG) {
            head.getChildren().add(Style.REQUIRED.on(new Label("*")));
        }
        error.setId("error-" + field.name());
        error.setWrapText(true);
        error.setMinHeight(Region.USE_PREF_SIZE);
        node = Style.FIELD.on(new VBox(2, head, editor.node(), error));
        editor.focus().setId("field-" + field.name());
        editor.focus().setAccessibleText(name);
        Text.find(shape.room() + "." + shape.name() + "." + field.name() + ".hint").ifPresent(this::hint);
        right();
    }

    private void hint(String hint) {
        if (editor.focus() instanceof TextInputControl input) {
            input.setPromptText(input instanceof TextArea ? hint : prompt(hint));
        }
        if (editor.focus() instanceof Control control && !(control instanceof Label)) {
            control.setTooltip(new Tooltip(hint));
        }
    }

    private static String prompt(String hint) {
        int end = hint.indexOf(Text.of("kit.clause_end"));
        return hint.length() <= LONGEST_PROMPT || end < 0 ? hint : hint.substring(0, end);
    }

    Field field() {
        return field;
    }

    /** Only shown, never typed here. */
    boolean isReadOnly() {
        return editor instanceof ShownEditor;
    }

    Editor editor() {
        return editor;
    }

    VBox node() {
        return node;
    }

    boolean isWide() {
        return editor.isWide();
    }

    void show(@Nullable Object value, String text) {
        editor.show(value, text);
        shown = editor.typed();
        stored = value;
        right();
    }

    /** Replaces what stands here without making it the stored state. */
    void type(@Nullable Object value, String text) {
        editor.type(value, text);
        right();
    }

    /** Whether it is a tick with its words beside it. */
    boolean isTick() {
        return field.type() == Type.FLAG && !isReadOnly();
    }

    /** Leaves room above it for a name, so that it stands beside fields that have one. */
    void setHeaded(boolean headed) {
        head.setVisible(headed);
        head.setManaged(headed);
    }

    /** What is meant here: the stored value itself while nobody has typed over it, however the editor may have to show it. */
    Typed meant() {
        return isDirty() ? Reading.plain(field, editor.typed()) : Typed.value(stored);
    }

    boolean isDirty() {
        return !editor.typed().equals(shown);
    }

    /** Whether the field is asked for, given what stands in the other fields. */
    boolean applies(Function<String, @Nullable FieldBox> others) {
        When when = field.when().orElse(null);
        FieldBox other = when == null ? null : others.apply(when.field());
        boolean asked = when == null || other == null || List.of(when.is()).contains(other.editor.typed().compared());
        return asked && !(isReadOnly() && (editor.typed().isEmpty() || Boolean.FALSE.equals(editor.typed().value())));
    }

    void setApplies(boolean applies) {
        node.setVisible(applies);
        node.setManaged(applies);
    }

    boolean isAsked() {
        return node.isManaged();
    }

    boolean isTyped() {
        return !isReadOnly() && isAsked();
    }

    void wrong(String sentence, boolean soft) {
        error.setText(sentence);
        error.setVisible(true);
        error.setManaged(true);
        Style.WRONG.set(node, !soft);
        Style.SOON.set(node, soft);
    }

    void right() {
        error.setText("");
        error.setVisible(false);
        error.setManaged(false);
        Style.WRONG.set(node, false);
        Style.SOON.set(node, false);
    }

    boolean isWrong() {
        return error.isManaged();
    }
}
