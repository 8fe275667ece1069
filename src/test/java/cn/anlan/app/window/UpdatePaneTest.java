package cn.anlan.app.window;

import cn.anlan.UiTest;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The way to an update in the settings. */
@UiTest
class UpdatePaneTest {
    @TempDir
    Path folder;

    @Test
    void aRefusalStandsBesideTheButton() {
        try (TestWindow window = TestWindow.openSample(folder)) {
            window.press("#nav-settings");
            window.await("#page-settings");
            window.answers.folder = Optional.of(folder.resolve("stick"));
            window.press("#update-from-stick");
            Label message = window.await("#update-message");
            window.until(() -> !message.getText().isEmpty());
            assertThat(message.getText()).contains("不是用安装包装的");
            assertThat(window.<Button>await("#update-from-stick").isDisabled()).isFalse();
            assertThat(window.answers.asked).isEmpty();
        }
    }
}
