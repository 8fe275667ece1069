package cn.anlan.mediation.screening.screen;

import cn.anlan.Shots;
import cn.anlan.UiTest;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.Screening;
import cn.anlan.mediation.ScreeningFinding;
import cn.anlan.store.Query;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/** The clerk at the end of a half month. */
@UiTest
class ScreeningPageTest {
    private static final String VILLAGE = "620623100201";

    @TempDir
    Path folder;

    private TestOffice desk;
    private ScreeningPage page;
    private Stage stage;
    private final List<String> opened = new ArrayList<>();

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void anOffice() {
        desk = new TestOffice(folder);
        desk.stored(Committee.class, committee("华藏寺镇人民调解委员会", "3", TestOffice.TOWN));
        desk.stored(Committee.class, committee("某村人民调解委员会", "1", VILLAGE));
        desk.onFx(() -> {
            page = new ScreeningPage(desk.office, desk.house.screenings(), (register, id) -> opened.add(register + "/" + id));
            stage.setScene(new Scene(page.node(), 1156, 700));
            Style.dress(stage.getScene());
            stage.show();
            page.shown();
        });
    }

    @AfterEach
    void close() {
        desk.onFx(() -> stage.hide());
        desk.close();
    }

    private static Map<String, Object> committee(String name, String kind, String area) {
        return Map.of("name", name, "kind", kind, "area_code", area, "short_name", "天华", "director", "李主任", "member_count", 5L, "has_female", true,
                "minority_member", true);
    }

    @SuppressWarnings("unchecked")
    private <N> N find(String id) {
        return (N) page.node().lookup("#" + id);
    }

    private void press(String id) {
        desk.onFx(() -> this.<Button>find(id).fire());
    }

    @Test
    void oneClickPerPlaceAndNobodyIsMissing() {
        assertThat(this.<Label>find("missing").getText()).contains("2 处");
        ComboBox<?> areas = find("nil-area");
        assertThat(areas.getItems()).hasSize(2);
        press("nil");
        assertThat(this.<Label>find("missing").getText()).contains("1 处");
        press("nil");
        assertThat(this.<Label>find("missing").getText()).contains("都已报送");
        assertThat(this.<Button>find("nil").isVisible()).isFalse();
        assertThat(desk.house.registers().of(Screening.class).list(Query.all(), 10)).hasSize(2)
                .allMatch(screening -> screening.result().isZeroReport());
        Shots.take(page.node(), "screening-nil");
    }

    @Test
    void whatWasFoundGoesToMediationAndIsLinked() {
        Screening screening = desk.stored(Screening.class, Map.of("date", TestOffice.TODAY, "area_code", VILLAGE, "kind", "2", "screeners", "网格员马占元",
                "found_count", 1L, "prevented_count", 0L));
        desk.stored(ScreeningFinding.class, Map.of("screening_id", screening.id(), "summary", "两家因院墙滴水多次口角", "type_sf", "02", "applicant", "才让·东智",
                "respondent", "李四", "outcome", "2"));
        desk.onFx(() -> page.open(screening.id()));
        assertThat(this.<Button>find("to-disputes").getText()).contains("1 件");
        Shots.take(page.node(), "screening-found");
        press("to-disputes");
        Dispute draft = desk.house.registers().of(Dispute.class).list(Query.all(), 1).get(0);
        assertThat(opened).containsExactly("dispute/" + draft.id());
        assertThat(draft.registration().title()).isEqualTo("才让·东智与李四邻里纠纷");
        assertThat(this.<Button>find("to-disputes").isVisible()).isFalse();
    }
}
