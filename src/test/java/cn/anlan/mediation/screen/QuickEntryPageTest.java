package cn.anlan.mediation.screen;

import cn.anlan.Shots;
import cn.anlan.UiTest;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeLink;
import cn.anlan.mediation.desk.SeenBefore;
import cn.anlan.paper.form.Form;
import cn.anlan.paper.screen.PrintMenu;
import cn.anlan.store.Query;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 1: a neighbour quarrel settled on the spot, typed without touching the mouse, and found again by one surname. */
@UiTest
class QuickEntryPageTest {
    @TempDir
    Path folder;

    private TestOffice desk;
    private QuickEntryPage page;
    private Scene scene;
    private final List<String> opened = new ArrayList<>();

    @Start
    void start(Stage stage) throws Exception {
        desk = java.util.concurrent.CompletableFuture.supplyAsync(this::office).get();
        page = new QuickEntryPage(desk.office, desk.house.mediation(), new SeenBefore(desk.house.registers()), opened::add);
        var printing = desk.house.printing();
        var menu = new PrintMenu(desk.office.background(), desk.dialogs, printing.documents(), printing.dossier(), page::cover);
        page.setPrinting(id -> {
            menu.show(id);
            menu.look(Form.ORAL_AGREEMENT);
        });
        scene = new Scene((javafx.scene.Parent) page.node(), 1146, 680);
        Style.dress(scene);
        stage.setScene(scene);
        stage.show();
        page.shown();
    }

    private TestOffice office() {
        var office = new TestOffice(folder);
        office.mediator();
        return office;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<Dispute> stored() {
        return desk.house.registers().of(Dispute.class).list(Query.all(), 9);
    }

    /** As many keys as a clerk needs; the village and the mediator by their initials, two phrases by their short keys. */
    private void type(Typing clerk, String applicant, String respondent) {
        clerk.until("ready", () -> clerk.focused().equals("field-date"));
        clerk.press(KeyCode.ENTER);
        clerk.press(KeyCode.CONTROL, KeyCode.A);
        clerk.enter("blgc").press(KeyCode.ENTER).enter(applicant).enter(respondent);
        clerk.press(KeyCode.ENTER).enter("300");
        if (clerk.written("lead_mediator_id").isEmpty()) {
            clerk.write("mtj");
            desk.settle();
        }
        clerk.press(KeyCode.ENTER).press(KeyCode.ENTER);
        clerk.write("dys").press(KeyCode.F4).press(KeyCode.ENTER);
        clerk.write("lj").press(KeyCode.F4).press(KeyCode.ENTER);
    }

    @Test
    void aNeighbourQuarrelIsStoredAndFoundBySurname() {
        var clerk = new Typing(desk, scene);
        Shots.take(page.node(), "quick-empty");
        type(clerk, "才让·东智 13909351234", "𠮷生财");
        Shots.take(page.node(), "quick-typed");
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("stored", () -> clerk.says("#quick-stored").contains("人调口字第001号"));
        Shots.take(page.node(), "quick-stored");
        Dispute dispute = stored().get(0);
        assertThat(dispute.registration().stage()).isEqualTo("20");
        assertThat(dispute.facts().summary()).isEqualTo("双方因院墙滴水发生争执，经劝阻未动手。");
        assertThat(dispute.registration().areaCode()).hasSize(12);
        assertThat(desk.house.registers().of(Dispute.class).list(Query.all().finding("𠮷"), 9)).containsExactly(dispute);
        assertThat(clerk.focused()).as("the next begins in the first field").isEqualTo("field-date");
        desk.onFx(() -> ((javafx.scene.control.Button) page.node().lookup("#quick-print")).fire());
        clerk.until("the form", () -> clerk.says("#preview-place").equals("第 1 / 1 页"));
        Shots.take(page.node(), "quick-print");
        assertThat(clerk.says("#preview-message")).as("every character of these names can be printed").isEmpty();
        desk.onFx(() -> ((javafx.scene.control.Button) page.node().lookup("#preview-close")).fire());
        assertThat(clerk.focused()).as("the form is back").isEqualTo("field-date");
        desk.onFx(() -> ((javafx.scene.control.Button) page.node().lookup("#quick-open")).fire());
        assertThat(opened).containsExactly(dispute.id());
    }

    @Test
    void theOneBeforeIsCopiedAndTheSamePairIsTold() {
        var clerk = new Typing(desk, scene);
        type(clerk, "张三 13909351234", "李四 13809355678");
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("stored", () -> clerk.says("#quick-stored").contains("第001号"));
        clerk.press(KeyCode.CONTROL, KeyCode.D);
        clerk.into("applicant", "李四 13809355678").into("respondent", "张三");
        clerk.until("seen", () -> clerk.shows("#seen-link-3"));
        Shots.take(page.node(), "quick-seen");
        clerk.press(KeyCode.F9);
        assertThat(clerk.says("#quick-link")).contains("反复", "张三与李四邻里纠纷");
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("stored", () -> clerk.says("#quick-stored").contains("第002号"));
        assertThat(desk.house.registers().of(DisputeLink.class).list(Query.all(), 9)).singleElement()
                .satisfies(link -> assertThat(link.kind()).isEqualTo("3"));
    }

    @Test
    void aCharacterNoFontHoldsIsToldBeforeAnythingIsPrinted() {
        var clerk = new Typing(desk, scene);
        type(clerk, "བཀྲ་ཤིས 13909351234", "李四");
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("stored", () -> clerk.says("#quick-stored").contains("第001号"));
        desk.onFx(() -> ((javafx.scene.control.Button) page.node().lookup("#quick-print")).fire());
        clerk.until("told", () -> clerk.says("#preview-message").contains("「བ」"));
        desk.onFx(() -> ((javafx.scene.control.Button) page.node().lookup("#preview-gaps")).fire());
        clerk.until("printed with gaps", () -> clerk.says("#preview-place").equals("第 1 / 1 页"));
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        var clerk = new Typing(desk, scene);
        clerk.until("ready", () -> clerk.focused().equals("field-date"));
        clerk.into("applicant", "张三 139").press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("told", () -> !clerk.says("#error-summary").isEmpty());
        Shots.take(page.node(), "quick-refused");
        assertThat(clerk.written("applicant")).isEqualTo("张三 139");
        assertThat(stored()).isEmpty();
        desk.onFx(() -> page.node().setStyle("-fx-font-size: 17.5px"));
        Shots.take(page.node(), "quick-125");
    }
}
