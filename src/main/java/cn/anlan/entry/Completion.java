package cn.anlan.entry;

import org.jspecify.annotations.Nullable;

/** What the house fills in by itself before an entry is checked and stored (自动填写): numbers, what follows from an ID number. */
@FunctionalInterface
public interface Completion<E extends Entry> {

    /** The entry, more complete; {@code before} is the stored one, null for a new entry. */
    E complete(E entry, @Nullable E before);
}
