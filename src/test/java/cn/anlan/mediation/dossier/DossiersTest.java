package cn.anlan.mediation.dossier;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.paper.scan.Drawn;
import cn.anlan.paper.scan.ScanReader;
import cn.anlan.store.Inspection;
import cn.anlan.store.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DossiersTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Dossiers dossiers() {
        return house.wiring().dossiers();
    }

    private static Incoming photo(int seed) {
        byte[] bytes = Drawn.jpeg(Drawn.noisy(Drawn.page(null, 30), seed));
        return new Incoming("IMG_" + seed + ".jpg", bytes, new ScanReader().look(bytes), null);
    }

    private String state(Dispute dispute, String kind) {
        return dossiers().checklist().of(dispute).stream().filter(line -> line.kind().equals(kind)).map(Checklist.Line::state).findFirst().orElse("");
    }

    private Path fileOf(Attachment attachment) {
        String hash = attachment.content().sha256();
        return house.folder().resolve("attachments").resolve(hash.substring(0, 2)).resolve(hash + ".jpg");
    }

    private String attachmentsCheck() {
        return house.wiring().inspection().run().stream().filter(result -> result.name().equals("attachments")).map(Inspection.Result::detail)
                .findFirst().orElseThrow();
    }

    @Test
    void aScanIsKeptAndItsPaperIsScanned() {
        Dispute dispute = house.samples().disputeAt("03");
        Incoming photo = photo(1);
        Attachment attachment = dossiers().attach(dispute.id(), "rights", photo);
        assertThat(dossiers().content(attachment)).isEqualTo(photo.bytes());
        assertThat(attachment.content().bytes()).isEqualTo(photo.bytes().length);
        assertThat(state(dispute, "rights")).isEqualTo("3");
        assertThat(dossiers().attachments(dispute.id())).containsExactly(attachment);
        assertThat(attachmentsCheck()).isEmpty();
    }

    @Test
    void theSameScanTwiceIsNotedOnceButMayServeTwoPapers() throws IOException {
        Dispute dispute = house.samples().disputeAt("03");
        Attachment first = dossiers().attach(dispute.id(), "rights", photo(1));
        assertThat(dossiers().attach(dispute.id(), "rights", photo(1))).isEqualTo(first);
        assertThat(dossiers().attach(dispute.id(), "identity", photo(1)).id()).isNotEqualTo(first.id());
        try (var files = Files.walk(house.folder().resolve("attachments"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void whatIsTakenOutIsSignedAgainAndItsFileStays() {
        Dispute dispute = house.samples().disputeAt("03");
        Attachment first = dossiers().attach(dispute.id(), "rights", photo(1));
        Attachment second = dossiers().attach(dispute.id(), "rights", photo(2));
        dossiers().detach(first, "扫错了");
        assertThat(state(dispute, "rights")).isEqualTo("3");
        dossiers().detach(second, "扫错了");
        assertThat(state(dispute, "rights")).isEqualTo("2");
        assertThat(fileOf(first)).exists();
        assertThat(dossiers().attachments(dispute.id())).isEmpty();
    }

    @Test
    void nothingIsScannedWithoutAScanAndNothingDoesNotApplyWithoutAReason() {
        Dispute dispute = house.samples().disputeAt("03");
        assertThatThrownBy(() -> dossiers().mark(dispute.id(), List.of("rights"), "3", null)).isInstanceOf(Refused.class).hasMessageContaining("扫描件");
        assertThatThrownBy(() -> dossiers().mark(dispute.id(), List.of("rights"), "9", " ")).isInstanceOf(Refused.class).hasMessageContaining("理由");
        dossiers().mark(dispute.id(), List.of("rights"), "9", "当场口头告知并记入笔录");
        assertThat(state(dispute, "rights")).isEqualTo("9");
    }

    @Test
    void aPaperStandsOnceAndItsPagesRunForward() {
        Dispute dispute = house.samples().disputeAt("03");
        dossiers().mark(dispute.id(), List.of("rights"), "1", null);
        var documents = house.register(DisputeDocument.class);
        assertThatThrownBy(() -> documents.save(documents.create(Samples.map("dispute_id", dispute.id(), "kind", "rights", "state", "1", "state_date",
                TestHouse.TODAY)))).isInstanceOf(Refused.class).hasMessageContaining("已在清单中");
        assertThatThrownBy(() -> dossiers().number(dispute.id(), "rights", 4, 3)).isInstanceOf(Refused.class).hasMessageContaining("止页");
    }

    @Test
    void anAttachmentIsNotTypedByHand() {
        Dispute dispute = house.samples().disputeAt("03");
        var register = house.register(Attachment.class);
        assertThatThrownBy(() -> register.save(register.create(Samples.map("dispute_id", dispute.id(), "kind", "rights", "original_name", "x.jpg",
                "media_type", "jpg", "sha256", "a".repeat(64), "bytes", 1L, "pages", 1L, "added_at", TestHouse.TODAY.atTime(9, 0)))))
                .isInstanceOf(Refused.class).hasMessageContaining("添加扫描件");
    }

    @Test
    void theShelfTakesNoMoreScans() {
        Dispute dispute = house.samples().disputeAt("30");
        assertThatThrownBy(() -> dossiers().attach(dispute.id(), "rights", photo(1))).isInstanceOf(Refused.class).hasMessageContaining("已归档");
        assertThat(house.register(Attachment.class).count(Query.all(), 1)).isZero();
    }

    @Test
    void theCheckupFindsWhatIsDamagedOrGone() throws IOException {
        Dispute dispute = house.samples().disputeAt("03");
        Attachment damaged = dossiers().attach(dispute.id(), "rights", photo(1));
        Attachment gone = dossiers().attach(dispute.id(), "identity", photo(2));
        Files.write(fileOf(damaged), new byte[] {1, 2, 3});
        Files.delete(fileOf(gone));
        assertThat(attachmentsCheck()).contains(damaged.content().sha256(), "已损坏", gone.content().sha256(), "不见了");
    }

    /** The machine stopped after the file was written and before the row was: the file is an orphan, kept while young, swept when old. */
    @Test
    void aCrashBetweenFileAndRowLeavesOnlyAFileThatIsSweptLater() throws IOException {
        Incoming photo = photo(3);
        String hash = dossiers().files().put(photo.bytes(), "jpg");
        Path orphan = house.folder().resolve("attachments").resolve(hash.substring(0, 2)).resolve(hash + ".jpg");
        Files.setLastModifiedTime(orphan, FileTime.from(house.clock().instant()));
        assertThat(attachmentsCheck()).isEmpty();
        assertThat(orphan).exists();
        house.pass(Duration.ofHours(25));
        assertThat(attachmentsCheck()).isEmpty();
        assertThat(orphan).doesNotExist();
    }
}
