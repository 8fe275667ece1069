package cn.anlan.kit.list;

import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
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
import org.slf4j.LoggerFactory;

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
        return conditions.stream().map(condition -> condition.line(shape)).collect(Collectors.joining(";"));
    }

    /** A filter of another field than the condition's, as a number of a report brings them, names it. */
    private String line(Shape<?> shape) {
        String asked = filters.stream().map(filter -> "&" + (filter.field().equals(field) ? "" : filter.field() + ":") + filter.op() + "="
                + encode(written(shape.field(filter.field()), filter))).collect(Collectors.joining());
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

    /** Reads a line written by {@link #line(Shape, List)}; a condition on a field that no longer exists, or can no longer be read, is left out. */
    static List<Condition> read(Shape<?> shape, String line) {
        List<Condition> conditions = new ArrayList<>();
        for (String part : line.split(";")) {
            try {
                String[] pieces = part.split("&", -1);
                Condition condition = read(shape, decode(pieces[0]), pieces);
                if (!condition.filters.isEmpty()) {
                    conditions.add(condition);
                }
            } catch (IllegalArgumentException | Refused ofAnOlderProgram) {
                LoggerFactory.getLogger(Condition.class).info("A filter kept under a name is left out: {}", part, ofAnOlderProgram);
            }
        }
        return conditions;
    }

    private static Condition read(Shape<?> shape, String named, String[] pieces) {
        String words = "";
        List<Filter> filters = new ArrayList<>();
        for (int i = 1; i < pieces.length; i++) {
            int equals = pieces[i].indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(pieces[i]);
            }
            String name = pieces[i].substring(0, equals);
            String value = decode(pieces[i].substring(equals + 1));
            if (name.equals(WORDS)) {
                words = value;
            } else {
                int colon = name.indexOf(':');
                Field field = shape.field(colon < 0 ? named : name.substring(0, colon));
                Op op = Op.valueOf(name.substring(colon + 1));
                filters.add(new Filter(field.name(), op, value(field, op, value)));
            }
        }
        return new Condition(named, words, List.copyOf(filters));
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
