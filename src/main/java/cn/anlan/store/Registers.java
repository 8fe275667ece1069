package cn.anlan.store;

import cn.anlan.entry.Completion;
import cn.anlan.entry.Display;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Permission;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Permission.Own;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.entry.Ulid;
import cn.anlan.entry.Violation;
import cn.anlan.reference.Checks;
import cn.anlan.reference.Code;
import cn.anlan.reference.CodeLists;
import cn.anlan.reference.Place;
import cn.anlan.reference.Places;
import cn.anlan.store.Journal.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All registers of the house by name (全部登记簿), what they share, and how their values read to a person and are read from one. */
public final class Registers implements Display {
    private final Database database;
    private final Journal journal;
    private final Search search;
    private final Checks checks;
    private final CodeLists codes;
    private final Places places;
    private final Ulid ids;
    private final Wording wording;
    private final Map<String, Register<?>> byName = new LinkedHashMap<>();
    private final List<Register<?>> sheets = new ArrayList<>();
    private final Map<String, Function<Entry, Optional<Refused>>> locks = new HashMap<>();
    /** Trusted: the person was asked already. Unlocked: what is closed is open. */
    private final ScopedValue<Boolean> trusted = ScopedValue.newInstance();
    private final ScopedValue<Boolean> unlocked = ScopedValue.newInstance();
    private volatile Permission permission = Permission.EVERYTHING;

    public Registers(Journal journal, Checks checks, CodeLists codes, Places places, Ulid ids) {
        this.database = journal.database();
        this.journal = journal;
        this.search = new Search(database);
        this.checks = checks;
        this.codes = codes;
        this.places = places;
        this.ids = ids;
        this.wording = new Wording(codes, places, this::named);
    }

    /** Opens the register of an Entry type, with the rules that go beyond its single fields. */
    @SafeVarargs
    public final <E extends Entry> Register<E> open(Class<E> type, Rule<E>... rules) {
        return open(type, (entry, before) -> entry, rules);
    }

    /** Opens a register some of whose fields the house fills in by itself. */
    @SafeVarargs
    public final <E extends Entry> Register<E> open(Class<E> type, Completion<E> completion, Rule<E>... rules) {
        Shape<E> shape = Shape.of(type);
        var register = new Register<>(shape, this, completion, (entry, before) -> {
            List<Violation> wrong = new ArrayList<>(checks.check(shape, entry, before));
            for (Rule<E> rule : rules) {
                wrong.addAll(rule.check(entry));
            }
            return wrong;
        });
        byName.put(shape.name(), register);
        return register;
    }

    /** Opens a sheet: its entries are checked like any other but never stored, a desk takes them apart. */
    public <E extends Entry> Register<E> openSheet(Class<E> type) {
        Shape<E> shape = Shape.of(type);
        var sheet = new Register<>(shape, this, (entry, before) -> entry, (entry, before) -> checks.check(shape, entry, before));
        sheets.add(sheet);
        return sheet;
    }

    /** The sheet of this Entry type. */
    @SuppressWarnings("unchecked")
    public <E extends Entry> Register<E> sheet(Class<E> type) {
        return (Register<E>) sheets.stream().filter(sheet -> sheet.shape().type() == type).findFirst().orElseThrow();
    }

    public List<Register<?>> sheets() {
        return sheets;
    }

    /** Reads code lists and places anew. */
    public void reload() {
        codes.reload(of(Code.class).list(Query.all(), Integer.MAX_VALUE));
        places.reload(of(Place.class).list(Query.all(), Integer.MAX_VALUE));
    }

    public Collection<Register<?>> all() {
        return byName.values();
    }

    /** The register of this name; throws {@link Refused} when the house keeps none. */
    public Register<?> named(String name) {
        Register<?> register = byName.get(name);
        if (register == null) {
            throw Refused.of("store.refused.no_register", name, String.join(" ", byName.keySet()));
        }
        return register;
    }

    /** The register of this Entry type. */
    @SuppressWarnings("unchecked")
    public <E extends Entry> Register<E> of(Class<E> type) {
        return (Register<E>) byName.values().stream().filter(register -> register.shape().type() == type).findFirst().orElseThrow();
    }

    /** The registers whose entries are edited inside this one's. */
    public List<Register<?>> childrenOf(String name) {
        List<Register<?>> children = new ArrayList<>();
        for (Register<?> register : byName.values()) {
            if (register.shape().owner().flatMap(Field::linked).filter(name::equals).isPresent()) {
                children.add(register);
            }
        }
        return children;
    }

    /** Several changes as one: all of them or none (desks move things along this way). */
    public <T> T together(Callable<T> changes) {
        return database.write(changes);
    }

    /** Several changes tried and all taken back; what came of them. Not inside a write. */
    public <T> T trial(Callable<T> changes) {
        return database().trial(changes);
    }

    /** An id no entry of this office has. */
    public String newId() {
        return ids.next();
    }

    Database database() {
        return database;
    }

    Journal journal() {
        return journal;
    }

    public Places places() {
        return places;
    }

    public Search search() {
        return search;
    }

    /** The entry one opens to see this one: itself, or the owner it is a child of. */
    <E extends Entry> Subject rootOf(Shape<E> shape, E entry) {
        Optional<Field> owner = shape.owner();
        if (owner.isEmpty()) {
            return new Subject(shape.name(), entry.id(), entry.revision());
        }
        String id = String.valueOf(shape.get(entry, owner.get()));
        return rootOf(named(owner.get().linked().orElseThrow()), id);
    }

    private <P extends Entry> Subject rootOf(Register<P> parent, String id) {
        if (parent.shape().owner().isEmpty()) {
            return new Subject(parent.name(), id, 0);
        }
        return rootOf(parent.shape(), parent.get(id));
    }

    /** Closes the entries of a register, and all that hangs on them, to every change while {@code why} says so: why one is closed. */
    public <E extends Entry> void lock(Class<E> type, Function<E, Optional<Refused>> why) {
        locks.put(of(type).name(), entry -> why.apply(type.cast(entry)));
    }

    /** From now on this person works here, and may do what she may. */
    public void admit(Permission person) {
        permission = person;
    }

    /** Whether people come in by name here, so that it is noted who saw what. */
    public boolean isGuarded() {
        return !permission.role().isEmpty();
    }

    /** Whether the person here may do this with a register. */
    public boolean may(Act act, String register) {
        return trusted.isBound() || permission.may(act, register);
    }

    /** Throws {@link Refused} when the person here may not do this with a register. */
    public void require(Act act, String register) {
        if (!may(act, register)) {
            throw Refused.of("store.refused.role", permission.role(), Text.of("store.act." + act), named(register).shape().label());
        }
    }

    /** Whether the desk takes this step of an entry for the person here. */
    public boolean mayStep(String register, String step) {
        return trusted.isBound() || permission.mayMove(register, step);
    }

    /** Throws {@link Refused} when the desk takes no such step for the person here; {@code label} names it to her. */
    public void requireStep(String register, String step, String label) {
        if (!mayStep(register, step)) {
            throw Refused.of("store.refused.role_step", permission.role(), label);
        }
    }

    /** What the person here sees of a register; null when she sees all of it. */
    @Nullable Condition visible(Shape<?> shape) {
        Own own = trusted.isBound() ? null : permission.own().orElse(null);
        return !may(Act.READ, shape.name()) ? DSL.falseCondition() : own == null ? null : visible(shape, own);
    }

    private @Nullable Condition visible(Shape<?> shape, Own own) {
        if (shape.name().equals(own.register())) {
            return Table.isOwn(shape, own);
        }
        Optional<Field> owner = shape.owner();
        Shape<?> parent = owner.flatMap(Field::linked).<Shape<?>>map(name -> named(name).shape()).orElse(null);
        Condition above = parent == null ? null : visible(parent, own);
        return above == null || parent == null ? null : Table.isUnder(owner.orElseThrow(), parent, above);
    }

    /** The desk at work: what it does is not asked of the person again, and what is closed is open to it. Also reads everything. */
    public <T> T asDesk(Callable<T> changes) {
        return ScopedValue.where(trusted, true).where(unlocked, true).call(() -> Database.joined(changes));
    }

    /** Throws {@link Refused} when an entry, or one it hangs on or hung on {@code before}, is closed. */
    <E extends Entry> void refuseLocked(Shape<E> shape, E entry, @Nullable E before) {
        if (!unlocked.isBound()) {
            Optional<Refused> why = before == null ? Optional.empty() : closing(shape, before);
            if (why.isEmpty() && shape.owner().isPresent()) {
                why = closing(shape, entry);
            }
            why.ifPresent(refused -> {
                throw refused;
            });
        }
    }

    <E extends Entry> boolean isClosed(Shape<E> shape, E entry) {
        return closing(shape, entry).isPresent();
    }

    /** Why an entry, or one it hangs on, is closed; the store is asked only about what hangs on a register that can be closed. */
    private <E extends Entry> Optional<Refused> closing(Shape<E> shape, E entry) {
        Optional<Field> owner = shape.owner();
        Function<Entry, Optional<Refused>> why = locks.get(rootOf(shape));
        if (why == null) {
            return Optional.empty();
        } else if (owner.isEmpty()) {
            return why.apply(entry);
        }
        return closing(named(owner.get().linked().orElseThrow()), String.valueOf(shape.get(entry, owner.get())));
    }

    private <P extends Entry> Optional<Refused> closing(Register<P> owners, String id) {
        return owners.find(id).flatMap(owner -> closing(owners.shape(), owner));
    }

    /** The register at the head of those this one's entries hang on. */
    private String rootOf(Shape<?> shape) {
        return shape.owner().flatMap(Field::linked).map(owner -> rootOf(named(owner).shape())).orElse(shape.name());
    }

    void stored(Entry entry) {
        wording.stored(entry);
        if (entry instanceof Code || entry instanceof Place) {
            database.afterCommit("reference", this::reload);
        }
    }

    /** What a person calls the entry of this id; the bare id when it is unknown. */
    public String title(String register, String id) {
        return wording.title(register, id);
    }

    @Override
    public String show(Field field, @Nullable Object value) {
        return wording.show(field, value);
    }

    /** The value a person means by what she wrote in a sheet or a form; throws {@link Refused} naming the field and the cure. */
    public @Nullable Object read(Shape<?> shape, Field field, @Nullable String written) {
        return read(shape, field, written, Map.of());
    }

    /** The same within the entries named here by register: a party is meant among the parties of this dispute. */
    public @Nullable Object read(Shape<?> shape, Field field, @Nullable String written, Map<String, String> within) {
        return wording.read(shape, field, written, within);
    }

    /** Takes back the latest write this person made, whatever it was; doing it twice puts it back. Refused when others built on it. */
    public List<Journal.Line> undo() {
        return database.write(() -> {
            List<Journal.Line> lines = journal.lastStepOf(journal.person());
            if (lines.isEmpty()) {
                throw Refused.of("store.refused.nothing_to_undo");
            }
            lines.stream().filter(line -> journal.of(line.subject().id()).get(0).step() != line.step()).map(Journal.Line::subject).findFirst()
                    .ifPresent(other -> {
                        throw Refused.of("store.refused.built_upon", title(other.register(), other.id()));
                    });
            return ScopedValue.where(trusted, true).call(() -> {
                lines.forEach(line -> undo(named(line.subject().register()), line));
                return lines;
            });
        });
    }

    private static <E extends Entry> void undo(Register<E> register, Journal.Line line) {
        String id = line.subject().id();
        switch (line.action()) {
            case CREATE, RESTORE -> register.annul(id, Text.of("store.undone"));
            case VOID -> register.restore(id);
            case CHANGE -> register.putBack(id, EntryJson.values(register.shape(), EntryJson.readAll(String.valueOf(line.before())).get(0)),
                    Text.of("store.undone"));
            case REVEAL, PRINT, EXPORT, LOGIN, ACCOUNT, BACKUP -> throw new IllegalArgumentException("A note changed nothing: " + line.no());
        }
    }
}
