package cn.anlan.store;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import cn.anlan.reference.Places;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a new entry starts with (初始值) before anyone has typed a word: today, the office's own place, the usual choice. */
public final class Initial {
    private final Settings settings;
    private final Places places;
    private final Clock clock;

    /** The clock's zone is the office's: Asia/Shanghai. */
    public Initial(Settings settings, Places places, Clock clock) {
        this.settings = settings;
        this.places = places;
        this.clock = clock;
    }

    /** The first value of each field that has one, by name; whatever someone filled in goes over it. */
    public Map<String, @Nullable Object> values(Shape<?> shape) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (Field field : shape.businessFields()) {
            String word = field.initially();
            if (word != null) {
                Object value = value(field, word);
                if (value != null) {
                    values.put(field.name(), value);
                }
            }
        }
        return values;
    }

    private @Nullable Object value(Field field, String word) {
        return switch (word) {
            case "today" -> LocalDate.now(clock);
            case "now" -> field.type() == Type.TIME ? LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES) : LocalDate.now(clock);
            case "home" -> home(field).orElse(null);
            default -> field.type().parse(word);
        };
    }

    /** The office's own place, where a place of its level may stand. */
    private Optional<String> home(Field field) {
        return settings.get("home").filter(code -> places.find(code)
                .filter(place -> field.placeLevels().isEmpty() || field.placeLevels().contains(place.level())).isPresent());
    }
}
