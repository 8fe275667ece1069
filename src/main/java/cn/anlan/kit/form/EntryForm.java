package cn.anlan.kit.form;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Shown;
import cn.anlan.reference.Initial;
import cn.anlan.store.Register;
import cn.anlan.store.Stale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The form of an entry (登记表), made of its Shape. What is wrong is said at its field; what was typed stays until it is stored
 * or the clerk gives it up.
 */
public final class EntryForm<E extends Entry> {
    private final Office office;
    private final Register<E> register;
    private final Shape<E> shape;
    private final Asking<E> asking;
    private final Map<String, String> ancestors;
    private final Map<String, FieldBox> boxes = new LinkedHashMap<>();
    private final FormGrid grid;
    private final Reading reading;
    private final FormKeys keys;
    private final NoticeBar notice = new NoticeBar();
    private final VBox top = new VBox(notice.node());
    private final VBox root;
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final List<Consumer<E>> onStored = new ArrayList<>();
    private final List<Consumer<Refused>> onRefused = new ArrayList<>();
    private Runnable onTyped = () -> {};
    private final ReadOnlyObjectWrapper<@Nullable E> entry = new ReadOnlyObjectWrapper<>();
    private boolean showing;
    private boolean saving;
    /** What the form was asked for last: answers to earlier questions come too late. */
    private long asked;
    private Runnable givenUp = () -> {};

    /** A form that stands alone. */
    public EntryForm(Office office, Register<E> register) {
        this(office, register, Map.of());
    }

    /** A form within the entries named here, by register: the owner is not asked for, links are looked for among its own. */
    public EntryForm(Office office, Register<E> register, Map<String, String> ancestors) {
        this(office, register, ancestors, Asking.everything(register));
    }

    /** A form that asks for some fields only, or does something else with the answer than store it: a step of a desk. */
    public EntryForm(Office office, Register<E> register, Map<String, String> ancestors, Asking<E> asking) {
        this.office = office;
        this.register = register;
        this.shape = register.shape();
        this.asking = asking;
        this.ancestors = ancestors;
        var choices = new Choices(office, ancestors);
        for (Field field : shape.businessFields()) {
            if (!field.linksToOwner() && asking.asks(field)) {
                boxes.put(field.name(), new FieldBox(shape, field,
                        asking.isTyped(field) ? Editor.typed(shape, field, office, choices, new MaskedEditor.Revealing(office, register, field, entry::get, notice)) : new ShownEditor()));
            }
        }
        grid = new FormGrid(shape, boxes.values());
        reading = new Reading(office, shape, ancestors, boxes, this::edited);
        top.getStyleClass().add("form-top");
        root = new VBox(top, grid.scroll());
        root.setId("form-" + register.name());
        boxes.values().forEach(this::listen);
        keys = new FormKeys(root, boxes.values(), this::save, this::giveUp);
        keys.install();
        setEmpty();
    }

    private void listen(FieldBox box) {
        box.editor().onEdited(() -> edited(box));
        box.editor().focus().focusedProperty().addListener((property, old, focused) -> {
            if (focused) {
                grid.reveal(box.node());
            } else if (!showing) {
                reading.left(box);
            }
        });
    }

    public VBox node() {
        return root;
    }

    /** Shows an entry as stored, dropping whatever stood here. */
    public void show(Shown<E> shown) {
        asked++;
        fill(box -> box.show(shown.value(box.field()), shown.text(box.field())));
        settle();
        grid.close(shown.isClosed());
        if (shown.isVoid()) {
            notice.told(Text.of("kit.is_void", String.valueOf(shown.entry().voidReason())));
        }
        root.setDisable(false);
        grid.scroll().setVvalue(0);
        entry.set(shown.entry());
    }

    /** Starts a new entry, with these values beside the usual ones. */
    public void fresh(Map<String, ? extends @Nullable Object> given) {
        var initial = new Initial(office.memory()::home, office.places(), office.clock());
        Map<String, @Nullable Object> values = new HashMap<>(initial.values(shape));
        values.putAll(given);
        E beginning = register.create(values);
        long ticket = ++asked;
        office.background().run("kit.busy.loading", () -> Shown.of(register, beginning), shown -> {
            if (ticket == asked) {
                show(shown);
                focusFirst();
            }
        });
    }

    /** What stands here, typed and not stored, with the place of the cursor, as text for {@link #resume}; empty while there is no entry. */
    public Optional<String> unsaved() {
        return Optional.ofNullable(entry.get()).map(began -> Sketch.of(began, boxes.values()).write(shape));
    }

    /** Takes up what {@link #unsaved} told, {@code told} says from when; nothing stored is replaced by it. {@code shown} hears whether the cursor stood here. */
    public void resume(String text, String told, Consumer<Boolean> shown) {
        long ticket = ++asked;
        boolean isSheet = office.registers().sheets().contains(register);
        office.background().run("kit.busy.loading",
                () -> Sketch.Resumed.of(register, id -> isSheet ? Optional.empty() : register.find(id), Set.copyOf(boxes.keySet()), text), resumed -> {
            if (ticket == asked) {
                take(resumed, told);
                shown.accept(resumed.sketch().cursor().isHere());
                Platform.runLater(() -> resumed.sketch().cursor().putBack(boxes, this::focus));
            }
        });
    }

    private void take(Sketch.Resumed<E> resumed, String told) {
        show(resumed.stored());
        fill(resumed::putBack);
        arrange();
        if (dirty.get()) {
            notice.told(told);
            resumed.comparison(shape).ifPresent(both -> top.getChildren().setAll(notice.node(), both.aboveForm((field, typed) -> {
                FieldBox box = Objects.requireNonNull(boxes.get(field.name()));
                resumed.choose(box, typed);
                edited(box);
            }, () -> top.getChildren().setAll(notice.node()), () -> show(resumed.stored()))));
        }
    }

    /** Shows no entry. */
    public void setEmpty() {
        asked++;
        fill(box -> box.show(null, ""));
        settle();
        root.setDisable(true);
        entry.set(null);
    }

    private void fill(Consumer<FieldBox> how) {
        showing = true;
        boxes.values().forEach(how);
        showing = false;
    }

    private void settle() {
        notice.clear();
        top.getChildren().setAll(notice.node());
        arrange();
    }

    /** The entry as it was when it came into the form; null while there is none. */
    public @Nullable E entry() {
        return entry.get();
    }

    public ReadOnlyObjectProperty<@Nullable E> entryProperty() {
        return entry.getReadOnlyProperty();
    }

    public boolean isNew() {
        E here = entry.get();
        return here != null && here.revision() == 0;
    }

    /** Whether something typed is not yet stored. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** Told of each entry stored. */
    public void onStored(Consumer<E> taker) {
        onStored.add(taker);
    }

    /** Told of each refusal, after the form has said at its fields what concerns them. */
    public void onRefused(Consumer<Refused> taker) {
        onRefused.add(taker);
    }

    /** Told whenever something was typed. */
    public void onTyped(Runnable taker) {
        onTyped = taker;
    }

    /** What stands in a field right now: a code, an id, or the text as typed; empty when there is nothing, or no such field. */
    public String written(String field) {
        FieldBox box = boxes.get(field);
        return box == null || box.editor().typed().isEmpty() ? "" : box.editor().typed().compared();
    }

    /** Whether a field is asked for here. */
    public boolean asks(String field) {
        FieldBox box = boxes.get(field);
        return box != null && box.isTyped();
    }

    /** Puts the cursor into a field asked for here. */
    public void focus(String field) {
        if (asks(field)) {
            focus(Objects.requireNonNull(boxes.get(field)));
        }
    }

    /** A form just put on screen has no fields there before its looks are known. */
    private void focus(FieldBox box) {
        root.applyCss();
        box.editor().focus().requestFocus();
    }

    /** Goes on to the next field, as Enter does. */
    public void goOn() {
        keys.next();
    }

    /** What to do when a new entry is given up before it was ever stored. */
    public void onGivenUp(Runnable taker) {
        givenUp = taker;
    }

    /** Where the form says what concerns no single field. */
    public NoticeBar notice() {
        return notice;
    }

    private void edited(FieldBox box) {
        if (!showing) {
            box.right();
            arrange();
            onTyped.run();
        }
    }

    private void arrange() {
        dirty.set(boxes.values().stream().anyMatch(FieldBox::isDirty));
        boxes.values().forEach(box -> box.setApplies(box.applies(boxes::get)));
        grid.arrange();
    }

    /** Stores what the form says (Ctrl+S). */
    public void save() {
        save(null);
    }

    private void save(@Nullable String reason) {
        E began = entry.get();
        if (began != null && !saving && !root.isDisabled()) {
            saving = true;
            boxes.values().forEach(FieldBox::right);
            notice.clear();
            var draft = Draft.of(began, boxes.values(), ancestors);
            store(draft, () -> asking.saving().save(draft.read(shape, office.registers()), reason));
        }
    }

    private void store(Draft<E> draft, Callable<E> write) {
        office.background().run("kit.busy.saving", () -> {
            try {
                return new Outcome<>(Shown.of(register, write.call()), null, null);
            } catch (Stale stale) {
                Shown<E> typed = Shown.of(register, shape.type().cast(stale.typed()));
                return new Outcome<>(Shown.of(register, shape.type().cast(stale.stored())), typed, null);
            } catch (Refused refused) {
                return new Outcome<E>(null, null, refused);
            } finally {
                Platform.runLater(() -> saving = false);
            }
        }, outcome -> finish(draft, outcome));
    }

    /** How a save ended: stored; or stored by another, with what this clerk typed; or refused. */
    private record Outcome<E extends Entry>(@Nullable Shown<E> stored, @Nullable Shown<E> typed, @Nullable Refused refused) {}

    private void finish(Draft<E> draft, Outcome<E> outcome) {
        if (outcome.refused != null) {
            refused(outcome.refused);
        } else if (outcome.typed != null) {
            compare(draft, outcome.typed, Objects.requireNonNull(outcome.stored));
        } else {
            stored(draft, Objects.requireNonNull(outcome.stored));
        }
    }

    /** Takes over the stored entry; what was typed while it was being stored stays. */
    private void stored(Draft<E> draft, Shown<E> stored) {
        fill(box -> {
            boolean typedSince = box.isTyped() && !box.meant().equals(draft.typed().get(box.field()));
            if (!typedSince) {
                box.show(stored.value(box.field()), stored.text(box.field()));
            }
        });
        settle();
        entry.set(stored.entry());
        List.copyOf(onStored).forEach(taker -> taker.accept(stored.entry()));
    }

    /** Puts every sentence at its field; what has no field here goes to the bar; warnings alone may be overruled with a reason. */
    public void refused(Refused refused) {
        List<String> general = new ArrayList<>();
        FieldBox first = null;
        for (Violation violation : refused.violations()) {
            FieldBox box = violation.field() == null ? null : boxes.get(violation.field());
            if (box == null || !box.isTyped()) {
                general.add(violation.sentence());
            } else if (!box.isWrong()) {
                box.wrong(violation.sentence(), violation.soft());
                first = first == null ? box : first;
            }
        }
        if (first != null) {
            first.editor().focus().requestFocus();
        }
        if (refused.canBeOverruled()) {
            String question = general.isEmpty() ? Text.of("kit.soft") : String.join("\n", general);
            notice.ask(question, Text.of("kit.save_anyway"), this::save);
        } else if (!general.isEmpty()) {
            notice.refused(String.join("\n", general));
        } else {
            notice.refused(Text.of("kit.not_saved", refused.violations().size()));
        }
        if (first != null) {
            grid.reveal(first.node());
        }
        List.copyOf(onRefused).forEach(taker -> taker.accept(refused));
    }

    private void compare(Draft<E> draft, Shown<E> mine, Shown<E> theirs) {
        var comparison = new Comparison<>(shape, draft.start(), Comparison.Version.of(mine), theirs, Text.of("kit.stale.title"));
        top.getChildren().setAll(notice.node(), comparison.node(
                merged -> store(draft, () -> asking.saving().save(merged, null)),
                () -> show(theirs)));
    }

    /** True when nothing typed would be lost, or the clerk gives it up. */
    public boolean mayLeave() {
        return !dirty.get() || office.dialogs().confirm(Text.of("kit.give_up", shape.label()), Text.of("kit.give_up.yes"));
    }

    private void giveUp() {
        E began = entry.get();
        if (began != null && mayLeave()) {
            if (isNew() || asking.fields() != null) {
                setEmpty();
                givenUp.run();
            } else {
                office.background().run("kit.busy.loading", () -> Shown.of(register, began), this::show);
            }
        }
    }

    /** Puts the cursor into the first field. */
    public void focusFirst() {
        boxes.values().stream().filter(FieldBox::isTyped).findFirst().ifPresent(this::focus);
    }
}
