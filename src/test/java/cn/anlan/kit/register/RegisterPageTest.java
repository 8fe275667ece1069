package cn.anlan.kit.register;

import cn.anlan.Shots;
import cn.anlan.UiTest;
import cn.anlan.entry.Text;
import cn.anlan.kit.Cases;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.kit.form.PickBox;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.AgreementItem;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of a register at the size of an old notebook: opened, filled in, taken back, and what hangs on an entry. */
@UiTest
class RegisterPageTest {
    private static TestOffice desk;
    private static Register<Dispute> disputes;
    private static Dispute known;
    private static Agreement agreement;
    private RegisterPage<Dispute> page;
    private final List<String> opened = new ArrayList<>();

    @BeforeAll
    static void open(@TempDir Path folder) {
        desk = new TestOffice(folder);
        disputes = desk.house.registers().of(Dispute.class);
        var cases = new Cases(desk);
        cases.disputes(60);
        known = cases.dispute(0);
        cases.party(known, 0);
        cases.party(known, 1);
        agreement = cases.agreement(known);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Start
    void start(Stage stage) {
        page = new RegisterPage<>(desk.office, disputes);
        page.onOpened(entry -> opened.add(entry == null ? "" : entry.id()));
        var scene = new Scene(page.node(), 1186, 700);
        Style.dress(scene);
        stage.setScene(scene);
        stage.show();
        page.shown();
    }

    private Node find(String selector) {
        Node found = page.node().lookup(selector);
        assertThat(found).as(selector).isNotNull();
        return found;
    }

    private void open(String id) {
        desk.onFx(() -> page.open(id));
    }

    private void push(String selector) {
        desk.onFx(() -> ((ButtonBase) find(selector)).fire());
    }

    private void choose(String tab) {
        desk.onFx(() -> page.node().lookupAll(".tab-pane").stream().map(pane -> (TabPane) pane)
                .forEach(pane -> pane.getTabs().stream().filter(each -> tab.equals(each.getId()))
                        .findFirst().ifPresent(each -> pane.getSelectionModel().select(each))));
    }

    @Test
    void opensAnEntryFromTheListAndFromElsewhere() {
        desk.settle();
        Shots.take(page.node(), "page-empty");
        open(known.id());
        Shots.take(page.node(), "page-open");
        assertThat(page.entry()).isEqualTo(known);
        assertThat(opened).endsWith(known.id());
        desk.onFx(() -> page.table().table().getSelectionModel().clearAndSelect(5));
        assertThat(page.entry()).isEqualTo(page.table().selection().get(0).entry()).isNotEqualTo(known);
    }

    /** The history stands beside the entry; list and buttons stay where they are, and nothing is pushed out of the window. */
    @Test
    void theHistoryTakesItsRoomFromTheEntryAlone() {
        desk.settle();
        open(known.id());
        double list = page.table().node().getWidth();
        push("#history");
        var drawer = find(".drawer").localToScene(find(".drawer").getLayoutBounds());
        var form = page.form().node().localToScene(page.form().node().getLayoutBounds());
        assertThat(page.table().node().getWidth()).isEqualTo(list);
        assertThat(drawer.getMaxX()).isLessThanOrEqualTo(page.node().getScene().getWidth());
        assertThat(form.getMaxX()).isLessThanOrEqualTo(drawer.getMinX());
        push("#history");
        assertThat(page.table().node().getWidth()).isEqualTo(list);
    }

    @Test
    void savesANewEntryAndTakesItBack() {
        desk.settle();
        push("#new");
        assertThat(page.form().isNew()).isTrue();
        assertThat(opened).endsWith("");
        var values = Cases.values(7);
        desk.onFx(() -> page.fresh(values));
        push("#save");
        Dispute stored = disputes.list(Query.all(), 1).get(0);
        assertThat(page.entry()).isEqualTo(stored);
        assertThat(((Label) find("#saved")).getText()).isEqualTo(Text.of("kit.saved", "12:30"));
        assertThat(page.table().selection()).extracting(shown -> shown.entry().id()).containsExactly(stored.id());
        push("#undo");
        assertThat(disputes.get(stored.id()).voidReason()).isNotNull();
        Shots.take(page.node(), "page-void");
        assertThat(find("#restore").isVisible()).isTrue();
        push("#restore");
        assertThat(disputes.get(stored.id()).voidReason()).isNull();
    }

    @Test
    void tellsWhoChangedWhat() {
        Dispute dispute = new Cases(desk).dispute(9);
        open(dispute.id());
        desk.onFx(() -> ((TextInputControl) find("#field-happen_address")).setText(Text.of("trial.person.2")));
        push("#save");
        push("#history");
        Awaitility.await().untilAsserted(() -> assertThat(page.node().lookupAll("#history-drawer .label").stream().map(label -> ((Label) label).getText()).toList())
                .contains(Text.of("kit.history.CHANGE", "tester"), Text.of("kit.history.CREATE", "tester"))
                .contains(Text.of("kit.history.field", disputes.shape().label(disputes.shape().field("happen_address")),
                        dispute.facts().happenAddress(), Text.of("trial.person.2"))));
        Shots.take(page.node(), "page-history");
    }

    @Test
    void asksBeforeAnUnsavedEntryIsLeft() {
        open(known.id());
        desk.onFx(() -> ((TextInputControl) find("#field-summary")).setText("D"));
        desk.dialogs.agree = false;
        assertThat(desk.onFx(() -> page.mayLeave())).isFalse();
        desk.onFx(() -> page.table().table().getSelectionModel().clearAndSelect(8));
        assertThat(page.entry()).isEqualTo(known);
        assertThat(((TextInputControl) find("#field-summary")).getText()).isEqualTo("D");
        desk.dialogs.agree = true;
        assertThat(desk.onFx(() -> page.mayLeave())).isTrue();
    }

    @Test
    void fillsInChildrenWithinTheirOwner() {
        open(known.id());
        choose("tab-dispute_party");
        Shots.take(page.node(), "page-children");
        push("#new-dispute_party");
        Node tab = find("#children-dispute_party");
        desk.onFx(() -> ((TextInputControl) tab.lookup("#field-name")).setText(Text.of("trial.person.2")));
        desk.onFx(() -> ((TextInputControl) tab.lookup("#field-phone")).setText("0935-3122141"));
        desk.onFx(() -> ((PickBox) tab.lookup("#field-role").getParent()).choose(new PickBox.Choice("3", "3", "")));
        desk.onFx(() -> ((TextInputControl) tab.lookup("#field-id_number")).setText("11010519491231002X"));
        push("#save-dispute_party");
        Shots.take(page.node(), "page-child");
        Register<DisputeParty> parties = desk.house.registers().of(DisputeParty.class);
        assertThat(parties.list(Query.all().is("dispute_id", known.id()), 9)).extracting(party -> party.who().name())
                .contains(Text.of("trial.person.2"));
        assertThat(((TableView<?>) find("#table-dispute_party")).getItems()).hasSize(3);
    }

    @Test
    void findsLinksOfGrandchildrenAmongTheirOwnRelatives() {
        DisputeParty stranger = new Cases(desk).party(new Cases(desk).dispute(11), 2);
        open(known.id());
        choose("tab-agreement");
        desk.onFx(() -> ((TableView<?>) find("#table-agreement")).getSelectionModel().select(0));
        choose("tab-agreement_item");
        push("#new-agreement_item");
        Node tab = find("#children-agreement_item");
        TextField debtor = (TextField) tab.lookup("#field-debtor_party");
        desk.onFx(() -> {
            debtor.requestFocus();
            debtor.setText(stranger.who().name().substring(0, 1));
        });
        assertThat(((PickBox) debtor.getParent()).offered()).extracting(PickBox.Choice::value).doesNotContain(stranger.id());
        desk.onFx(() -> debtor.setText(Text.of("trial.person.0")));
        List<PickBox.Choice> offered = ((PickBox) debtor.getParent()).offered();
        assertThat(offered).isNotEmpty();
        desk.onFx(() -> ((PickBox) debtor.getParent()).choose(offered.get(0)));
        desk.onFx(() -> ((TextInputControl) tab.lookup("#field-seq")).setText("1"));
        desk.onFx(() -> ((TextInputControl) tab.lookup("#field-amount_fen")).setText("1,200.50"));
        desk.onFx(() -> ((TextInputControl) tab.lookup("#field-due_date")).setText("20261130"));
        push("#save-agreement_item");
        Shots.take(page.node(), "page-grandchild");
        assertThat(desk.house.registers().of(AgreementItem.class).list(Query.all().is("agreement_id", agreement.id()), 9))
                .extracting(item -> item.duty().amountFen()).containsExactly(120_050L);
    }

    @Test
    void aGrandchildHalfFilledInIsTakenUpUnderItsOwners() {
        open(known.id());
        choose("tab-agreement");
        desk.onFx(() -> ((TableView<?>) find("#table-agreement")).getSelectionModel().select(0));
        choose("tab-agreement_item");
        push("#new-agreement_item");
        TextInputControl kept = (TextInputControl) find("#children-agreement_item").lookup("#field-content");
        desk.onFx(() -> {
            kept.requestFocus();
            kept.setText("三日内把水渠清好");
            kept.positionCaret(4);
        });
        Map<String, String> forms = desk.onFx(page::unsaved);
        assertThat(forms).containsOnlyKeys("dispute", "dispute/agreement", "dispute/agreement/agreement_item");
        RegisterPage<Dispute> again = desk.onFx(() -> {
            var later = new RegisterPage<>(desk.office, disputes);
            page.node().getScene().setRoot(later.node());
            later.shown();
            later.resume(forms, "晚上八点");
            return later;
        });
        page = again;
        assertThat(again.entry()).isEqualTo(known);
        TextInputControl back = (TextInputControl) find("#children-agreement_item").lookup("#field-content");
        assertThat(back.getText()).isEqualTo("三日内把水渠清好");
        assertThat(back.isFocused()).isTrue();
        assertThat(back.getCaretPosition()).isEqualTo(4);
        Shots.take(again.node(), "page-grandchild-back");
        push("#save-agreement_item");
        assertThat(desk.onFx(again::unsaved)).as("the party is asked for").isNotEmpty();
    }

    @Test
    void whatIsHalfFilledInAndWasStoredAllTheSameIsNoDraftAnyMore() {
        desk.settle();
        var values = Cases.values(21);
        push("#new");
        desk.onFx(() -> page.fresh(values));
        desk.onFx(() -> ((TextInputControl) find("#field-happen_address")).setText("岔口驿村四组"));
        Map<String, String> forms = desk.onFx(page::unsaved);
        push("#save");
        long stored = disputes.count(Query.all(), 1_000);
        assertThat(desk.onFx(page::unsaved)).isEmpty();
        desk.onFx(() -> page.resume(forms, "晚上八点"));
        assertThat(desk.onFx(page::unsaved)).as("nothing would be lost, nothing is entered twice").isEmpty();
        assertThat(page.form().isNew()).isFalse();
        assertThat(disputes.count(Query.all(), 1_000)).isEqualTo(stored);
    }
}
