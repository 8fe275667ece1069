package cn.anlan.paper.screen;

import cn.anlan.Shots;
import cn.anlan.UiTest;
import cn.anlan.kit.Memory;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.kit.register.RegisterPage;
import cn.anlan.paper.SheetFault;
import cn.anlan.paper.SheetImport;
import cn.anlan.paper.SheetTemplate;
import cn.anlan.reference.ResidentIdNumber;
import cn.anlan.roster.Literate;
import cn.anlan.store.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The clerk brings a sheet in from the page of a register, thinks better of it, takes the list along. */
@UiTest
class SheetMenuTest {
    private static final String HEAD = "姓名,身份证号码,联系方式,民族,政治面貌,文化程度,所在村,人员类别,推荐方式\n";

    private static TestOffice desk;
    private RegisterPage<Literate> page;
    private MenuButton menu;

    @TempDir
    Path folder;

    @BeforeAll
    static void open(@TempDir Path store) {
        desk = new TestOffice(store);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Start
    void start(Stage stage) {
        page = new RegisterPage<>(desk.office, desk.house.registers().of(Literate.class));
        var around = new SheetMenu.Desk(new SheetImport(desk.house.registers(), desk.house.initial()),
                new SheetTemplate(desk.house.codes(), desk.house.places(), desk.office.clock()), () -> desk.office.memory().get(Memory.HOME).orElse(""));
        page.table().addTool(new SheetMenu<>(desk.office, around, page).node());
        var scene = new Scene(page.node(), 1366, 768);
        Style.dress(scene);
        stage.setScene(scene);
        stage.show();
        menu = (MenuButton) scene.lookup("#sheet-menu");
    }

    @AfterEach
    void empty() {
        var literates = desk.house.registers().of(Literate.class);
        literates.list(Query.all(), 999).forEach(literate -> literates.annul(literate.id(), "next test"));
    }

    private static String row(int serial, String more) {
        String seventeen = "62062319800101" + String.format("%03d", serial);
        return "张三" + serial + "," + seventeen + ResidentIdNumber.check(seventeen) + ",13800000000,汉族,群众,初中," + more + ",村干部,自荐\n";
    }

    private Path sheet(String name, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEAD + String.join("", rows));
    }

    private void choose(String id, @Nullable Path answer) {
        desk.dialogs.file = answer;
        desk.onFx(() -> menu.getItems().stream().filter(item -> id.equals(item.getId())).findFirst().map(MenuItem::getOnAction).orElseThrow().handle(null));
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N at(String id) {
        return (N) page.node().lookup("#" + id);
    }

    private void press(String id) {
        desk.onFx(() -> this.<Button>at(id).fire());
    }

    private long literates() {
        return desk.house.registers().of(Literate.class).count(Query.all(), 999);
    }

    private String words(String id) {
        return this.<Label>at(id).getText();
    }

    @Test
    void whatIsWrongIsShownFirstThenTheGoodRowsLandAndAreTakenBackAtOnce() throws IOException {
        choose("sheet-import", sheet("名册.csv", row(1, "城关社区"), row(2, "没有这个村"), row(3, "城关社区")));
        assertThat(words("import-summary")).contains("共 3 行：2 行无误，0 行有提醒，1 行有错误");
        TableView<SheetFault> faults = at("import-faults");
        assertThat(faults.getItems()).singleElement().satisfies(fault -> assertThat(fault.original()).isEqualTo("没有这个村"));
        assertThat(literates()).isZero();
        for (Node each = at("import-pane"); each != null; each = each.getParent()) {
            assertThat(each.isVisible()).as("%s is seen", each).isTrue();
        }
        Shots.take(page.node(), "import-faults");
        Path report = folder.resolve("问题.xlsx");
        desk.dialogs.file = report;
        press("import-report");
        assertThat(report).exists();
        press("import-land");
        assertThat(literates()).isEqualTo(2);
        assertThat(words("notice-text")).contains("已导入 2 行");
        assertThat(this.<Button>at("import-land").isDisabled()).as("nothing lands twice").isTrue();
        press("import-close");
        assertThat((Node) at("import-pane")).isNull();
        press("undo");
        assertThat(literates()).isZero();
    }

    @Test
    void rowsWithWarningsWaitForAReason() throws IOException {
        String wrong = row(1, "城关社区").replaceFirst("\\d{17}[\\dX]", "620623198001010019");
        choose("sheet-import", sheet("名册.csv", wrong, row(2, "城关社区")));
        assertThat(words("import-summary")).contains("1 行无误，1 行有提醒，0 行有错误");
        assertThat(this.<Button>at("import-land").getText()).isEqualTo("导入 1 行");
        desk.onFx(() -> this.<TextField>at("import-reason").setText("已核对原件"));
        assertThat(this.<Button>at("import-land").getText()).isEqualTo("导入 2 行");
        press("import-land");
        assertThat(literates()).isEqualTo(2);
        assertThat((Node) at("import-pane")).as("all is done").isNull();
    }

    /** The store is kept busy, so that the import has begun and not ended when she presses the button. */
    @Test
    void anImportCancelledOnScreenLandsNothingAndSaysSo() throws Exception {
        String[] rows = new String[60];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(i + 1, "城关社区");
        }
        choose("sheet-import", sheet("名册.csv", rows));
        var go = new CountDownLatch(1);
        Thread other = Thread.ofPlatform().start(() -> desk.house.registers().together(() -> go.await(1, TimeUnit.MINUTES)));
        Awaitility.await().until(() -> other.getState() == Thread.State.WAITING);
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            this.<Button>at("import-land").fire();
            ((Button) this.<Node>at("import-pane").lookup("#underway-cancel")).fire();
        });
        assertThat(desk.office.background().isStoppable()).isTrue();
        Shots.take(page.node(), "import-cancelling");
        go.countDown();
        desk.settle();
        other.join();
        assertThat(words("notice-text")).isEqualTo("已取消，一行也没有导入。");
        assertThat(literates()).isZero();
        press("import-land");
        assertThat(literates()).as("the checked rows are still there").isEqualTo(60);
    }

    @Test
    void aFileThatIsNoSheetIsToldAndLeft() throws IOException {
        choose("sheet-import", Files.writeString(folder.resolve("信.csv"), "亲爱的同志\n你好\n"));
        assertThat(words("notice-text")).contains("找不到");
        assertThat(this.<Button>at("import-land").isDisabled()).isTrue();
        press("import-close");
        choose("sheet-import", null);
        assertThat((Node) at("import-pane")).isNull();
    }

    @Test
    void theListAndAnEmptySheetAreTakenAlong() throws IOException {
        choose("sheet-import", sheet("名册.csv", row(1, "城关社区"), row(2, "城关社区")));
        press("import-land");
        Path list = folder.resolve("名单.xlsx");
        choose("sheet-export", list);
        Path template = folder.resolve("模板.xlsx");
        choose("sheet-template", template);
        assertThat(list).isNotEmptyFile();
        assertThat(template).isNotEmptyFile();
        choose("sheet-import", list);
        assertThat(words("import-summary")).as("a masked list never lands").contains("0 行无误");
    }
}
