package cn.anlan.exchange;

import cn.anlan.store.Ledger;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever was done to a bundle on its way, the verifier notices and says where. */
class VerifierTest {
    private static final int FLIPS = 200;
    private static final String FIRST = "01KWDMR6E0K2HQED0RB817E3F5";
    private static final String SECOND = "01KWDMR6E0K2HQED0RB817E3F6";

    @TempDir
    private static Path folder;

    private static Township town;
    private static Path sealed;

    @BeforeAll
    static void seal() throws IOException {
        town = Township.in(folder.resolve("store"));
        sealed = town.seal(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void aSealedBundleIsWhole() {
        assertThat(Verifier.verify(sealed)).isEmpty();
        assertThat(Verifier.verify(sealed, TownKey.readPem(town.bundles().key().publicPem()))).isEmpty();
    }

    @Test
    void aFlippedByteIsNoticedWhereverItLies() throws IOException {
        byte[] whole = Files.readAllBytes(sealed);
        Path spoilt = folder.resolve("spoilt.zhb");
        var random = new Random(20260701);
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < FLIPS; i++) {
            places.add(random.nextInt(whole.length));
        }
        for (int i = 0; i < 100; i++) {
            places.add(i);
        }
        for (int i = 1; i <= 260; i++) {
            places.add(whole.length - i);
        }
        for (int place : places) {
            byte kept = whole[place];
            whole[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(spoilt, whole);
            assertThat(Verifier.verify(spoilt)).as("byte %d of %d", place, whole.length).isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.part()).isNotEmpty())
                    .allSatisfy(finding -> assertThat(finding.sentence()).doesNotContain("⟦"));
            whole[place] = kept;
        }
    }

    @Test
    void nothingMayStandBeforeOrBehindOrBeMissing() throws IOException {
        byte[] whole = Files.readAllBytes(sealed);
        Path spoilt = folder.resolve("spoilt.zhb");
        Files.write(spoilt, Arrays.copyOf(whole, whole.length + 1));
        assertThat(Verifier.verify(spoilt)).isNotEmpty();
        Files.write(spoilt, Arrays.copyOf(whole, whole.length - 1));
        assertThat(Verifier.verify(spoilt)).isNotEmpty();
        Files.write(spoilt, Arrays.copyOfRange(whole, 1, whole.length));
        assertThat(Verifier.verify(spoilt)).isNotEmpty();
        Files.write(spoilt, new byte[0]);
        assertThat(Verifier.verify(spoilt)).isNotEmpty();
        assertThat(Verifier.verify(folder.resolve("nowhere.zhb"))).hasSize(1);
    }

    @Test
    void anotherTownsKeyIsNotTrusted() throws IOException {
        try (Township stranger = Township.bare(folder.resolve("stranger"))) {
            assertThat(Verifier.verify(sealed, TownKey.readPem(stranger.bundles().key().publicPem()))).singleElement()
                    .satisfies(finding -> assertThat(finding.sentence()).contains(town.bundles().key().fingerprint()));
        }
    }

    @Test
    void theEnvelopeCanBeReadByItself() throws IOException {
        Envelope envelope = Envelope.of(sealed);
        assertThat(envelope.orgCode()).isEqualTo("620623100000");
        assertThat(envelope.number()).isEqualTo(new Ledger.Number(Township.EPOCH, 1, "full"));
        assertThat(envelope.signer().kid()).isEqualTo(town.bundles().key().fingerprint()).matches("\\d{4}(-\\d{4}){5}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../escape.txt", "/etc/passwd", "a/../../b", "a\\b", "C:x", "a//b", "folder/", "ENVELOPE.JSON", "名.txt"})
    void namesThatLeadAstrayAreRefused(String name) throws IOException {
        Path zip = zip(name, "x".getBytes(StandardCharsets.UTF_8), ZipEntry.STORED);
        assertThat(Verifier.verify(zip)).singleElement().satisfies(finding -> assertThat(finding.sentence()).contains(name));
    }

    @Test
    void whatSwellsIsRefusedUnread() throws IOException {
        Path zip = zip("payload.zip", new byte[4 << 20], ZipEntry.DEFLATED);
        assertThat(Verifier.verify(zip)).singleElement().satisfies(finding -> assertThat(finding.part()).isEqualTo("payload.zip"));
    }

    private static Path zip(String name, byte[] content, int method) throws IOException {
        Path file = folder.resolve("made.zhb");
        try (OutputStream out = Files.newOutputStream(file); var zip = new ZipOutputStream(out)) {
            put(zip, "envelope.json", "{}".getBytes(StandardCharsets.UTF_8), ZipEntry.STORED);
            put(zip, name, content, method);
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content, int method) throws IOException {
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(name);
        entry.setTimeLocal(Bag.ZIP_TIME);
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    @Test
    void aRightLineIsRight() throws IOException {
        assertThat(verifyLines(line(FIRST, 1) + line(SECOND, 3), 2)).isEmpty();
    }

    @Test
    void signedNonsenseIsStillNonsense() throws IOException {
        assertThat(verifyLines(line(FIRST, 1), 2)).hasSize(2);
        assertThat(verifyLines(line(SECOND, 1) + line(FIRST, 1), 2)).hasSize(1);
        assertThat(verifyLines(line(FIRST, 1) + line(FIRST, 1), 2)).hasSize(1);
        assertThat(verifyLines(line(FIRST, 0), 1)).isNotEmpty();
        assertThat(verifyLines(line("not-an-id", 1), 1)).isNotEmpty();
        assertThat(verifyLines(line(FIRST, 1).replace("}", ",\"more\":1}"), 1)).isNotEmpty();
        assertThat(verifyLines(line(FIRST, 1).replace("2026-01-02", "2026-02-30"), 1)).isNotEmpty();
        assertThat(verifyLines(line(FIRST, 1).strip(), 1)).isNotEmpty();
        assertThat(verifyLines("{\n", 1)).isNotEmpty();
        assertThat(verifyLines(line(FIRST, 1).replace("}", ",\"name\":\"" + "x".repeat(1 << 20) + "\"}"), 1)).isNotEmpty();
    }

    private static String line(String id, int revision) {
        return "{\"_t\":\"thing\",\"_id\":\"" + id + "\",\"_rev\":" + revision + ",\"_op\":\"put\",\"day\":\"2026-01-02\"}\n";
    }

    /** A bundle of one register with these lines, signed and sealed like any other. */
    private static List<Finding> verifyLines(String lines, int count) throws IOException {
        var sender = new Sender("620623100000", "office", FIRST, FIRST);
        var identity = new Manifest.Identity("id", new Ledger.Number(FIRST, 1, "full"), Township.PERIOD, OffsetDateTime.now(Township.CLOCK), 1);
        var manifest = new Manifest(sender, identity, Optional.empty());
        TownKey key = town.bundles().key();
        Path payload = folder.resolve("payload.zip");
        Path file = folder.resolve("made.zhb");
        try (var bag = new Bag(Files.newOutputStream(payload), identity.folder(sender.orgCode()))) {
            ObjectNode schema = Json.object().put("type", "object").put("additionalProperties", false);
            ObjectNode properties = schema.putObject("properties");
            List.of("_t", "_id", "_rev", "_op", "name").forEach(name -> properties.putObject(name));
            properties.putObject("day").put("type", "string").put("format", "date");
            bag.put("schema/thing-1.0.schema.json", Json.pretty(schema));
            manifest.add(Manifest.Kind.DATA, "thing", "schema/thing-1.0.schema.json",
                    bag.put("data/thing.ndjson", lines.getBytes(StandardCharsets.UTF_8)), count);
            bag.put(Manifest.NAME, Json.pretty(manifest.json()));
            bag.seal(key, sender, "2026-07-01");
        }
        Sealer.writeOuter(file, payload, new Envelope.Sealing(sender, identity, key));
        return Verifier.verify(file);
    }
}
