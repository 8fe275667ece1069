package cn.anlan.exchange;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.entry.Shape;
import cn.anlan.store.Journal;
import cn.anlan.store.Ledger;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills the bag of a full bundle (全量数据): every live record, what was reported once and is void now, totals, code lists, schemas. */
final class Parts {
    /** Why a record is taken back; the county's word for 作废. */
    private static final String VOID = "void";

    private final Bundles.Office office;
    private final Bag bag;
    private final Manifest manifest;
    private final CodeBook codes;

    /** Inside the snapshot. */
    Parts(Bundles.Office office, Bag bag, Manifest manifest) {
        this.office = office;
        this.bag = bag;
        this.manifest = manifest;
        this.codes = new CodeBook(office.registers());
    }

    void write(Period period, List<Ledger.Line> sealedBefore, Bundles.Progress progress) throws IOException {
        List<Register<?>> registers = office.reported();
        var steps = new Bundles.Steps(progress, count(registers));
        ObjectNode summary = Json.object();
        summary.putObject("period").put("from", period.from().toString()).put("to", period.to().toString());
        ArrayNode totals = summary.putArray("registers");
        for (Register<?> register : registers) {
            var tally = new Tally(register.shape(), codes, period);
            writeLines(register, tally, steps);
            totals.add(tally.json());
        }
        steps.pause();
        boolean anyVoid = writeTombstones(registers, sealedBefore.stream().map(line -> line.content().highWater()).toList());
        manifest.add(Manifest.Kind.SUMMARY, "summary", null, bag.put(Manifest.SUMMARY, Json.pretty(summary)), totals.size());
        writeReference(registers.stream().map(Register::shape).toList(), anyVoid);
    }

    /** How many live records there are. */
    static long count(List<Register<?>> registers) {
        return registers.stream().mapToLong(register -> register.count(Query.all(), Integer.MAX_VALUE)).sum();
    }

    private void writeLines(Register<?> register, Tally tally, Bundles.Steps steps) throws IOException {
        Shape<?> shape = register.shape();
        var lines = new RecordLines(shape, codes);
        Bag.Filed file = bag.put(path(shape, ""), out -> {
            try (JsonGenerator generator = generator(out)) {
                register.eachRow(Query.all(), row -> {
                    steps.next();
                    lines.write(generator, row);
                    tally.count(row);
                    return true;
                });
                endLine(generator, tally.total() > 0);
            }
        });
        manifest.add(Manifest.Kind.DATA, shape.name(), EntitySchema.path(shape), file, tally.total());
    }

    private static String path(Shape<?> shape, String kind) {
        return Bag.DATA + shape.name() + kind + ".ndjson";
    }

    private static JsonGenerator generator(OutputStream out) {
        return Json.LINES.createGenerator(ObjectWriteContext.empty(), out);
    }

    private static void endLine(JsonGenerator generator, boolean any) {
        if (any) {
            generator.writeRaw('\n');
        }
    }

    private boolean writeTombstones(List<Register<?>> registers, List<Long> highWaters) throws IOException {
        boolean any = false;
        for (Register<?> register : registers) {
            if (!highWaters.isEmpty() && register.count(Query.all().lives(Query.Lives.VOID), 1) > 0) {
                any |= writeTombstones(register, highWaters);
            }
        }
        return any;
    }

    private <E extends Entry> boolean writeTombstones(Register<E> register, List<Long> highWaters) throws IOException {
        var buried = new Object() {
            final ByteArrayOutputStream lines = new ByteArrayOutputStream();
            long count;
        };
        try (JsonGenerator generator = generator(buried.lines)) {
            register.each(Query.all().lives(Query.Lives.VOID), entry -> {
                if (wasReported(office.journal().of(entry.id()), highWaters)) {
                    writeTombstone(generator, register.name(), entry);
                    buried.count++;
                }
            });
            endLine(generator, buried.count > 0);
        }
        if (buried.count > 0) {
            Bag.Filed file = bag.put(path(register.shape(), ".tombstone"), buried.lines.toByteArray());
            manifest.add(Manifest.Kind.TOMBSTONE, register.name(), EntitySchema.TOMBSTONE, file, buried.count);
        }
        return buried.count > 0;
    }

    private static void writeTombstone(JsonGenerator generator, String register, Entry entry) {
        generator.writeStartObject();
        generator.writeStringProperty("_t", register);
        generator.writeStringProperty("_id", entry.id());
        generator.writeNumberProperty("_rev", entry.revision());
        generator.writeStringProperty("_op", "delete");
        generator.writeStringProperty("reason", VOID);
        generator.writeEndObject();
    }

    /** Whether an entry lived at one of these change numbers; its lines come latest first. */
    private static boolean wasReported(List<Journal.Line> lines, List<Long> highWaters) {
        long until = Long.MAX_VALUE;
        for (Journal.Line line : lines) {
            long from = line.no();
            long to = until;
            if (line.action() != Journal.Action.VOID && highWaters.stream().anyMatch(mark -> mark >= from && mark < to)) {
                return true;
            }
            until = from;
        }
        return false;
    }

    private void writeReference(List<? extends Shape<?>> shapes, boolean anyVoid) throws IOException {
        for (Map.Entry<String, ObjectNode> list : codes.documents(shapes).entrySet()) {
            ObjectNode document = list.getValue();
            manifest.add(Manifest.Kind.CODES, document.get("list").stringValue(), null, bag.put(list.getKey(), Json.pretty(document)),
                    document.get("codes").size());
        }
        for (Shape<?> shape : shapes) {
            bag.put(EntitySchema.path(shape), Json.pretty(EntitySchema.of(shape)));
        }
        if (anyVoid) {
            bag.put(EntitySchema.TOMBSTONE, Json.pretty(EntitySchema.ofTombstone()));
        }
    }
}
