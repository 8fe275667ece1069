package cn.anlan.exchange;

import cn.anlan.Whim;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Type;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Ledger;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is sealed is what the registers hold, all of one moment, and either wholly there or not at all. */
class SealTest {
    @TempDir
    private Path folder;

    @Test
    void everyLineSaysWhatItsEntrySaysAndLabelsFollowTheirCodes() throws IOException {
        try (Township town = Township.in(folder.resolve("store")); var bundle = new Opened(town.seal(folder))) {
            for (Register<?> register : town.house.registers().all()) {
                if (!register.shape().isTool()) {
                    compare(town, register, bundle.lines("data/" + register.name() + ".ndjson"));
                }
            }
            assertThat(bundle.text("data/dispute.ndjson")).contains(Township.HARD_TEXT.replace("\\", "\\\\").replace("\"", "\\\"")
                    .replace("\n", "\\n").replace("\t", "\\t"));
        }
    }

    private static <E extends Entry> void compare(Township town, Register<E> register, List<JsonNode> lines) {
        List<E> entries = new ArrayList<>();
        register.each(Query.all(), entries::add);
        assertThat(lines).hasSameSizeAs(entries);
        for (int i = 0; i < lines.size(); i++) {
            E entry = entries.get(i);
            var line = (ObjectNode) lines.get(i).deepCopy();
            var expected = (ObjectNode) Opened.JSON.readTree(EntryJson.write(register.shape(), entry));
            expected.remove(List.of("id", "revision", "void_reason"));
            assertThat(line.remove("_t").stringValue()).isEqualTo(register.name());
            assertThat(line.remove("_id").stringValue()).isEqualTo(entry.id());
            assertThat(line.remove("_rev").intValue()).isEqualTo(entry.revision());
            assertThat(line.remove("_op").stringValue()).isEqualTo("put");
            assertThat(line.remove("_at").stringValue()).isEqualTo("2026-07-01T09:30:00.000+08:00");
            register.shape().businessFields().forEach(field -> compareLabel(town, field, line));
            assertThat(line).isEqualTo(expected);
        }
    }

    private static void compareLabel(Township town, Field field, ObjectNode line) {
        JsonNode code = line.get(field.name());
        if (field.type() == Type.CODE) {
            JsonNode label = line.remove(field.name() + "_label");
            assertThat(label.isNull()).isEqualTo(code.isNull());
            if (!code.isNull()) {
                assertThat(label.stringValue()).isEqualTo(town.house.codes().label(field.codeList().orElseThrow(), code.stringValue()));
            }
        } else if (field.type() == Type.CODES) {
            assertThat(line.remove(field.name() + "_label").size()).isEqualTo(code.size());
        }
    }

    @Test
    void headAndSummaryAgreeWithThePreviewAndOwnersComeBeforeChildren() throws IOException {
        try (Township town = Township.in(folder.resolve("store"))) {
            List<Bundles.Preview> preview = town.bundles().preview(Township.PERIOD);
            try (var bundle = new Opened(town.seal(folder))) {
                JsonNode head = bundle.json("bundle.json");
                JsonNode summary = bundle.json("data/summary.json");
                for (Bundles.Preview expected : preview) {
                    assertThat(head.at("/counts/" + expected.register() + "/put").longValue()).isEqualTo(expected.live());
                }
                assertThat(preview.stream().map(Bundles.Preview::register)).containsSubsequence("committee", "dispute", "dispute_party");
                JsonNode disputes = summary.get("registers").valueStream().filter(each -> each.get("entity").stringValue().equals("dispute"))
                        .findFirst().orElseThrow();
                assertThat(disputes.get("total").intValue()).isEqualTo(12);
                assertThat(disputes.get("in_period").longValue()).isEqualTo(preview.stream()
                        .filter(each -> each.register().equals("dispute")).findFirst().orElseThrow().inPeriod()).isBetween(1L, 11L);
                assertThat(disputes.at("/by").valueStream().flatMap(by -> by.get("values").valueStream()).mapToLong(v -> v.get("total").longValue()).sum())
                        .isEqualTo(12L * disputes.get("by").size());
                assertThat(head.get("highWater").longValue()).isEqualTo(town.house.journal().last());
                assertThat(OffsetDateTime.parse(head.get("asOf").stringValue()).toInstant()).isEqualTo(Township.CLOCK.instant());
            }
        }
    }

    @Test
    void theSameStoreSealedTwiceIsTheSameFile() throws IOException {
        byte[] first = sealIn("one");
        byte[] second = sealIn("two");
        assertThat(first).isEqualTo(second);
    }

    private byte[] sealIn(String name) throws IOException {
        try (Township town = Township.in(folder.resolve(name))) {
            return Files.readAllBytes(town.seal(folder.resolve(name + "-out")));
        }
    }

    @Test
    void numbersRunOnAndEachBundleNamesTheOneBefore() throws IOException {
        try (Township town = Township.in(folder.resolve("store"))) {
            Path first = town.seal(folder);
            Path second = town.seal(folder);
            List<Ledger.Line> ledger = town.bundles().ledger();
            assertThat(ledger.stream().map(line -> line.number().seq())).containsExactly(2, 1);
            assertThat(ledger.stream().map(Ledger.Line::file)).containsExactly(second.getFileName().toString(), first.getFileName().toString());
            assertThat(second.getFileName().toString()).isEqualTo("ZHB_620623100000_" + Township.EPOCH + "_000002_full_20260701.zhb");
            try (var bundle = new Opened(second)) {
                JsonNode head = bundle.json("bundle.json");
                assertThat(head.at("/prevProduced/innerSha256").stringValue()).isEqualTo(ledger.get(1).content().innerSha256());
                assertThat(head.at("/prevProduced/seq").intValue()).isEqualTo(1);
                assertThat(head.get("base").isNull()).isTrue();
            }
        }
    }

    @Test
    void whatWasReportedAndIsVoidNowIsTakenBackButWhatNeverWentIsNotMentioned() throws IOException {
        try (Township town = Township.in(folder.resolve("store"))) {
            Register<Dispute> disputes = town.house.registers().of(Dispute.class);
            Register<DisputeParty> parties = town.house.registers().of(DisputeParty.class);
            Dispute neverSent = disputes.list(Query.all(), 1).get(0);
            parties.list(Query.all(), 100).stream().filter(party -> party.who().disputeId().equals(neverSent.id()))
                    .forEach(party -> parties.annul(party.id(), "x"));
            disputes.annul(neverSent.id(), "x");
            try (var first = new Opened(town.seal(folder))) {
                assertThat(first.paths()).noneMatch(path -> path.contains("tombstone"));
            }
            DisputeParty sent = parties.list(Query.all(), 1).get(0);
            parties.annul(sent.id(), "说错了");
            Path file = town.seal(folder);
            try (var second = new Opened(file)) {
                assertThat(second.lines("data/dispute_party.tombstone.ndjson")).singleElement().satisfies(line -> assertThat(line.toString())
                        .isEqualTo("{\"_t\":\"dispute_party\",\"_id\":\"" + sent.id() + "\",\"_rev\":2,\"_op\":\"delete\",\"reason\":\"void\"}"));
                assertThat(second.paths()).doesNotContain("data/dispute.tombstone.ndjson");
                assertThat(second.json("bundle.json").at("/counts/dispute_party/delete").intValue()).isEqualTo(1);
            }
            assertThat(Verifier.verify(file)).isEmpty();
        }
    }

    @Test
    void whatIsWrittenDuringTheExportIsNotInItAndDoesNotWait() throws IOException {
        try (Township town = Township.in(folder.resolve("store"))) {
            Path file = town.bundles().seal(Township.PERIOD, folder, new Hook(() ->
                    annulOne(town.house.registers().of(DisputeParty.class)))).file();
            try (var bundle = new Opened(file)) {
                assertThat(bundle.json("bundle.json").get("highWater").longValue()).isEqualTo(town.house.journal().last() - 1);
            }
        }
    }

    private static void annulOne(Register<DisputeParty> parties) {
        parties.annul(parties.list(Query.all(), 1).get(0).id(), "x");
    }

    @Test
    void oneJsonDocumentHoldsTheSameLines() throws IOException {
        try (Township town = Township.in(folder.resolve("store"))) {
            Path file = town.seal(folder);
            Path single = town.bundles().singleJson(file);
            assertThat(single.getFileName().toString()).isEqualTo(file.getFileName().toString().replace(".zhb", ".json"));
            JsonNode whole = Opened.JSON.readTree(single);
            try (var bundle = new Opened(file)) {
                assertThat(whole.get("bundle")).isEqualTo(bundle.json("bundle.json"));
                assertThat(whole.get("summary")).isEqualTo(bundle.json("data/summary.json"));
                assertThat(whole.at("/codes/scale")).isEqualTo(bundle.json("codes/scale.json"));
                Set<String> registers = new HashSet<>();
                for (var part : whole.get("data").properties()) {
                    registers.add(part.getKey());
                    assertThat(part.getValue().valueStream().toList()).isEqualTo(bundle.lines("data/" + part.getKey() + ".ndjson"));
                }
                assertThat(registers).contains("dispute", "topic").hasSize(bundle.json("bundle.json").get("counts").size());
            }
        }
    }

    @Test
    void withoutSettingsNothingIsSealed() throws IOException {
        try (Township town = Township.bare(folder.resolve("store"))) {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> town.seal(folder.resolve("out")))
                    .satisfies(refused -> assertThat(refused.violations()).hasSize(3));
            assertThat(town.bundles().ledger()).isEmpty();
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }

    /** Whenever she thinks better of it, nothing is left; when it is too late, all of it stands and is in the ledger. */
    @Test
    void anExportCancelledAtWhateverMomentLeavesNothingOrAll() throws IOException {
        try (Township town = Township.in(folder.resolve("store"))) {
            Path out = folder.resolve("out");
            int patience = 0;
            for (boolean sealed = false; !sealed; patience++) {
                var clerk = new Whim(patience);
                try {
                    Path file = town.bundles().seal(Township.PERIOD, out, clerk).file();
                    assertThat(clerk.wasHeard()).isFalse();
                    assertThat(Verifier.verify(file)).isEmpty();
                    assertThat(town.bundles().ledger()).hasSize(1);
                    sealed = true;
                } catch (Refused cancelled) {
                    assertThat(cancelled).hasMessage("已取消，没有生成上报包。");
                    assertNothingLeft(town, out);
                }
            }
            assertThat(patience).as("moments to think better of it").isGreaterThan(3);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        try (Township town = Township.in(folder.resolve("store"))) {
            Path notAFolder = Files.createFile(folder.resolve("file"));
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> town.seal(notAFolder.resolve("out")));
            assertThat(town.bundles().ledger()).isEmpty();
        }
    }

    @Test
    void aFileOfTheSameNumberIsNeverWrittenOver() throws IOException {
        try (Township town = Township.in(folder.resolve("store"))) {
            Path out = Files.createDirectories(folder.resolve("out"));
            Path other = Files.writeString(out.resolve("ZHB_620623100000_" + Township.EPOCH + "_000001_full_20260630.zhb"), "carried away");
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> town.seal(out)).withMessageContaining(other.getFileName().toString());
            assertThat(other).hasContent("carried away");
            Files.delete(other);
            assertNothingLeft(town, out);
        }
    }

    @Test
    void aBundleTheLedgerDoesNotTakeIsRemoved() throws IOException {
        try (Township town = Township.in(folder.resolve("store"))) {
            Path out = folder.resolve("out");
            var taken = new Ledger.Line("other", new Ledger.Number(Township.EPOCH, 1, "full"), Township.PERIOD, OffsetDateTime.now(Township.CLOCK),
                    "other.zhb", new Ledger.Content("0".repeat(64), 1, "{}"));
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() ->
                    town.bundles().seal(Township.PERIOD, out, new Hook(() -> new Ledger(town.house.database()).add(taken, Set.of()))));
            assertThat(town.bundles().ledger()).singleElement().isEqualTo(taken);
            try (Stream<Path> left = Files.list(out)) {
                assertThat(left).isEmpty();
            }
        }
    }

    /** The ledger knows the number, the file has not its name yet. */
    @Test
    void whenThePowerGoesBeforeTheFileHasItsNameTheNextSealingFinishesIt() throws IOException {
        Path out = folder.resolve("out");
        Path unfinished;
        Path first;
        try (Township town = Township.in(folder.resolve("store"))) {
            first = town.seal(out);
            unfinished = Files.move(first, out.resolve(first.getFileName() + ".part"));
        }
        try (Township town = Township.again(folder.resolve("store"))) {
            Path second = town.seal(out);
            assertThat(unfinished).doesNotExist();
            assertThat(Verifier.verify(first)).isEmpty();
            assertThat(second.getFileName().toString()).contains("_000002_");
            assertThat(town.bundles().ledger()).extracting(Ledger.Line::file)
                    .containsExactly(second.getFileName().toString(), first.getFileName().toString());
        }
    }

    /** A payload is in the clear. */
    @Test
    void whatASealingCutShortLeftIsTakenAwayByALaterOne() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Path old = Files.writeString(out.resolve(".payload1.part"), "in the clear");
        Path young = Files.writeString(out.resolve(".payload2.part"), "of another, at work");
        Path strange = Files.writeString(out.resolve("letter.part"), "the clerk's own");
        for (Path each : List.of(old, strange)) {
            Files.setLastModifiedTime(each, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }
        try (Township town = Township.in(folder.resolve("store"))) {
            Path sealed = town.seal(out);
            try (Stream<Path> left = Files.list(out)) {
                assertThat(left).containsExactlyInAnyOrder(young, strange, sealed);
            }
        }
    }

    @Test
    void aNumberNotedForAFileThatIsLostIsNotGivenOutAgain() throws IOException {
        try (Township town = Township.in(folder.resolve("store"))) {
            Files.delete(town.seal(folder.resolve("stick")));
            Path second = town.seal(folder.resolve("other"));
            assertThat(second.getFileName().toString()).contains("_000002_");
            assertThat(Verifier.verify(second)).isEmpty();
        }
    }

    /** Sealed while its parties went with it: the county hears of each. */
    @Test
    void aVoidDisputeIsTakenBackWithItsParties() throws IOException {
        try (Township town = Township.in(folder.resolve("store"))) {
            Register<Dispute> disputes = town.house.registers().of(Dispute.class);
            Dispute sent = disputes.list(Query.all(), 1).get(0);
            town.seal(folder);
            long parties = town.house.registers().of(DisputeParty.class).count(Query.all().is("dispute_id", sent.id()), 9);
            disputes.annul(sent.id(), "重复登记");
            Path file = town.seal(folder);
            try (var bundle = new Opened(file)) {
                assertThat(bundle.lines("data/dispute.tombstone.ndjson")).hasSize(1);
                assertThat(bundle.lines("data/dispute_party.tombstone.ndjson")).hasSize((int) parties).isNotEmpty();
                assertThat(bundle.text("data/dispute_party.ndjson")).doesNotContain(sent.id());
            }
            assertThat(Verifier.verify(file)).isEmpty();
        }
    }

    private static void assertNothingLeft(Township town, Path out) throws IOException {
        assertThat(town.bundles().ledger()).isEmpty();
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).isEmpty();
        }
    }

    /** Does something once while the snapshot is being read. */
    private static class Hook implements Progress {
        private final Runnable work;
        private boolean isDone;

        Hook(Runnable work) {
            this.work = work;
        }

        @Override
        public void at(long done, long total) {
            if (!isDone) {
                isDone = true;
                work.run();
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
