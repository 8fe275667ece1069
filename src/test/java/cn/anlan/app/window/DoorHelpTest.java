package cn.anlan.app.window;

import cn.anlan.OnScreen;
import cn.anlan.entry.Progress;
import cn.anlan.security.LockedHouse;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** F1 before anybody is in: at the first questions, the first account, the login and the way in with the recovery code. */
@OnScreen
class DoorHelpTest {
    @TempDir
    Path folder;

    private static void turnsTo(TestWindow window, String chapter, String field) {
        TextInputControl typed = window.await(field);
        window.fx(() -> {
            typed.requestFocus();
            typed.setText("abc");
            return typed;
        });
        window.key(KeyCode.F1, false);
        assertThat(window.<Label>await("#help-title").getText()).isEqualTo(chapter);
        assertThat(window.find("#help-print")).as("nothing to print with yet").isEmpty();
        assertThat(typed.getParent()).as("keys do not reach what lies below").satisfies(below -> assertThat(shows(below)).isFalse());
        window.key(KeyCode.ESCAPE, false);
        assertThat(window.find("#help-title")).isEmpty();
        window.until(() -> shows(typed) && window.isIn(typed));
        assertThat(typed.getText()).isEqualTo("abc");
    }

    private static boolean shows(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aNewOfficeIsHelpedWithItsFirstQuestionsAndItsFirstAccount() {
        try (TestWindow window = TestWindow.open(folder)) {
            turnsTo(window, "第一次使用", "#first-clerk");
            window.type("#first-town", "hzs");
            window.until(() -> window.<ListView<?>>find("#first-towns").orElseThrow().getItems().size() == 1);
            window.press("#first-next");
            window.press("#first-next");
            turnsTo(window, "登录与锁定", "#account-password");
        }
    }

    @Test
    void whoForgotThePasswordReadsHowToComeIn() {
        TestWindow.fill(folder, TestWindow.TOWN, Progress.none());
        LockedHouse.lock(folder, TestWindow.CLOCK);
        try (TestWindow window = TestWindow.open(folder)) {
            turnsTo(window, "登录与锁定", "#login-password");
            window.press("#login-forgot");
            turnsTo(window, "登录与锁定", "#recover-code");
            window.key(KeyCode.F1, false);
            window.await("#help-title");
            window.key(KeyCode.F1, false);
            assertThat(window.find("#help-title")).as("F1 takes it away as well").isEmpty();
        }
    }

    /** Inside, the manual is a page like the others. */
    @Test
    void whoeverIsInHasTheManualAmongHerPages() {
        TestWindow.fill(folder, TestWindow.TOWN, Progress.none());
        try (TestWindow window = TestWindow.open(folder)) {
            window.await("#page-home");
            window.key(KeyCode.F1, false);
            assertThat(window.<Label>await("#help-title").getText()).isEqualTo("工作台");
            assertThat(List.of("#help-print", "#nav-help")).allMatch(part -> window.find(part).isPresent());
        }
    }
}
