package cn.anlan.app.window;

import cn.anlan.OnScreen;
import cn.anlan.app.Wiring;
import cn.anlan.mediation.Dispute;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.security.key.TestKeys;
import cn.anlan.store.Query;
import java.nio.file.Path;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The questions of the first start. */
@OnScreen
class FirstRunTest {
    @TempDir
    Path folder;

    private void answer(TestWindow window) {
        window.await("#first-town");
        window.type("#first-town", "hzs");
        ListView<?> towns = window.await("#first-towns");
        window.until(() -> towns.getItems().size() == 1);
        window.type("#first-clerk", "才让");
    }

    @Test
    void aNewOfficeAnswersAndFindsItsWorkbench() {
        try (TestWindow window = TestWindow.open(folder)) {
            answer(window);
            assertThat(window.<TextField>await("#first-org-code").getText()).isEqualTo("620623100000");
            assertThat(window.<TextField>await("#first-org-name").getText()).startsWith("华藏寺镇");
            window.shot("first-run-1");
            window.press("#first-next");
            window.shot("first-run-2");
            window.press("#first-next");
            window.await("#account-password");
            window.shot("first-account");
            window.type("#account-password", "cairang2026");
            window.type("#account-again", "cairang2026");
            window.press("#account-go");
            window.until(() -> window.<Label>find("#account-refusal").orElseThrow().getText().contains("口令"));
            window.type("#account-password", LockedHouse.PASSWORD);
            window.type("#account-again", LockedHouse.PASSWORD);
            window.press("#account-go");
            Label code = window.await("#recovery-code");
            window.shot("recovery-code");
            window.type("#recovery-typed", "00000");
            window.press("#recovery-go");
            assertThat(window.<Label>await("#recovery-refusal").getText()).contains("对不上");
            int group = Integer.parseInt(window.<Label>await("#recovery-asked").getText().replaceAll("\\D", ""));
            window.type("#recovery-typed", code.getText().strip().split("\\s+")[group - 1].toLowerCase(Locale.ROOT));
            window.press("#recovery-go");
            window.await("#home-first-steps");
            window.shot("home-empty");
            assertThat(window.stage().getTitle()).contains("华藏寺镇");
        }
        assertThatThrownBy(() -> new Wiring(folder, TestWindow.CLOCK)).hasMessageContaining("已加锁");
        try (var house = new Wiring(folder, TestWindow.CLOCK, Access.of(TestKeys.of(folder, TestWindow.CLOCK).open("才让", LockedHouse.PASSWORD.toCharArray())))) {
            assertThat(house.settings().get("home")).contains(TestWindow.TOWN);
            assertThat(house.settings().get("clerk")).contains("才让");
            assertThat(house.settings().get("install_id")).get().asString().hasSize(26);
        }
    }

    @Test
    void nothingIsLostByGoingBack() {
        try (TestWindow window = TestWindow.open(folder)) {
            answer(window);
            window.type("#first-org-code", "620623100009");
            window.press("#first-next");
            window.press("#first-back");
            assertThat(window.<TextField>await("#first-clerk").getText()).isEqualTo("才让");
            assertThat(window.<TextField>await("#first-org-code").getText()).isEqualTo("620623100009");
            assertThat(window.<ListView<?>>await("#first-towns").getSelectionModel().getSelectedItem()).isNotNull();
        }
    }

    @Test
    void whatIsMissingIsAskedForOneByOne() {
        try (TestWindow window = TestWindow.open(folder)) {
            window.await("#first-town");
            window.press("#first-next");
            assertThat(window.<Label>await("#first-refusal").getText()).contains("乡镇");
            answer(window);
            window.type("#first-org-code", "123");
            window.press("#first-next");
            assertThat(window.<Label>await("#first-refusal").getText()).contains("12 位");
        }
    }

    @Test
    void townsAreWalkedWithTheArrowKeys() {
        try (TestWindow window = TestWindow.open(folder)) {
            ListView<?> towns = window.await("#first-towns");
            window.until(() -> towns.getItems().size() > 5);
            TextField field = window.await("#first-town");
            window.fx(() -> {
                field.requestFocus();
                return field;
            });
            window.key(KeyCode.DOWN, false);
            window.key(KeyCode.DOWN, false);
            assertThat(towns.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        }
    }

    @Test
    void theSampleTownshipIsFilledIn() {
        try (TestWindow window = TestWindow.open(folder)) {
            answer(window);
            window.press("#first-next");
            RadioButton sample = window.await("#first-sample");
            window.fx(() -> {
                sample.setSelected(true);
                return sample;
            });
            window.press("#first-next");
            window.await("#home-count-dispute");
            window.until(() -> window.find("#home-count-dispute").isPresent());
            assertThat(window.find("#home-first-steps").filter(Node::isVisible)).isEmpty();
        }
    }

    /** She is asked again, with all she typed; nothing of the sample is left, and she may begin without one. */
    @Test
    void theSampleTownshipIsGivenUpHalfWay() {
        try (TestWindow window = TestWindow.open(folder)) {
            answer(window);
            window.press("#first-next");
            RadioButton sample = window.await("#first-sample");
            window.fx(() -> {
                sample.setSelected(true);
                return sample;
            });
            window.fx(() -> {
                window.stage().getScene().lookup("#first-next").fireEvent(new ActionEvent());
                window.stage().getScene().lookup("#underway-cancel").fireEvent(new ActionEvent());
                return sample;
            });
            window.until(() -> window.<Label>find("#first-refusal").orElseThrow().getText().contains("没有装入示例数据"));
            assertThat(folder.resolve("sample.new")).doesNotExist();
            assertThat(window.<TextField>await("#first-clerk").getText()).isEqualTo("才让");
            RadioButton empty = window.await("#first-empty");
            window.fx(() -> {
                empty.setSelected(true);
                return empty;
            });
            window.press("#first-next");
            window.await("#account-password");
        }
        try (var house = new Wiring(folder, TestWindow.CLOCK)) {
            assertThat(house.registers().of(Dispute.class).count(Query.all(), 9)).isZero();
            assertThat(house.settings().get("clerk")).contains("才让");
        }
    }

    @Test
    void askedForASampleTheWindowAsksNothing() {
        try (TestWindow window = TestWindow.openAsSample(folder)) {
            window.await("#home-count-dispute");
            assertThat(window.house().settings().get("home")).contains(TestWindow.TOWN);
        }
    }
}
