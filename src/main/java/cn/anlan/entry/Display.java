package cn.anlan.entry;

import org.jspecify.annotations.Nullable;

/** How a stored value reads to a person (显示): codes and places by name, links by title, amounts in yuan. */
@FunctionalInterface
public interface Display {

    /** Never null; empty for no value. */
    String show(Field field, @Nullable Object value);
}
