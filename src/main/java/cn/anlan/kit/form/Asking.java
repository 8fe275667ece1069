package cn.anlan.kit.form;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.store.Register;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a form asks for and what becomes of the answer (所问与去处).
 *
 * @param fields the names of the fields asked for, typed even where the program usually fills them; null for all
 */
public record Asking<E extends Entry>(@Nullable List<String> fields, Saving<E> saving) {

    /** What becomes of an entry typed; the stored entry. A reason overrules warnings. Not on the painting thread. */
    @FunctionalInterface
    public interface Saving<E extends Entry> {
        E save(E typed, @Nullable String reason);
    }

    /** All fields, and a save. */
    static <E extends Entry> Asking<E> everything(Register<E> register) {
        return new Asking<>(null, register::save);
    }

    boolean asks(Field field) {
        return fields == null || fields.contains(field.name());
    }

    boolean isTyped(Field field) {
        return fields != null || !field.isDerived();
    }
}
