package cn.anlan.kit.list;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Filter;
import cn.anlan.store.Query.Op;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk asks of one column (筛选条件), shown as a chip.
 *
 * @param words how it reads, e.g. 登记日期 2025-01-01 起
 */
record Condition(String field, String words, List<Filter> filters) {
    private static final String WORDS = "words";

    Query on(Query query) {
        Query narrowed = query;
        for (Filter filter : filters) {
            narrowed = narrowed.where(filter.field(), filter.op(), filter.value());
        }
        return narrowed;
    }

    /** Conditions in one line, for the settings. */
    static String line(Shape<?> shape, List<Condition> conditions) {
        return conditions.stream().map(condition -> condition.line(shape.field(condition.field))).collect(Collectors.joining(";"));
    }

    private String line(Field of) {
        String asked = filters.stream().map(filter -> "&" + filter.op() + "=" + encode(written(of, filter))).collect(Collectors.joining());
        return encode(field) + "&" + WORDS + "=" + encode(words) + asked;
    }

    private static String written(Field field, Filter filter) {
        Object value = filter.value();
        return switch (filter.op()) {
            case CONTAINS, HAS_CODE, STARTS -> String.valueOf(value);
            case AMONG -> value instanceof Collection<?> codes ? codes.stream().map(String::valueOf).collect(Collectors.joining(",")) : "";
            case IS, FROM, TO, EMPTY, FILLED -> field.type().write(value);
        };
    }

    /** Reads a line written by {@link #line(Shape, List)}; a condition on a field that no longer exists is left out. */
    static List<Condition> read(Shape<?> shape, String line) {
        List<Condition> conditions = new ArrayList<>();
        for (String part : line.split(";")) {
            String[] pieces = part.split("&");
            shape.find(decode(pieces[0])).ifPresent(field -> conditions.add(read(field, pieces)));
        }
        return conditions;
    }

    private static Condition read(Field field, String[] pieces) {
        String words = "";
        List<Filter> filters = new ArrayList<>();
        for (int i = 1; i < pieces.length; i++) {
            int equals = pieces[i].indexOf('=');
            String name = pieces[i].substring(0, equals);
            String value = decode(pieces[i].substring(equals + 1));
            if (name.equals(WORDS)) {
                words = value;
            } else {
                filters.add(new Filter(field.name(), Op.valueOf(name), value(field, Op.valueOf(name), value)));
            }
        }
        return new Condition(field.name(), words, List.copyOf(filters));
    }

    private static @Nullable Object value(Field field, Op op, String text) {
        return switch (op) {
            case CONTAINS, HAS_CODE, STARTS -> text;
            case AMONG -> List.of(text.split(","));
            case IS, FROM, TO -> field.type().parse(text);
            case EMPTY, FILLED -> null;
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
