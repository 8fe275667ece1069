package cn.anlan.app.window;

import cn.anlan.OnScreen;
import cn.anlan.Painting;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Progress;
import cn.anlan.exchange.Bundles;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.Journal;
import cn.anlan.store.Query;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages every office has: bin, journal, settings, reports to the county. */
@OnScreen
class ToolPagesTest {
    @TempDir
    static Path folder;

    @TempDir
    static Path stick;

    private static TestWindow window;

    @BeforeAll
    static void open() {
        TestWindow.fill(folder, TestWindow.TOWN, Progress.none());
        try (var house = new Wiring(folder, TestWindow.CLOCK)) {
            var disputes = house.registers().of(Dispute.class);
            disputes.list(Query.all(), 3).forEach(dispute -> disputes.annul(dispute.id(), "重复登记"));
            house.journal().note(Journal.Action.PRINT, Journal.Subject.register("dispute"), "报县司法局", Map.of("rows", "3 行"));
        }
        window = TestWindow.open(folder);
        window.await("#page-home");
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @Test
    void theBinGivesBackWhatWasVoid() {
        window.press("#nav-bin");
        TableView<?> table = window.await("#bin-table");
        window.until(() -> table.getItems().size() >= 2);
        window.shot("bin");
        int before = table.getItems().size();
        assertThat(window.<Button>await("#bin-restore").isDisabled()).isTrue();
        window.fx(() -> {
            table.getSelectionModel().select(0);
            return table;
        });
        window.press("#bin-restore");
        window.until(() -> table.getItems().size() == before - 1);
        window.type("#bin-find", "没有这个");
        window.until(() -> table.getItems().isEmpty());
        window.type("#bin-find", "");
        window.until(() -> table.getItems().size() == before - 1);
        assertThat(window.answers.failures).isEmpty();
    }

    @Test
    void theJournalTellsWhoDidWhatAndGoesBackInTime() {
        window.press("#nav-journal");
        ListView<?> lines = window.await("#journal-lines");
        window.until(() -> lines.getItems().size() == 100);
        window.shot("journal");
        window.press("#journal-older");
        window.until(() -> lines.getItems().size() == 200);
        ComboBox<?> register = window.await("#journal-register");
        window.fx(() -> {
            int disputes = register.getItems().stream().map(String::valueOf).toList().indexOf("矛盾纠纷");
            register.getSelectionModel().select(disputes);
            return register;
        });
        window.until(() -> !lines.getItems().isEmpty() && lines.getItems().size() <= 100);
        assertThat(lines.getItems().get(0).toString()).contains("dispute");
    }

    @Test
    void theJournalTellsWhatWasPrintedAndWhatFor() {
        window.press("#nav-journal");
        ListView<?> lines = window.await("#journal-lines");
        ComboBox<?> action = window.await("#journal-action");
        ComboBox<?> register = window.await("#journal-register");
        window.fx(() -> {
            register.getSelectionModel().select(0);
            action.getSelectionModel().select(1 + Journal.Action.PRINT.ordinal());
            return action;
        });
        window.until(() -> lines.getItems().size() == 1);
        assertThat(lines.getItems().get(0).toString()).contains("打印矛盾纠纷").contains("3 行");
        window.shot("journal-notes");
        window.fx(() -> {
            action.getSelectionModel().select(0);
            return action;
        });
    }

    @Test
    void settingsAreSavedAndFeltAtOnce() {
        window.press("#nav-settings");
        Button save = window.await("#settings-save");
        assertThat(save.isDisabled()).isTrue();
        window.type("#settings-org-code", "12");
        window.press("#settings-save");
        assertThat(window.<Label>await("#settings-message").getText()).contains("12 位");
        window.type("#settings-org-code", "620623100000");
        ComboBox<Integer> font = window.await("#settings-font");
        window.fx(() -> {
            font.setValue(125);
            return font;
        });
        window.type("#settings-org-name", "华藏寺镇社会治安综合治理中心");
        window.press("#settings-save");
        assertThat(window.stage().getTitle()).contains("社会治安");
        assertThat(window.stage().getScene().getRoot().getStyle()).contains("17.5px");
        window.shot("settings-125");
        for (String page : new String[] {"home", "bin", "journal", "export", "dispute"}) {
            window.press("#nav-" + page);
            window.await("#page-" + page);
            window.shot(page + "-125");
        }
        window.press("#nav-settings");
        window.fx(() -> {
            font.setValue(100);
            return font;
        });
        window.press("#settings-save");
        window.shot("settings");
        window.press("#settings-show-folder");
        assertThat(window.shownFolders).containsExactly(folder);
        window.answers.folder = Optional.of(stick);
        window.press("#settings-choose-folder");
        assertThat(window.<Label>await("#settings-scan-folder").getText()).contains("正在监看", stick.toString());
        Painting.until("the folder is remembered", () -> window.house().settings().get("scan_folder").equals(Optional.of(stick.toString())));
        window.press("#settings-no-folder");
        assertThat(window.<Label>await("#settings-scan-folder").getText()).contains("没有监看");
    }

    @Test
    void unsavedSettingsAskBeforeTheyAreLost() {
        window.press("#nav-settings");
        window.await("#settings-save");
        window.type("#settings-clerk", "另一个人");
        window.answers.agrees = false;
        window.press("#nav-home");
        assertThat(window.find("#page-settings")).isPresent();
        window.answers.agrees = true;
        window.press("#nav-home");
        assertThat(window.find("#page-settings")).isEmpty();
        assertThat(window.answers.asked).isNotEmpty();
    }

    @Test
    void theRunningRegistersAreAPageAndALineLeadsToItsCase() {
        window.press("#nav-ledger");
        TableView<?> lines = window.await("#ledger-table");
        window.until(() -> !lines.getItems().isEmpty());
        window.shot("ledger-window");
        window.fx(() -> {
            lines.requestFocus();
            lines.getSelectionModel().select(0);
            return lines;
        });
        window.key(KeyCode.ENTER, false);
        window.until(() -> window.find("#page-dispute").isPresent());
    }

    @Test
    void aBundleIsCheckedSealedAndVerified() throws Exception {
        window.press("#nav-export");
        window.press("#export-check");
        ListView<?> findings = window.await("#export-findings");
        TableView<?> preview = window.await("#export-preview");
        window.until(() -> !preview.getItems().isEmpty());
        window.shot("export-checked");
        Optional<CheckBox> heeded = window.find("#export-heeded");
        heeded.filter(Node::isVisible).ifPresent(box -> window.fx(() -> {
            box.setSelected(true);
            return box;
        }));
        window.answers.folder = Optional.of(stick);
        window.press("#export-choose");
        Button seal = window.await("#export-seal");
        assertThat(seal.isDisabled()).as(findings.getItems().toString()).isFalse();
        window.press("#export-seal");
        TableView<?> ledger = window.await("#export-ledger");
        window.until(() -> ledger.getItems().size() == 1);
        window.shot("export-sealed");
        ComboBox<Bundles.Enclosing> enclosing = window.await("#export-enclosing");
        assertThat(enclosing.getValue()).as("scans leave the house only when asked for").isEqualTo(Bundles.Enclosing.NONE);
        assertThat(enclosing.getConverter().fromString(enclosing.getConverter().toString(Bundles.Enclosing.ALL))).isEqualTo(Bundles.Enclosing.ALL);
        try (var files = Files.list(stick)) {
            Path bundle = files.filter(file -> file.toString().endsWith(".zhb")).findFirst().orElseThrow();
            window.answers.file = Optional.of(bundle);
            window.press("#export-verify");
            window.until(() -> window.<Label>find("#page-export #notice-text").map(text -> text.getText().contains("完整")).orElse(false));
        }
    }
}
