package cn.anlan.scenario;

import cn.anlan.TestHouse;
import cn.anlan.app.Backups;
import cn.anlan.app.Doorkeeper;
import cn.anlan.app.Restore;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.dossier.Attachment;
import cn.anlan.mediation.dossier.Incoming;
import cn.anlan.paper.scan.ScanReader;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.security.key.Keys;
import cn.anlan.security.key.TestKeys;
import cn.anlan.store.Inspection;
import cn.anlan.store.Journal;
import cn.anlan.store.Register;
import cn.anlan.store.attachment.Attachments;
import cn.anlan.store.disk.Disk;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What a locked office survives, each for real: the table of the same name in the README. Thousands of the same in src/bench. */
class SurvivalTest {
    private static final char[] PASSWORD = LockedHouse.PASSWORD.toCharArray();

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @TempDir
    Path out;
    private Dispute dispute;

    @BeforeEach
    void lock() {
        dispute = house.samples().dispute();
        house.shut();
        house.reopenAs(Access.of(LockedHouse.lock(house.folder(), house.clock()).opened()));
    }

    private static Access director(Keys keys) {
        return Access.of(keys.open(LockedHouse.DIRECTOR, PASSWORD));
    }

    private void reopen() {
        house.shut();
        house.reopenAs(director(TestKeys.of(house.folder(), house.clock())));
    }

    private Dispute rewrite(String summary) {
        Register<Dispute> disputes = house.register(Dispute.class);
        return disputes.change(dispute.id(), entry -> disputes.shape().with(entry, Map.of("summary", summary)));
    }

    private String summary() {
        Register<Dispute> disputes = house.register(Dispute.class);
        return String.valueOf(disputes.shape().get(disputes.get(dispute.id()), disputes.shape().field("summary")));
    }

    private void assertWhole() {
        assertThat(house.wiring().inspection().run()).allMatch(Inspection.Result::whole);
    }

    private static void mount(String... words) throws IOException, InterruptedException {
        Process mounting = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assumeTrue(mounting.waitFor() == 0, "NOT RUN: no file system may be mounted here");
    }

    private static void unmount(Path folder) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("umount", "--lazy", folder.toString()).start().waitFor()).isZero();
    }

    @Test
    void aProgramKilledInTheMidstOfItsWorkLosesNothingItAcknowledged() throws Exception {
        house.shut();
        Process clerk = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED", "-DANLAN_LOG=" + out, "-cp", System.getProperty("java.class.path"), KilledClerk.class.getName(), house.folder().toString())
                .redirectError(out.resolve("said").toFile()).start();
        int acknowledged = 0;
        try (var said = new BufferedReader(new InputStreamReader(clerk.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                acknowledged = Integer.parseInt(line);
                if (acknowledged == 40) {
                    clerk.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(clerk.waitFor()).as(Files.readString(out.resolve("said"))).isEqualTo(137);
        house.reopenAs(director(TestKeys.of(house.folder(), house.clock())));
        assertThat(house.register(Dispute.class).get(dispute.id()).revision()).isBetween(acknowledged, acknowledged + 1);
        assertWhole();
    }

    /** What a disk holds after a cut: the log up to any byte. Every change is there whole or not at all, in order. */
    @Test
    void aLogTornByAPowerCutEndsAfterAWholeChange() throws IOException {
        for (int i = 1; i <= 5; i++) {
            rewrite("第" + i + "次改写");
        }
        byte[] store = Files.readAllBytes(house.wiring().database().path());
        byte[] log = Files.readAllBytes(house.folder().resolve("anlan.db-wal"));
        int known = 0;
        for (int part = 0; part <= 6; part++) {
            Path cut = Files.createDirectories(out.resolve("cut" + part));
            Files.write(cut.resolve("anlan.db"), store);
            Files.write(cut.resolve("anlan.db-wal"), Arrays.copyOf(log, log.length * part / 6));
            Files.copy(house.folder().resolve("keys.json"), cut.resolve("keys.json"));
            try (var found = new Wiring(cut, house.clock(), director(TestKeys.of(cut, house.clock())))) {
                assertThat(found.inspection().run()).allMatch(Inspection.Result::whole);
                int revision = found.registers().of(Dispute.class).get(dispute.id()).revision();
                assertThat(revision).isGreaterThanOrEqualTo(known);
                known = revision;
            }
        }
        assertThat(known).isEqualTo(6);
    }

    /** Needs root; the page count of the store stands in for the disk elsewhere, in {@code DatabaseTest}. */
    @Test
    void aFullDiskIsASentenceAndEverythingWorksOnceThereIsRoom() throws Exception {
        Path disk = Files.createDirectories(out.resolve("disk"));
        mount("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk.toString());
        try {
            house.shut();
            try (Stream<Path> files = Files.list(house.folder())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, disk.resolve(file.getFileName()));
                }
            }
            try (var small = new Wiring(disk, house.clock(), director(TestKeys.of(disk, house.clock())))) {
                Path filler = disk.resolve("filler");
                assertThatThrownBy(() -> Files.write(filler, new byte[16 << 20])).isInstanceOf(IOException.class);
                Register<Dispute> disputes = small.registers().of(Dispute.class);
                String much = "柴".repeat(900);
                assertThatThrownBy(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        Map<String, Object> rewritten = Map.of("summary", much + i);
                        disputes.change(dispute.id(), entry -> disputes.shape().with(entry, rewritten));
                    }
                }).isInstanceOf(Refused.class).hasMessageContaining("磁盘已满");
                int kept = disputes.get(dispute.id()).revision();
                assertThatThrownBy(() -> small.backups().make(Backups.Kind.ASKED, disk.resolve("stick"), () -> false)).isInstanceOf(Refused.class);
                Files.delete(filler);
                assertThat(disputes.change(dispute.id(), entry -> disputes.shape().with(entry, Map.of("summary", "又有地方了"))).revision()).isEqualTo(kept + 1);
                assertThat(small.backups().make(Backups.Kind.ASKED, disk.resolve("stick"), () -> false).isGood()).isTrue();
                assertThat(small.inspection().run()).allMatch(Inspection.Result::whole);
            }
        } finally {
            unmount(disk);
        }
    }

    @Test
    void aStickPulledOutDuringABackupIsASentence() throws IOException {
        Path stick = Files.createDirectories(out.resolve("stick"));
        assertThatThrownBy(() -> house.wiring().backups().make(Backups.Kind.ASKED, stick, () -> {
            try {
                if (Files.exists(stick)) {
                    Disk.remove(stick);
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
            return false;
        })).isInstanceOf(Refused.class).hasMessageContaining("U 盘");
        assertThat(house.wiring().backups().last()).isEmpty();
        assertThat(house.wiring().backups().make(Backups.Kind.ASKED, stick, () -> false).isGood()).isTrue();
        assertWhole();
    }

    /** Root may write everywhere but where a file system says no. */
    @Test
    void aReadOnlyFolderIsASentenceAndNothingIsWritten() throws Exception {
        house.shut();
        byte[] before = Files.readAllBytes(house.folder().resolve("anlan.db"));
        Access director = director(TestKeys.of(house.folder(), house.clock()));
        mount("mount", "--bind", house.folder().toString(), house.folder().toString());
        try {
            mount("mount", "-o", "remount,bind,ro", house.folder().toString());
            assertThatThrownBy(() -> new Wiring(house.folder(), house.clock(), director)).isInstanceOf(Refused.class).hasMessageContaining("不可写");
        } finally {
            unmount(house.folder());
        }
        assertThat(Files.readAllBytes(house.folder().resolve("anlan.db"))).isEqualTo(before);
        reopen();
        assertWhole();
    }

    @Test
    void aClockSetBackHoldsNothingUp() {
        rewrite("今天");
        assertThat(house.wiring().backups().makeDue(() -> false)).hasSize(1);
        house.comes(TestHouse.TODAY.minusDays(2));
        reopen();
        rewrite("前天");
        assertThat(house.wiring().backups().makeDue(() -> false)).as("the last one is of the future").hasSize(1);
        assertThat(summary()).isEqualTo("前天");
        assertThat(house.wiring().journal().of(dispute.id())).extracting(Journal.Line::no).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertWhole();
    }

    @Test
    void twoProgramsAtOnceBothKeepWhatTheyStored() {
        Register<Dispute> mine = house.register(Dispute.class);
        try (var other = new Wiring(house.folder(), house.clock(), director(TestKeys.of(house.folder(), house.clock())))) {
            Register<Dispute> theirs = other.registers().of(Dispute.class);
            List<CompletableFuture<Void>> both = Stream.of(mine, theirs).map(register -> CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 30; i++) {
                    Map<String, Object> rewritten = Map.of("summary", register == mine ? "这边" + i : "那边" + i);
                    register.change(dispute.id(), entry -> register.shape().with(entry, rewritten));
                }
            })).toList();
            both.forEach(CompletableFuture::join);
            assertThat(theirs.get(dispute.id()).revision()).isEqualTo(61);
            assertThat(other.inspection().run()).allMatch(Inspection.Result::whole);
        }
        assertWhole();
    }

    private Path page(int number) throws IOException {
        Path file = house.folder().resolve("anlan.db");
        byte[] bytes = Files.readAllBytes(file);
        bytes[(number - 1) * 4_096 + 200] ^= 1;
        return Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Wherever the page lies, it is named before anything is written upon it: at the door, by what reads it, or by the check. */
    @Test
    void aCorruptedPageIsASentence() throws IOException {
        house.shut();
        byte[] whole = Files.readAllBytes(house.folder().resolve("anlan.db"));
        for (int number : List.of(1, 2, 20, 60)) {
            page(number);
            assertThatThrownBy(() -> {
                reopen();
                List<Inspection.Result> found = house.wiring().inspection().run();
                throw Refused.of("store.refused.damaged", found.stream().filter(result -> !result.whole()).findFirst().orElseThrow().detail());
            }).as("page %d", number).isInstanceOf(Refused.class);
            house.shut();
            Files.write(house.folder().resolve("anlan.db"), whole);
        }
        reopen();
        assertWhole();
    }

    @Test
    void aDeletedAttachmentIsNamedAndEverythingElseStays() throws IOException {
        var image = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "jpg", image);
        Attachment kept = house.wiring().dossiers().attach(dispute.id(), "rights", new Incoming("1.jpg", image.toByteArray(), new ScanReader().look(image.toByteArray()), null));
        String hash = Attachments.hash(image.toByteArray());
        Path file = house.folder().resolve("attachments").resolve(hash.substring(0, 2)).resolve(hash + ".jpg");
        Files.delete(file);
        assertThatThrownBy(() -> house.wiring().dossiers().content(kept)).isInstanceOf(Refused.class).hasMessageContaining("不见了");
        assertThat(house.wiring().inspection().run()).filteredOn(result -> !result.whole()).extracting(Inspection.Result::name).containsExactly("attachments");
        assertThat(house.wiring().backups().make(Backups.Kind.ASKED, out, () -> false).isGood()).isFalse();
        house.wiring().dossiers().files().put(image.toByteArray(), "jpg");
        assertWhole();
    }

    @Test
    void aTruncatedAndAForeignFileAreASentenceAndStayAsTheyAre() throws IOException {
        house.shut();
        Path file = house.folder().resolve("anlan.db");
        byte[] whole = Files.readAllBytes(file);
        for (byte[] wrong : List.of(Arrays.copyOf(whole, 5_000), Arrays.copyOf(whole, whole.length / 2), "会议记录".getBytes(StandardCharsets.UTF_8))) {
            Files.write(file, wrong);
            assertThatThrownBy(this::reopen).isInstanceOf(Refused.class);
            assertThat(Files.readAllBytes(file)).isEqualTo(wrong);
        }
        Files.write(file, whole);
        reopen();
        assertWhole();
    }

    @Test
    void withoutKeysTheCopyOpensAndAWrongKeyOpensNothing() throws IOException {
        house.shut();
        Files.delete(house.folder().resolve("keys.json"));
        reopen();
        assertWhole();
        house.shut();
        byte[] store = Files.readAllBytes(house.folder().resolve("anlan.db"));
        Path other = Files.createDirectories(out.resolve("other"));
        Access stranger = Access.of(LockedHouse.lock(other, house.clock()).opened());
        assertThatThrownBy(() -> new Wiring(house.folder(), house.clock(), stranger)).isInstanceOf(Refused.class).hasMessageContaining("对不上");
        assertThat(Files.readAllBytes(house.folder().resolve("anlan.db"))).isEqualTo(store);
    }

    /** The power goes while a backup takes the place of the store: the keys lie aside already, the store does not yet. */
    @Test
    void aRestoreCutShortIsFinishedBeforeAnybodyIsAskedForAPassword() throws IOException {
        rewrite("备份之前");
        Path backup = house.wiring().backups().make(Backups.Kind.ASKED, out, () -> false).file();
        rewrite("备份之后");
        house.shut();
        Path elsewhere = out.resolve("elsewhere");
        new Restore(elsewhere, house.clock()).run(backup, SurvivalTest::director, 0);
        Path stage = Files.createDirectories(house.folder().resolve(".restore-1"));
        for (String name : List.of("anlan.db", "keys.json", "keys.copy.json")) {
            Files.copy(elsewhere.resolve(name), stage.resolve(name));
        }
        Path aside = Files.createDirectories(house.folder().resolve("aside-1"));
        Files.writeString(house.folder().resolve("restore.pending"), "{\"phase\":\"out\",\"stage\":\".restore-1\",\"aside\":\"aside-1\"}");
        for (String name : List.of("keys.json", "keys.copy.json")) {
            Files.move(house.folder().resolve(name), aside.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        house.reopenAs(director(Doorkeeper.keys(house.folder(), house.clock())));
        assertThat(summary()).isEqualTo("备份之前");
        assertThat(aside.resolve("anlan.db")).exists();
        assertWhole();
    }
}
