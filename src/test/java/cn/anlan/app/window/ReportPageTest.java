package cn.anlan.app.window;

import cn.anlan.OnScreen;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Progress;
import cn.anlan.mediation.Dispute;
import cn.anlan.paper.print.Printed;
import cn.anlan.reference.ReportMonth;
import cn.anlan.report.Listed;
import cn.anlan.report.ReportAdjust;
import cn.anlan.report.form.Column;
import cn.anlan.report.form.Request;
import cn.anlan.report.form.Row;
import cn.anlan.store.Query;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A statistician's morning: count, look behind a number, correct it, write it out, submit, and hear what changed since. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@OnScreen
class ReportPageTest {
    @TempDir
    static Path folder;

    @TempDir
    static Path stick;

    private static final Request T1 = new Request("T1", new ReportMonth(ReportMonth.USUAL_CUT).year(TestWindow.TODAY), false);
    private static TestWindow window;
    private static TableView<Row> table;

    @BeforeAll
    static void open() {
        TestWindow.fill(folder, TestWindow.TOWN, Progress.none());
        window = TestWindow.open(folder);
        window.await("#page-home");
        window.press("#nav-report");
        window.await("#page-report");
        window.press("#report-year");
        table = window.await("#report-table");
        window.until(() -> table.getItems().size() > 3);
    }

    @AfterAll
    static void close() {
        window.close();
    }

    private static String title() {
        return window.<Label>find("#report-side-title").map(Label::getText).orElse("");
    }

    private static String text(String id) {
        return window.<Label>find(id).map(Label::getText).orElse("");
    }

    /** The leaf columns in view. */
    private static List<TableColumn<Row, ?>> columns() {
        return List.copyOf(table.getVisibleLeafColumns());
    }

    private static TableColumn<Row, ?> column(String key) {
        return columns().stream().filter(column -> column.getUserData() instanceof Column one && one.key().equals(key)).findFirst().orElseThrow();
    }

    /** Points at a cell as a mouse does. */
    private static void point(int row, String column) {
        window.fx(() -> {
            table.getSelectionModel().clearSelection();
            select(row, column(column));
            return row;
        });
    }

    private static <T> void select(int row, TableColumn<Row, T> column) {
        table.getSelectionModel().select(row, column);
    }

    private static int cases(String column) {
        return window.house().reports().behind(T1,
                "all", column, 1_000).size();
    }

    @Test
    @Order(1)
    void numbersStandUnderTheCountysHeadingsAndNoughtsOnlyOnRequest() {
        assertThat(table.getItems()).extracting(Row::label).startsWith("合计", "村调委会小计");
        assertThat(columns()).extracting(column -> ((Column) column.getUserData()).key()).contains("total", "success_rate", "oral", "performed")
                .doesNotContain("kind_4");
        int narrow = columns().size();
        window.shot("report-t1");
        ButtonBase empty = window.await("#report-empty");
        window.fx(() -> {
            empty.fire();
            return empty;
        });
        assertThat(columns().size()).isGreaterThan(narrow);
        window.press("#report-empty");
        window.until(() -> text("#report-footing").contains("全部相符"));
    }

    @Test
    @Order(2)
    void behindANumberStandItsCasesAndACaseOpens() {
        point(0, "success");
        window.until(() -> title().contains("调解成功"));
        ListView<?> lines = window.await("#report-lines");
        assertThat(lines.getItems()).hasSize(cases("success"));
        window.shot("report-cases");
        window.fx(() -> {
            lines.getSelectionModel().select(0);
            lines.getOnKeyPressed().handle(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return lines;
        });
        window.until(() -> window.find("#page-dispute").isPresent());
        window.press("#nav-report");
        window.await("#page-report");
    }

    @Test
    @Order(3)
    void aCorrectionIsMarkedAndWhatNoLongerAgreesIsRed() {
        point(0, "people");
        window.until(() -> title().contains("涉及人数") && window.find("#report-delta").isPresent());
        window.type("#report-delta", "两个");
        window.type("#report-reason", "纸质卷宗");
        window.press("#report-correct");
        window.until(() -> text("#page-report #notice-text").contains("两个"));
        window.type("#report-delta", "+2");
        window.press("#report-correct");
        window.until(() -> text("#report-footing").contains("不符") || text("#report-footing").contains("之和"));
        window.shot("report-wrong");
        assertThat(text("#report-footing")).contains("各类调委会小计之和应等于合计");
        window.press("#report-submit");
        window.until(() -> text("#page-report #notice-text").contains("勾稽"));
        window.fx(() -> {
            table.getSelectionModel().clearSelection();
            return table;
        });
        var corrections = window.house().registers().of(ReportAdjust.class);
        corrections.list(Query.all(), 10).forEach(one -> corrections.annul(one.id(), "试"));
        window.press("#report-year");
        window.until(() -> text("#report-footing").contains("全部相符"));
    }

    @Test
    @Order(4)
    void itLeavesTheHouseAsWorkbookOnPaperAndInWords() throws Exception {
        for (String ending : List.of("xlsx", "pdf")) {
            Path file = stick.resolve("t1." + ending);
            window.answers.file = Optional.of(file);
            window.press("#report-" + ending);
            window.until(() -> Files.exists(file) && text("#page-report #notice-text").contains("t1." + ending));
        }
        assertThat(Printed.of(stick.resolve("t1.pdf")).page(1)).contains("人民调解案件情况统计表", "合计");
        window.press("#report-bulletin");
        TextArea bulletin = window.await("#report-bulletin-text");
        assertThat(bulletin.getText()).contains("成功率", "同比").doesNotContain("环比");
        window.shot("report-bulletin");
        window.press("#report-copy");
    }

    @Test
    @Order(5)
    void aSubmittedReportTellsWhatChangedSince() {
        window.press("#report-submit");
        window.until(() -> text("#report-state").contains("没有变化"));
        var disputes = window.house().registers().of(Dispute.class);
        String id = window.house().reports().behind(T1, "all", "total", 1_000).stream().map(Listed::id)
                .filter(one -> disputes.get(one).registration().stage().equals("20")).findFirst().orElseThrow();
        long before = disputes.get(id).facts().scope().peopleCount();
        disputes.change(id, dispute -> disputes.shape().with(dispute, Map.of("people_count", before + 1)));
        window.press("#report-year");
        window.until(() -> text("#report-state").contains("提交后有变化"));
        window.press("#report-changes");
        ListView<?> lines = window.await("#report-lines");
        window.until(() -> lines.getItems().toString().contains("涉及人数：" + before + " → " + (before + 1)));
        window.shot("report-changes");
        window.press("#report-frozen");
        window.press("#report-frozen");
        assertThat(window.answers.failures).isEmpty();
    }

    /** Behind the program's back, the view that is counted from is made anew. */
    private static void view(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("anlan.db")); var statement = connection.createStatement()) {
            statement.execute("DROP VIEW report_case");
            statement.execute(sql);
        }
    }

    private static String view() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("anlan.db")); var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT sql FROM sqlite_master WHERE name = 'report_case'")) {
            return row.getString(1);
        }
    }

    private static void cancel(String underway) {
        window.press(underway + " #underway-cancel");
        window.until(() -> !window.find(underway).orElseThrow().isVisible());
        assertThat(text("#page-report #notice-text")).contains("已取消");
    }

    /** One statement that never ends: the button ends it, and the page goes on with what it had. */
    @Test
    @Order(6)
    void whatTakesTooLongIsCancelledInTheMiddleOfAStatement() throws SQLException {
        String usual = view();
        int rows = table.getItems().size();
        view(usual + " AND (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n) > 0");
        try {
            window.press("#report-this_month");
            window.shot("report-counting");
            cancel("#report-counting");
            assertThat(text("#page-report #notice-text")).as("whose numbers are in view").contains("表中仍是", T1.period().from().toString());
            assertThat(table.getItems()).hasSize(rows);
            point(0, "success");
            cancel("#report-listing");
            window.press("#report-this_month");
            window.press("#report-year");
            cancel("#report-counting");
        } finally {
            view(usual);
        }
        window.press("#report-year");
        window.until(() -> !window.find("#page-report #notice").orElseThrow().isVisible());
        point(0, "success");
        window.until(() -> title().contains("调解成功"));
        window.until(() -> !text("#status-saved").contains("正在统计"));
        assertThat(window.answers.failures).isEmpty();
    }

    @Test
    @Order(7)
    void theFlowIsAnotherReportOfTheSamePage() {
        ComboBox<?> report = window.await("#report-code");
        window.fx(() -> {
            report.getSelectionModel().select(2);
            return report;
        });
        window.until(() -> table.getItems().stream().anyMatch(row -> row.label().equals("按属地")));
        assertThat(window.<ButtonBase>await("#report-by_acceptance").isDisabled()).isTrue();
        window.until(() -> columns().stream().anyMatch(column -> column.getUserData() instanceof Column one && one.key().equals("closing")));
        point(0, "closing");
        window.until(() -> title().contains("期末未结"));
        window.shot("report-t2");
        try (Wiring again = new Wiring(folder, TestWindow.CLOCK)) {
            assertThat(again.submissions().latest(new Request("T2", T1.period(), false)))
                    .isEmpty();
        }
        assertThat(window.answers.failures).isEmpty();
    }

    /** A month in which nothing happened is a table of noughts, not an empty one. */
    @Test
    @Order(7)
    void aReportOfNoughtsShowsItsColumns() {
        ComboBox<?> code = window.await("#report-code");
        DatePicker from = window.await("#report-from");
        DatePicker to = window.await("#report-to");
        window.fx(() -> {
            code.getSelectionModel().select(0);
            from.setValue(LocalDate.of(2001, 1, 1));
            to.setValue(LocalDate.of(2001, 1, 31));
            return code;
        });
        window.until(() -> !table.getItems().isEmpty() && columns().size() > 20);
        assertThat(columns()).extracting(column -> ((Column) column.getUserData()).key()).contains("total", "kind_4");
        window.shot("report-nought");
    }
}
