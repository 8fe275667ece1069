package cn.anlan.kit.form;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.kit.Shown;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Register;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * A half-filled form as text, to be laid by and taken up again (未保存的填写): the entry it began with, everything typed since, and where the
 * cursor stood.
 */
record Sketch<E extends Entry>(E start, Map<Field, Typed> typed, Cursor cursor) {

    /** The field the clerk was in, and how far within its text. */
    record Cursor(String field, int caret) {

        static Cursor in(Collection<FieldBox> boxes) {
            return boxes.stream().filter(box -> box.editor().focus().isFocused()).findFirst().map(box -> new Cursor(box.field().name(),
                    box.editor().focus() instanceof TextInputControl text ? text.getCaretPosition() : 0)).orElse(new Cursor("", 0));
        }

        void putBack(Map<String, FieldBox> boxes) {
            FieldBox box = boxes.get(field);
            if (box != null) {
                box.editor().focus().requestFocus();
                if (box.editor().focus() instanceof TextInputControl text) {
                    text.positionCaret(caret);
                }
            }
        }
    }

    /** What was laid by, the entry as it is stored now, and how the typed values read. Made off the painting thread. */
    record Resumed<E extends Entry>(Sketch<E> sketch, Shown<E> stored, Map<Field, String> texts) {

        /** Types again what was typed in a field; what others have stored there meanwhile stays behind it. */
        void putBack(FieldBox box) {
            Typed typed = sketch.typed.get(box.field());
            if (typed != null) {
                box.type(typed.value(), texts.getOrDefault(box.field(), ""));
            }
        }

        static <E extends Entry> Resumed<E> of(Register<E> register, String text) {
            Sketch<E> sketch = read(register, text);
            Map<Field, String> texts = new LinkedHashMap<>();
            sketch.typed.forEach((field, typed) -> texts.put(field,
                    typed.unread() == null ? register.display().show(field, typed.value()) : typed.unread()));
            return new Resumed<>(sketch, Shown.of(register, register.find(sketch.start.id()).orElse(sketch.start)), texts);
        }
    }

    String write(Shape<E> shape) {
        Map<String, Object> fields = new LinkedHashMap<>();
        typed.forEach((field, written) -> fields.put(field.name(), written.unread() == null
                ? List.of("value", field.type().write(written.value())) : List.of("text", written.unread())));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("start", EntryJson.readAll(EntryJson.write(shape, start)).get(0));
        object.put("typed", fields);
        object.put("field", cursor.field);
        object.put("caret", cursor.caret);
        return EntryJson.write(object);
    }

    /** Reads what {@link #write} wrote; fields a newer program no longer has are left out. */
    @SuppressWarnings("unchecked")
    static <E extends Entry> Sketch<E> read(Register<E> register, String text) {
        Shape<E> shape = register.shape();
        Map<String, Object> object = EntryJson.readAll(text).get(0);
        Map<String, @Nullable Object> start = EntryJson.values(shape, (Map<String, Object>) object.getOrDefault("start", Map.of()));
        Map<Field, Typed> typed = new LinkedHashMap<>();
        ((Map<String, List<String>>) object.getOrDefault("typed", Map.of())).forEach((name, written) -> shape.find(name).ifPresent(field ->
                typed.put(field, written.get(0).equals("value") ? Typed.value(field.type().parse(written.get(1))) : Typed.text(written.get(1)))));
        @Nullable Object[] values = new Object[shape.fields().size()];
        shape.fields().forEach(field -> values[field.index()] = start.getOrDefault(field.name(), field.type().fromColumn(null)));
        values[1] = ((Number) Optional.ofNullable(start.get("revision")).orElse(0L)).longValue();
        return new Sketch<>(shape.build(values), typed, new Cursor(String.valueOf(object.get("field")),
                object.get("caret") instanceof Integer caret ? caret : 0));
    }
}
