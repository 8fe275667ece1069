package cn.anlan.mediation.screen.dossier;

import cn.anlan.Samples;
import cn.anlan.Shots;
import cn.anlan.UiTest;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.kit.form.PickBox;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.Mediator;
import cn.anlan.mediation.desk.SeenBefore;
import cn.anlan.mediation.desk.Step;
import cn.anlan.mediation.dossier.Checklist;
import cn.anlan.mediation.dossier.Scan;
import cn.anlan.mediation.screen.DisputePage;
import cn.anlan.paper.form.FormCode;
import cn.anlan.paper.scan.Drawn;
import cn.anlan.paper.scan.ScanReader;
import cn.anlan.reference.Code;
import cn.anlan.store.Journal;
import cn.anlan.store.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import static cn.anlan.kit.TestOffice.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

/** The tab 文书与卷宗 and the inbox, as a clerk works them. */
@UiTest
class DossierTabTest {
    private static TestOffice desk;
    private static Scans scans;
    private static Path folder;
    private final StackPane stand = new StackPane();
    private DossierTab tab;
    private InboxPage inbox;
    private int moved;

    @BeforeAll
    static void open(@TempDir Path store, @TempDir Path files) {
        desk = new TestOffice(store);
        folder = files;
        scans = new Scans(desk.house.dossiers(), desk.house.intake(), new ScanReader(), desk.house.mediation(),
                new Scans.Printer(desk.house.printing().documents(), desk.house.printing().dossier()));
        desk.mediator();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Start
    void start(Stage stage) {
        desk.dialogs.failures.clear();
        tab = new DossierTab(desk.office, scans);
        tab.onMoved(() -> moved++);
        inbox = new InboxPage(desk.office, scans);
        stand.getChildren().setAll(tab.node());
        var scene = new Scene(stand, 760, 620);
        Style.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static Dispute move(Dispute dispute, Step step, Map<String, @Nullable Object> facts) {
        return desk.house.mediation().move(dispute.id(), step, facts);
    }

    /** An oral case, closed. */
    private static Dispute closedCase() {
        Dispute draft = desk.stored(Dispute.class, Samples.map("title", "张三与李四邻里纠纷", "stage", "01", "register_date", TODAY, "area_code", TestOffice.TOWN,
                "source_code", "1", "type_sf", "02", "happen_date", TODAY, "happen_address", "村东头水渠边", "summary", "因院墙滴水发生争执", "scale", "01",
                "people_count", 2L, "risk_level", "3"));
        for (String role : List.of("1", "2")) {
            desk.stored(DisputeParty.class, Map.of("dispute_id", draft.id(), "role", role, "kind", "1", "name", role.equals("1") ? "张三" : "李四",
                    "id_type", "111", "phone", "13909350000"));
        }
        Mediator mediator = desk.house.registers().of(Mediator.class).list(Query.all(), 1).get(0);
        move(draft, Step.REGISTER, Map.of());
        move(draft, Step.ACCEPT, Samples.map("consent_applicant", true, "consent_respondent", true, "lead_mediator_id", mediator.id(),
                "committee_id", mediator.post().committeeId()));
        move(draft, Step.RECORD, Samples.map("dispute_activity", Samples.map("kind", "2", "start_dt", TODAY + "T08:30", "place", "村委会",
                "host_mediator_id", mediator.id(), "recorder", "马调解", "told_rights", true, "content", "双方各述一遍", "outcome", "1")));
        move(draft, Step.AGREE, Samples.map("agreement", Samples.map("form", "2", "sign_date", TODAY.toString(), "facts", "院墙滴水", "content", "当场修好",
                "perform_mode", "当场", "perform_deadline", TODAY.toString(), "parties_signed", true, "mediator_signed", true)));
        return move(draft, Step.CLOSE, Samples.map("close_result", "1", "difficulty", "1", "resolve_mode", "01", "result_text", "双方和好"));
    }

    private void show(Dispute dispute) {
        Dispute stored = now(dispute);
        desk.onFx(() -> tab.show(stored));
    }

    private static Dispute now(Dispute dispute) {
        return desk.house.registers().of(Dispute.class).get(dispute.id());
    }

    private <N extends Node> N find(String id) {
        @SuppressWarnings("unchecked")
        N found = (N) stand.lookup("#" + id);
        assertThat(found).as(id).isNotNull();
        return found;
    }

    private void press(String id) {
        Button button = find(id);
        assertThat(button.isDisabled()).as(id + " is disabled").isFalse();
        desk.onFx(button::fire);
    }

    private String text(String id) {
        return this.<Labeled>find(id).getText();
    }

    private void because(String reason) {
        desk.onFx(() -> this.<TextField>find("reason").setText(reason));
        press("agree");
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static Checklist.Line line(Dispute dispute, String kind) {
        return desk.house.dossiers().checklist().of(now(dispute)).stream().filter(line -> line.kind().equals(kind)).findFirst().orElseThrow();
    }

    @Test
    void aDossierIsFilledArchivedAndTakenDownAgain() {
        Dispute dispute = closedCase();
        show(dispute);
        assertThat(text("dossier-sum")).contains("还缺 6 项");
        assertThat(text("shelf")).contains("还缺 6 项");
        Shots.take(stand, "dossier-lacking");
        desk.onFx(() -> this.<ComboBox<?>>find("retention-kind").getSelectionModel().select(0));
        press("archive");
        assertThat(text("notice-text")).contains("卷宗封面", "当事人权利义务告知书", "口头协议登记表");
        press("all-printed");
        assertThat(text("dossier-sum")).contains("还缺 3 项");
        assertThat(text("state-cover")).isEqualTo("已打印");
        press("signed-rights");
        press("signed-oral_agreement");
        press("not_applicable-acceptance");
        because("口头申请，已记入登记表");
        assertThat(line(dispute, "acceptance").stored().standing().reason()).isEqualTo("口头申请，已记入登记表");
        press("number-all");
        assertThat(this.<TextField>find("page-from-oral_agreement").getText()).isEqualTo("2");
        assertThat(text("dossier-sum")).contains("文书齐全", "共 2 页");
        Shots.take(stand, "dossier-complete");
        desk.onFx(() -> this.<ComboBox<?>>find("retention-kind").getSelectionModel().select(0));
        press("archive");
        assertThat(now(dispute).registration().stage()).isEqualTo("30");
        assertThat(moved).isEqualTo(1);
        show(dispute);
        assertThat(stand.lookup("#signed-rights")).isNull();
        assertThat(text("shelf")).contains("短期", (TODAY.getYear() + 10) + "-12-31");
        Shots.take(stand, "dossier-archived");
        press("reopen");
        because("补正笔录");
        assertThat(now(dispute).registration().stage()).isEqualTo("20");
    }

    @Test
    void aScanIsDroppedSeenRefiledAndTakenOut() throws IOException {
        Dispute dispute = closedCase();
        show(dispute);
        desk.dialogs.file = file("notice.jpg", Drawn.jpeg(Drawn.page(null, 100)));
        press("scan-rights");
        assertThat(text("state-rights")).isEqualTo("已扫描");
        String id = desk.house.dossiers().attachments(dispute.id()).get(0).id();
        Button thumb = find("scan-" + id);
        assertThat(thumb.getGraphic()).isInstanceOf(ImageView.class);
        Shots.take(stand, "dossier-scans");
        press("scan-" + id);
        assertThat(text("scan-place")).isEqualTo("第 1 页，共 1 页");
        Shots.take(stand, "dossier-viewer");
        assertThat(desk.house.journal().before(Long.MAX_VALUE, new Journal.Filter("attachment", null, Journal.Action.REVEAL), 9))
                .as("looking is noted").extracting(line -> line.subject().id()).contains(id);
        ComboBox<Code> kinds = find("refile");
        desk.onFx(() -> kinds.setValue(kinds.getItems().stream().filter(code -> code.code().equals("evidence")).findFirst().orElseThrow()));
        assertThat(line(dispute, "evidence").state()).isEqualTo("3");
        assertThat(line(dispute, "rights").state()).isEqualTo("2");
        press("scan-" + desk.house.dossiers().attachments(dispute.id()).get(0).id());
        press("scan-detach");
        because("扫错了");
        assertThat(desk.house.dossiers().attachments(dispute.id())).isEmpty();
    }

    @Test
    void aFileThatIsNoScanIsRefusedAndNothingIsLost() throws IOException {
        Dispute dispute = closedCase();
        show(dispute);
        desk.dialogs.file = file("letter.doc", new byte[] {1, 2, 3});
        press("scan-evidence");
        assertThat(text("notice-text")).contains("不是 JPEG");
        assertThat(desk.dialogs.file).exists();
        assertThat(text("state-evidence")).isEqualTo("未生成");
    }

    @Test
    void aPaperIsSeenBeforeItIsSavedAndIsPrintedThen() throws IOException {
        Dispute dispute = closedCase();
        show(dispute);
        press("print-rights");
        assertThat(text("scan-place")).startsWith("第 1 页，共");
        Shots.take(stand, "dossier-preview");
        desk.dialogs.file = Files.createDirectories(folder.resolve("printed"));
        press("preview-pdf");
        try (var files = Files.list(folder.resolve("printed"))) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file.toString()).endsWith(".pdf"));
        }
        press("scan-close");
        assertThat(line(dispute, "rights").state()).isEqualTo("1");
        desk.dialogs.file = Files.createDirectories(folder.resolve("bound"));
        press("bind");
        try (var files = Files.list(folder.resolve("bound"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void pagesAreTypedAndWrongOnesAreSaid() {
        Dispute dispute = closedCase();
        show(dispute);
        press("signed-rights");
        desk.onFx(() -> {
            this.<TextField>find("page-from-rights").setText("3");
            this.<TextField>find("page-to-rights").setText("5");
            this.<TextField>find("page-to-rights").fireEvent(new ActionEvent());
        });
        assertThat(line(dispute, "rights").pages()).isEqualTo(3);
        desk.onFx(() -> {
            this.<TextField>find("page-from-rights").setText("三");
            this.<TextField>find("page-from-rights").fireEvent(new ActionEvent());
        });
        assertThat(text("notice-text")).contains("页号应为");
        desk.onFx(() -> {
            this.<TextField>find("page-from-rights").setText("9");
            this.<TextField>find("page-from-rights").fireEvent(new ActionEvent());
        });
        assertThat(text("notice-text")).contains("止页");
    }

    @Test
    void whatIsMissingLeadsToItsRow() {
        show(closedCase());
        desk.onFx(() -> this.<Hyperlink>find("missing-back").fire());
        assertThat(stand.getScene().getFocusOwner()).isEqualTo(find("print-back"));
    }

    @Test
    void aRefusedStepOfTheCasePageLeadsToThePaperItMisses() {
        Dispute dispute = closedCase();
        DisputePage page = desk.onFx(() -> new DisputePage(desk.office, desk.house.mediation(), desk.house.disputeDues(), new SeenBefore(desk.house.registers()), () -> tab));
        desk.onFx(() -> {
            stand.getChildren().setAll(page.node());
            page.shown();
            page.open(dispute.id());
        });
        assertThat(desk.onFx(() -> page.jump("document:oral_agreement"))).isTrue();
        assertThat(stand.getScene().getFocusOwner()).isEqualTo(find("print-oral_agreement"));
        Shots.take(stand, "dossier-on-page");
        assertThat(desk.onFx(() -> page.jump("document:nothing_of_the_kind"))).isFalse();
    }

    @Test
    void theInboxShowsWhatWaitsAndAssignsIt() throws IOException {
        Dispute dispute = closedCase();
        Path incoming = Files.createDirectory(folder.resolve("incoming"));
        Files.write(incoming.resolve("1.jpg"), Drawn.jpeg(Drawn.page(null, 80)));
        Files.write(incoming.resolve("2.jpg"), Drawn.jpeg(Drawn.page(new FormCode(dispute.id(), "RIGHTS", 1), 100)));
        for (String name : List.of("1.jpg", "2.jpg")) {
            Files.setLastModifiedTime(incoming.resolve(name), FileTime.from(Instant.now().minusSeconds(60)));
        }
        desk.onFx(() -> {
            stand.getChildren().setAll(inbox.node());
            inbox.shown();
        });
        Shots.take(stand, "inbox-empty");
        press("inbox-read-now");
        assertThat(text("notice-text")).contains("还没有选择");
        desk.dialogs.file = incoming;
        press("inbox-choose-folder");
        assertThat(text("inbox-scan-folder")).contains("incoming");
        press("inbox-read-now");
        assertThat(line(dispute, "rights").state()).isEqualTo("3");
        ListView<Scan> waiting = find("inbox");
        assertThat(waiting.getItems()).hasSize(1);
        Shots.take(stand, "inbox");
        ComboBox<Code> kinds = find("inbox-kind");
        desk.onFx(() -> kinds.setValue(kinds.getItems().stream().filter(code -> code.code().equals("identity")).findFirst().orElseThrow()));
        press("inbox-assign");
        assertThat(text("notice-text")).contains("哪件纠纷");
        PickBox box = find("inbox-dispute");
        desk.onFx(() -> box.choose(new PickBox.Choice(dispute.id(), "张三与李四邻里纠纷", "")));
        press("inbox-assign");
        assertThat(waiting.getItems()).isEmpty();
        assertThat(line(dispute, "identity").state()).isEqualTo("3");
        press("inbox-no-folder");
        assertThat(text("inbox-scan-folder")).contains("没有监看");
    }
}
