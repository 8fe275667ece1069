package cn.anlan.kit.list;

import cn.anlan.Painting;
import cn.anlan.Shots;
import cn.anlan.UiTest;
import cn.anlan.entry.Text;
import cn.anlan.kit.Cases;
import cn.anlan.kit.Memory;
import cn.anlan.kit.Shown;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Filter;
import cn.anlan.store.Query.Op;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of a register: found, filtered, sorted, copied, and thinned of what is void. */
@UiTest
class RegisterTableTest {
    private static TestOffice desk;
    private static Register<Dispute> disputes;
    private RegisterTable<Dispute> list;
    private Stage stage;

    @BeforeAll
    static void open(@TempDir Path folder) {
        desk = new TestOffice(folder);
        disputes = desk.house.registers().of(Dispute.class);
        new Cases(desk).disputes(40);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        list = new RegisterTable<>(desk.office, disputes);
        var scene = new Scene(list.node(), 620, 460);
        Style.dress(scene);
        stage.setScene(scene);
        stage.show();
        list.refresh();
    }

    private Node find(String selector) {
        return list.node().lookup(selector);
    }

    private List<Dispute> rows() {
        return list.table().getItems().stream().filter(Objects::nonNull).map(Shown::entry).toList();
    }

    private void press(KeyCode code, boolean control) {
        desk.onFx(() -> list.table().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
    }

    @Test
    void findsByInitialsAfterAShortPause() {
        desk.settle();
        String all = list.counter().getText();
        desk.onFx(() -> ((TextField) find("#find")).setText("hyjt"));
        Painting.untilSeen("found", () -> !list.counter().getText().equals(all));
        assertThat(rows()).isNotEmpty().allMatch(dispute -> "01".equals(dispute.facts().typeSf()));
        desk.onFx(() -> ((TextField) find("#find")).setText("xyzxyz"));
        Painting.untilSeen("found", () -> list.counter().getText().equals(Text.of("kit.count", 0)));
        Shots.take(list.node(), "table-nothing-found");
    }

    @Test
    void filtersByChipsAndKeepsThemUnderAName() {
        desk.settle();
        TableTools<Dispute> tools = desk.onFx(() -> new TableTools<>(desk.office, disputes,
                new Columns<>(disputes.shape(), desk.office, new TableView<>(), "columns.t"), list.notice(), () -> {}));
        desk.onFx(() -> list.show(Query.all().where("risk_level", Op.AMONG, List.of("4")), "chip"));
        assertThat(rows()).isNotEmpty().allMatch(dispute -> "4".equals(dispute.risk().riskLevel()));
        assertThat(find("#chip-risk_level")).isNotNull();
        Shots.take(list.node(), "table-chip");
        desk.onFx(() -> ((Button) find("#chip-risk_level").lookup("#remove-chip")).fire());
        assertThat(rows()).extracting(dispute -> dispute.risk().riskLevel()).contains("3", "4");
        var condition = new Condition("risk_level", "w", List.of(new Filter("risk_level", Op.AMONG, List.of("3", "4"))));
        desk.onFx(() -> {
            tools.add(condition);
            tools.keepView("mine");
        });
        assertThat(new Memory(desk.house.settings(), desk.office.background()).get("views.dispute")).hasValueSatisfying(
                line -> assertThat(Condition.read(disputes.shape(), line.substring(line.indexOf('\t') + 1))).containsExactly(condition));
    }

    @Test
    void asksForDaysInAPopOver() {
        desk.settle();
        var asked = new Object() {
            Condition condition = new Condition("", "", List.of());
        };
        FilterForm form = desk.onFx(() -> new FilterForm(desk.office, disputes.shape(), disputes.shape().field("register_date"),
                condition -> asked.condition = condition));
        desk.onFx(() -> stage.getScene().setRoot(form.node()));
        desk.onFx(() -> ((TextField) form.node().lookup("#filter-from")).setText("2026.10.1"));
        Shots.take(form.node(), "filter-days");
        desk.onFx(() -> ((Button) form.node().lookup("#apply-filter")).fire());
        assertThat(asked.condition.words()).isEqualTo(Text.of("kit.chip.FROM", disputes.shape().label(disputes.shape().field("register_date")),
                "2026-10-01"));
        assertThat(asked.condition.filters()).containsExactly(
                new Filter("register_date", Op.FROM, LocalDate.of(2026, 10, 1)));
    }

    @Test
    void picksCodesInAPopOverUnderTheFilterButton() {
        desk.settle();
        desk.onFx(() -> ((Button) find("#filter")).fire());
        ContextMenu menu = (ContextMenu) Window.getWindows().stream().filter(ContextMenu.class::isInstance).findFirst().orElseThrow();
        String risk = disputes.shape().label(disputes.shape().field("risk_level"));
        desk.onFx(() -> menu.getItems().stream().filter(item -> risk.equals(item.getText())).findFirst().orElseThrow().fire());
        desk.onFx(menu::hide);
        Parent asked = desk.onFx(() -> Window.getWindows().stream().map(window -> window.getScene().getRoot())
                .filter(root -> root.lookup("#filter-form") != null).findFirst().orElseThrow());
        desk.onFx(() -> ((CheckBox) asked.lookup("#filter-code-4")).fire());
        Shots.take(asked, "filter-codes");
        desk.onFx(() -> ((Button) asked.lookup("#apply-filter")).fire());
        assertThat(rows()).isNotEmpty().allMatch(dispute -> "4".equals(dispute.risk().riskLevel()));
        assertThat(((Label) find("#chip-risk_level").lookup(".label")).getText()).isEqualTo(
                Text.of("kit.chip.AMONG", risk, desk.house.codes().label("risk_level", "4")));
    }

    @Test
    void sortsInTheStoreAndRemembersIt() {
        desk.settle();
        TableColumn<?, ?> day = list.table().getColumns().stream().filter(column -> "column-register_date".equals(column.getId())).findFirst()
                .orElseThrow();
        desk.onFx(() -> {
            day.setSortType(TableColumn.SortType.ASCENDING);
            list.table().getSortOrder().setAll(List.of(list.table().getColumns().get(list.table().getColumns().indexOf(day))));
        });
        assertThat(rows()).isSortedAccordingTo(Comparator.comparing(dispute -> dispute.registration().registerDate()));
        assertThat(desk.office.memory().get("columns.dispute")).hasValueSatisfying(line -> assertThat(line).endsWith("sort:register_date+"));
        RegisterTable<Dispute> again = desk.onFx(() -> new RegisterTable<>(desk.office, disputes));
        assertThat(again.query().sort()).isEqualTo("register_date");
        desk.onFx(() -> list.table().getSortOrder().clear());
        assertThat(list.query().sort()).isNull();
    }

    /** Names alike in their first words are told apart; what the clerk has set herself stays. */
    @Test
    void columnsAreAsWideAsWhatStandsInThem() {
        RegisterTable<Dispute> other = desk.onFx(() -> {
            desk.office.memory().put("columns.dispute", "");
            var fresh = new RegisterTable<>(desk.office, disputes);
            stage.getScene().setRoot(fresh.node());
            fresh.refresh();
            return fresh;
        });
        assertThat(cut(other)).isEmpty();
        assertThat(desk.office.memory().get("columns.dispute")).as("nobody has set them").contains("");
        TableColumn<?, ?> title = column(other, "title");
        desk.onFx(() -> title.setPrefWidth(77));
        desk.onFx(other::refresh);
        assertThat(title.getWidth()).isEqualTo(77);
        assertThat(desk.office.memory().get("columns.dispute")).hasValueSatisfying(line -> assertThat(line).contains("title:77 "));
    }

    private static TableColumn<?, ?> column(RegisterTable<?> list, String field) {
        return list.table().getColumns().stream().filter(column -> ("column-" + field).equals(column.getId())).findFirst().orElseThrow();
    }

    /** The names of columns, and the short words in them, that are not shown whole. */
    private static List<String> cut(RegisterTable<?> list) {
        return desk.onFx(() -> list.node().lookupAll(".label, .table-cell").stream().filter(Labeled.class::isInstance).map(Labeled.class::cast)
                .filter(label -> label.getText() != null && label.getText().length() <= 15 && label.lookup(".text") instanceof javafx.scene.text.Text shown
                        && !shown.getText().equals(label.getText())).map(Labeled::getText).toList());
    }

    @Test
    void copiesTheSelectedRowsWithPersonalNumbersMasked() {
        Dispute dispute = new Cases(desk).dispute(3);
        new Cases(desk).party(dispute, 1);
        Register<DisputeParty> parties = desk.house.registers().of(DisputeParty.class);
        RegisterTable<DisputeParty> table = desk.onFx(() -> new RegisterTable<>(desk.office, parties, true));
        desk.onFx(() -> table.within(dispute.id()));
        desk.onFx(() -> table.table().getSelectionModel().select(0));
        desk.onFx(() -> table.table().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false)));
        String copied = desk.onFx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith(parties.shape().label(parties.shape().field("role")) + "\t").contains("138****5671")
                .contains(Text.of("trial.person.1"));
    }

    @Test
    void declaresTheSelectionVoidWithOneReason() {
        Dispute one = new Cases(desk).dispute(4);
        Dispute two = new Cases(desk).dispute(5);
        desk.onFx(list::refresh);
        desk.onFx(() -> list.table().getSelectionModel().selectIndices(0, 1));
        assertThat(list.counter().getText()).isEqualTo(Text.of("kit.count.selected", Text.of("kit.count", list.table().getItems().size()), 2));
        press(KeyCode.DELETE, false);
        Shots.take(list.node(), "table-void");
        desk.onFx(() -> ((TextField) find("#reason")).setText(Text.of("trial.feeling")));
        desk.onFx(() -> ((Button) find("#agree")).fire());
        assertThat(disputes.get(one.id()).voidReason()).isEqualTo(Text.of("trial.feeling"));
        assertThat(disputes.get(two.id()).voidReason()).isEqualTo(Text.of("trial.feeling"));
        assertThat(rows()).extracting(Dispute::id).doesNotContain(one.id(), two.id());
        desk.onFx(() -> ((ToggleButton) find("#with-void")).fire());
        assertThat(rows()).extracting(Dispute::id).contains(one.id(), two.id());
        Shots.take(list.node(), "table-with-void");
    }
}
