package cn.anlan.exchange;

import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.store.Ledger;
import cn.anlan.store.disk.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seals one bundle (封包). The order is: everything read in one snapshot, written to a file beside the target, brought to the disk,
 * read again and verified, noted in the ledger, renamed. At whatever point it fails, nothing of it remains; when the power goes between
 * the last two, the next sealing into that folder puts the noted file in place.
 */
final class Sealer {
    static final String SUFFIX = ".zhb";
    static final String UNFINISHED = ".part";
    static final String SINGLE = ".single";
    private static final String PAYLOAD = ".payload";
    private static final String BUNDLE = ".bundle";

    private static final int MOST_SENTENCES = 20;
    /** What a reader of ZHB 1.0 takes, less room for the records. */
    private static final int MOST_FILES = 19_000;
    private static final long MOST_FILE_BYTES = 1L << 30;

    private final Bundles.Office office;
    private final Bundles.Enclosing enclosing;
    private final Progress progress;

    Sealer(Bundles.Office office, Bundles.Enclosing enclosing, Progress progress) {
        this.office = office;
        this.enclosing = enclosing;
        this.progress = progress;
    }

    Bundles.Sealed seal(Period period, Path folder) throws IOException {
        Sender sender = Sender.of(office);
        TownKey key = TownKey.of(office.database(), office.settings());
        Disk.createFolders(folder);
        Disk.sweep(folder, Sealer::isUnfinished);
        finishLast(folder);
        Path payload = Files.createTempFile(folder, PAYLOAD, UNFINISHED);
        Path file = Files.createTempFile(folder, BUNDLE, UNFINISHED);
        try {
            Written written = writePayload(payload, sender, key, period);
            refuseCancelled();
            Envelope envelope = writeOuter(file, payload, new Envelope.Sealing(sender, written.identity, key));
            refuseCancelled();
            verify(file);
            refuseCancelled();
            refuseTwin(folder, written.identity.folder(sender.orgCode()));
            return publish(file, folder.resolve(written.identity.folder(sender.orgCode()) + SUFFIX), line(written, envelope, sender), written.enclosed);
        } finally {
            Files.deleteIfExists(payload);
            Files.deleteIfExists(file);
        }
    }

    private void refuseCancelled() {
        if (progress.isCancelled()) {
            throw Refused.of(Parts.CANCELLED);
        }
    }

    /** What was written into the payload. */
    private record Written(Manifest.Identity identity, ObjectNode counts, Set<String> enclosed) {}

    private Written writePayload(Path payload, Sender sender, TownKey key, Period period) {
        return office.database().snapshot(() -> {
            List<Ledger.Line> ledger = office.ledger().all();
            Manifest.Identity identity = identity(ledger, sender, period);
            var manifest = new Manifest(sender, identity, ledger.stream().findFirst());
            List<Bundles.Enclosure> enclosures = enclosures(sender.epoch());
            try (var bag = new Bag(Files.newOutputStream(payload), identity.folder(sender.orgCode()))) {
                new Parts(office, bag, manifest).write(period, ledger, enclosures, progress);
                bag.put(Manifest.NAME, Json.pretty(manifest.json()));
                bag.seal(key, sender, identity.asOf().toLocalDate().toString());
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            return new Written(identity, manifest.counts(), enclosures.stream().map(Bundles.Enclosure::sha256).collect(Collectors.toSet()));
        });
    }

    /** The files that travel along, each hash once and in its order. Throws {@link Refused} naming those that are missing, or when they are too many. */
    private List<Bundles.Enclosure> enclosures(String epoch) {
        Map<String, Bundles.Enclosure> byHash = new TreeMap<>();
        if (enclosing != Bundles.Enclosing.NONE) {
            office.files().get().forEach(file -> byHash.put(file.sha256(), file));
        }
        if (enclosing == Bundles.Enclosing.NEW) {
            byHash.keySet().removeAll(office.ledger().enclosed(epoch));
        }
        List<Violation> missing = byHash.values().stream().filter(file -> !file.content().isThere()).limit(MOST_SENTENCES)
                .map(file -> Violation.hard(null, Text.of("exchange.refused.enclosure_missing", file.name()))).toList();
        if (!missing.isEmpty()) {
            throw new Refused(missing);
        }
        long bytes = byHash.values().stream().mapToLong(file -> file.content().bytes()).sum();
        if (byHash.size() > MOST_FILES || bytes > MOST_FILE_BYTES) {
            throw Refused.of("exchange.refused.enclosures", byHash.size(), bytes >> 20, MOST_FILES, MOST_FILE_BYTES >> 20);
        }
        return List.copyOf(byHash.values());
    }

    /** The id is told from the rest, so that sealing the same state again gives the same bundle. */
    private Manifest.Identity identity(List<Ledger.Line> ledger, Sender sender, Period period) {
        int seq = 1 + ledger.stream().map(Ledger.Line::number).filter(number -> number.epoch().equals(sender.epoch()))
                .mapToInt(Ledger.Number::seq).max().orElse(0);
        long highWater = office.journal().last();
        OffsetDateTime asOf = OffsetDateTime.now(office.clock().withZone(Period.ZONE)).truncatedTo(ChronoUnit.SECONDS);
        String all = String.join("/", sender.orgCode(), sender.epoch(), Integer.toString(seq), Long.toString(highWater), asOf.toString());
        return new Manifest.Identity(UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString(),
                new Ledger.Number(sender.epoch(), seq, Envelope.MODE), period, asOf, highWater);
    }

    /** The outer zip: envelope, its signature, and the payload as it is. */
    static Envelope writeOuter(Path file, Path payload, Envelope.Sealing sealing) throws IOException {
        Envelope envelope;
        try (InputStream in = Files.newInputStream(payload)) {
            envelope = sealing.around(Envelope.Payload.measure(in));
        }
        byte[] json = envelope.json();
        try (OutputStream out = Files.newOutputStream(file); var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            store(zip, Envelope.NAME, json);
            store(zip, Envelope.SIGNATURE, sealing.key().sign(json));
            zip.putNextEntry(stored(Envelope.Payload.NAME, Files.size(payload), crc(payload)));
            Files.copy(payload, zip);
            zip.closeEntry();
        }
        Disk.sync(file);
        return envelope;
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(content);
        zip.putNextEntry(stored(name, content.length, crc.getValue()));
        zip.write(content);
        zip.closeEntry();
    }

    private static ZipEntry stored(String name, long size, long crc) {
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(Bag.ZIP_TIME);
        entry.setSize(size);
        entry.setCrc(crc);
        return entry;
    }

    private static long crc(Path file) throws IOException {
        try (var checked = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            checked.transferTo(OutputStream.nullOutputStream());
            return checked.getChecksum().getValue();
        }
    }

    /** What a sealing cut short leaves in the folder: a payload in the clear, a bundle nobody verified. */
    private static boolean isUnfinished(String name) {
        return Stream.of(PAYLOAD, BUNDLE, SINGLE).anyMatch(name::startsWith) && name.endsWith(UNFINISHED);
    }

    private static void verify(Path file) {
        List<Finding> wrong = Verifier.verify(file).stream().filter(Finding::isError).limit(MOST_SENTENCES).toList();
        if (!wrong.isEmpty()) {
            throw new Refused(wrong.stream().map(finding -> Violation.hard(null, finding.sentence())).toList());
        }
    }

    /** A file of the same number may have been carried to the county already; it is never written over. */
    private static void refuseTwin(Path folder, String name) throws IOException {
        String number = name.substring(0, name.lastIndexOf("_", name.lastIndexOf('_') - 1));
        try (DirectoryStream<Path> twins = Files.newDirectoryStream(folder, number + "_*" + SUFFIX)) {
            for (Path twin : twins) {
                throw Refused.of("exchange.refused.twin", twin.getFileName());
            }
        }
    }

    private static Ledger.Line line(Written written, Envelope envelope, Sender sender) {
        Manifest.Identity identity = written.identity;
        return new Ledger.Line(identity.bundleId(), identity.number(), identity.period(), identity.asOf(),
                identity.folder(sender.orgCode()) + SUFFIX,
                new Ledger.Content(envelope.payload().sha256(), identity.highWater(), Json.compact(written.counts)));
    }

    /** Noted first, then put in place: whenever the power goes, no number is given out twice and no file stands unnoted. */
    private Bundles.Sealed publish(Path file, Path target, Ledger.Line line, Set<String> enclosed) throws IOException {
        Path ready = Files.move(file, target.resolveSibling(target.getFileName() + UNFINISHED), StandardCopyOption.REPLACE_EXISTING);
        try {
            Disk.syncFolder(Disk.folderOf(ready));
            office.ledger().add(line, enclosed);
            putInPlace(ready, target, line);
            return new Bundles.Sealed(target, line, enclosed.size());
        } finally {
            Files.deleteIfExists(ready);
        }
    }

    private void putInPlace(Path ready, Path target, Ledger.Line line) throws IOException {
        try {
            Files.move(ready, target, StandardCopyOption.ATOMIC_MOVE);
            Disk.syncFolder(Disk.folderOf(target));
        } catch (IOException notInPlace) {
            Files.deleteIfExists(target);
            office.ledger().withdraw(line);
            throw notInPlace;
        }
    }

    /** Puts in place the last bundle noted, if the power went just before that. */
    private void finishLast(Path folder) throws IOException {
        for (Ledger.Line last : office.ledger().all().stream().limit(1).toList()) {
            Path ready = folder.resolve(last.file() + UNFINISHED);
            if (Files.exists(ready)) {
                Files.move(ready, folder.resolve(last.file()), StandardCopyOption.ATOMIC_MOVE);
                Disk.syncFolder(folder);
            }
        }
    }
}
