package cn.anlan.paper.blank;

import cn.anlan.entry.Type;
import cn.anlan.paper.blank.Item.Value;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a template can be filled with (填充内容): under each name the items it means, one or several. */
public final class Facts {
    private static final String INDEX = "index";
    private static final String TICKED = "☑";
    private static final String UNTICKED = "☐";

    private final Map<String, List<Item>> items;
    private final Map<String, Integer> places;
    private final LocalDate day;

    /** {@code day} is the one ages are reckoned to. */
    public Facts(Map<String, List<Item>> items, LocalDate day) {
        this(new LinkedHashMap<>(items), Map.of(), day);
    }

    private Facts(Map<String, List<Item>> items, Map<String, Integer> places, LocalDate day) {
        this.items = items;
        this.places = places;
        this.day = day;
    }

    /** The same where a name means these items. */
    public Facts with(String name, List<? extends Item> meant) {
        Map<String, List<Item>> more = new LinkedHashMap<>(items);
        more.put(name, List.copyOf(meant));
        return new Facts(more, places, day);
    }

    /** What a name means; nothing when it is unknown. */
    public List<Item> all(String name) {
        return items.getOrDefault(name, List.of());
    }

    /** The facts as they are for each time a block is written. */
    List<Facts> each(Blank block) {
        boolean opened = block.path().isEmpty() && block.code() == null;
        if (block.kind() == Blank.Kind.OPEN && opened) {
            List<Item> meant = all(block.name());
            return java.util.stream.IntStream.range(0, meant.size()).mapToObj(place -> narrowed(block.name(), meant.get(place), place)).toList();
        }
        boolean holds = opened ? !all(block.name()).isEmpty() : block.code() == null ? !values(block).isEmpty() : matches(block);
        return holds == (block.kind() == Blank.Kind.OPEN) ? List.of(this) : List.of();
    }

    private Facts narrowed(String name, Item item, int place) {
        Map<String, List<Item>> narrow = new LinkedHashMap<>(items);
        narrow.put(name, List.of(item));
        Map<String, Integer> counted = new LinkedHashMap<>(places);
        counted.putIfAbsent(name, place + 1);
        return new Facts(narrow, counted, day);
    }

    /** The filled values a blank means, one for each item. */
    private List<Value> values(Blank blank) {
        return all(blank.name()).stream().map(item -> item.value(blank.path())).flatMap(Optional::stream)
                .filter(value -> value.raw() != null && !(value.raw() instanceof Collection<?> codes && codes.isEmpty())).toList();
    }

    /** Whether anything is known for a blank. */
    boolean knows(Blank blank) {
        return !values(blank).isEmpty();
    }

    private boolean matches(Blank blank) {
        return values(blank).stream().anyMatch(value -> value.raw() instanceof Collection<?> codes ? codes.contains(blank.code())
                : Type.FLAG == value.type() ? String.valueOf(Boolean.TRUE.equals(value.raw()) ? 1 : 0).equals(blank.code())
                : String.valueOf(value.raw()).equals(blank.code()));
    }

    /** What is written into a blank, and the Chinese name of what it is. */
    Written write(Blank blank) {
        if (blank.code() != null) {
            return new Written(label(blank), matches(blank) ? TICKED : UNTICKED);
        } else if (blank.path().equals(INDEX)) {
            return new Written("", String.valueOf(places.getOrDefault(blank.name(), 1)));
        }
        List<String> written = values(blank).stream().map(value -> Manner.write(value, blank.ways(), day)).distinct().toList();
        if (!written.isEmpty()) {
            return new Written(label(blank), String.join("、", written));
        }
        Type type = all(blank.name()).stream().map(item -> item.value(blank.path())).flatMap(Optional::stream).map(Value::type).findFirst()
                .orElse(Type.TEXT);
        return new Written(label(blank), Manner.blank(type, blank.ways()));
    }

    private String label(Blank blank) {
        return all(blank.name()).stream().map(item -> item.value(blank.path())).flatMap(Optional::stream).map(Value::label).findFirst().orElse("");
    }

    /** Words for a blank, and what they are called (填入文字). */
    record Written(String label, String words) {}
}
