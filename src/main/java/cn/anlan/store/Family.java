package cn.anlan.store;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What holds an entry and its children together (主表与子表): void with their owner, and back with it; none lives under a void owner. */
final class Family<E extends Entry> {
    private final Shape<E> shape;
    private final Registers registers;
    private final Optional<Field> owner;

    Family(Shape<E> shape, Registers registers) {
        this.shape = shape;
        this.registers = registers;
        this.owner = shape.owner();
    }

    boolean isUnderVoidOwner(Session session, E entry) throws SQLException {
        @Nullable Object id = owner.isEmpty() ? null : shape.get(entry, owner.get());
        return id != null && registers.named(owner.get().linked().orElseThrow()).table().isVoid(session, id.toString());
    }

    /** Throws {@link Refused} when the owner of an entry is void. */
    void refuseUnderVoidOwner(Session session, E entry) throws SQLException {
        if (isUnderVoidOwner(session, entry)) {
            Field link = owner.orElseThrow();
            throw Refused.field(link.name(), "store.refused.void_owner", registers.show(link, shape.get(entry, link)));
        }
    }

    /** Declares the living children void, each with a line of its own in the Journal: the county needs to hear of every one. */
    void annulChildren(String id, String reason) {
        for (Register<?> children : registers.childrenOf(shape.name())) {
            childrenOf(id, children, Query.Lives.LIVING).forEach(child -> children.annul(child, reason));
        }
    }

    /** Brings back the children that became void in the same write as their owner; what was void before stays so. */
    void restoreChildren(String id, long step) {
        for (Register<?> children : registers.childrenOf(shape.name())) {
            childrenOf(id, children, Query.Lives.VOID).stream()
                    .filter(child -> registers.journal().of(child).get(0).step() == step).forEach(children::restore);
        }
    }

    private static List<String> childrenOf(String id, Register<?> children, Query.Lives lives) {
        List<String> ids = new ArrayList<>();
        String link = children.shape().owner().orElseThrow().name();
        children.each(Query.all().is(link, id).lives(lives), child -> ids.add(child.id()));
        return ids;
    }
}
