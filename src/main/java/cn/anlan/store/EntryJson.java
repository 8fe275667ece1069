package cn.anlan.store;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
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
import tools.jackson.databind.JsonNode;
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

    /** One object or an array of objects, each a map of whatever keys it has. Throws {@link Refused} when the text is no JSON. */
    public static List<JsonNode> readAll(String json) {
        try {
            List<JsonNode> objects = new ArrayList<>();
            try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json);
                    var nodes = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(parser)) {
                while (nodes.hasNext()) {
                    JsonNode node = nodes.next();
                    if (node.isArray()) {
                        node.forEach(objects::add);
                    } else {
                        objects.add(node);
                    }
                }
            }
            if (!objects.stream().allMatch(JsonNode::isObject)) {
                throw Refused.of("store.refused.not_objects");
            }
            return objects;
        } catch (JacksonException broken) {
            throw Refused.of("store.refused.not_json", broken.getLocation() == null ? 0 : broken.getLocation().getLineNr());
        }
    }

    /** The named fields of an object as values; throws {@link Refused} naming a key no field has, or a value no field can hold. */
    public static Map<String, @Nullable Object> values(Shape<?> shape, JsonNode object) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        object.properties().forEach(property -> {
            Field field = shape.field(property.getKey());
            values.put(field.name(), value(shape, field, property.getValue()));
        });
        return values;
    }

    private static @Nullable Object value(Shape<?> shape, Field field, JsonNode node) {
        try {
            if (node.isNull()) {
                return field.type().fromColumn(null);
            } else if (node.isArray() && field.type() == Type.CODES) {
                var codes = new LinkedHashSet<String>();
                node.forEach(code -> codes.add(code.asString()));
                return codes;
            } else if (field.type() == Type.MONEY) {
                return node.isIntegralNumber() ? node.longValue() : Long.parseLong(node.asString());
            } else if (node.isValueNode()) {
                return field.type().parse(node.asString());
            }
            throw new IllegalArgumentException(node.toString());
        } catch (IllegalArgumentException wrong) {
            throw Refused.field(field.name(), "entry.refused.unreadable." + field.type(), shape.label(field), node.asString(""));
        }
    }
}
