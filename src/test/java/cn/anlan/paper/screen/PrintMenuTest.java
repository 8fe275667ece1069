package cn.anlan.paper.screen;

import cn.anlan.UiTest;
import cn.anlan.app.sample.HardCase;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.mediation.Dispute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/** The clerk looks at papers before printing them. */
@UiTest
class PrintMenuTest {
    private static TestOffice desk;
    private static String dispute;
    private BorderPane page;
    private PrintMenu menu;

    @BeforeAll
    static void open(@TempDir Path folder) {
        desk = new TestOffice(folder);
        dispute = HardCase.plant(desk.house.registers());
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Start
    void start(Stage stage) {
        page = new BorderPane();
        var printing = desk.house.printing();
        menu = new PrintMenu(desk.office.background(), desk.dialogs, printing.documents(), printing.dossier(), this::cover);
        page.setTop(menu.node());
        var scene = new Scene(page, 1000, 800);
        Style.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void cover(@Nullable Node node) {
        page.setCenter(node);
    }

    private void choose(String id) {
        desk.onFx(() -> ((MenuButton) menu.node()).getItems().stream().filter(item -> id.equals(item.getId())).findFirst().map(MenuItem::getOnAction)
                .orElseThrow().handle(null));
    }

    private void press(String id) {
        desk.onFx(() -> ((Button) page.lookup("#" + id)).fire());
    }

    private String words(String id) {
        return ((Label) page.lookup("#" + id)).getText();
    }

    private double width() {
        return ((ImageView) page.lookup("#preview-page")).getImage().getWidth();
    }

    @Test
    void withoutACaseNothingCanBePrinted() {
        assertThat(menu.node().isDisabled()).isTrue();
        desk.onFx(() -> menu.show(dispute));
        assertThat(menu.node().isDisabled()).isFalse();
    }

    @Test
    void everyFormIsTwoClicksAwayAndItsPagesCanBeTurnedAndEnlarged() {
        desk.onFx(() -> menu.show(dispute));
        choose("print-agreement");
        assertThat(words("preview-place")).isEqualTo("第 1 / 3 页");
        double before = width();
        press("preview-on");
        assertThat(words("preview-place")).isEqualTo("第 2 / 3 页");
        press("preview-larger");
        assertThat(width()).isBetween(before * 1.2, before * 1.3);
        desk.onFx(() -> page.lookup("#preview").fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.PAGE_UP, false, false, false, false)));
        assertThat(words("preview-place")).isEqualTo("第 1 / 3 页");
        press("preview-close");
        assertThat(page.getCenter()).isNull();
    }

    @Test
    void theWholeSetAndTheDossierAreShownToo() {
        desk.onFx(() -> menu.show(dispute));
        choose("print-all");
        assertThat(words("preview-place")).matches("第 1 / 2\\d 页");
        assertThat(page.lookup("#preview-word").isDisabled()).isTrue();
        choose("print-dossier");
        assertThat(words("preview-place")).matches("第 1 / 2\\d 页");
    }

    @Test
    void whatIsKeptAsAFileStandsInTheJournal(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("协议书.pdf");
        desk.dialogs.file = file;
        desk.onFx(() -> menu.show(dispute));
        choose("print-agreement");
        press("preview-pdf");
        assertThat(Files.readAllBytes(file)).startsWith('%', 'P', 'D', 'F');
        assertThat(words("preview-message")).contains("已存到");
        assertThat(desk.house.journal().of(dispute)).isNotEmpty();
        desk.dialogs.file = file.resolveSibling("协议书.docx");
        press("preview-word");
        assertThat(Files.readAllBytes(file.resolveSibling("协议书.docx"))).startsWith('P', 'K');
    }

    @Test
    void withoutAPrinterTheClerkIsToldWhatToDo() {
        desk.onFx(() -> menu.show(dispute));
        choose("print-cover");
        desk.onFx(() -> ((ComboBox<?>) page.lookup("#preview-printers")).getSelectionModel().clearSelection());
        press("preview-print");
        assertThat(words("preview-message")).contains("本机没有安装打印机");
    }

    @Test
    void aMissingCharacterIsToldAndMayBeLeftOpen() {
        desk.onFx(() -> menu.show(dispute));
        var register = desk.house.registers().of(Dispute.class);
        Object before = register.shape().get(register.get(dispute), register.shape().field("title"));
        register.change(dispute, entry -> register.shape().with(entry, Map.of("title", "བཀྲ与李四纠纷")));
        choose("print-cover");
        assertThat(words("preview-message")).contains("「矛盾纠纷 案件名称」里的「བ」");
        press("preview-gaps");
        assertThat(words("preview-place")).isEqualTo("第 1 / 1 页");
        assertThat(page.lookup("#preview-message").isVisible()).isFalse();
        register.change(dispute, entry -> register.shape().with(entry, Map.of("title", before)));
    }
}
