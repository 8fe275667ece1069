package cn.anlan.paper.screen;

import cn.anlan.Shots;
import cn.anlan.UiTest;
import cn.anlan.app.sample.Sample;
import cn.anlan.entry.Forbidding;
import cn.anlan.entry.Permission;
import cn.anlan.entry.Progress;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.kit.form.PickBox;
import cn.anlan.paper.ledger.Filled;
import cn.anlan.paper.ledger.Ledger;
import cn.anlan.reference.ReportMonth;
import cn.anlan.store.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/** The clerk brings the registers to the bureau: on screen, on paper, as a workbook; telephones in part. */
@UiTest
class LedgerPageTest {
    private static TestOffice desk;
    private final List<String> opened = new ArrayList<>();
    private LedgerPage page;

    @BeforeAll
    static void open(@TempDir Path folder) {
        Sample.fill(folder, new Sample.Plan(TestOffice.TOWN, 40, 7, TestOffice.TODAY.minusDays(1)), Progress.none());
        desk = new TestOffice(folder);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Start
    void start(Stage stage) {
        page = new LedgerPage(desk.office, new LedgerPage.Desk(desk.house.printing().ledgers(), () -> new ReportMonth(ReportMonth.USUAL_CUT),
                (register, id) -> opened.add(register + " " + id)));
        var scene = new Scene((Parent) page.node(), 1146, 700);
        Style.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void come() {
        desk.house.registers().admit(Permission.EVERYTHING);
        desk.dialogs.reason = null;
        desk.onFx(page::shown);
    }

    @SuppressWarnings("unchecked")
    private TableView<Filled.Line> table() {
        return (TableView<Filled.Line>) page.node().lookup("#ledger-table");
    }

    private void choose(Ledger ledger) {
        desk.onFx(() -> choose((ComboBox<?>) page.node().lookup("#ledger-which"), ledger));
    }

    private static <T> void choose(ComboBox<T> box, Ledger ledger) {
        box.getSelectionModel().select(box.getItems().stream().filter(ledger::equals).findFirst().orElseThrow());
    }

    private void press(String id) {
        desk.onFx(() -> ((ButtonBase) page.node().lookup("#" + id)).fire());
    }

    private String words(String id) {
        return ((Label) page.node().lookup("#" + id)).getText();
    }

    private List<String> cells(int column) {
        return table().getItems().stream().map(line -> line.cells().get(column)).toList();
    }

    private static long notes(Journal.Action action) {
        return desk.house.journal().before(Long.MAX_VALUE, 200).stream().filter(line -> line.action() == action).count();
    }

    @Test
    void theYearsScreeningStandsThereWhenOneComes() {
        assertThat(table().getItems()).isNotEmpty();
        assertThat(table().getColumns()).extracting(column -> ((Label) column.getGraphic()).getText()).startsWith("序号", "排查时间", "村／网格", "当事人").endsWith("备注");
        assertThat(words("ledger-count")).isEqualTo("共 " + table().getItems().size() + " 行");
        Shots.take(page.node(), "ledger");
        for (Ledger ledger : Ledger.values()) {
            choose(ledger);
            assertThat(table().getColumns()).hasSize(Filled.headings(ledger).size());
        }
        Shots.take(page.node(), "ledger-confirmation");
    }

    @Test
    void narrowedByTypeAndADayItShowsLess() {
        int all = table().getItems().size();
        String type = cells(4).get(0);
        desk.onFx(() -> ((PickBox) page.node().lookup("#ledger-type")).choose(new PickBox.Choice("02", type, "02")));
        assertThat(table().getItems().size()).isLessThan(all);
        desk.onFx(() -> ((PickBox) page.node().lookup("#ledger-type")).choose(null));
        assertThat(table().getItems()).hasSize(all);
        desk.onFx(() -> ((DatePicker) page.node().lookup("#ledger-from")).setValue(TestOffice.TODAY.plusYears(1)));
        assertThat(words("notice-text")).contains("颠倒");
        desk.onFx(() -> ((DatePicker) page.node().lookup("#ledger-to")).setValue(TestOffice.TODAY.plusYears(2)));
        assertThat(table().getItems()).isEmpty();
    }

    @Test
    void aLineLeadsToItsCase() {
        Filled.Line first = table().getItems().get(0);
        desk.onFx(() -> {
            table().getSelectionModel().select(0);
            table().getOnKeyPressed().handle(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        assertThat(opened).containsExactly("dispute " + first.id());
    }

    @Test
    void telephonesShowInFullOnlyForAPurposeAndNotLongerThanOneLooks() {
        choose(Ledger.REVISIT);
        List<String> masked = cells(5);
        assertThat(masked).anyMatch(phone -> phone.contains("****")).noneMatch(phone -> phone.matches("1\\d{10}"));
        press("ledger-full");
        assertThat(cells(5)).as("no purpose, no numbers").isEqualTo(masked);
        assertThat(((CheckBox) page.node().lookup("#ledger-full")).isSelected()).isFalse();
        desk.dialogs.reason = "县局抽查回访";
        press("ledger-full");
        assertThat(cells(5)).anyMatch(phone -> phone.matches("1\\d{10}"));
        assertThat(desk.house.journal().before(Long.MAX_VALUE, 1).get(0)).satisfies(line -> {
            assertThat(line.action()).isEqualTo(Journal.Action.REVEAL);
            assertThat(line.reason()).isEqualTo("县局抽查回访");
        });
        desk.onFx(page::shown);
        assertThat(cells(5)).isEqualTo(masked);
    }

    @Test
    void whoMayNotSeeInFullIsToldWhoMay() {
        choose(Ledger.REVISIT);
        desk.house.registers().admit(Forbidding.reveal());
        long seen = notes(Journal.Action.REVEAL);
        desk.dialogs.reason = "想看看";
        press("ledger-full");
        assertThat(words("notice-text")).contains("司法所长");
        assertThat(cells(5)).noneMatch(phone -> phone.matches("1\\d{10}"));
        assertThat(notes(Journal.Action.REVEAL)).isEqualTo(seen);
    }

    @Test
    void itIsLookedAtBeforeItIsPrintedAndTakenAlongAsWorkbook(@TempDir Path stick) {
        choose(Ledger.MEDIATION);
        press("ledger-look");
        assertThat(words("preview-place")).matches("第 1 / \\d+ 页");
        Shots.take(page.node(), "ledger-preview");
        desk.dialogs.file = stick.resolve("登记簿.pdf");
        long printed = notes(Journal.Action.PRINT);
        press("preview-pdf");
        assertThat(stick.resolve("登记簿.pdf")).exists();
        assertThat(notes(Journal.Action.PRINT)).isEqualTo(printed + 1);
        press("preview-close");
        desk.dialogs.file = stick.resolve("登记簿.xlsx");
        press("ledger-xlsx");
        assertThat(Files.exists(stick.resolve("登记簿.xlsx"))).isTrue();
        assertThat(words("notice-text")).contains("登记簿.xlsx");
        assertThat(notes(Journal.Action.PRINT)).isEqualTo(printed + 2);
    }
}
