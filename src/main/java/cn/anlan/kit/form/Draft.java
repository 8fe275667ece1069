package cn.anlan.kit.form;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Violation;
import cn.anlan.store.Registers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form says at one moment (草稿): the entry it began with and everything typed since.
 *
 * @param typed the fields with an editor; what is not asked for just now holds no value
 * @param within the entries the form stands under, by register
 */
record Draft<E extends Entry>(E start, Map<Field, Typed> typed, Map<String, String> within) {

    /** Of a form as it stands. */
    static <E extends Entry> Draft<E> of(E start, Collection<FieldBox> boxes, Map<String, String> ancestors) {
        Map<Field, Typed> typed = new LinkedHashMap<>();
        for (FieldBox box : boxes) {
            if (!box.isReadOnly()) {
                typed.put(box.field(), box.isAsked() ? box.meant() : Typed.value(box.field().type().fromColumn(null)));
            }
        }
        return new Draft<>(start, typed, Map.copyOf(ancestors));
    }

    /** The entry meant; throws {@link Refused} with a sentence for each text that cannot be read. Not on the painting thread. */
    E read(Shape<E> shape, Registers registers) {
        @Nullable Object[] values = shape.values(start);
        List<Violation> unreadable = new ArrayList<>();
        typed.forEach((field, written) -> {
            try {
                values[field.index()] = written.unread() == null ? written.value() : registers.read(shape, field, written.unread(), within);
            } catch (Refused refused) {
                unreadable.addAll(refused.violations());
            }
        });
        if (!unreadable.isEmpty()) {
            throw new Refused(unreadable);
        }
        return shape.build(values);
    }
}
