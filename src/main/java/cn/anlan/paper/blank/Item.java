package cn.anlan.paper.blank;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something a template can speak of (可填内容): an entry with the fields of its Shape, or a few words of our own. */
public sealed interface Item {

    /** What stands under a path; empty when there is no such path. */
    Optional<Value> value(String path);

    /**
     * What is written into a blank (填入的值).
     *
     * @param label the field's Chinese name
     * @param raw as the field's type has it; null when it is not filled
     * @param shown as a person reads it
     */
    record Value(String label, Type type, @Nullable Object raw, String shown, @Nullable Field field) {

        /** Words that belong to no field. */
        static Value words(String label, String words) {
            return new Value(label, Type.TEXT, words.isEmpty() ? null : words, words, null);
        }
    }

    /** An entry of a register, and through its links others. */
    record OfEntry<E extends Entry>(Registers registers, Register<E> register, E entry) implements Item {

        /** The entry of this id in a register. */
        static <E extends Entry> Optional<Item> find(Registers registers, Register<E> register, String id) {
            return register.find(id).map(entry -> new OfEntry<>(registers, register, entry));
        }

        @Override
        public Optional<Value> value(String path) {
            int dot = path.indexOf('.');
            Shape<E> shape = register.shape();
            Optional<Field> found = shape.find(dot < 0 ? path : path.substring(0, dot));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Field field = found.get();
            Object raw = shape.get(entry, field);
            if (dot < 0) {
                return Optional.of(new Value(shape.label() + " " + shape.label(field), field.type(), raw, register.display().show(field, raw), field));
            }
            return field.linked().flatMap(linked -> raw == null
                    ? Optional.of(Value.words(shape.label(field), ""))
                    : find(registers, registers.named(linked), raw.toString()).flatMap(item -> item.value(path.substring(dot + 1))));
        }
    }

    /** Words the house puts together itself: a row of the index, a clause, today. */
    record OfWords(String label, Map<String, String> words) implements Item {

        @Override
        public Optional<Value> value(String path) {
            return Optional.ofNullable(words.get(path)).map(shown -> Value.words(label, shown));
        }
    }
}
