package cn.anlan.exchange;

import cn.anlan.exchange.Finding.Broken;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads every line of every part and holds it against its shipped schema, its neighbours and the sums in the head (验数据行). */
final class LineCheck {
    /** Importer safety of ZHB 1.0. */
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_FINDINGS = 200;
    /** The field by which a line speaks of a file. */
    private static final String HASH = "sha256";
    private static final Pattern ULID = Pattern.compile(EntitySchema.ULID);

    private final StrictZip payload;
    private final String top;
    private final List<Finding> found;
    private final Map<String, Sum> counted = new TreeMap<>();
    /** The hashes that lines speak of. */
    private final Set<String> named = new HashSet<>();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder
            .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).locale(Locale.SIMPLIFIED_CHINESE).build())
            .schemaLoader(loader -> loader.block(anywhere -> true)));

    LineCheck(StrictZip payload, String top, List<Finding> found) {
        this.payload = payload;
        this.top = top;
        this.found = found;
    }

    void run(JsonNode bundle) throws IOException {
        for (JsonNode part : bundle.path("parts")) {
            String kind = Json.text(Manifest.NAME, part, "kind");
            boolean isDelete = kind.equals(Manifest.Kind.TOMBSTONE.word());
            if (isDelete || kind.equals(Manifest.Kind.DATA.word())) {
                String entity = Json.text(Manifest.NAME, part, "entity");
                var lines = new Part(Json.text(Manifest.NAME, part, "path"), entity, isDelete ? "delete" : "put",
                        schema(Json.text(Manifest.NAME, part, "schema")));
                long count = read(lines);
                long told = Json.number(Manifest.NAME, part, "count");
                if (count != told) {
                    found.add(Finding.error(lines.path, "broken.count", lines.path, count, told));
                }
                counted.merge(entity, isDelete ? new Sum(0, count) : new Sum(count, 0), Sum::plus);
            }
        }
        compareSums(bundle);
        for (JsonNode part : bundle.path("parts")) {
            String path = Json.text(Manifest.NAME, part, "path");
            boolean isFile = Json.text(Manifest.NAME, part, "kind").equals(Manifest.Kind.ATTACHMENT.word());
            if (isFile && !named.contains(Json.text(Manifest.NAME, part, "sha256"))) {
                found.add(Finding.error(path, "broken.unnamed", path));
            }
        }
    }

    /** What all lines of one part have in common. */
    private record Part(String path, String entity, String operation, Schema schema) {}

    private Schema schema(String path) throws IOException {
        byte[] text = payload.bytes(top + path);
        try {
            return schemas.getSchema(Json.read(path, text, text.length));
        } catch (RuntimeException unusable) {
            throw new Broken(path, "broken.schema", path);
        }
    }

    /** The lines of one register. */
    private record Sum(long put, long delete) {

        Sum plus(Sum other) {
            return new Sum(put + other.put, delete + other.delete);
        }

        static Sum read(JsonNode told) {
            return new Sum(told.path("put").asLong(-1), told.path("delete").asLong(-1));
        }

        @Override
        public String toString() {
            return put + "+" + delete;
        }
    }

    private void compareSums(JsonNode bundle) {
        bundle.path("counts").properties().forEach(told -> {
            Sum sum = counted.remove(told.getKey());
            if (!Sum.read(told.getValue()).equals(sum)) {
                found.add(Finding.error(Manifest.NAME, "broken.sum", told.getKey(), Sum.read(told.getValue()), sum == null ? "-" : sum));
            }
        });
        counted.forEach((entity, sum) -> found.add(Finding.error(Manifest.NAME, "broken.sum", entity, "-", sum)));
    }

    /** How many lines a part has. */
    private long read(Part part) throws IOException {
        long number = 0;
        String before = "";
        try (var lines = new Lines(payload.stream(top + part.path), part.path)) {
            while (lines.next()) {
                number++;
                JsonNode line = Json.read(part.path, lines.buffer, lines.length);
                String id = line.path("_id").asString("");
                check(part, number, line, before);
                before = id;
                if (found.size() > MOST_FINDINGS) {
                    throw new Broken(part.path, "broken.more", MOST_FINDINGS);
                }
            }
        }
        return number;
    }

    private void check(Part part, long number, JsonNode line, String before) {
        String id = line.path("_id").asString("");
        boolean own = line.path("_t").asString("").equals(part.entity) && line.path("_op").asString("").equals(part.operation)
                && ULID.matcher(id).matches() && line.path("_rev").asLong(0) > 0;
        if (!own) {
            found.add(Finding.error(part.path, "broken.head", part.path, number));
        } else if (id.compareTo(before) <= 0) {
            found.add(Finding.error(part.path, "broken.order", part.path, number, id));
        }
        named.add(line.path(HASH).asString(""));
        for (Error error : part.schema.validate(line)) {
            found.add(Finding.error(part.path, "broken.record", part.path, number, error.getInstanceLocation(), error.getMessage()));
        }
    }

    /** The lines of a stream, each ended by LF and no longer than the format allows; one buffer serves them all. */
    private static final class Lines implements AutoCloseable {
        private final InputStream in;
        private final String path;
        private final byte[] chunk = new byte[1 << 15];
        private int at;
        private int end;
        private byte[] buffer = new byte[1 << 12];
        private int length;

        Lines(InputStream in, String path) {
            this.in = in;
            this.path = path;
        }

        boolean next() throws IOException {
            length = 0;
            while (true) {
                if (at == end) {
                    end = in.read(chunk);
                    at = 0;
                    if (end < 0) {
                        end = 0;
                        if (length > 0) {
                            throw new Broken(path, "broken.unended", path);
                        }
                        return false;
                    }
                }
                int from = at;
                while (at < end && chunk[at] != '\n') {
                    at++;
                }
                take(from);
                if (at < end) {
                    at++;
                    return true;
                }
            }
        }

        private void take(int from) throws Broken {
            int more = at - from;
            if (length + more > LONGEST_LINE) {
                throw new Broken(path, "broken.long_line", path);
            }
            if (length + more > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.max(length + more, buffer.length * 2));
            }
            System.arraycopy(chunk, from, buffer, length, more);
            length += more;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
