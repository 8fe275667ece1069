package cn.anlan.mediation.screen;

import cn.anlan.Samples;
import cn.anlan.Shots;
import cn.anlan.UiTest;
import cn.anlan.entry.Forbidding;
import cn.anlan.entry.Permission;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.desk.SeenBefore;
import cn.anlan.store.Query;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/** A case on the shelf is read, not written: the page says why, and who may take it down again. */
@UiTest
class ShelvedCaseTest {
    private static TestOffice desk;
    private static Dispute shelved;
    private DisputePage page;
    private Scene scene;

    @BeforeAll
    static void open(@TempDir Path folder) {
        desk = new TestOffice(folder);
        shelved = desk.stored(Dispute.class, Samples.map("title", "张三与李四邻里纠纷", "stage", "20", "area_code", TestOffice.TOWN, "source_code", "1",
                "type_sf", "02", "happen_date", TestOffice.TODAY, "happen_address", "村东头水渠边", "summary", "因院墙滴水发生争执", "people_count", 2L,
                "scale", "01", "risk_level", "3", "register_date", TestOffice.TODAY));
        desk.stored(DisputeParty.class, Map.of("dispute_id", shelved.id(), "role", "1", "kind", "1", "name", "张三", "id_type", "111", "phone", "13909350000"));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Start
    void start(Stage stage) {
        page = new DisputePage(desk.office, desk.house.mediation(), desk.house.disputeDues(), new SeenBefore(desk.house.registers()), null);
        scene = new Scene(page.node(), 1146, 680);
        Style.dress(scene);
        stage.setScene(scene);
        stage.show();
        page.shown();
    }

    @BeforeEach
    void shelve() {
        var registers = desk.house.registers();
        registers.admit(Permission.EVERYTHING);
        var disputes = registers.of(Dispute.class);
        registers.asDesk(() -> disputes.change(shelved.id(), dispute -> disputes.shape().with(dispute,
                Map.of("stage", "30", "close_date", TestOffice.TODAY, "archive_date", TestOffice.TODAY, "retention_kind", "2"))));
    }

    private void look(Typing clerk) {
        desk.onFx(() -> page.open(shelved.id()));
        clerk.until("why", () -> clerk.says("#steps-closed").contains("只能查看"));
    }

    private boolean isDisabled(String selector) {
        return page.node().lookup(selector).isDisabled();
    }

    private boolean takesKeys(String field) {
        return ((TextInputControl) page.node().lookup("#field-" + field)).isEditable();
    }

    @Test
    void nothingOfItCanBeTypedButEverythingRead(FxRobot robot) {
        var clerk = new Typing(robot, desk, scene);
        look(clerk);
        assertThat(clerk.says("#steps-closed")).startsWith(TestOffice.TODAY + " 已归档");
        for (String field : new String[] {"title", "summary", "happen_date", "type_sf", "people_count", "resp_phone"}) {
            assertThat(takesKeys(field)).as(field).isFalse();
        }
        assertThat(isDisabled("#field-summary")).as("still to be marked and copied").isFalse();
        assertThat(isDisabled("#void")).isTrue();
        assertThat(isDisabled("#save")).isTrue();
        assertThat(page.node().lookupAll(".button").stream().filter(button -> String.valueOf(button.getId()).startsWith("step-")).map(Node::getId))
                .containsExactly("step-reopen");
        Shots.take(page.node(), "case-shelved");
    }

    @Test
    void nothingCanBeAddedBelowIt(FxRobot robot) {
        var clerk = new Typing(robot, desk, scene);
        look(clerk);
        clerk.press(KeyCode.F6);
        assertThat(isDisabled("#new-dispute_party")).isTrue();
        TableView<?> parties = (TableView<?>) page.node().lookup("#children-dispute_party .table-view");
        desk.onFx(() -> parties.getSelectionModel().select(0));
        clerk.until("the party", () -> clerk.written("name").equals("张三"));
        assertThat(((TextField) page.node().lookup("#children-dispute_party #field-name")).isEditable()).isFalse();
        assertThat(isDisabled("#void-dispute_party")).isTrue();
        Shots.take(page.node(), "case-shelved-party");
        desk.onFx(() -> parties.requestFocus());
        clerk.press(KeyCode.DELETE);
        assertThat(desk.house.registers().of(DisputeParty.class).list(Query.all(), 9)).hasSize(1);
    }

    @Test
    void whoMayNotTakeItDownIsToldWhoMay(FxRobot robot) {
        var clerk = new Typing(robot, desk, scene);
        desk.house.registers().admit(new Forbidding("录入员", null, "reopen"));
        look(clerk);
        assertThat(clerk.says("#steps-closed")).contains("请档案员或司法所长");
        assertThat(clerk.shows("#step-reopen")).isFalse();
    }

    @Test
    void takenDownWithAReasonItCanBeWrittenAgain(FxRobot robot) {
        var clerk = new Typing(robot, desk, scene);
        look(clerk);
        clerk.press(KeyCode.ALT, KeyCode.DIGIT1);
        desk.onFx(() -> ((TextField) page.node().lookup("#steps #reason")).setText("金额写错"));
        robot.interact(() -> ((javafx.scene.control.Button) page.node().lookup("#steps #agree")).fire());
        clerk.until("open", () -> takesKeys("summary"));
        assertThat(clerk.says("#steps-closed")).isEmpty();
        assertThat(isDisabled("#new-dispute_party")).isFalse();
    }
}
