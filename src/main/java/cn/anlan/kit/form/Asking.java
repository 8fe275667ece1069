package cn.anlan.kit.form;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.store.Register;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a form asks for and what becomes of the answer (所问与去处).
 *
 * @param fields the names of the fields asked for, typed even where the program usually fills them; null for all
 * @param shown fields only shown here, for somewhere else they are asked for
 */
public record Asking<E extends Entry>(@Nullable List<String> fields, Set<String> shown, Saving<E> saving) {

    public Asking(@Nullable List<String> fields, Saving<E> saving) {
        this(fields, Set.of(), saving);
    }

    /** What becomes of an entry typed; the stored entry. A reason overrules warnings. Not on the painting thread. */
    @FunctionalInterface
    public interface Saving<E extends Entry> {
        E save(E typed, @Nullable String reason);
    }

    /** All fields, and a save. */
    public static <E extends Entry> Asking<E> everything(Register<E> register) {
        return everythingBut(Set.of(), register);
    }

    /** All fields, some of them only shown, and a save. */
    public static <E extends Entry> Asking<E> everythingBut(Set<String> shown, Register<E> register) {
        return new Asking<>(null, shown, register::save);
    }

    boolean asks(Field field) {
        return fields == null || fields.contains(field.name());
    }

    boolean isTyped(Field field) {
        return !shown.contains(field.name()) && (fields != null || !field.isDerived());
    }
}
