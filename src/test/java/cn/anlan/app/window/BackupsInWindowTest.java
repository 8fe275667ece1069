package cn.anlan.app.window;

import cn.anlan.UiTest;
import cn.anlan.app.Wiring;
import cn.anlan.kit.Background;
import cn.anlan.security.LockedHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.util.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Backups as a clerk sees them: one made by itself while the window is open, one she asks for, an exercise. */
@UiTest
class BackupsInWindowTest {
    private static final Clock LAST_WEEK = Clock.offset(TestWindow.CLOCK, java.time.Duration.ofDays(-7));

    @TempDir
    Path folder;

    @TempDir
    Path stick;

    @BeforeEach
    void anOffice() {
        try (var house = new Wiring(folder, LAST_WEEK)) {
            Map.of("home", TestWindow.TOWN, "org_code", "620623100000", "org_name", "华藏寺镇综治中心", "clerk", "王录入", "sample", "1")
                    .forEach(house.settings()::put);
        }
    }

    private static long backups(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".anb")).count();
        }
    }

    private static String text(TestWindow window, String id) {
        return window.<Label>find(id).map(Label::getText).orElse("");
    }

    @Test
    void theLastOneIsShownOneIsMadeAndItsReturnExercised() throws IOException {
        try (TestWindow window = TestWindow.open(folder)) {
            window.press("#nav-settings");
            window.until(() -> text(window, "#backup-last").contains("还没有"));
            window.press("#backup-drill");
            window.until(() -> text(window, "#backup-message").contains("还没有本机备份"));
            window.answers.folder = Optional.of(stick);
            window.press("#backup-make");
            window.until(() -> text(window, "#backup-message").contains("备份完好"));
            window.until(() -> text(window, "#backup-last").contains("手工"));
            window.shot("settings-backup");
            assertThat(text(window, "#backup-second")).contains("还没有选文件夹");
            window.press("#backup-choose-second");
            window.until(() -> text(window, "#backup-second").contains(stick.toString()) && text(window, "#backup-message").contains("记住了"));
            window.press("#backup-make-second");
            window.until(() -> text(window, "#backup-last").contains("第二块盘"));
            window.press("#handover-print");
            window.until(() -> text(window, "#handover-message").contains("工作交接单-2026-11-03.pdf"));
            assertThat(window.shownFolders).containsExactly(stick);
            window.press("#nav-home");
            window.until(() -> window.<Hyperlink>find("#home-backup").map(Hyperlink::getText).orElse("").contains("今天已备份"));
            assertThat(window.answers.failures).isEmpty();
        }
        assertThat(backups(stick)).isEqualTo(1);
    }

    @Test
    void theDailyOneIsMadeByItselfOnceAndNoneAfterTheEnd() throws IOException {
        try (TestWindow window = TestWindow.open(folder)) {
            window.await("#page-home");
            var background = new Background(window.answers);
            DueBackups due = window.fx(() -> new DueBackups(window.house().backups(), background, Duration.millis(1)));
            window.until(() -> backups(folder.resolve("backup")) == 1);
            due.await();
            DueBackups late = window.fx(() -> {
                due.stop();
                var next = new DueBackups(window.house().backups(), background, Duration.millis(1));
                next.stop();
                return next;
            });
            late.await();
            assertThat(backups(folder.resolve("backup"))).isEqualTo(1);
            assertThat(window.answers.failures).isEmpty();
        }
    }

    @Test
    void theWorkbenchSaysHowOldTheLastOneIsAndWhatIsDue() {
        LockedHouse.lock(folder, LAST_WEEK);
        try (TestWindow window = TestWindow.open(folder)) {
            window.await("#page-login");
            window.until(() -> window.<ComboBox<String>>find("#login-name").orElseThrow().getValue() != null);
            window.type("#login-password", LockedHouse.PASSWORD);
            window.press("#login-go");
            window.until(() -> window.<Hyperlink>find("#home-backup").filter(link -> link.getStyleClass().contains("overdue")).isPresent());
            window.until(() -> window.<ListView<?>>find("#home-due").filter(list -> list.getItems().toString().contains("给数据做一次备份")).isPresent());
            window.shot("home-backup-late");
            window.press("#home-backup");
            window.until(() -> text(window, "#backup-last").contains("还没有做过备份"));
            window.fx(() -> {
                window.<ScrollPane>find("#page-settings").orElseThrow().setVvalue(1);
                return window;
            });
            window.shot("settings-bottom");
        }
    }
}
