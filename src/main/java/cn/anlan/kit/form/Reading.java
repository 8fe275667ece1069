package cn.anlan.kit.form;

import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import cn.anlan.kit.Office;
import cn.anlan.reference.ResidentIdNumber;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what was typed when the clerk leaves a field (离开即读): written the house's way if it can be read, told at once if it cannot. */
final class Reading {
    private static final String PERSONAL_NUMBER = "id_number";

    private final Office office;
    private final Shape<?> shape;
    private final Map<String, FieldBox> boxes;
    private final Map<String, String> ancestors;
    private final Consumer<FieldBox> edited;

    /** What a text means, and how that reads to a person. */
    private record Meant(@Nullable Object value, String text) {}

    Reading(Office office, Shape<?> shape, Map<String, String> ancestors, Map<String, FieldBox> boxes, Consumer<FieldBox> edited) {
        this.office = office;
        this.shape = shape;
        this.ancestors = ancestors;
        this.boxes = boxes;
        this.edited = edited;
    }

    /** A resident ID number without the spaces and full-width digits it may have been typed with; anything else as it is. */
    static Typed plain(Field field, Typed typed) {
        return field.name().equals(PERSONAL_NUMBER) && typed.unread() != null ? Typed.text(ResidentIdNumber.normalise(typed.unread())) : typed;
    }

    void left(FieldBox box) {
        Typed typed = box.editor().typed();
        Field field = box.field();
        if (typed.unread() == null || typed.isEmpty() || !box.isDirty()) {
            return;
        }
        if (field.type() == Type.LINK) {
            office.background().run("kit.busy.loading", () -> meant(field, typed), meant -> settle(box, typed, meant),
                    refused -> wrong(box, typed, refused));
            return;
        }
        try {
            settle(box, typed, meant(field, typed));
        } catch (Refused refused) {
            wrong(box, typed, refused);
        }
    }

    private Meant meant(Field field, Typed typed) {
        Object value = office.registers().read(shape, field, plain(field, typed).unread(), ancestors);
        return new Meant(value, office.registers().show(field, value));
    }

    /** Writes the value the way the house writes it: 2025-01-03 for 20250103, a label for a code. */
    private void settle(FieldBox box, Typed typed, Meant meant) {
        if (!box.editor().typed().equals(typed)) {
            return;
        }
        Field field = box.field();
        boolean picked = field.type() == Type.CODE || field.type() == Type.PLACE || field.type() == Type.LINK;
        if (field.name().equals(PERSONAL_NUMBER) && meant.value != null) {
            fillFrom(new ResidentIdNumber(String.valueOf(meant.value)));
        }
        // A text that stays as it is keeps the sentence under it: leaving the field is no cure.
        if (picked || field.sensitivity().isEmpty() && !meant.text.equals(typed.unread())) {
            box.type(meant.value, meant.text);
            edited.accept(box);
        }
    }

    /** Sex and birth date stand in the number already; nobody types them twice. */
    private void fillFrom(ResidentIdNumber number) {
        if (number.isWellFormed()) {
            fill("sex", number.sex());
            number.birth().ifPresent(day -> fill("birth_date", day));
        }
    }

    private void fill(String name, Object value) {
        FieldBox box = boxes.get(name);
        if (box != null && box.editor().typed().isEmpty()) {
            box.type(value, office.registers().show(box.field(), value));
        }
    }

    private static void wrong(FieldBox box, Typed typed, Refused refused) {
        if (box.editor().typed().equals(typed)) {
            box.wrong(String.valueOf(refused.getMessage()), false);
        }
    }
}
