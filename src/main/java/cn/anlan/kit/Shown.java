package cn.anlan.kit;

import cn.anlan.entry.Display;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Mask;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import cn.anlan.store.Register;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry with everything needed to show it without asking the store again (可显示的条目). Made off the painting thread. */
public final class Shown<E extends Entry> {
    private final E entry;
    private final Display display;
    private final @Nullable Object[] values;
    private final boolean closed;
    private final Map<String, String> linked = new HashMap<>();

    private Shown(Register<E> register, E entry) {
        Shape<E> shape = register.shape();
        this.entry = entry;
        this.display = register.display();
        this.values = shape.values(entry);
        this.closed = register.isClosed(entry);
        for (Field field : shape.fields()) {
            if (field.type() == Type.LINK && values[field.index()] != null) {
                linked.put(field.name(), display.show(field, values[field.index()]));
            }
        }
    }

    /** Looks up the titles of what the entry links to. */
    public static <E extends Entry> Shown<E> of(Register<E> register, E entry) {
        return new Shown<>(register, entry);
    }

    /** The entry of this id ready to be shown, if it is still there. */
    public static <E extends Entry> Optional<Shown<E>> find(Register<E> register, String id) {
        return register.find(id).map(entry -> of(register, entry));
    }

    public E entry() {
        return entry;
    }

    public boolean isVoid() {
        return entry.voidReason() != null;
    }

    /** Whether nothing about it may be changed: it is void, or on the shelf. */
    public boolean isClosed() {
        return closed || isVoid();
    }

    public @Nullable Object value(Field field) {
        return values[field.index()];
    }

    /** The value in full as it reads to a person. */
    public String text(Field field) {
        return field.type() == Type.LINK ? linked.getOrDefault(field.name(), "") : display.show(field, values[field.index()]);
    }

    /** The value as it may stand in a list. */
    public String masked(Field field) {
        return Mask.of(field, text(field));
    }
}
