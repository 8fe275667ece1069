package cn.anlan.app.window;

import cn.anlan.OnScreen;
import cn.anlan.app.DataFolder;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Starts that cannot be, each with its sentence, and only one window per store. */
@OnScreen
class StartTest {
    /** Where SQLite keeps PRAGMA user_version, see its file format, section 1.3. */
    private static final int USER_VERSION_AT = 60;

    @TempDir
    Path folder;

    private void foreign() throws IOException {
        Files.writeString(folder.resolve("anlan.db"), "这不是数据库");
    }

    @Test
    void aForeignFileIsRefusedAndLeftAlone() throws IOException {
        foreign();
        assertThatThrownBy(() -> new Wiring(folder, TestWindow.CLOCK)).isInstanceOf(Refused.class).hasMessageContaining("不是安澜的数据文件");
        assertThat(folder.resolve("anlan.db")).hasContent("这不是数据库");
    }

    @Test
    void aFileOfANewerProgramIsRefusedAndLeftAlone() throws IOException {
        new Wiring(folder, TestWindow.CLOCK).close();
        Path file = folder.resolve("anlan.db");
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(USER_VERSION_AT);
            raw.write(ByteBuffer.allocate(Integer.BYTES).putInt(9_999).array());
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> new Wiring(folder, TestWindow.CLOCK)).isInstanceOf(Refused.class).hasMessageContaining("9999");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aPathThatIsNoFolderIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "");
        assertThatThrownBy(() -> new Wiring(file.resolve("b"), TestWindow.CLOCK)).isInstanceOf(Refused.class).hasMessageContaining("无法建立数据文件夹");
    }

    @Test
    void theWindowSaysWhyAndOpensAnotherFolder() throws IOException {
        foreign();
        try (TestWindow window = TestWindow.open(folder)) {
            assertThat(window.<Label>await("#start-why").getText()).contains("不是安澜的数据文件");
            window.shot("start-failure");
            assertThat(folder.resolve("window.lock")).doesNotExist();
            window.answers.folder = Optional.of(folder.resolve("other"));
            window.press("#start-elsewhere");
            window.await("#first-town");
            assertThat(folder.resolve("other").resolve("anlan.db")).exists();
        }
    }

    /** Else the window would say for ever that it is opening. */
    @Test
    void whatNobodyForesawIsToldWithItsCodeAndTheWayToTheLog() throws Exception {
        new Wiring(folder, TestWindow.CLOCK).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("anlan.db")); var statement = connection.createStatement()) {
            statement.execute("DROP TABLE setting");
        }
        try (TestWindow window = TestWindow.open(folder)) {
            assertThat(window.<Label>await("#start-why").getText()).contains("安澜无法启动（故障代码 E", DataFolder.log().toString());
            assertThat(folder.resolve("window.lock")).doesNotExist();
        }
    }

    /** The window takes letters with its first frame, and looks for them once the store is open. */
    @Test
    void whatIsTypedAtOnceIsFound() {
        TestWindow.fill(folder, TestWindow.TOWN, Progress.none());
        try (TestWindow window = new TestWindow(folder, false, stage -> ((TextInputControl) stage.getScene().lookup("#find-words")).appendText("hzs"))) {
            window.await("#page-home");
            ListView<?> rows = window.await("#find-rows");
            window.until(() -> rows.getItems().size() > 3);
            assertThat(window.<TextInputControl>await("#find-words").getText()).isEqualTo("hzs");
            window.shot("typed-ahead");
        }
    }

    /** A space typed too early would press it. */
    @Test
    void noButtonHasTheCursorWhenNothingWasTyped() {
        TestWindow.fill(folder, TestWindow.TOWN, Progress.none());
        try (TestWindow window = TestWindow.open(folder)) {
            window.await("#page-home");
            window.until(() -> !window.<Parent>find("#find-overlay").orElseThrow().isVisible());
            assertThat(window.fx(() -> window.stage().getScene().getFocusOwner() instanceof ButtonBase)).isFalse();
        }
    }

    @Test
    void aNewStoreAsksItsQuestionsAndNothingToFind() {
        try (TestWindow window = new TestWindow(folder, false, stage -> assertThat(stage.getScene().lookup("#find-overlay").isVisible()).isFalse())) {
            window.await("#first-town");
            assertThat(window.find("#find-overlay").orElseThrow().isVisible()).isFalse();
        }
    }

    @Test
    void aStoreHasOneWindow() throws Exception {
        var called = new CountDownLatch(1);
        try (SingleWindow first = SingleWindow.claim(folder).orElseThrow()) {
            first.onCall(file -> called.countDown());
            assertThat(SingleWindow.claim(folder)).isEmpty();
            assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
        }
        try (SingleWindow next = SingleWindow.claim(folder).orElseThrow()) {
            assertThat(next).isNotNull();
            assertThat(folder.resolve("window.front")).doesNotExist();
        }
    }
}
