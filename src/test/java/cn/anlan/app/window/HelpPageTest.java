package cn.anlan.app.window;

import cn.anlan.OnScreen;
import cn.anlan.manual.Chapter;
import cn.anlan.paper.print.Printed;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The manual laid upon the page in front with F1: read, searched, printed, taken away again. */
@OnScreen
class HelpPageTest {
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

    @BeforeEach
    void atHome() {
        window.press("#nav-home");
        window.await("#page-home");
    }

    private static String title() {
        return window.<Label>await("#help-title").getText();
    }

    private static void help(String page) {
        window.press("#nav-" + page);
        window.await("#page-" + page);
        window.key(KeyCode.F1, false);
        window.await("#page-help");
    }

    @Test
    void theHelpKeyOpensTheChapterAboutThePageInFrontAndEscapeGoesBack() {
        help("export");
        assertThat(title()).isEqualTo("上报");
        window.key(KeyCode.ESCAPE, false);
        window.await("#page-export");
        window.press("#nav-adviser");
        window.await("#page-adviser");
        window.press("#status-help");
        window.await("#page-help");
        assertThat(title()).isEqualTo("公共法律服务");
        window.key(KeyCode.F1, false);
        window.await("#page-adviser");
    }

    @Test
    void whatIsHalfFilledInIsStillThereAfterReading() {
        window.press("#nav-topic");
        window.await("#page-topic");
        window.key(KeyCode.N, true);
        window.type("#page-topic #field-title", "修桥");
        window.key(KeyCode.F1, false);
        window.await("#page-help");
        window.answers.asked.clear();
        window.press("#help-back");
        assertThat(window.<TextInputControl>await("#page-topic #field-title").getText()).isEqualTo("修桥");
        assertThat(window.answers.asked).isEmpty();
        window.press("#nav-home");
        window.await("#page-home");
        assertThat(window.answers.asked).hasSize(1);
    }

    /** Going on from the manual to a third page leaves the page below: what is half filled in there is asked about. */
    @Test
    void leavingFromTheManualAsksAboutThePageBelow() {
        window.press("#nav-literate");
        window.await("#page-literate");
        window.key(KeyCode.N, true);
        window.type("#page-literate #field-name", "马存福");
        window.key(KeyCode.F1, false);
        window.await("#page-help");
        window.answers.asked.clear();
        window.answers.agrees = false;
        window.press("#nav-village");
        assertThat(window.answers.asked).hasSize(1);
        window.await("#page-help");
        window.answers.agrees = true;
        window.press("#nav-village");
        window.await("#page-village");
    }

    @Test
    void wordsAreFoundAndAReferenceTurnsToItsChapter() {
        window.key(KeyCode.F1, false);
        ListView<Chapter> chapters = window.await("#help-chapters");
        int all = chapters.getItems().size();
        window.type("#help-find", "校验文件");
        assertThat(chapters.getItems()).extracting(Chapter::name).contains("export").hasSizeLessThan(all);
        window.type("#help-find", "飞机票");
        assertThat(chapters.getItems()).isEmpty();
        window.type("#help-find", "");
        assertThat(chapters.getItems()).hasSize(all);
        window.fx(() -> {
            chapters.getSelectionModel().select(chapters.getItems().stream().filter(chapter -> chapter.name().equals("dispute")).findFirst().orElseThrow());
            return all;
        });
        window.press("#help-to-steps");
        assertThat(title()).isEqualTo("办案的每一步");
    }

    @Test
    void theCardIsLookedAtAndKeptAsPdf() {
        window.key(KeyCode.F1, false);
        window.press("#help-card");
        Label place = window.await("#preview-place");
        window.until(() -> !window.<Button>find("#preview-pdf").orElseThrow().isDisabled());
        assertThat(place.getText()).contains("1");
        window.answers.file = Optional.of(folder.resolve("card.pdf"));
        window.press("#preview-pdf");
        window.until(() -> window.<Label>find("#preview-message").orElseThrow().getText().contains("card.pdf"));
        assertThat(Printed.of(folder.resolve("card.pdf")).pages()).isEqualTo(1);
        window.key(KeyCode.ESCAPE, false);
        window.await("#help-chapters");
        window.key(KeyCode.ESCAPE, false);
        window.await("#page-home");
    }
}
