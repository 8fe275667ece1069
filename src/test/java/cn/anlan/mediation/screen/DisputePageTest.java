package cn.anlan.mediation.screen;

import cn.anlan.Shots;
import cn.anlan.UiTest;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.Mediator;
import cn.anlan.mediation.desk.SeenBefore;
import cn.anlan.mediation.desk.Step;
import cn.anlan.store.Query;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        desk.mediator();
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

    private String stage(Dispute dispute) {
        return now(dispute).registration().stage();
    }

    private Dispute newest() {
        return desk.house.registers().of(Dispute.class).list(Query.all(), 1).get(0);
    }

    @Test
    void aWholeCaseFromTheFirstKeyToTheClosedOne() {
        var clerk = new Typing(desk, scene);
        long begun = System.nanoTime();
        try (var frames = new Frames()) {
            enter(clerk);
            Dispute dispute = newest();
            parties(clerk, dispute);
            mediate(clerk, dispute);
            perform(clerk, dispute);
            System.out.printf("whole case by keyboard: %d s, painting thread held %d ms at the longest, %d times above 100 ms of %d knocks%n",
                    (System.nanoTime() - begun) / 1_000_000_000, frames.longestMillis(), frames.over100(), frames.knocks());
            assertThat(frames.knocks()).isGreaterThan(100);
        }
    }

    private void enter(Typing clerk) {
        clerk.press(KeyCode.CONTROL, KeyCode.N);
        clerk.into("title", "才让·东智与𠮷生财债务纠纷").into("source_code", "依申请调解").into("type_sf", "合同纠纷").into("happen_date", "20261030")
                .into("happen_address", "岔口驿村三组").into("summary", "欠工钱两千元").into("people_count", "2").into("amount_fen", "2000");
        Shots.take(page.node(), "case-typed");
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("stored", () -> clerk.says("#case-title").startsWith("才让"));
    }

    private void parties(Typing clerk, Dispute dispute) {
        clerk.press(KeyCode.F6);
        party(clerk, "申请人", "才让·东智", "13909351234");
        party(clerk, "被申请人", "𠮷生财", "13809355678");
        assertThat(desk.house.registers().of(DisputeParty.class).count(Query.all().is("dispute_id", dispute.id()), 9)).isEqualTo(2);
    }

    private void party(Typing clerk, String role, String name, String phone) {
        clerk.press(KeyCode.CONTROL, KeyCode.N);
        clerk.into("role", role).into("name", name).into("phone", phone).press(KeyCode.CONTROL, KeyCode.S);
    }

    private void mediate(Typing clerk, Dispute dispute) {
        clerk.press(KeyCode.ALT, KeyCode.DIGIT1);
        clerk.until("registered", () -> clerk.shows("#step-accept"));
        clerk.press(KeyCode.ALT, KeyCode.DIGIT2);
        clerk.until("form", () -> clerk.shows("#step-form"));
        clerk.tick("consent_applicant").tick("consent_respondent").into("lead_mediator_id", "mtj");
        clerk.press(KeyCode.ENTER);
        Shots.take(page.node(), "case-accept");
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("accepted", () -> clerk.shows("#step-record"));
        assertThat(now(dispute).registration().caseNo()).matches("（2026）天华人调字第00\\d号");
        clerk.press(KeyCode.ALT, KeyCode.DIGIT1);
        clerk.until("form", () -> clerk.shows("#step-form"));
        clerk.into("place", "镇调解室").into("recorder", "马调解").tick("told_rights").into("content", "分别听取双方意见").into("outcome", "达成");
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("recorded", () -> clerk.shows("#step-agree"));
        Shots.take(page.node(), "case-mediating");
        clerk.press(KeyCode.ALT, KeyCode.DIGIT3);
        clerk.until("form", () -> clerk.shows("#step-form"));
        clerk.into("form", "口头协议").into("content", "三日内付清").into("perform_mode", "现金").into("perform_deadline", "2026-11-03");
        Shots.take(page.node(), "case-agree");
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("agreed", () -> clerk.shows("#step-performed"));
    }

    private void perform(Typing clerk, Dispute dispute) {
        clerk.press(KeyCode.ALT, KeyCode.DIGIT1);
        clerk.until("form", () -> clerk.shows("#step-form"));
        clerk.into("party", "才让").press(KeyCode.ENTER);
        clerk.into("revisitor", "马调解").into("perform_state", "已履行").into("content", "工钱已收到");
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("performed", () -> clerk.shows("#step-close"));
        clerk.press(KeyCode.ALT, KeyCode.DIGIT1);
        clerk.until("form", () -> clerk.shows("#step-form"));
        clerk.into("result_text", "工钱付清，双方和好").into("close_result", "协议履行完毕");
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("closed", () -> clerk.shows("#step-archive"));
        assertThat(stage(dispute)).isEqualTo("20");
        assertThat(now(dispute).outcome().closing().isSuccess()).isTrue();
        desk.onFx(() -> ((TabPane) page.node().lookup(".tab-pane")).getSelectionModel().selectLast());
        Shots.take(page.node(), "case-closed-log");
        ListView<?> log = (ListView<?>) page.node().lookup("#log-dispute");
        assertThat(log.getItems()).map(String::valueOf).anyMatch(told -> told.contains("办理「受理」（2026-10-31）：已登记 → 已受理"));
    }

    private Dispute registered() {
        Dispute dispute = dispute();
        party(dispute, "1", "张三");
        return desk.house.mediation().move(dispute.id(), Step.REGISTER, Map.of());
    }

    @Test
    void aRefusedStepLeadsToWhatIsMissing() {
        var clerk = new Typing(desk, scene);
        Dispute dispute = registered();
        desk.onFx(() -> page.open(dispute.id()));
        clerk.until("steps", () -> clerk.shows("#step-accept"));
        clerk.press(KeyCode.ALT, KeyCode.DIGIT2);
        clerk.tick("consent_applicant").tick("consent_respondent").into("lead_mediator_id", "mtj").press(KeyCode.ENTER);
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("told", () -> clerk.says("#notice-text").contains("被申请人"));
        assertThat(clerk.shows("#step-form")).as("the parties are in front, what was typed is kept").isFalse();
        assertThat(clerk.focused()).isEqualTo("new-dispute_party");
        Shots.take(page.node(), "case-refused");
        party(clerk, "被申请人", "李四", "13809355678");
        clerk.press(KeyCode.ALT, KeyCode.DIGIT2);
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("accepted", () -> clerk.shows("#step-record"));
        assertThat(stage(dispute)).isEqualTo("03");
    }

    /** Nobody has brought her papers: that is asked about where the agreement is typed, and a reason goes on. */
    @Test
    void aWrittenAgreementWithoutNumbersIsAskedAboutOnTheSpot() {
        var clerk = new Typing(desk, scene);
        Dispute dispute = registered();
        party(dispute, "2", "李四");
        String mediator = desk.house.registers().of(Mediator.class).list(Query.all(), 1).get(0).id();
        String committee = desk.house.registers().of(Committee.class).list(Query.all(), 1).get(0).id();
        desk.house.mediation().move(dispute.id(), Step.ACCEPT, Map.of("consent_applicant", true, "consent_respondent", true, "committee_id", committee,
                "lead_mediator_id", mediator));
        desk.house.mediation().move(dispute.id(), Step.RECORD, Map.of("dispute_activity", Map.of("kind", "2", "start_dt", TestOffice.TODAY + "T09:00", "place", "镇调解室",
                "recorder", "马调解", "host_mediator_id", mediator, "told_rights", true, "content", "分别听取双方意见", "outcome", "1")));
        desk.onFx(() -> page.open(dispute.id()));
        clerk.until("steps", () -> clerk.shows("#step-agree"));
        desk.onFx(() -> ((ButtonBase) page.node().lookup("#step-agree")).fire());
        clerk.until("form", () -> clerk.shows("#step-form"));
        clerk.into("form", "书面协议").into("dispute_points", "院墙滴水").into("content", "三日内修好").into("perform_mode", "修缮").into("perform_deadline", "2026-11-03")
                .tick("parties_signed").tick("mediator_signed").tick("sealed");
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("asked", () -> clerk.says("#step-form #notice-text").contains("证件号码"));
        assertThat(clerk.says("#step-form #notice-text")).contains("张三", "李四");
        assertThat(clerk.shows("#step-form")).as("what was typed stays in front").isTrue();
        Shots.take(page.node(), "case-agree-doubt");
        desk.onFx(() -> page.node().lookup("#step-form #reason").requestFocus());
        clerk.write("身份证正在补办").press(KeyCode.ENTER);
        clerk.until("agreed", () -> clerk.shows("#step-performed"));
        assertThat(stage(dispute)).isEqualTo("06");
    }

    /** Scenario 6: one party refuses at the door. */
    @Test
    void whoRefusesIsNotMediated() {
        var clerk = new Typing(desk, scene);
        Dispute dispute = registered();
        party(dispute, "2", "李四");
        desk.onFx(() -> page.open(dispute.id()));
        clerk.until("steps", () -> clerk.shows("#step-accept"));
        clerk.press(KeyCode.ALT, KeyCode.DIGIT2);
        clerk.tick("consent_applicant").into("lead_mediator_id", "mtj").press(KeyCode.ENTER);
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("told", () -> clerk.says("#error-consent_respondent").contains("应作「不予受理」"));
        assertThat(clerk.focused()).as("the cursor is where the cure is").isEqualTo("field-consent_respondent");
        clerk.press(KeyCode.ESCAPE);
        clerk.press(KeyCode.ALT, KeyCode.DIGIT1);
        clerk.into("not_accept_reason", "一方明确拒绝调解").press(KeyCode.CONTROL, KeyCode.S);
        clerk.until("turned away", () -> clerk.shows("#step-close"));
        assertThat(stage(dispute)).isEqualTo("10");
        assertThat(now(dispute).registration().caseNo()).isNull();
        assertThat(now(dispute).handling().acceptDate()).as("never counted: nothing was accepted").isNull();
    }

    @Test
    void peopleSeenBeforeAreTold() {
        var clerk = new Typing(desk, scene);
        Dispute old = dispute("title", "祁连山与马占海草场纠纷", "register_date", TestOffice.TODAY.minusMonths(2), "happen_date",
                TestOffice.TODAY.minusMonths(2));
        party(old, "1", "祁连山");
        party(old, "2", "马占海");
        Dispute fresh = dispute("title", "马占海又来了");
        party(fresh, "1", "马占海");
        desk.onFx(() -> page.open(fresh.id()));
        clerk.press(KeyCode.F6).press(KeyCode.CONTROL, KeyCode.N);
        clerk.into("role", "被申请人").into("name", "祁连山");
        clerk.until("seen", () -> clerk.shows("#seen-link-3"));
        Shots.take(page.node(), "case-seen");
        clerk.press(KeyCode.F9);
        clerk.until("linked", () -> clerk.shows("#link-" + old.id()));
        Shots.take(page.node(), "case-linked");
        assertThat(desk.house.mediation().links(old.id())).singleElement().satisfies(link -> {
            assertThat(link.kind()).isEqualTo("3");
            assertThat(link.disputeId()).isEqualTo(fresh.id());
        });
        clerk.press(KeyCode.CONTROL, KeyCode.S);
        desk.onFx(() -> page.open(old.id()));
        clerk.until("shown on the other too", () -> clerk.shows("#link-" + fresh.id()));
    }

    @Test
    void tabsOfTheCaseStandInTheOfficesOrder() {
        Dispute dispute = dispute();
        desk.onFx(() -> page.open(dispute.id()));
        TabPane tabs = (TabPane) page.node().lookup(".tab-pane");
        assertThat(tabs.getTabs()).extracting(tab -> tab.getText().replaceAll(" \\d+$", "")).startsWith("基本", "当事人", "过程", "协议与履行", "回访", "司法确认")
                .endsWith("日志");
        Shots.take(page.node(), "case-basic");
        desk.onFx(() -> page.node().setStyle("-fx-font-size: 17.5px"));
        Shots.take(page.node(), "case-basic-125");
    }
}
