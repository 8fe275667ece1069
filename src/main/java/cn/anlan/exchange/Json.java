package cn.anlan.exchange;

import cn.anlan.exchange.Finding.Broken;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON documents of a bundle (JSON 文件): keys in the order they were put, two spaces, LF; the same facts are the same bytes. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .build();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter PRETTY = MAPPER.writer().with(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A sum as bundle.json writes it: {put, delete}. */
    static ObjectNode sum(long put, long deleted) {
        return object().put("put", put).put("delete", deleted);
    }

    static byte[] pretty(JsonNode document) {
        byte[] text = PRETTY.writeValueAsBytes(document);
        byte[] lines = Arrays.copyOf(text, text.length + 1);
        lines[text.length] = '\n';
        return lines;
    }

    static String compact(JsonNode document) {
        return MAPPER.writeValueAsString(document);
    }

    /** A text as it stands in a document. */
    static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }

    /** The object in these bytes; throws {@link Broken} naming the part when there is none. */
    static JsonNode read(String part, byte[] bytes, int length) throws Broken {
        try {
            JsonNode node = MAPPER.readTree(bytes, 0, length);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException unreadable) {
            throw new Broken(part, "broken.json", unreadable.getOriginalMessage());
        }
        throw new Broken(part, "broken.json", "{}");
    }

    /** The text under a path of keys; throws {@link Broken} when it is missing or no text. */
    static String text(String part, JsonNode document, String... path) throws Broken {
        JsonNode node = at(document, path);
        if (node == null || !node.isString()) {
            throw new Broken(part, "broken.key", String.join(".", path));
        }
        return node.stringValue();
    }

    /** The whole number under a path of keys; throws {@link Broken} when it is missing, no number or negative. */
    static long number(String part, JsonNode document, String... path) throws Broken {
        JsonNode node = at(document, path);
        if (node == null || !node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw new Broken(part, "broken.key", String.join(".", path));
        }
        return node.longValue();
    }

    private static @Nullable JsonNode at(JsonNode document, String... path) {
        JsonNode node = document;
        for (String key : path) {
            node = node == null ? null : node.get(key);
        }
        return node;
    }
}
