package cn.anlan.kit.form;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Type;
import cn.anlan.kit.Office;
import cn.anlan.store.Register;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a new entry starts with (初始值). */
final class Beginnings {
    private Beginnings() {}

    /** A new entry, its fields as {@code @Initially} says, {@code given} before all. */
    static <E extends Entry> E entry(Register<E> register, Office office, Map<String, ? extends @Nullable Object> given) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (Field field : register.shape().businessFields()) {
            String initially = field.initially();
            if (initially != null) {
                values.put(field.name(), value(field, initially, office));
            }
        }
        values.putAll(given);
        return register.create(values);
    }

    private static @Nullable Object value(Field field, String initially, Office office) {
        return switch (initially) {
            case "today" -> LocalDate.now(office.clock());
            case "now" -> field.type() == Type.DATE ? LocalDate.now(office.clock())
                    : LocalDateTime.now(office.clock()).truncatedTo(ChronoUnit.MINUTES);
            case "home" -> office.places().find(office.memory().home())
                    .filter(place -> field.placeLevels().isEmpty() || field.placeLevels().contains(place.level()))
                    .map(place -> place.code()).orElse(null);
            default -> field.type().parse(initially);
        };
    }
}
