package cn.anlan.store;

import cn.anlan.entry.Completion;
import cn.anlan.entry.Display;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.store.Journal.Action;
import cn.anlan.store.Journal.Change;
import cn.anlan.store.Journal.Subject;
import cn.anlan.store.file.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** One register (登记簿), and the only way to change it: check, then one transaction of row, Journal and search index. */
public final class Register<E extends Entry> {
    /** A find in a list goes no further than this many entries; nobody reads more of them. */
    private static final int MOST_FOUND = 5_000;
    /** A table this long is sorted only along an index, made when a clerk first sorts by that column. */
    private static final int LONG_TABLE = 5_000;

    /** SQLite's result code for a row its table refuses. */
    private static final int CONSTRAINT = 19;

    private final Shape<E> shape;
    private final Table<E> table;
    private final Registers registers;
    private final Completion<E> completion;
    private final List<Field> searchedFields;
    private final List<Field> uniqueFields;
    private final Check<E> check;
    /** The link to the owner; null when there is none. */
    private final @Nullable Field owner;
    /** The fields whose order has been prepared since opening. */
    private final Set<String> walked = ConcurrentHashMap.newKeySet();

    /** Everything wrong with an entry, given the stored one if there is one. */
    @FunctionalInterface
    public interface Check<E extends Entry> {
        List<Violation> check(E entry, @Nullable E before);
    }

    Register(Shape<E> shape, Registers registers, Completion<E> completion, Check<E> check) {
        this.shape = shape;
        this.table = new Table<>(shape);
        this.registers = registers;
        this.completion = completion;
        this.searchedFields = shape.fields().stream().filter(Field::isSearched).toList();
        this.uniqueFields = shape.fields().stream().filter(Field::isUniqueAmongLive).toList();
        this.check = check;
        this.owner = shape.owner().orElse(null);
    }

    public Shape<E> shape() {
        return shape;
    }

    public String name() {
        return shape.name();
    }

    /** A new entry with a fresh id, holding these values by field name; not stored yet. */
    public E create(Map<String, ? extends @Nullable Object> values) {
        return shape.create(registers.newId(), values);
    }

    /** Stores a new entry (revision 0) or the whole of a known one; the stored entry. Throws {@link Refused}, or {@link Stale}. */
    public E save(E entry) {
        return save(entry, null);
    }

    /** Like {@link #save(Entry)}; a reason (non-blank) overrules warnings and is kept in the Journal. */
    public E save(E entry, @Nullable String reason) {
        return write(session -> {
            Optional<E> before = table.find(session, entry.id());
            registers.require(before.isPresent() ? Act.CHANGE : Act.CREATE, name());
            if (before.isPresent()) {
                requireSeen(session, entry.id());
            }
            if (before.isEmpty() && entry.revision() > 0) {
                throw Refused.of("store.refused.gone", shape.label());
            } else if (before.isPresent() && before.get().revision() != entry.revision()) {
                throw new Stale(before.get(), entry);
            } else if (before.isPresent() && before.get().voidReason() != null) {
                throw Refused.of("store.refused.void", shape.label());
            }
            E complete = completion.complete(entry, before.orElse(null));
            return store(session, complete, before.orElse(null), before.isPresent() ? Action.CHANGE : Action.CREATE, reason);
        });
    }

    /** Changes an entry on top of whatever is stored now (one cell of a list). */
    public E change(String id, UnaryOperator<E> edit) {
        return write(session -> save(edit.apply(present(session, id)), null));
    }

    /** Declares an entry and its children void (作废); they leave lists and statistics, never the store. The reason must not be blank. */
    public E annul(String id, String reason) {
        if (reason.isBlank()) {
            throw Refused.field("void_reason", "store.refused.no_reason");
        }
        return write(session -> {
            registers.require(Act.VOID, name());
            E before = present(session, id);
            if (before.voidReason() != null) {
                return before;
            }
            children(id, Query.Lives.LIVING, (register, child) -> register.annul(child, reason));
            return store(session, shape.with(before, Map.of("void_reason", reason.strip())), before, Action.VOID, reason.strip());
        });
    }

    /**
     * Brings a void entry back to life (恢复), and the children that became void with it; refused when one of them no longer fits, e.g. its
     * number was given to another, or when its owner is void.
     */
    public E restore(String id) {
        return write(session -> {
            registers.require(Act.RESTORE, name());
            E before = present(session, id);
            if (before.voidReason() == null) {
                return before;
            }
            long step = registers.journal().of(id).get(0).step();
            var alive = new HashMap<String, @Nullable Object>();
            alive.put("void_reason", null);
            E stored = store(session, shape.with(before, alive), before, Action.RESTORE, null);
            children(id, Query.Lives.VOID, (register, child) -> {
                if (registers.journal().of(child).get(0).step() == step) {
                    register.restore(child);
                }
            });
            return stored;
        });
    }

    /** Does something to every child of an entry, those of its children by themselves; the county needs to hear of each. */
    private void children(String id, Query.Lives lives, BiConsumer<Register<?>, String> work) {
        for (Register<?> register : registers.childrenOf(name())) {
            List<String> ids = new ArrayList<>();
            String link = register.shape().owner().orElseThrow().name();
            register.each(Query.all().is(link, id).lives(lives), child -> ids.add(child.id()));
            ids.forEach(child -> work.accept(register, child));
        }
    }

    /** Puts back the values a change replaced; for undo, which has checked that nothing came after. */
    E putBack(String id, Map<String, ? extends @Nullable Object> values, String reason) {
        return write(session -> {
            E before = present(session, id);
            return store(session, shape.with(before, values), before, Action.CHANGE, reason);
        });
    }

    private E present(Session session, String id) throws SQLException {
        requireSeen(session, id);
        return table.find(session, id).orElseThrow(() -> Refused.of("store.refused.unknown", shape.label(), id));
    }

    private <T> T write(Database.Work<T> work) {
        return registers.database().write(() -> registers.database().inWrite(work));
    }

    private E store(Session session, E entry, @Nullable E before, Action action, @Nullable String reason) throws SQLException {
        List<Field> changed = before == null ? shape.fields() : table.differing(before, entry);
        if (changed.isEmpty()) {
            return before == null ? entry : before;
        }
        registers.refuseLocked(shape, entry, before);
        boolean overruled = reason != null && !reason.isBlank();
        if (action != Action.VOID) {
            refuseUnderVoidOwner(entry);
            refuseWrong(session, entry, before, overruled);
        }
        Map<String, Object> next = Map.of("revision", (before == null ? 0 : before.revision()) + 1L);
        E stored = shape.with(entry, next);
        long no = write(session, stored, changed, change(stored, before, changed, action, overruled ? reason : null));
        index(session, stored, before, no);
        requireSeen(session, stored.id());
        registers.stored(stored);
        return stored;
    }

    /** Nobody changes what she does not see, nor enters what would hang on it: the write is taken back. */
    private void requireSeen(Session session, String id) throws SQLException {
        Condition seen = registers.visible(shape);
        if (seen != null && !table.isSeen(session, id, seen)) {
            throw registers.may(Act.READ, name()) ? Refused.of("store.refused.unknown", shape.label(), id)
                    : Refused.of("store.refused.unseen", shape.label());
        }
    }

    /** Journal and row; the change number. Inside a larger write that goes on, a refused row leaves no line behind. */
    private long write(Session session, E stored, List<Field> changed, Change change) throws SQLException {
        long no = registers.journal().append(session, change);
        try {
            if (change.before() == null) {
                table.insert(session, stored, no);
            } else {
                table.update(session, stored, changed, no);
            }
            return no;
        } catch (SQLException refusedByTable) {
            if ((refusedByTable.getErrorCode() & 0xFF) != CONSTRAINT) {
                throw refusedByTable;
            }
            registers.journal().withdraw(session);
            throw table.brokenLink(session, stored);
        }
    }

    /** The entry with all the house fills in by itself when it is saved; numbers are given out, so inside a write. */
    public E completed(E entry) {
        return completion.complete(entry, find(entry.id()).orElse(null));
    }

    /** Everything wrong with an entry as it stands, as a save would find it; nothing is stored. */
    public List<Violation> recheck(E entry) {
        return registers.database().read(session -> wrongWith(session, entry, find(entry.id()).orElse(null)));
    }

    /** Everything wrong with an entry by itself, without a look at what is stored. */
    public List<Violation> check(E entry) {
        return check.check(entry, null);
    }

    private List<Violation> wrongWith(Session session, E entry, @Nullable E before) throws SQLException {
        List<Violation> wrong = new ArrayList<>(check.check(entry, before));
        for (Field field : uniqueFields) {
            Object value = shape.get(entry, field);
            boolean changed = before == null || before.voidReason() != null || !Objects.equals(value, shape.get(before, field));
            if (value != null && changed && table.twin(session, field, value, entry.id()).isPresent()) {
                wrong.add(Violation.hard(field.name(), Text.of("store.refused.twin", shape.label(field), value)));
            }
        }
        return wrong;
    }

    private void refuseWrong(Session session, E entry, @Nullable E before, boolean overruled) throws SQLException {
        List<Violation> wrong = wrongWith(session, entry, before);
        if (wrong.stream().anyMatch(violation -> !violation.soft() || !overruled)) {
            throw new Refused(wrong);
        }
    }

    private Change change(E stored, @Nullable E before, List<Field> changed, Action action, @Nullable String reason) {
        @Nullable Object[] now = shape.values(stored);
        List<Field> filled = before == null ? changed.stream().filter(f -> f.type().toColumn(now[f.index()]) != null).toList() : changed;
        String old = before == null ? null : EntryJson.write(changed, shape.values(before));
        return new Change(action, new Subject(name(), stored.id(), stored.revision()), old, EntryJson.write(filled, now), reason);
    }

    private void index(Session session, E entry, @Nullable E before, long change) throws SQLException {
        Search.Searched now = searched(entry);
        boolean same = before == null ? now.words().isEmpty() : now.equals(searched(before));
        if (!same) {
            Subject root = registers.rootOf(shape, entry);
            var subject = new Search.Subject(name(), entry.id(), root.register(), root.id(), before == null);
            registers.search().index(session, subject, now, change);
        }
    }

    private Search.Searched searched(E entry) {
        var words = new StringBuilder();
        var names = new StringBuilder();
        for (Field field : searchedFields) {
            String text = registers.show(field, shape.get(entry, field));
            if (!text.isEmpty()) {
                words.append(text).append('\n');
                if (field.isSearchedByPinyin()) {
                    names.append(text).append('\n');
                }
            }
        }
        return new Search.Searched(words.toString(), names.toString());
    }

    /** The entry with this id, if there is one and the person here sees it. */
    public Optional<E> find(String id) {
        Condition seen = registers.visible(shape);
        return registers.database().read(session -> seen != null && !table.isSeen(session, id, seen) ? Optional.empty() : table.find(session, id));
    }

    /** Whether the owner of an entry is void, so that it can only come back with it. */
    public boolean isUnderVoidOwner(E entry) {
        Object id = owner == null ? null : shape.get(entry, owner);
        return owner != null && id != null && registers.named(owner.linked().orElseThrow()).isVoid(id.toString());
    }

    private boolean isVoid(String id) {
        return registers.database().read(session -> table.isVoid(session, id));
    }

    private void refuseUnderVoidOwner(E entry) {
        if (owner != null && isUnderVoidOwner(entry)) {
            throw Refused.field(owner.name(), "store.refused.void_owner", registers.show(owner, shape.get(entry, owner)));
        }
    }

    /** The entry with this id; throws {@link Refused} when there is none. */
    public E get(String id) {
        registers.require(Act.READ, name());
        return find(id).orElseThrow(() -> Refused.of("store.refused.unknown", shape.label(), id));
    }

    /** One page of a list, {@code skip} rows behind the cursor (null: from the start). */
    public Page<E> page(Query query, Page.@Nullable Cursor after, int skip, int limit) {
        return registers.database().read(session ->
                table.page(session, condition(query.lives(Query.Lives.BOTH)), query, after, new Table.Window(skip, limit)));
    }

    /** The first {@code limit} entries of a list. */
    public List<E> list(Query query, int limit) {
        return page(query, null, 0, limit).rows();
    }

    /** How many entries a query means, counted no further than {@code cap}. */
    public long count(Query query, int cap) {
        return registers.database().read(session -> table.count(session, condition(query), cap));
    }

    /** Every entry of a query, in its order or else in order of making, one at a time, from one unchanging view of the store. */
    public void each(Query query, Consumer<E> taker) {
        registers.database().readSnapshot(session -> {
            session.each(row -> {
                taker.accept(table.read(row));
                return true;
            }, table.scan(condition(query), query));
            return query;
        });
    }

    /**
     * Every row of a query in order of id, from one unchanging view of the store, for work that has no time to make entries: each a JSON
     * array in UTF-8 of the columns in the order of the fields, then the instant this revision was saved. The taker ends it by false.
     */
    public void eachRow(Query query, Predicate<byte[]> taker) {
        registers.database().readSnapshot(session -> {
            session.each(row -> taker.test(row.getBytes(1)), table.rows(condition(query)));
            return query;
        });
    }

    /** Makes sure a long list can be walked in the order of a field; slow once, on a long table, and never again. */
    public void prepareSort(@Nullable String field) {
        if (field != null && !field.equals("id") && !walked.contains(field) && count(Query.all().lives(Query.Lives.BOTH), LONG_TABLE) >= LONG_TABLE) {
            write(session -> {
                session.execute(table.sortIndex(shape.field(field)));
                return walked.add(field);
            });
        }
    }

    Table<E> table() {
        return table;
    }

    Condition condition(Query query) {
        Collection<String> ids = query.find() == null ? null
                : registers.search().find(name(), query.find(), MOST_FOUND).stream().map(Search.Hit::rootId).toList();
        Condition asked = table.condition(query, ids);
        Condition seen = registers.visible(shape);
        return seen == null ? asked : asked.and(seen);
    }

    /** What a person calls an entry. */
    public String title(E entry) {
        return shape.title(entry, registers);
    }

    /** Whether an entry is closed to changes, see {@link Registers#lock}; as it is told of it, not as it is stored. */
    public boolean isClosed(E entry) {
        return registers.isClosed(shape, entry);
    }

    /** How the values of this register read to a person. */
    public Display display() {
        return registers;
    }
}
