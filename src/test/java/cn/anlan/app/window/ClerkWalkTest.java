package cn.anlan.app.window;

import cn.anlan.UiTest;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Entry;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.Mediator;
import cn.anlan.roster.Literate;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.security.key.TestKeys;
import cn.anlan.station.ServicePoint;
import cn.anlan.station.ServiceVisit;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A first day at the office, from the questions of the first start to the file for the county, walked in the window as a clerk would. */
@UiTest
class ClerkWalkTest {
    /** Right but for its last character, which should be 6. */
    private static final String WRONG_ID = "620623198001010010";
    private static final String RIGHT_ID = "620623198001010016";

    @TempDir
    Path folder;

    @TempDir
    Path stick;

    @SuppressWarnings("NullAway.Init")
    private TestWindow window;

    @Test
    void theFirstDay() throws Exception {
        try (TestWindow opened = TestWindow.open(folder)) {
            window = opened;
            answerTheFirstQuestions();
            enterCommitteeAndMediator();
            enterDispute();
            takeEveryStep();
            enterLiterateWithAWrongNumberFirst();
            logAVisitAndMakeItADispute();
            findEverythingAgain();
            sendToTheCounty();
            assertThat(opened.answers.failures).isEmpty();
        }
        var keys = TestKeys.of(folder, TestWindow.CLOCK).open("才让", LockedHouse.PASSWORD.toCharArray());
        try (var house = new Wiring(folder, TestWindow.CLOCK, Access.of(keys))) {
            Register<Dispute> disputes = house.registers().of(Dispute.class);
            assertThat(disputes.list(Query.all().is("stage", "20"), 10)).singleElement()
                    .satisfies(dispute -> assertThat(dispute.outcome().closing().isSuccess()).isTrue());
            assertThat(house.registers().of(ServiceVisit.class).list(Query.all(), 10)).singleElement()
                    .satisfies(visit -> assertThat(visit.result().disputeId()).isNotNull());
            assertThat(house.registers().of(Literate.class).list(Query.all(), 10)).singleElement()
                    .satisfies(literate -> assertThat(literate.person().idNumber()).isEqualTo(RIGHT_ID));
            assertThat(house.journal().firstBrokenLink()).isEqualTo(Optional.empty());
        }
    }

    private void answerTheFirstQuestions() {
        window.await("#first-town");
        window.type("#first-town", "hzs");
        ListView<?> towns = window.await("#first-towns");
        window.until(() -> towns.getItems().size() == 1);
        window.type("#first-clerk", "才让");
        window.press("#first-next");
        window.press("#first-next");
        window.await("#account-password");
        window.type("#account-password", LockedHouse.PASSWORD);
        window.type("#account-again", LockedHouse.PASSWORD);
        window.press("#account-go");
        String[] groups = window.<Label>await("#recovery-code").getText().strip().split("\\s+");
        int asked = Integer.parseInt(window.<Label>await("#recovery-asked").getText().replaceAll("\\D", ""));
        window.type("#recovery-typed", groups[asked - 1]);
        window.press("#recovery-go");
        window.await("#page-home");
    }

    private void enterCommitteeAndMediator() {
        begin("committee");
        type("committee", Map.of("name", "华藏寺镇人民调解委员会", "kind", "乡镇", "short_name", "天华", "director", "王建国", "member_count", "5"));
        tick("committee", "has_female");
        tick("committee", "minority_member");
        save("committee", Committee.class, 1);
        begin("mediator");
        type("mediator", Map.of("name", "李秀英", "sex", "女", "ethnic", "汉族", "birth_date", "1975-6-15", "phone", "13893512345",
                "committee_id", "华藏寺镇人民调解委员会", "start_date", "2020-1-1"));
        save("mediator", Mediator.class, 1);
    }

    private void enterDispute() {
        begin("dispute");
        type("dispute", Map.of("title", "张三与马·哈比邻里纠纷", "register_date", "20261030", "source_code", "依申请调解", "type_sf", "邻里纠纷",
                "happen_date", "2026-10-29", "happen_address", "岔口驿村三组", "summary", "院墙外堆放柴草，遮挡通道。", "people_count", "2"));
        save("dispute", Dispute.class, 1);
        enterParty(1, "申请人", "张三", "13909351234");
        enterParty(2, "被申请人", "马·哈比", "13809355678");
        window.shot("dispute-parties");
    }

    private void enterParty(int count, String role, String name, String phone) {
        tab("dispute_party");
        press("#page-dispute", "#new-dispute_party");
        type("dispute_party", Map.of("role", role, "name", name, "phone", phone));
        press("#page-dispute", "#save-dispute_party");
        awaitCount(DisputeParty.class, count);
    }

    private void takeEveryStep() {
        press("#page-dispute", "#step-register");
        awaitStage("02");
        press("#page-dispute", "#step-accept");
        type("step-form", Map.of("accept_date", "2026-10-30", "committee_id", "华藏寺镇人民调解委员会", "lead_mediator_id", "李秀英"));
        press("#page-dispute", "#take-step");
        window.until(() -> in("#page-dispute", "#notice").filter(Node::isVisible).isPresent() || errors("#step-form") > 0);
        window.shot("step-refused");
        tick("step-form", "consent_applicant");
        tick("step-form", "consent_respondent");
        press("#page-dispute", "#take-step");
        awaitStage("03");
        press("#page-dispute", "#step-record");
        type("step-form", Map.of("kind", "调解会", "start_dt", "2026-10-31 9:30", "place", "镇综治中心调解室", "recorder", "李秀英",
                "content", "分别听取双方意见，告知权利义务。", "outcome", "达成"));
        tick("step-form", "told_rights");
        window.shot("step-record");
        press("#page-dispute", "#take-step");
        awaitStage("04");
        press("#page-dispute", "#step-agree");
        type("step-form", Map.of("form", "口头协议", "sign_date", "2026-10-31", "content", "一、互相谅解；二、三日内搬走柴草。", "perform_mode", "自行搬走",
                "perform_deadline", "2026-11-3"));
        window.shot("step-agree");
        press("#page-dispute", "#take-step");
        awaitStage("06");
        press("#page-dispute", "#step-performed");
        type("step-form", Map.of("revisit_date", "2026-11-3", "party", "张三", "revisitor", "李秀英", "perform_state", "已履行", "content", "柴草已搬走。"));
        press("#page-dispute", "#take-step");
        awaitStage("07");
        press("#page-dispute", "#step-close");
        type("step-form", Map.of("close_date", "2026-11-3", "close_result", "协议履行完毕", "difficulty", "简单", "resolve_mode", "人民调解", "result_text", "双方和好。"));
        press("#page-dispute", "#take-step");
        awaitStage("20");
        window.shot("dispute-closed");
    }

    private void enterLiterateWithAWrongNumberFirst() {
        begin("literate");
        type("literate", Map.of("name", "扎西·卓玛", "ethnic", "藏族", "id_number", WRONG_ID, "phone", "13993567890", "politics", "群众",
                "education", "普通高中", "area_code", "东山根村", "categories", "05", "nominate_way", "自荐"));
        window.shot("literate-wrong-id");
        press("#page-literate", "#save");
        window.until(() -> in("#page-literate", "#error-id_number").filter(Node::isVisible).isPresent());
        assertThat(((TextInputControl) in("#page-literate", "#field-name").orElseThrow()).getText()).isEqualTo("扎西·卓玛");
        type("literate", Map.of("id_number", RIGHT_ID));
        save("literate", Literate.class, 1);
    }

    private void logAVisitAndMakeItADispute() throws Exception {
        begin("service_point");
        type("service_point", Map.of("level", "站", "name", "华藏寺镇公共法律服务工作站"));
        save("service_point", ServicePoint.class, 1);
        begin("service_visit");
        type("service_visit", Map.of("point_id", "华藏寺镇公共法律服务工作站", "visit_dt", "2026-11-3 9:00", "receiver", "李秀英", "visitor_name", "杨万寿",
                "phone", "15293560001", "service_kind", "人民调解", "law_field", "土地", "question", "邻居开荒占了自家地界", "answer", "登记后转调委会调解"));
        save("service_visit", ServiceVisit.class, 1);
        window.shot("visit");
        press("#page-service_visit", "#to-dispute");
        awaitCount(Dispute.class, 2);
        window.until(() -> in("#page-dispute", "#step-register").filter(Node::isVisible).isPresent());
    }

    private void findEverythingAgain() {
        for (String typed : new String[] {"张", "mhb", "5678", "扎西", "yws", "yangwan"}) {
            window.key(KeyCode.K, true);
            window.await("#find-words");
            window.type("#find-words", typed);
            ListView<?> rows = window.await("#find-rows");
            window.until(() -> !rows.getItems().isEmpty());
            window.shot("find-" + typed);
            window.key(KeyCode.ESCAPE, false);
            window.until(() -> window.find("#find-overlay").filter(Node::isVisible).isEmpty());
        }
    }

    private void sendToTheCounty() throws Exception {
        window.press("#nav-export");
        window.await("#page-export");
        window.answers.folder = Optional.of(stick);
        window.press("#export-check");
        window.until(() -> window.find("#export-seal").filter(Node::isVisible).isPresent());
        window.shot("export-checked");
        window.find("#export-heeded").filter(Node::isVisible).ifPresent(box -> window.fx(() -> {
            ((CheckBox) box).setSelected(true);
            return box;
        }));
        window.type("#export-folder", stick.toString());
        window.press("#export-seal");
        window.until(() -> {
            try (var files = Files.list(stick)) {
                return files.anyMatch(file -> file.toString().endsWith(".zhb"));
            }
        });
        window.shot("export-sealed");
    }

    private void begin(String register) {
        window.press("#nav-" + register);
        window.await("#page-" + register);
        press("#page-" + register, "#new");
        window.until(() -> in("#form-" + register, ".text-field").filter(field -> !field.isDisabled()).isPresent());
    }

    /** Types into fields of a form, in whatever order; leaving each reads it. */
    private void type(String form, Map<String, String> values) {
        String home = form.equals("step-form") ? "#step-form" : "#form-" + form;
        values.forEach((name, text) -> {
            window.until(() -> in(home, "#field-" + name).filter(node -> !node.isDisabled() && node.getScene() != null).isPresent());
            window.fx(() -> {
                Node field = in(home, "#field-" + name).orElseThrow();
                field.requestFocus();
                if (field instanceof CheckComboBox<?> codes) {
                    codes.getCheckModel().check(codes.getItems().indexOf(text));
                } else {
                    ((TextInputControl) field).setText(text);
                }
                return field;
            });
        });
        window.fx(() -> {
            in(home, ".text-field").ifPresent(Node::requestFocus);
            return home;
        });
    }

    private void tick(String form, String name) {
        String home = form.equals("step-form") ? "#step-form" : "#form-" + form;
        window.fx(() -> {
            ((CheckBox) in(home, "#field-" + name).orElseThrow()).setSelected(true);
            return name;
        });
    }

    private void save(String register, Class<? extends Entry> type, int count) {
        press("#page-" + register, "#save");
        awaitCount(type, count);
    }

    private void tab(String register) {
        window.fx(() -> {
            TabPane tabs = (TabPane) in("#page-dispute", ".tab-pane").orElseThrow();
            Tab tab = tabs.getTabs().stream().filter(each -> ("tab-" + register).equals(each.getId())).findFirst().orElseThrow();
            tabs.getSelectionModel().select(tab);
            return tab;
        });
    }

    private void press(String home, String id) {
        window.until(() -> in(home, id).filter(node -> node.isVisible() && !node.isDisabled()).isPresent());
        window.fx(() -> {
            ((ButtonBase) in(home, id).orElseThrow()).fire();
            return id;
        });
    }

    private Optional<Node> in(String home, String selector) {
        return Optional.ofNullable(window.stage().getScene().lookup(home)).map(node -> node.lookup(selector));
    }

    private long errors(String home) {
        return in(home, ".wrong").stream().count();
    }

    private void awaitStage(String stage) {
        window.until(() -> count(Dispute.class, Query.all().is("stage", stage)) == 1);
        window.until(() -> in("#page-dispute", "#step-form").isEmpty());
    }

    private void awaitCount(Class<? extends Entry> type, int count) {
        window.until(() -> count(type, Query.all()) == count);
    }

    private <E extends Entry> long count(Class<E> type, Query query) throws Exception {
        var counted = CompletableFuture.supplyAsync(() -> window.house().registers().of(type).count(query, 100));
        return counted.get();
    }
}
