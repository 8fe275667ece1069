package cn.anlan.kit.form;

import cn.anlan.Shots;
import cn.anlan.UiTest;
import cn.anlan.entry.Text;
import cn.anlan.kit.Cases;
import cn.anlan.kit.Shown;
import cn.anlan.kit.Style;
import cn.anlan.kit.TestOffice;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.reference.DeadlineRule;
import cn.anlan.reference.ResidentIdNumber;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/** The form of an entry: what is typed, what is said about it, and that nothing typed is lost. */
@UiTest
class EntryFormTest {
    private static TestOffice desk;
    private static Register<Dispute> disputes;
    private static Register<DisputeParty> parties;
    private static Dispute dispute;
    private StackPane root;
    private EntryForm<Dispute> form;
    private EntryForm<DisputeParty> partyForm;

    @BeforeAll
    static void open(@TempDir Path folder) {
        desk = new TestOffice(folder);
        disputes = desk.house.registers().of(Dispute.class);
        parties = desk.house.registers().of(DisputeParty.class);
        dispute = new Cases(desk).dispute(0);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Start
    void start(Stage stage) {
        form = new EntryForm<>(desk.office, disputes);
        partyForm = new EntryForm<>(desk.office, parties, Map.of("dispute", dispute.id()));
        root = new StackPane(form.node());
        var scene = new Scene(root, 650, 640);
        Style.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void show(Dispute entry) {
        Shown<Dispute> shown = Shown.of(disputes, entry);
        desk.onFx(() -> form.show(shown));
    }

    private void freshParty() {
        desk.onFx(() -> {
            root.getChildren().setAll(partyForm.node());
            partyForm.fresh(Map.of("dispute_id", dispute.id()));
        });
    }

    private TextInputControl field(String name) {
        return (TextInputControl) find("#field-" + name);
    }

    private Node find(String selector) {
        return root.lookup(selector);
    }

    private String errorAt(String name) {
        Label label = (Label) find("#error-" + name);
        return label.isVisible() ? label.getText() : "";
    }

    /** Types into a field and leaves it for another. */
    private void type(String name, String text) {
        desk.onFx(() -> {
            field(name).requestFocus();
            field(name).setText(text);
        });
        desk.onFx(() -> root.requestFocus());
    }

    private void press(Node target, KeyCode code, boolean control) {
        desk.onFx(() -> target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
    }

    @Test
    void readsWhatWasTypedOnLeavingAndKeepsWhatItCannotRead() {
        show(dispute);
        type("happen_date", "20261029");
        assertThat(field("happen_date").getText()).isEqualTo("2026-10-29");
        type("happen_date", "2026-2-30");
        assertThat(field("happen_date").getText()).isEqualTo("2026-2-30");
        assertThat(errorAt("happen_date")).isEqualTo(Text.of("entry.refused.unreadable.DATE", disputes.shape().label(
                disputes.shape().field("happen_date")), "2026-2-30"));
        assertThat(form.dirtyProperty().get()).isTrue();
    }

    @Test
    void picksACodeByTheInitialsOfItsName() {
        show(dispute);
        TextField type = (TextField) field("type_sf");
        PickBox box = (PickBox) type.getParent();
        desk.onFx(() -> {
            type.requestFocus();
            type.setText("hyjt");
        });
        assertThat(box.offered()).extracting(PickBox.Choice::value).containsExactly("01");
        Shots.take(root, "form-pick");
        press(type, KeyCode.ENTER, false);
        assertThat(box.chosen()).extracting(PickBox.Choice::value).isEqualTo("01");
        assertThat(box.offered()).isEmpty();
    }

    @Test
    void picksADayFromACalendar() {
        show(dispute);
        desk.onFx(() -> ((Button) field("happen_date").getParent().lookup("#calendar")).fire());
        Parent calendar = desk.onFx(() -> Window.getWindows().stream().map(window -> window.getScene().getRoot())
                .filter(each -> each.lookup(".date-picker-popup") != null).findFirst().orElseThrow());
        Shots.take(calendar, "form-calendar");
        desk.onFx(() -> {
            var cell = (DateCell) calendar.lookupAll(".day-cell").stream()
                    .filter(each -> LocalDate.of(2026, 10, 5).equals(((DateCell) each).getItem())).findFirst().orElseThrow();
            cell.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                    false, true, false, true, null));
        });
        assertThat(field("happen_date").getText()).isEqualTo("2026-10-05");
    }

    @Test
    void enterGoesToTheNextField() {
        show(dispute);
        desk.onFx(() -> field("title").requestFocus());
        press(field("title"), KeyCode.ENTER, false);
        assertThat(field("register_date").isFocused()).isTrue();
    }

    @Test
    void saysEverythingThatIsMissingAtItsField() {
        desk.onFx(() -> form.fresh(Map.of()));
        assertThat(form.isNew()).isTrue();
        assertThat(field("register_date").getText()).isEqualTo("2026-10-31");
        assertThat(field("area_code").getText()).isEqualTo(desk.house.places().path(TestOffice.TOWN));
        desk.onFx(() -> form.save());
        assertThat(errorAt("title")).isEqualTo(Text.of("reference.refused.NotBlank", disputes.shape().label(disputes.shape().field("title"))));
        assertThat(errorAt("summary")).isNotEmpty();
        assertThat(field("title").isFocused()).isTrue();
        Shots.take(root, "form-errors");
        assertThat(form.isNew()).isTrue();
    }

    @Test
    void asksForAReasonWhenOnlyWarningsAreLeft() {
        Dispute one = new Cases(desk).dispute(1);
        show(one);
        type("people_count", "12");
        press(form.node(), KeyCode.S, true);
        assertThat(errorAt("scale")).isNotEmpty();
        TextField reason = (TextField) find("#reason");
        Button agree = (Button) find("#agree");
        Shots.take(root, "form-warning");
        assertThat(agree.isDisabled()).isTrue();
        desk.onFx(() -> reason.setText(Text.of("trial.feeling")));
        desk.onFx(agree::fire);
        assertThat(disputes.get(one.id()).facts().scope().peopleCount()).isEqualTo(12);
        assertThat(desk.house.journal().of(one.id()).get(0).reason()).isEqualTo(Text.of("trial.feeling"));
        assertThat(form.dirtyProperty().get()).isFalse();
    }

    private boolean isChosen(String toggle) {
        return ((ToggleButton) find(toggle)).isSelected();
    }

    @Test
    void twoVersionsOfANumberAreSideBySideMasked() {
        DisputeParty party = new Cases(desk).party(dispute, 4);
        Shown<DisputeParty> shown = Shown.of(parties, party);
        desk.onFx(() -> {
            root.getChildren().setAll(partyForm.node());
            partyForm.show(shown);
        });
        press(field("phone"), KeyCode.F2, false);
        type("phone", "13800001111");
        parties.change(party.id(), entry -> parties.shape().with(entry, Map.of("phone", "13900002222")));
        desk.onFx(() -> partyForm.save());
        assertThat(find("#comparison").lookupAll(".label").stream().map(label -> ((Label) label).getText()))
                .contains("138****1111", "139****2222").doesNotContain("13800001111", "13900002222");
    }

    @Test
    void mergesWhatTwoClerksTyped() {
        Dispute one = new Cases(desk).dispute(2);
        show(one);
        type("happen_address", "A");
        type("summary", "mine");
        disputes.change(one.id(), entry -> disputes.shape().with(entry, Map.of("summary", "theirs", "people_count", 7L)));
        desk.onFx(() -> form.save());
        assertThat(find("#comparison")).isNotNull();
        Shots.take(root, "form-stale");
        assertThat(List.of("happen_address", "summary")).as("what the clerk typed is chosen").allMatch(name -> isChosen("#mine-" + name));
        assertThat(isChosen("#theirs-people_count")).as("what only the other changed").isTrue();
        desk.onFx(() -> ((ToggleButton) find("#theirs-summary")).fire());
        desk.onFx(() -> ((Button) find("#save-merged")).fire());
        Dispute stored = disputes.get(one.id());
        assertThat(stored.facts().happenAddress()).isEqualTo("A");
        assertThat(stored.facts().summary()).isEqualTo("theirs");
        assertThat(stored.facts().scope().peopleCount()).isEqualTo(7);
        assertThat(find("#comparison")).isNull();
    }

    @Test
    void readsSexAndBirthDateFromAResidentNumber() {
        freshParty();
        String number = "62062319880203002";
        type("id_number", " " + number + ResidentIdNumber.check(number));
        assertThat(field("birth_date").getText()).isEqualTo("1988-02-03");
        assertThat(field("sex").getText()).isEqualTo(desk.house.codes().label("sex", "2"));
        Shots.take(root, "form-party");
    }

    @Test
    void asksOnlyForWhatApplies() {
        freshParty();
        assertThat(find("#field-uscc").getParent().isVisible()).isFalse();
        TextField kind = (TextField) field("kind");
        desk.onFx(() -> ((PickBox) kind.getParent()).choose(new PickBox.Choice("2", "2", "")));
        assertThat(find("#field-uscc").getParent().isVisible()).isTrue();
        assertThat(find("#field-sex").getParent().getParent().isVisible()).isFalse();
    }

    /** A tick with nothing but ticks beside it needs no room for a name above it. */
    @Test
    void ticksInARowOfTheirOwnStandCloseTogether() {
        show(dispute);
        Node alone = find("#field-risk_petition").getParent();
        assertThat(((Parent) alone).getChildrenUnmodifiable().get(0).isManaged()).isFalse();
        Node beside = find("#field-register_date").getParent().getParent();
        assertThat(((Parent) beside).getChildrenUnmodifiable().get(0).isManaged()).isTrue();
    }

    /** What does not fit into a field is told when pointed at. */
    @Test
    void aLongHintSaysItsFirstClauseInTheField() {
        var rules = desk.house.registers().of(DeadlineRule.class);
        var other = desk.onFx(() -> new EntryForm<>(desk.office, rules));
        desk.onFx(() -> root.getChildren().add(other.node()));
        var days = (TextInputControl) other.node().lookup("#field-warn_days");
        assertThat(days.getPromptText()).isEqualTo("如 7、3、0");
        assertThat(days.getTooltip().getText()).startsWith("如 7、3、0；").endsWith("-1");
        assertThat(field("external_ref").getPromptText()).isEqualTo(field("external_ref").getTooltip().getText());
    }

    @Test
    void hidesPersonalNumbersUntilAsked() {
        DisputeParty party = new Cases(desk).party(dispute, 0);
        Shown<DisputeParty> shown = Shown.of(parties, party);
        desk.onFx(() -> {
            root.getChildren().setAll(partyForm.node());
            partyForm.show(shown);
        });
        assertThat(field("id_number").getText()).startsWith("620623****").endsWith(String.valueOf(party.person().idNumber()).substring(14));
        assertThat(field("phone").getText()).isEqualTo("138****5670");
        press(field("phone"), KeyCode.F2, false);
        assertThat(field("phone").getText()).isEqualTo("13800005670");
        assertThat(partyForm.dirtyProperty().get()).isFalse();
        type("phone", "13800005679");
        desk.onFx(() -> partyForm.save());
        assertThat(parties.get(party.id()).person().contact().phone()).isEqualTo("13800005679");
        assertThat(parties.get(party.id()).person().idNumber()).isEqualTo(party.person().idNumber());
        assertThat(field("phone").getText()).isEqualTo("138****5679");
    }

    @Test
    void escapeAsksBeforeLosingTypedText() {
        show(dispute);
        type("happen_address", "B");
        desk.dialogs.agree = false;
        press(field("happen_address"), KeyCode.ESCAPE, false);
        assertThat(field("happen_address").getText()).isEqualTo("B");
        desk.dialogs.agree = true;
        press(field("happen_address"), KeyCode.ESCAPE, false);
        assertThat(field("happen_address").getText()).isEqualTo(dispute.facts().happenAddress());
        assertThat(desk.dialogs.asked).contains(Text.of("kit.give_up", disputes.shape().label()));
        assertThat(disputes.count(Query.all(), 100)).isPositive();
    }
}
