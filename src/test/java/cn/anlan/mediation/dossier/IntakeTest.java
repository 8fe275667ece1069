package cn.anlan.mediation.dossier;

import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.paper.form.Form;
import cn.anlan.paper.form.FormCode;
import cn.anlan.paper.print.Press.Gaps;
import cn.anlan.paper.scan.Drawn;
import cn.anlan.paper.scan.ScanReader;
import cn.anlan.store.Query;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Scans on their way into dossiers, by hand and through the scanner's folder. */
class IntakeTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();
    @TempDir
    Path folder;

    private Intake intake() {
        return house.wiring().intake();
    }

    private static byte[] form(Dispute dispute, String form) {
        return Drawn.jpeg(Drawn.page(new FormCode(dispute.id(), form, 1), 100));
    }

    private Intake.Outcome take(String name, byte[] bytes) {
        return intake().take(intake().look(name, bytes, false));
    }

    private String state(Dispute dispute, String kind) {
        return house.wiring().dossiers().checklist().of(dispute).stream().filter(line -> line.kind().equals(kind)).map(Checklist.Line::state)
                .findFirst().orElse("");
    }

    @Test
    void aFormFindsItsPaperByItself() {
        Dispute dispute = house.samples().disputeAt("20");
        Intake.Outcome outcome = take("scan0001.jpg", form(dispute, "ORAL-AGREEMENT"));
        assertThat(outcome.attached()).extracting(Attachment::kind).containsExactly("oral_agreement");
        assertThat(outcome.sentence()).contains(dispute.registration().title(), "口头协议登记表");
        assertThat(state(dispute, "oral_agreement")).isEqualTo("3");
        assertThat(intake().waiting()).isEmpty();
    }

    @Test
    void aBatchOfOneCaseGoesToAllItsPapersAndIsKeptOnce() throws IOException {
        Dispute dispute = house.samples().disputeAt("20");
        byte[] batch = Drawn.pdf(Drawn.page(new FormCode(dispute.id(), "RIGHTS", 1), 150), Drawn.page(new FormCode(dispute.id(), "RIGHTS", 2), 150),
                Drawn.page(new FormCode(dispute.id(), "APPLICATION", 1), 150));
        assertThat(take("batch.pdf", batch).attached()).extracting(Attachment::kind).containsExactly("rights", "application");
        try (var files = Files.walk(house.folder().resolve("attachments"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void whatDoesNotSayWhereItBelongsWaitsAndSaysWhy() {
        Dispute one = house.samples().disputeAt("03");
        Dispute two = house.samples().disputeAt("03");
        Dispute shelved = house.samples().disputeAt("30");
        assertThat(take("photo.jpg", Drawn.jpeg(Drawn.page(null, 50))).sentence()).contains("没有识读到");
        assertThat(take("two.pdf", Drawn.pdf(Drawn.page(new FormCode(one.id(), "RIGHTS", 1), 150), Drawn.page(new FormCode(two.id(), "RIGHTS", 1), 150)))
                .sentence()).contains("几件纠纷");
        assertThat(take("foreign.jpg", Drawn.jpeg(Drawn.page(new FormCode("01HZX3V9K2M4N6P8Q0R2S4T6V8", "RIGHTS", 1), 100))).sentence()).contains("不在本库");
        assertThat(take("new.jpg", form(one, "HEARING")).sentence()).contains("不认识");
        assertThat(take("late.jpg", form(shelved, "RIGHTS")).sentence()).contains("已归档");
        assertThat(intake().waiting()).extracting(scan -> scan.content().originalName())
                .containsExactly("photo.jpg", "two.pdf", "foreign.jpg", "new.jpg", "late.jpg");
        assertThat(house.register(Attachment.class).count(Query.all(), 1)).isZero();
    }

    @Test
    void whatWaitsIsAssignedInOneGoAndOnlyOnce() {
        Dispute dispute = house.samples().disputeAt("03");
        byte[] photo = Drawn.jpeg(Drawn.page(null, 50));
        Scan scan = take("id.jpg", photo).waiting();
        assertThat(intake().content(scan)).isEqualTo(photo);
        Attachment attachment = intake().assign(scan.id(), dispute.id(), "identity");
        assertThat(house.wiring().dossiers().content(attachment)).isEqualTo(photo);
        assertThat(state(dispute, "identity")).isEqualTo("3");
        assertThat(intake().waiting()).isEmpty();
        assertThatThrownBy(() -> intake().assign(scan.id(), dispute.id(), "identity")).isInstanceOf(Refused.class).hasMessageContaining("已归入");
    }

    @Test
    void aScanThatCannotBeAssignedStaysInTheInbox() {
        Dispute shelved = house.samples().disputeAt("30");
        Scan scan = take("id.jpg", Drawn.jpeg(Drawn.page(null, 50))).waiting();
        assertThatThrownBy(() -> intake().assign(scan.id(), shelved.id(), "identity")).isInstanceOf(Refused.class);
        assertThat(intake().waiting()).containsExactly(scan);
    }

    @Test
    void theSameScanTwiceWaitsOnce() {
        byte[] photo = Drawn.jpeg(Drawn.page(null, 50));
        assertThat(take("a.jpg", photo).waiting()).isEqualTo(take("b.jpg", photo).waiting());
        assertThat(intake().waiting()).hasSize(1);
    }

    @Test
    void aPhotoIsMadeSmallerAfterItsCodeWasRead() {
        Dispute dispute = house.samples().disputeAt("03");
        byte[] photo = Drawn.png(Drawn.noisy(Drawn.page(new FormCode(dispute.id(), "RIGHTS", 1), 200), 1));
        Attachment attachment = intake().take(intake().look("p.png", photo, true)).attached().get(0);
        assertThat(attachment.content().mediaType()).isEqualTo("jpg");
        assertThat(attachment.content().bytes()).isLessThan(photo.length / 2);
    }

    private void put(String name, byte[] bytes, Duration age) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFolderIsReadOnceAndWhatIsInTheStoreIsMovedAside() throws IOException {
        Dispute dispute = house.samples().disputeAt("03");
        put("1.jpg", form(dispute, "RIGHTS"), Duration.ofMinutes(1));
        put("2.txt", new byte[] {1, 2, 3}, Duration.ofMinutes(1));
        put("3.jpg", Drawn.jpeg(Drawn.page(null, 50)), Duration.ZERO);
        var scans = new ScanFolder(intake(), false);
        assertThat(scans.once(folder)).extracting(ScanFolder.Taken::fate)
                .containsExactly(ScanFolder.Fate.TAKEN, ScanFolder.Fate.REFUSED, ScanFolder.Fate.GROWING);
        assertThat(names()).containsExactly("2.txt", "3.jpg");
        assertThat(folder.resolve("已入库").resolve("1.jpg")).exists();
        assertThat(state(dispute, "rights")).isEqualTo("3");
        assertThatThrownBy(() -> scans.once(folder.resolve("nowhere"))).isInstanceOf(Refused.class).hasMessageContaining("nowhere");
    }

    @Test
    void aFileStillBeingWrittenIsLeftUntilItStandsStill() throws IOException {
        byte[] whole = Drawn.jpeg(Drawn.page(null, 60));
        var scans = new ScanFolder(intake(), false);
        put("1.jpg", Arrays.copyOf(whole, whole.length / 2), Duration.ofSeconds(3));
        assertThat(scans.poll(folder)).as("seen for the first time").isEmpty();
        put("1.jpg", Arrays.copyOf(whole, whole.length - 10), Duration.ofSeconds(2));
        assertThat(scans.poll(folder)).as("it grew").isEmpty();
        put("1.jpg", whole, Duration.ofSeconds(1));
        assertThat(scans.poll(folder)).as("it grew again").isEmpty();
        assertThat(intake().waiting()).isEmpty();
        assertThat(scans.poll(folder)).singleElement().satisfies(taken -> assertThat(taken.fate()).isEqualTo(ScanFolder.Fate.TAKEN));
        assertThat(intake().waiting()).hasSize(1);
        assertThat(names()).isEmpty();
    }

    @Test
    void whatCannotBeTakenStaysAndIsToldOnce() throws IOException {
        var scans = new ScanFolder(intake(), false);
        put("half.jpg", Arrays.copyOf(Drawn.jpeg(Drawn.page(null, 60)), 300), Duration.ofMinutes(1));
        scans.poll(folder);
        assertThat(scans.poll(folder)).singleElement().satisfies(taken -> assertThat(taken.sentence()).contains("half.jpg", "还在原处"));
        assertThat(scans.poll(folder)).isEmpty();
        assertThat(names()).containsExactly("half.jpg");
        put("half.jpg", Drawn.jpeg(Drawn.page(null, 60)), Duration.ofSeconds(30));
        scans.poll(folder);
        assertThat(scans.poll(folder)).as("mended, it is taken").singleElement()
                .satisfies(taken -> assertThat(taken.fate()).isEqualTo(ScanFolder.Fate.TAKEN));
    }

    @Test
    void namesThatMeetKeepBothFiles() throws IOException {
        var scans = new ScanFolder(intake(), false);
        for (int i = 0; i < 2; i++) {
            put("1.jpg", Drawn.jpeg(Drawn.noisy(Drawn.page(null, 30), i)), Duration.ofMinutes(1));
            scans.once(folder);
        }
        try (var files = Files.list(folder.resolve("已入库"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("1.jpg", "2-1.jpg");
        }
    }

    @Test
    void theFolderIsWatchedUntilTheWatchEnds() throws IOException {
        List<ScanFolder.Taken> told = new CopyOnWriteArrayList<>();
        try (var watch = new ScanWatch(new ScanFolder(intake(), false), folder::toString)) {
            watch.onNews(told::addAll);
            watch.begin(20);
            put("1.jpg", Drawn.jpeg(Drawn.page(null, 40)), Duration.ofMinutes(1));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !told.isEmpty());
            assertThat(watch.latest()).containsExactlyElementsOf(told);
        }
        assertThat(intake().waiting()).hasSize(1);
    }

    /** What our own press prints, a scanner at 150 dots per inch sees again, the sheet a little askew. */
    @Test
    void ourOwnFormsAreReadBack() throws IOException {
        Dispute dispute = house.samples().disputeAt("20");
        var documents = house.wiring().printing().documents();
        byte[] pdf = documents.pdf(documents.of(documents.open(dispute.id()), Form.RIGHTS), Gaps.LEAVE);
        BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(new ScanReader().picture(pdf, 0, 1754)));
        byte[] scanned = Drawn.jpeg(Drawn.askew(sheet, 3));
        assertThat(intake().look("scan.jpg", scanned, false).look().codes()).containsExactly(new FormCode(dispute.id(), "RIGHTS", 1));
        assertThat(take("rights.pdf", pdf).attached()).extracting(Attachment::kind).containsExactly("rights");
    }
}
