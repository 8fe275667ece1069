package cn.anlan.kit.form;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.kit.Shown;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Register;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * A half-filled form as text, to be laid by and taken up again (未保存的填写): the entry it began with, what was typed since, and where the
 * cursor stood.
 */
record Sketch<E extends Entry>(E start, Map<Field, Typed> typed, Cursor cursor) {

    /** Of a form as it stands. */
    static <E extends Entry> Sketch<E> of(E start, Collection<FieldBox> boxes) {
        Map<Field, Typed> typed = new LinkedHashMap<>();
        boxes.stream().filter(box -> box.isTyped() && box.isDirty()).forEach(box -> typed.put(box.field(), box.editor().typed()));
        return new Sketch<>(start, typed, Cursor.in(boxes));
    }

    /** The field the clerk was in, and how far within its text; no field when she was somewhere else. */
    record Cursor(String field, int caret) {

        /** Another program in front of the window takes the focus, not the place in the form. */
        static Cursor in(Collection<FieldBox> boxes) {
            return boxes.stream().filter(box -> holdsCursor(box.editor().focus())).findFirst().map(box -> new Cursor(box.field().name(),
                    box.editor().focus() instanceof TextInputControl text ? text.getCaretPosition() : 0)).orElse(new Cursor("", 0));
        }

        private static boolean holdsCursor(Node focus) {
            return focus.getScene() != null && focus.getScene().getFocusOwner() == focus;
        }

        boolean isHere() {
            return !field.isEmpty();
        }

        /** {@code focus} puts the cursor into a field. */
        void putBack(Map<String, FieldBox> boxes, Consumer<FieldBox> focus) {
            FieldBox box = boxes.get(field);
            if (box != null) {
                focus.accept(box);
                if (box.editor().focus() instanceof TextInputControl text) {
                    text.positionCaret(caret);
                }
            }
        }
    }

    /**
     * What was laid by, held against the entry as it is stored by now. Made off the painting thread.
     *
     * @param asked the names of the fields the form has
     * @param texts how the typed values read
     */
    record Resumed<E extends Entry>(Sketch<E> sketch, Set<String> asked, Shown<E> began, Shown<E> stored, Map<Field, String> texts)
            implements Comparison.Version {

        /** {@code find} looks for a stored entry by its id. A form of values that are nowhere yet goes on with those it began with. */
        static <E extends Entry> Resumed<E> of(Register<E> register, Function<String, Optional<E>> find, Set<String> asked, String text) {
            Sketch<E> sketch = read(register, text);
            Map<Field, String> texts = new LinkedHashMap<>();
            sketch.typed.forEach((field, typed) -> texts.put(field,
                    typed.unread() == null ? register.display().show(field, typed.value()) : typed.unread()));
            Shown<E> began = Shown.of(register, sketch.start);
            Shown<E> stored = find.apply(sketch.start.id()).filter(entry -> entry.revision() != sketch.start.revision())
                    .map(entry -> Shown.of(register, entry)).orElse(began);
            return new Resumed<>(sketch, asked, began, stored, texts);
        }

        @Override
        public @Nullable Object value(Field field) {
            Typed typed = sketch.typed.get(field);
            return typed == null ? untyped(field).value(field) : typed.unread() == null ? typed.value() : typed.unread();
        }

        @Override
        public String text(Field field) {
            String text = texts.get(field);
            return text == null ? untyped(field).text(field) : text;
        }

        private Shown<E> untyped(Field field) {
            return asked.contains(field.name()) ? began : stored;
        }

        /** What was typed beside what is stored; empty when nothing is stored yet, or both say the same. */
        Optional<Comparison<E>> comparison(Shape<E> shape) {
            var both = new Comparison<>(shape, sketch.start, this, stored, Text.of(stored == began ? "kit.draft.same" : "kit.draft.changed"));
            return Optional.of(both).filter(some -> stored.entry().revision() > 0 && !both.isEmpty());
        }

        /** Types again what was typed in a field; what others have stored there meanwhile stays behind it. */
        void putBack(FieldBox box) {
            Typed typed = sketch.typed.get(box.field());
            if (typed != null) {
                box.type(typed.value(), text(box.field()));
            }
        }

        /** Puts one of the two versions into a field. */
        void choose(FieldBox box, boolean typed) {
            if (typed) {
                Typed again = sketch.typed.get(box.field());
                box.type(again == null ? value(box.field()) : again.value(), text(box.field()));
            } else {
                box.show(stored.value(box.field()), stored.text(box.field()));
            }
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
