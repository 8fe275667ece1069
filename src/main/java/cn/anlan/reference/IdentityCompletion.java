package cn.anlan.reference;

import cn.anlan.entry.Completion;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills in what an ID number says by itself (身份证号自动填写): the number in its usual form, and sex and birth date where they are unfilled. */
public final class IdentityCompletion<E extends Entry> implements Completion<E> {
    private final Shape<E> shape;
    private final Field number;

    /** For a register with fields id_number and, where it has them, sex and birth_date. */
    public IdentityCompletion(Class<E> type) {
        shape = Shape.of(type);
        number = shape.field("id_number");
    }

    @Override
    public E complete(E entry, @Nullable E before) {
        Object typed = shape.get(entry, number);
        if (typed == null) {
            return entry;
        }
        Map<String, @Nullable Object> follows = new HashMap<>();
        var identity = new ResidentIdNumber(ResidentIdNumber.normalise(typed.toString()));
        follows.put(number.name(), identity.number());
        if (identity.isWellFormed()) {
            fill(entry, "sex", identity.sex(), follows);
            fill(entry, "birth_date", identity.birth().orElseThrow(), follows);
        }
        return shape.with(entry, follows);
    }

    private void fill(E entry, String name, Object value, Map<String, @Nullable Object> follows) {
        Optional<Field> field = shape.find(name);
        if (field.isPresent() && shape.get(entry, field.get()) == null) {
            follows.put(name, value);
        }
    }
}
