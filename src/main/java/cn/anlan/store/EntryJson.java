package cn.anlan.store;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Entries as JSON objects (JSON 条目): keys are the columns' names, the same on the command line, in the journal and in bundles. */
public final class EntryJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EntryJson() {}

    /** The whole entry, unfilled fields as null. */
    public static <E extends Entry> String write(Shape<E> shape, E entry) {
        @Nullable Object[] values = shape.values(entry);
        return object(generator -> {
            for (Field field : shape.fields()) {
                writeField(generator, field, values[field.index()]);
            }
        });
    }

    /** Some fields only, as the journal keeps them. */
    static String write(List<Field> fields, @Nullable Object[] values) {
        return object(generator -> fields.forEach(field -> writeField(generator, field, values[field.index()])));
    }

    /** Any other object: text, numbers, flags, lists and maps under keys in their order. */
    public static String write(Map<String, ? extends @Nullable Object> object) {
        return MAPPER.writeValueAsString(object);
    }

    private interface Body {
        void write(JsonGenerator generator);
    }

    private static String object(Body body) {
        var out = new StringWriter(512);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            generator.writeStartObject();
            body.write(generator);
            generator.writeEndObject();
        }
        return out.toString();
    }

    /** One key and its value: dates and codes as text, fen as decimal text, counts as numbers, code sets as arrays. */
    public static void writeField(JsonGenerator generator, Field field, @Nullable Object value) {
        generator.writeName(field.name());
        if (value == null) {
            generator.writeNull();
            return;
        }
        switch (field.type()) {
            case INTEGER -> generator.writeNumber(((Number) value).longValue());
            case FLAG -> generator.writeBoolean((Boolean) value);
            case CODES -> {
                generator.writeStartArray();
                ((Collection<?>) value).stream().map(String::valueOf).sorted().forEach(generator::writeString);
                generator.writeEndArray();
            }
            case TEXT, MONEY, DATE, TIME, CODE, PLACE, LINK -> generator.writeString(String.valueOf(field.type().toColumn(value)));
        }
    }

    /**
     * One object, an array of objects, or objects one after the other, each a map of text, whole numbers, flags, lists and maps.
     * Throws {@link Refused} when the text is no such thing.
     */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> readAll(String json) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json);
                var values = MAPPER.readerFor(Object.class).<Object>readValues(parser)) {
            List<Map<String, Object>> objects = new ArrayList<>();
            while (values.hasNext()) {
                Object value = values.next();
                for (Object object : value instanceof List<?> many ? many : Collections.singletonList(value)) {
                    if (!(object instanceof Map<?, ?>)) {
                        throw Refused.of("store.refused.not_objects");
                    }
                    objects.add((Map<String, Object>) object);
                }
            }
            return objects;
        } catch (JacksonException broken) {
            throw Refused.of("store.refused.not_json", broken.getLocation() == null ? 0 : broken.getLocation().getLineNr());
        }
    }

    /** The keys of an object as values of fields; throws {@link Refused} naming a key no field has, or a value no field can hold. */
    public static Map<String, @Nullable Object> values(Shape<?> shape, Map<String, ? extends @Nullable Object> object) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            Field field = shape.field(key);
            values.put(field.name(), value(shape, field, value));
        });
        return values;
    }

    private static @Nullable Object value(Shape<?> shape, Field field, @Nullable Object json) {
        try {
            if (json instanceof Collection<?> codes && field.type() == Type.CODES) {
                return new LinkedHashSet<Object>(codes.stream().map(String::valueOf).toList());
            } else if (json instanceof Collection<?> || json instanceof Map<?, ?>) {
                throw new IllegalArgumentException(json.toString());
            } else if (field.type() == Type.MONEY && json != null) {
                return Long.parseLong(json.toString());
            }
            return field.type().parse(json == null ? null : json.toString());
        } catch (IllegalArgumentException wrong) {
            throw Refused.field(field.name(), "entry.refused.unreadable." + field.type(), shape.label(field), String.valueOf(json));
        }
    }
}
