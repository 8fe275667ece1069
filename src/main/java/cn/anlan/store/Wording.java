package cn.anlan.store;

import cn.anlan.entry.Display;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Ulid;
import cn.anlan.reference.CodeLists;
import cn.anlan.reference.Places;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the values of entries read to a person, and what a person means by what she wrote (读写口径). */
final class Wording implements Display {
    private static final int TITLES_KEPT = 20_000;
    private static final int MOST_CANDIDATES = 200;

    private final CodeLists codes;
    private final Places places;
    private final Function<String, Register<?>> registers;
    private final Map<String, String> titles = new ConcurrentHashMap<>();

    /** {@code registers} gives the register of a name. */
    Wording(CodeLists codes, Places places, Function<String, Register<?>> registers) {
        this.codes = codes;
        this.places = places;
        this.registers = registers;
    }

    void stored(Entry entry) {
        titles.remove(entry.id());
    }

    /** What a person calls the entry of this id; the bare id when it is unknown. */
    String title(String register, String id) {
        String known = titles.get(id);
        if (known == null) {
            known = titleOf(registers.apply(register), id);
            if (titles.size() >= TITLES_KEPT) {
                titles.clear();
            }
            titles.put(id, known);
        }
        return known;
    }

    private static <E extends Entry> String titleOf(Register<E> register, String id) {
        return register.find(id).map(register::title).orElse(id);
    }

    @Override
    public String show(Field field, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (field.type()) {
            case CODE -> codes.label(field.codeList().orElseThrow(), (String) value);
            case CODES -> String.join("、", ((Set<?>) value).stream().map(code -> codes.label(field.codeList().orElseThrow(), (String) code)).toList());
            case PLACE -> places.path((String) value);
            case LINK -> title(field.linked().orElseThrow(), (String) value);
            case TEXT, INTEGER, MONEY, DATE, TIME, FLAG -> field.type().write(value);
        };
    }

    /** Throws {@link Refused} naming the field and the cure. {@code within} names entries by register: a party is meant among the parties of this dispute. */
    @Nullable Object read(Shape<?> shape, Field field, @Nullable String written, Map<String, String> within) {
        String text = written == null ? "" : written.strip();
        try {
            if (text.isEmpty()) {
                return field.type().fromColumn(null);
            }
            return switch (field.type()) {
                case CODE -> codes.read(field.codeList().orElseThrow(), text).orElseThrow(() -> new IllegalArgumentException(text));
                case CODES -> readCodes(field, text);
                case PLACE -> places.read(text, "").orElseThrow(() -> new IllegalArgumentException(text));
                case LINK -> readLink(registers.apply(field.linked().orElseThrow()), text, within);
                case TEXT, INTEGER, MONEY, DATE, TIME, FLAG -> field.type().parse(text);
            };
        } catch (IllegalArgumentException unreadable) {
            throw Refused.field(field.name(), "entry.refused.unreadable." + field.type(), shape.label(field), text);
        }
    }

    /** Labels may hold the sign that stands between them (村妇联执委、儿童主任): the longest run of pieces that is a label counts. */
    private Set<String> readCodes(Field field, String text) {
        String list = field.codeList().orElseThrow();
        List<String> pieces = ((Set<?>) Objects.requireNonNull(field.type().parse(text))).stream().map(String::valueOf).toList();
        var read = new LinkedHashSet<String>();
        int from = 0;
        while (from < pieces.size()) {
            int to = pieces.size();
            Optional<String> code = codes.read(list, String.join("、", pieces.subList(from, to)));
            while (code.isEmpty() && to > from + 1) {
                to--;
                code = codes.read(list, String.join("、", pieces.subList(from, to)));
            }
            read.add(code.orElseThrow(() -> new IllegalArgumentException(text)));
            from = to;
        }
        return read;
    }

    private static <E extends Entry> String readLink(Register<E> register, String text, Map<String, String> within) {
        if (text.length() == Ulid.LENGTH && register.find(text).isPresent()) {
            return text;
        }
        Optional<Field> owner = register.shape().owner();
        String ownerId = owner.flatMap(Field::linked).map(within::get).orElse(null);
        Query candidates = owner.isEmpty() ? Query.all().finding(text) : Query.all().is(owner.get().name(), ownerId);
        List<E> named = register.list(candidates, MOST_CANDIDATES).stream().filter(entry -> register.title(entry).equals(text)).toList();
        if (named.size() != 1) {
            throw new IllegalArgumentException(text);
        }
        return named.get(0).id();
    }
}
