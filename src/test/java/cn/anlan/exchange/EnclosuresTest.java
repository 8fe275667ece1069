package cn.anlan.exchange;

import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.exchange.Bundles.Enclosing;
import cn.anlan.mediation.dossier.Attachment;
import cn.anlan.store.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Scans travel with a bundle when they are asked for: whole, once, each under its own hash, or the bundle is not sealed. */
class EnclosuresTest {
    @TempDir
    private Path folder;

    private Township town;
    private Attachment card;
    private Attachment paper;

    @BeforeEach
    void open() throws IOException {
        town = Township.in(folder.resolve("store"));
        card = town.scan(0, "身份证.jpg", "picture");
        paper = town.scan(1, "协议.pdf", "%PDF-1.7");
    }

    @AfterEach
    void close() {
        town.close();
    }

    private Bundles.Sealed seal(Enclosing enclosing) {
        return town.bundles().seal(Township.PERIOD, folder, enclosing, Progress.none());
    }

    private static String path(Attachment attachment) {
        return "data/att/" + attachment.content().sha256() + "." + attachment.content().mediaType();
    }

    private Path kept(Attachment attachment) {
        String hash = attachment.content().sha256();
        return folder.resolve("store/attachments").resolve(hash.substring(0, 2)).resolve(hash + "." + attachment.content().mediaType());
    }

    private static List<String> files(Path bundle) throws IOException {
        try (var opened = new Opened(bundle)) {
            return opened.paths().stream().filter(name -> name.startsWith("data/att/")).toList();
        }
    }

    @Test
    void noScanLeavesTheHouseUnasked() throws IOException {
        Bundles.Sealed sealed = town.bundles().seal(Township.PERIOD, folder, Progress.none());
        assertThat(files(sealed.file())).isEmpty();
        assertThat(sealed.enclosed()).isZero();
        try (var opened = new Opened(sealed.file())) {
            assertThat(opened.lines("data/attachment.ndjson")).as("that they exist is told").hasSize(2);
            assertThat(opened.json("bundle.json").at("/x_attachments/files").intValue()).isZero();
        }
    }

    @Test
    void askedForTheyStandInTheBagUnderTheirHashes() throws IOException {
        Bundles.Sealed sealed = seal(Enclosing.NEW);
        assertThat(Verifier.verify(sealed.file())).isEmpty();
        try (var opened = new Opened(sealed.file())) {
            assertThat(opened.text(path(card))).isEqualTo("picture");
            assertThat(opened.text(path(paper))).isEqualTo("%PDF-1.7");
            JsonNode part = opened.json("bundle.json").get("parts").valueStream().filter(each -> each.get("path").stringValue().equals(path(card)))
                    .findFirst().orElseThrow();
            assertThat(part.toString()).isEqualTo("{\"path\":\"" + path(card) + "\",\"entity\":\"attachment\",\"kind\":\"attachment\",\"schema\":null,\"bytes\":7,"
                    + "\"sha256\":\"" + card.content().sha256() + "\",\"count\":1,\"required\":false}");
            assertThat(opened.json("bundle.json").at("/counts/attachment/put").intValue()).isEqualTo(2);
        }
        Path single = town.bundles().singleJson(sealed.file());
        assertThat(Opened.JSON.readTree(single).at("/data/attachment").size()).isEqualTo(2);
    }

    @Test
    void eachTravelsOnceInARowOfBundlesUnlessAllAreWanted() throws IOException {
        assertThat(files(seal(Enclosing.NEW).file())).containsExactlyInAnyOrder(path(card), path(paper));
        Attachment late = town.scan(2, "回访.jpg", "third");
        town.scan(3, "again.jpg", "picture");
        assertThat(files(seal(Enclosing.NEW).file())).containsExactly(path(late));
        assertThat(files(seal(Enclosing.ALL).file())).hasSize(3);
        town.bundles().beginNewRow();
        assertThat(files(seal(Enclosing.NEW).file())).as("the county begins anew").hasSize(3);
    }

    @Test
    void aVoidScanStays() throws IOException {
        town.house.dossiers().detach(card, "放错");
        assertThat(files(seal(Enclosing.ALL).file())).containsExactly(path(paper));
    }

    @Test
    void whatWasNotPutInPlaceWasNotSent() throws IOException {
        var taken = new Ledger(town.house.database());
        Bundles.Sealed sealed = seal(Enclosing.NEW);
        assertThat(taken.enclosed(Township.EPOCH)).containsExactlyInAnyOrder(card.content().sha256(), paper.content().sha256());
        taken.withdraw(sealed.line());
        assertThat(taken.enclosed(Township.EPOCH)).isEmpty();
    }

    @Test
    void aMissingFileIsNamedAndNothingIsSealed() throws IOException {
        Files.delete(kept(card));
        refused("身份证.jpg", "纠纷0");
    }

    @Test
    void aDamagedFileIsNamedAndNothingIsSealed() throws IOException {
        Files.writeString(kept(paper), "%PDF-1.8");
        refused("协议.pdf", "纠纷1");
    }

    private void refused(String... words) throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> town.bundles().seal(Township.PERIOD, out, Enclosing.ALL, Progress.none())).withMessageContainingAll(words);
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).isEmpty();
        }
        assertThat(town.bundles().ledger()).isEmpty();
        assertThat(town.bundles().seal(Township.PERIOD, out, Progress.none()).enclosed()).as("without files it can go").isZero();
    }

    @Test
    void aFlippedByteOrALostFileInTheBagIsNamed() throws IOException {
        Path sealed = seal(Enclosing.ALL).file();
        assertThat(Verifier.verify(repacked(sealed, path(card), "pictuRe".getBytes(StandardCharsets.UTF_8)))).isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.sentence()).contains(path(card)));
        assertThat(Verifier.verify(repacked(sealed, path(paper), null))).isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.sentence()).contains(path(paper)));
        assertThat(Verifier.verify(repacked(sealed, "nothing", null))).as("packed anew unchanged it is whole").isEmpty();
    }

    /** The bundle with one file of its bag changed, or left out; in an envelope that fits again. */
    private Path repacked(Path sealed, String changed, byte @Nullable [] content) throws IOException {
        Path before = folder.resolve("before.zip");
        Path payload = folder.resolve("after.zip");
        try (ZipFile outer = new ZipFile(sealed.toFile()); InputStream in = outer.getInputStream(outer.getEntry("payload.zip"))) {
            Files.write(before, in.readAllBytes());
        }
        try (ZipFile bag = new ZipFile(before.toFile()); OutputStream out = Files.newOutputStream(payload); var zip = new ZipOutputStream(out)) {
            for (Enumeration<? extends ZipEntry> all = bag.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                byte[] bytes = bag.getInputStream(entry).readAllBytes();
                boolean isChanged = entry.getName().endsWith("/" + changed);
                if (!isChanged || content != null) {
                    put(zip, entry.getName(), isChanged ? content : bytes);
                }
            }
        }
        var sender = new Sender("620623100000", "office", Township.EPOCH, "01KWDMR6E0K2HQED0RB817E3H1");
        Ledger.Line line = town.bundles().ledger().get(0);
        var identity = new Manifest.Identity(line.bundleId(), line.number(), line.period(), line.sealedAt(), line.content().highWater());
        Path file = folder.resolve("repacked.zhb");
        Sealer.writeOuter(file, payload, new Envelope.Sealing(sender, identity, town.bundles().key()));
        return file;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(Bag.ZIP_TIME);
        if (name.contains("/data/att/")) {
            var sum = new CRC32();
            sum.update(bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    @Test
    void aFileNobodySpeaksOfOrUnderAFalseNameIsStrange() throws IOException {
        String strange = Bag.sha256("stray".getBytes(StandardCharsets.UTF_8));
        assertThat(bag("data/att/" + strange + ".jpg")).singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains(strange, "没有任何记录"));
        assertThat(bag("data/att/" + "0".repeat(64) + ".jpg")).singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("不是它自己的摘要"));
    }

    /** What is said of a signed bag with one file and no line. */
    private List<Finding> bag(String path) throws IOException {
        var sender = new Sender("620623100000", "office", Township.EPOCH, "01KWDMR6E0K2HQED0RB817E3H1");
        var identity = new Manifest.Identity("id", new Ledger.Number(Township.EPOCH, 1, "full"), Township.PERIOD, OffsetDateTime.now(Township.CLOCK), 1);
        var manifest = new Manifest(sender, identity, Optional.empty());
        Path payload = folder.resolve("payload.zip");
        Path file = folder.resolve("made.zhb");
        try (var bag = new Bag(Files.newOutputStream(payload), identity.folder(sender.orgCode()))) {
            manifest.addFile("attachment", bag.store(path, out -> out.write("stray".getBytes(StandardCharsets.UTF_8))));
            bag.put(Manifest.NAME, Json.pretty(manifest.json()));
            bag.seal(town.bundles().key(), sender, "2026-07-01");
        }
        Sealer.writeOuter(file, payload, new Envelope.Sealing(sender, identity, town.bundles().key()));
        return new ArrayList<>(Verifier.verify(file));
    }
}
