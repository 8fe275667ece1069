package cn.anlan.mediation.screen;

import cn.anlan.Shots;
import cn.anlan.UiTest;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeActivity;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.Mediator;
import cn.anlan.mediation.Referral;
import cn.anlan.store.Query;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/** The case page, worked with the keyboard alone from the first key to the closed case. */
@UiTest
class DisputePageTest {
    private static TestOffice desk;
    private DisputePage page;
    private Scene scene;

    @BeforeAll
    static void open(@TempDir Path folder) {
        desk = new TestOffice(folder);
        Committee committee = desk.stored(Committee.class, Map.of("name", "华藏寺镇人民调解委员会", "kind", "3", "area_code", TestOffice.TOWN,
                "short_name", "天华", "director", "李主任", "member_count", 5L, "has_female", true));
        desk.stored(Mediator.class, Map.of("name", "马调解", "sex", "1", "ethnic", "03", "birth_date", LocalDate.of(1980, 5, 5), "phone", "13909350001",
                "committee_id", committee.id()));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Start
    void start(Stage stage) {
        page = new DisputePage(desk.office, desk.house.mediation(), desk.house.disputeDues(), null);
        scene = new Scene(page.node(), 1146, 680);
        Style.dress(scene);
        stage.setScene(scene);
        stage.show();
        page.shown();
    }

    private static Dispute dispute(@Nullable Object... pairs) {
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("title", "张三与李四邻里纠纷", "stage", "01", "register_date", TestOffice.TODAY,
                "area_code", TestOffice.TOWN, "source_code", "1", "type_sf", "02", "happen_date", TestOffice.TODAY, "happen_address", "村东头水渠边",
                "summary", "因院墙滴水发生争执", "scale", "01"));
        values.putAll(Map.of("people_count", 2L, "risk_level", "3"));
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return desk.stored(Dispute.class, values);
    }

    private static DisputeParty party(Dispute dispute, String role, String name) {
        return desk.stored(DisputeParty.class, Map.of("dispute_id", dispute.id(), "role", role, "kind", "1", "name", name, "id_type", "111",
                "phone", "13909350000"));
    }

    private Dispute now(Dispute dispute) {
        return desk.house.registers().of(Dispute.class).get(dispute.id());
    }

    @Test
    void looksLikeThis() {
        Dispute dispute = dispute();
        party(dispute, "1", "张三");
        party(dispute, "2", "李四");
        desk.onFx(() -> page.open(dispute.id()));
        Shots.take(page.node(), "case-basic");
        desk.onFx(() -> page.jump("dispute_activity"));
        Shots.take(page.node(), "case-process");
        desk.onFx(() -> ((TabPane) page.node().lookup(".tab-pane")).getSelectionModel().selectLast());
        Shots.take(page.node(), "case-log");
        ListView<?> log = (ListView<?>) page.node().lookup("#log-dispute");
        assertThat(log.getItems()).hasSize(3);
    }
}
