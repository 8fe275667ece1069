package cn.anlan.exchange;

import cn.anlan.entry.Period;
import cn.anlan.store.Ledger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The head of a bundle while its parts are written (包头, bundle.json): who, which number, what period, how many of what. */
final class Manifest {
    static final String NAME = "bundle.json";
    static final String SUMMARY = "data/summary.json";

    private final Sender sender;
    private final Identity identity;
    private final Optional<Ledger.Line> previous;
    private final List<ObjectNode> parts = new ArrayList<>();
    private final Map<String, ObjectNode> counts = new TreeMap<>();
    private long files;
    private long fileBytes;

    Manifest(Sender sender, Identity identity, Optional<Ledger.Line> previous) {
        this.sender = sender;
        this.identity = identity;
        this.previous = previous;
    }

    /** What makes this bundle this one: its id, number and period, the moment it shows and the last change in it. */
    record Identity(String bundleId, Ledger.Number number, Period period, OffsetDateTime asOf, long highWater) {

        /** The one top folder, and the file's name without its ending. */
        String folder(String orgCode) {
            return String.format("ZHB_%s_%s_%06d_%s_%s", orgCode, number.epoch(), number.seq(), number.mode(), day());
        }

        String day() {
            return DateTimeFormatter.BASIC_ISO_DATE.format(asOf.toLocalDate());
        }
    }

    /** What a part holds. */
    enum Kind {
        DATA("data"),
        TOMBSTONE("tombstone"),
        SUMMARY("summary"),
        CODES("codes"),
        /** A file that an entry speaks of by its hash. */
        ATTACHMENT("attachment");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    void add(Kind kind, String entity, @Nullable String schema, Bag.Filed file, long count) {
        parts.add(Json.object().put("path", file.path()).put("entity", entity).put("kind", kind.word).put("schema", schema)
                .put("bytes", file.bytes()).put("sha256", file.sha256()).put("count", count).put("required", kind == Kind.DATA || kind == Kind.TOMBSTONE));
        if (kind == Kind.DATA || kind == Kind.TOMBSTONE) {
            counts.computeIfAbsent(entity, first -> Json.sum(0, 0)).put(kind == Kind.DATA ? "put" : "delete", count);
        }
    }

    /** A file that an entry speaks of by its hash; a reader may do without. */
    void addFile(String entity, Bag.Filed file) {
        add(Kind.ATTACHMENT, entity, null, file, 1);
        files++;
        fileBytes += file.bytes();
    }

    ObjectNode counts() {
        ObjectNode json = Json.object();
        counts.forEach(json::set);
        return json;
    }

    ObjectNode json() {
        Ledger.Number number = identity.number;
        ObjectNode json = Json.object().put("format", Envelope.FORMAT).put("version", Envelope.VERSION).put("profile", Envelope.PROFILE)
                .put("bundleId", identity.bundleId).put("mode", number.mode());
        json.set("sender", sender.json());
        json.put("epoch", number.epoch()).put("seq", number.seq()).putNull("base");
        json.set("prevProduced", previous.map(line -> Json.object().put("seq", line.number().seq())
                .put("innerSha256", line.content().innerSha256())).orElse(null));
        json.putObject("period").put("from", identity.period.from().toString()).put("to", identity.period.to().toString());
        json.put("asOf", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(identity.asOf)).put("highWater", identity.highWater);
        json.set("counts", counts());
        ArrayNode listed = json.putArray("parts");
        parts.forEach(listed::add);
        json.putObject("x_attachments").put("files", files).put("bytes", fileBytes);
        return json.put("redaction", "none");
    }
}
