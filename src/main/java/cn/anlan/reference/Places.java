package cn.anlan.reference;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place tree (区划树) as it stands in the store. */
public final class Places {
    private volatile Map<String, Place> byCode = Map.of();

    /** Takes these places instead of the ones known so far. */
    public void reload(List<Place> places) {
        Map<String, Place> fresh = new LinkedHashMap<>();
        places.stream().filter(place -> place.voidReason() == null).sorted(Comparator.comparing(Place::code))
                .forEach(place -> fresh.put(place.code(), place));
        byCode = fresh;
    }

    public Optional<Place> find(@Nullable String code) {
        return Optional.ofNullable(code).map(byCode::get);
    }

    /** The place's own name, or its bare code when the tree does not know it. */
    public String name(String code) {
        return find(code).map(Place::name).orElse(code);
    }

    /** The name with what stands above it below the county, for many villages share a name: 华藏寺镇 · 某村. */
    public String path(String code) {
        Deque<String> names = new ArrayDeque<>();
        Optional<Place> place = find(code);
        while (place.isPresent() && place.get().code().length() > 6) {
            names.addFirst(place.get().name());
            place = find(place.get().parent());
        }
        return names.isEmpty() ? name(code) : String.join(" · ", names);
    }

    /** The places in force at or below one place, of these levels (none named means any), in order of code. */
    public List<Place> below(String code, Collection<String> levels) {
        return byCode.values().stream().filter(place -> place.code().startsWith(code))
                .filter(place -> levels.isEmpty() || levels.contains(place.level()))
                .filter(place -> place.validTo() == null).toList();
    }

    /** Every place there ever was, in order of code. */
    public List<Place> all() {
        return List.copyOf(byCode.values());
    }

    /** The code that stands for a place today: its own, or the one that took over, however often it changed (撤并、更名). */
    public String today(String code) {
        String now = code;
        for (int i = 0; i < byCode.size(); i++) {
            Place place = byCode.get(now);
            if (place == null || place.replacedBy() == null) {
                return now;
            }
            now = place.replacedBy();
        }
        return now;
    }

    /** The code a person meant by a code, a name or a path written in a sheet, looked for at or below {@code home}. */
    public Optional<String> read(String written, String home) {
        if (byCode.containsKey(written)) {
            return Optional.of(written);
        }
        List<Place> named = byCode.values().stream()
                .filter(place -> place.name().equals(written) || path(place.code()).equals(written))
                .filter(place -> place.code().startsWith(home)).toList();
        return named.size() == 1 ? Optional.of(named.get(0).code()) : Optional.empty();
    }
}
