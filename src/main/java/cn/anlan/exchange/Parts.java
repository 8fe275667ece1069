package cn.anlan.exchange;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Progress.Steps;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.store.Journal;
import cn.anlan.store.Ledger;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills the bag of a full bundle (全量数据): every live record, what was reported once and is void now, totals, code lists, schemas. */
final class Parts {
    static final String CANCELLED = "exchange.refused.cancelled";
    /** Why a record is taken back; the county's word for 作废. */
    private static final String VOID = "void";

    private static final int BUFFER = 1 << 15;

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

    void write(Period period, List<Ledger.Line> sealedBefore, List<Bundles.Enclosure> enclosures, Progress progress) throws IOException {
        List<Register<?>> registers = office.reported();
        var steps = new Steps(progress, count(registers) + enclosures.size(), CANCELLED);
        ObjectNode summary = Json.object();
        summary.putObject("period").put("from", period.from().toString()).put("to", period.to().toString());
        ArrayNode totals = summary.putArray("registers");
        for (Register<?> register : registers) {
            var tally = new Tally(register.shape(), codes, period);
            writeLines(register, tally, steps);
            totals.add(tally.json());
        }
        steps.pause();
        writeEnclosures(enclosures, steps);
        boolean anyVoid = writeTombstones(registers, sealedBefore.stream().map(line -> line.content().highWater()).toList());
        manifest.add(Manifest.Kind.SUMMARY, "summary", null, bag.put(Manifest.SUMMARY, Json.pretty(summary)), totals.size());
        writeReference(registers.stream().map(Register::shape).toList(), anyVoid);
    }

    /** One after the other, each as it is: photographs and PDF do not shrink. */
    private void writeEnclosures(List<Bundles.Enclosure> enclosures, Steps steps) throws IOException {
        for (Bundles.Enclosure file : enclosures) {
            steps.next();
            steps.pause();
            try {
                manifest.addFile(file.register(), bag.store(Bag.FILES + file.sha256() + "." + file.ending(), file.content()::write));
            } catch (Refused damaged) {
                throw Refused.of("exchange.refused.enclosure_damaged", file.name(), String.valueOf(damaged.getMessage()));
            }
        }
    }

    /** How many live records there are. */
    static long count(List<Register<?>> registers) {
        return registers.stream().mapToLong(register -> register.count(Query.all(), Integer.MAX_VALUE)).sum();
    }

    private void writeLines(Register<?> register, Tally tally, Steps steps) throws IOException {
        Shape<?> shape = register.shape();
        var lines = new RecordLines(shape, codes);
        var cells = new RecordLines.Cells(shape.fields().size() + 1);
        Bag.Filed file = bag.put(path(shape, ""), out -> {
            var buffer = new BufferedOutputStream(out, BUFFER);
            register.eachRow(Query.all(), row -> {
                steps.next();
                cells.take(row);
                tally.count(cells);
                writeLine(lines, buffer, cells);
                return true;
            });
            buffer.flush();
        });
        manifest.add(Manifest.Kind.DATA, shape.name(), EntitySchema.path(shape), file, tally.total());
    }

    /** The store knows nothing of files that cannot be written. */
    private static void writeLine(RecordLines lines, OutputStream out, RecordLines.Cells cells) {
        try {
            lines.write(out, cells);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String path(Shape<?> shape, String kind) {
        return Bag.DATA + shape.name() + kind + ".ndjson";
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
        List<String> lines = new ArrayList<>();
        register.each(Query.all().lives(Query.Lives.VOID), entry -> {
            if (wasReported(office.journal().of(entry.id()), highWaters)) {
                lines.add(Json.compact(Json.object().put("_t", register.name()).put("_id", entry.id()).put("_rev", entry.revision())
                        .put("_op", "delete").put("reason", VOID)) + "\n");
            }
        });
        if (!lines.isEmpty()) {
            Bag.Filed file = bag.put(path(register.shape(), ".tombstone"), String.join("", lines).getBytes(StandardCharsets.UTF_8));
            manifest.add(Manifest.Kind.TOMBSTONE, register.name(), EntitySchema.TOMBSTONE, file, lines.size());
        }
        return !lines.isEmpty();
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
