package cn.anlan.store;

import cn.anlan.entry.Field;
import cn.anlan.entry.Text;
import cn.anlan.store.Journal.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a change changed, as a person reads it (变动情况): field by field, old → new. */
public final class Differences {
    private static final int LONGEST = 60;

    private Differences() {}

    /** A sentence for each field a line of the journal touched. What is sensitive is said to have changed, and not shown. */
    public static List<String> of(Register<?> register, Line line) {
        Map<String, @Nullable Object> before = values(register, line.before());
        Map<String, @Nullable Object> after = values(register, line.after());
        List<String> told = new ArrayList<>();
        after.forEach((name, value) -> {
            Field field = register.shape().field(name);
            if (!field.isOwn()) {
                told.add(told(register, field, before.get(name), value));
            }
        });
        return told;
    }

    private static Map<String, @Nullable Object> values(Register<?> register, @Nullable String json) {
        return json == null ? Map.of() : EntryJson.values(register.shape(), EntryJson.readAll(json).get(0));
    }

    private static String told(Register<?> register, Field field, @Nullable Object before, @Nullable Object after) {
        String label = register.shape().label(field);
        return field.sensitivity().isPresent() ? Text.of("store.differences.sensitive", label)
                : Text.of("store.differences.field", label, shown(register, field, before), shown(register, field, after));
    }

    private static String shown(Register<?> register, Field field, @Nullable Object value) {
        String text = register.display().show(field, value).replace('\n', ' ');
        return text.isEmpty() ? Text.of("entry.none") : text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
