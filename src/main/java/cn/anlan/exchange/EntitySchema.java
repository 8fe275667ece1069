package cn.anlan.exchange;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (2020-12) of one register's lines (数据格式), told from its Shape; codes are open lists, so there are no enums. */
final class EntitySchema {
    static final String ULID = "^[0-7][0-9A-HJKMNP-TV-Z]{25}$";
    static final String TOMBSTONE = "schema/tombstone-1.0.schema.json";

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String COMMENT = "$comment";
    private static final String REGISTER_NAME = "^[a-z][a-z_]*$";
    private static final String PLACE = "^[0-9]{2,12}$";
    private static final String FEN = "^-?[0-9]+$";
    private static final String MINUTE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$";

    private EntitySchema() {}

    static String path(Shape<?> shape) {
        return "schema/" + shape.name() + "-1.0.schema.json";
    }

    static ObjectNode of(Shape<?> shape) {
        ObjectNode properties = Json.object();
        properties.putObject("_t").put("const", shape.name());
        house(properties, "put");
        properties.putObject("_at").put("type", "string").put("format", "date-time");
        for (Field field : shape.businessFields()) {
            ObjectNode property = properties.putObject(field.name()).put("title", shape.label(field));
            describe(property, field);
            if (field.codeList().isPresent()) {
                ObjectNode label = properties.putObject(field.name() + RecordLines.LABEL);
                label.set("type", property.get("type").deepCopy());
                if (property.has("items")) {
                    label.putObject("items").put("type", "string");
                }
            }
        }
        return document("urn:anlan:" + shape.name() + "-1.0", shape.label(), properties);
    }

    /** The schema of tombstones is one for all registers. */
    static ObjectNode ofTombstone() {
        ObjectNode properties = Json.object();
        properties.putObject("_t").put("type", "string").put("pattern", REGISTER_NAME);
        house(properties, "delete");
        properties.putObject("reason").put("type", "string").put("maxLength", 20);
        return document("urn:anlan:tombstone-1.0", "tombstone", properties);
    }

    private static void house(ObjectNode properties, String operation) {
        properties.putObject("_id").put("type", "string").put("pattern", ULID);
        properties.putObject("_rev").put("type", "integer").put("minimum", 1);
        properties.putObject("_op").put("const", operation);
    }

    private static ObjectNode document(String id, String title, ObjectNode properties) {
        ObjectNode schema = Json.object().put("$schema", DIALECT).put("$id", id).put("title", title).put("type", "object");
        schema.set("properties", properties);
        ArrayNode required = schema.putArray("required");
        properties.propertyNames().forEach(required::add);
        return schema.put("additionalProperties", false);
    }

    private static void describe(ObjectNode property, Field field) {
        switch (field.type()) {
            case INTEGER -> type(property, field, "integer");
            case FLAG -> property.put("type", "boolean");
            case CODES -> property.put("type", "array").put("uniqueItems", true).putObject("items").put("type", "string");
            case TEXT -> {
                type(property, field, "string");
                if (field.maxLength() > 0) {
                    property.put("maxLength", field.maxLength());
                }
            }
            case MONEY -> type(property, field, "string").put("pattern", FEN);
            case DATE -> type(property, field, "string").put("format", "date");
            case TIME -> type(property, field, "string").put("pattern", MINUTE);
            case CODE -> type(property, field, "string");
            case PLACE -> type(property, field, "string").put("pattern", PLACE);
            case LINK -> type(property, field, "string").put("pattern", ULID);
        }
        field.codeList().ifPresent(list -> property.put(COMMENT, "codes/" + list + ".json"));
        field.linked().ifPresent(register -> property.put(COMMENT, register + "._id"));
    }

    /** A field that need not be filled may be null; its key is there all the same. */
    private static ObjectNode type(ObjectNode property, Field field, String type) {
        if (field.isRequired() || field.component().getType().isPrimitive()) {
            return property.put("type", type);
        }
        property.putArray("type").add(type).add("null");
        return property;
    }
}
