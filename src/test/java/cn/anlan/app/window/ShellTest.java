package cn.anlan.app.window;

import cn.anlan.OnScreen;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The window around the pages: navigation, keys, find box, workbench. */
@OnScreen
class ShellTest {
    @TempDir
    static Path folder;

    private static TestWindow window;

    @BeforeAll
    static void open() {
        window = TestWindow.openSample(folder);
    }

    @AfterAll
    static void close() {
        window.close();
    }

    private static void go(String page) {
        window.press("#nav-" + page);
        window.await("#page-" + page);
    }

    private static boolean isMarked(String page) {
        return window.<ToggleButton>await("#nav-" + page).isSelected();
    }

    @Test
    void everyPageComesToTheFront() {
        for (String page : List.of("dispute", "committee", "mediator", "village", "literate", "service_visit", "service_point", "adviser", "topic",
                "scan", "archive", "export", "place", "code", "bin", "journal", "settings", "help", "home")) {
            go(page);
            assertThat(isMarked(page)).isTrue();
        }
        assertThat(window.answers.failures).isEmpty();
    }

    @Test
    void whatIsSeldomNeededIsFoldedAwayUntilAskedFor() {
        ToggleButton fold = window.await("#nav-fold");
        ToggleButton code = window.await("#nav-code");
        if (fold.isSelected()) {
            window.press("#nav-fold");
        }
        assertThat(code.getParent().isVisible()).isFalse();
        window.press("#nav-fold");
        assertThat(code.getParent().isVisible()).isTrue();
        window.press("#nav-fold");
        go("settings");
        assertThat(code.getParent().isVisible()).as("a page in front is never hidden").isTrue();
        go("quick_case");
        assertThat(isMarked("quick_case")).isTrue();
        window.shot("navigation");
    }

    @Test
    void numberKeysAndHelpKeyTurnPages() {
        go("home");
        window.key(KeyCode.DIGIT2, true);
        window.await("#page-dispute");
        assertThat(isMarked("dispute")).isTrue();
        window.key(KeyCode.F1, false);
        window.await("#page-help");
        window.shot("help");
        window.key(KeyCode.DIGIT1, true);
        assertThat(isMarked("home")).isTrue();
    }

    @Test
    void theWorkbenchCountsAndLeadsToLists() {
        go("home");
        window.await("#home-count-dispute");
        ListView<?> due = window.await("#home-due");
        window.until(() -> !due.getItems().isEmpty());
        window.shot("home");
        window.press("#home-count-mediator");
        window.await("#page-mediator");
        window.shot("register");
    }

    @Test
    void aStageLeadsToItsDisputes() {
        go("home");
        window.press("#home-stages .home-stage");
        window.await("#page-dispute");
        assertThat(isMarked("dispute")).isTrue();
        window.shot("disputes-of-a-stage");
    }

    @Test
    void whatIsDueOpensByEnter() {
        go("home");
        ListView<?> due = window.await("#home-due");
        window.until(() -> !due.getItems().isEmpty());
        window.fx(() -> {
            due.requestFocus();
            due.getSelectionModel().select(0);
            return due;
        });
        int all = due.getItems().size();
        window.key(KeyCode.ENTER, false);
        assertThat(due.getItems()).as("a kind folds under its heading").hasSizeLessThan(all);
        window.key(KeyCode.ENTER, false);
        assertThat(due.getItems()).hasSize(all);
        window.fx(() -> {
            due.getSelectionModel().select(1);
            return due;
        });
        window.key(KeyCode.ENTER, false);
        window.await("#page-dispute");
        assertThat(isMarked("dispute")).isTrue();
    }

    @Test
    void nothingFoundIsReportedFromTheWorkbenchOnce() {
        go("home");
        window.press("#home-quick-nil");
        window.until(() -> window.find("#page-home #notice-text").map(text -> ((Label) text).getText().contains("零报告")).orElse(false));
        window.press("#home-quick-nil");
        window.until(() -> window.find("#page-home #notice-text").map(text -> ((Label) text).getText().contains("已有排查记录")).orElse(false));
        window.shot("home-nil");
    }

    @Test
    void anythingIsFoundByInitialsAndOpened() {
        go("home");
        window.key(KeyCode.K, true);
        window.type("#find-words", "hzs");
        ListView<?> rows = window.await("#find-rows");
        window.until(() -> rows.getItems().size() > 3);
        window.shot("find");
        assertThat(rows.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        window.key(KeyCode.DOWN, false);
        assertThat(rows.getSelectionModel().getSelectedIndex()).isGreaterThan(1);
        window.key(KeyCode.ENTER, false);
        window.until(() -> window.find("#find-overlay").filter(overlay -> !overlay.isVisible()).isPresent());
        assertThat(isMarked("home")).isFalse();
    }

    @Test
    void whatIsNowhereSaysSo() {
        window.key(KeyCode.K, true);
        window.type("#find-words", "没有这个人");
        window.until(() -> window.find(".find-panel .hint").map(hint -> ((Label) hint).getText().startsWith("没有找到")).orElse(false));
        window.key(KeyCode.ESCAPE, false);
        window.until(() -> window.find("#find-overlay").filter(overlay -> !overlay.isVisible()).isPresent());
        assertThat(window.answers.failures).isEmpty();
    }

    @Test
    void aSecondStartBringsTheWindowForward() {
        assertThat(SingleWindow.claim(folder)).isEmpty();
        window.until(() -> !folder.resolve("window.front").toFile().exists());
        assertThat(window.stage().isIconified()).isFalse();
    }
}
