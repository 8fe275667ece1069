package cn.anlan.reference;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a new entry starts with (初始值) before anyone has typed a word: today, the office's own place, the usual choice. */
public final class Initial {
    private final Supplier<String> home;
    private final Places places;
    private final Clock clock;

    /** {@code home} tells the code of the office's own place, empty before it is chosen; the clock's zone is Asia/Shanghai. */
    public Initial(Supplier<String> home, Places places, Clock clock) {
        this.home = home;
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
        return places.find(home.get())
                .filter(place -> field.placeLevels().isEmpty() || field.placeLevels().contains(place.level())).map(Place::code);
    }
}
