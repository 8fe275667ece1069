package cn.anlan.kit.register;

import cn.anlan.entry.Field;
import cn.anlan.entry.Mask;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Journal.Line;
import cn.anlan.store.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of the journal field by field, as it may be read by anyone (改动对照): sensitive values stay masked. */
final class Telling {
    private Telling() {}

    /** A field that changed; {@code before} is empty for a new entry. */
    record Touched(String label, String before, String after) {}

    /** The fields a line touched. Reads titles of linked entries, so not on the painting thread. */
    static List<Touched> touched(Register<?> register, Line line) {
        Shape<?> shape = register.shape();
        Map<String, @Nullable Object> before = values(shape, line.before());
        List<Touched> touched = new ArrayList<>();
        values(shape, line.after()).forEach((name, value) -> {
            Field field = shape.field(name);
            if (!field.isOwn()) {
                touched.add(new Touched(shape.label(field), show(register, field, before.get(name)), show(register, field, value)));
            }
        });
        return touched;
    }

    private static Map<String, @Nullable Object> values(Shape<?> shape, @Nullable String json) {
        return json == null ? Map.of() : EntryJson.values(shape, EntryJson.readAll(json).get(0));
    }

    private static String show(Register<?> register, Field field, @Nullable Object value) {
        String text = Mask.of(field, register.display().show(field, value));
        return text.isEmpty() ? Text.of("entry.none") : text;
    }
}
