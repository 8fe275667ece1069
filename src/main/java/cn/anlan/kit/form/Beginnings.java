package cn.anlan.kit.form;

import cn.anlan.entry.Entry;
import cn.anlan.kit.Office;
import cn.anlan.reference.Initial;
import cn.anlan.store.Register;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entry a form for a new one begins with (新建). */
final class Beginnings {
    private Beginnings() {}

    /** A new entry, its fields as {@code @Initially} says, {@code given} before all. */
    static <E extends Entry> E entry(Register<E> register, Office office, Map<String, ? extends @Nullable Object> given) {
        var initial = new Initial(office.memory()::home, office.places(), office.clock());
        Map<String, @Nullable Object> values = new HashMap<>(initial.values(register.shape()));
        values.putAll(given);
        return register.create(values);
    }
}
