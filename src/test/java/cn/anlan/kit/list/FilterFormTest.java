package cn.anlan.kit.list;

import cn.anlan.UiTest;
import cn.anlan.entry.Field;
import cn.anlan.kit.TestOffice;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.Query.Filter;
import cn.anlan.store.Query.Op;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is asked of a column, in the way its type is best asked; what cannot be read is told and asked again. */
@UiTest
class FilterFormTest {
    private static TestOffice desk;
    private static Register<Dispute> disputes;
    private final List<Condition> taken = new ArrayList<>();
    private VBox form;

    @BeforeAll
    static void open(@TempDir Path folder) {
        desk = new TestOffice(folder);
        disputes = desk.house.registers().of(Dispute.class);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private void ask(String field) {
        form = desk.onFx(() -> {
            var asked = new FilterForm(desk.office, disputes.shape(), disputes.shape().field(field), taken::add).node();
            new Scene(new VBox(asked)).getRoot().applyCss();
            return asked;
        });
    }

    private void type(String id, String text) {
        desk.onFx(() -> ((TextField) form.lookup("#" + id)).setText(text));
    }

    private void apply() {
        desk.onFx(() -> ((Button) form.lookup("#apply-filter")).fire());
    }

    private String told() {
        return form.lookupAll(".label").stream().map(Label.class::cast).map(Label::getText).filter(text -> text != null && !text.isEmpty())
                .reduce("", (all, each) -> all + each);
    }

    private Condition only() {
        assertThat(taken).hasSize(1);
        Condition condition = taken.get(0);
        assertThat(condition.words()).isNotBlank().doesNotContain("⟦", "{0}", "{1}", "null");
        return condition;
    }

    @Test
    void aTextIsLookedForWithin() {
        ask("title");
        type("filter-text", "　水渠 ");
        apply();
        assertThat(only().filters()).containsExactly(new Filter("title", Op.CONTAINS, "水渠"));
        assertThat(only().words()).contains("水渠");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "amount_fen", "register_date", "people_count", "risk_level", "area_code"})
    void nothingAskedIsToldAndNothingTaken(String field) {
        ask(field);
        apply();
        assertThat(taken).isEmpty();
        assertThat(told()).isNotBlank();
    }

    @Test
    void daysAreReadAsTheyAreTyped() {
        ask("register_date");
        type("filter-from", "２０２６。１。５");
        type("filter-to", "二〇二六年一月三十一日");
        apply();
        assertThat(only().filters()).containsExactly(new Filter("register_date", Op.FROM, LocalDate.of(2026, 1, 5)),
                new Filter("register_date", Op.TO, LocalDate.of(2026, 1, 31)));
        assertThat(only().words()).contains("2026-01-05", "2026-01-31");
    }

    @Test
    void oneEndIsEnough() {
        ask("amount_fen");
        type("filter-to", "1，200.50元");
        apply();
        assertThat(only().filters()).containsExactly(new Filter("amount_fen", Op.TO, 120_050L));
    }

    @Test
    void whatCannotBeReadIsToldAndMayBeCured() {
        ask("people_count");
        type("filter-from", "十来个");
        apply();
        assertThat(taken).isEmpty();
        assertThat(told()).contains("十来个");
        type("filter-from", "１０");
        desk.onFx(() -> form.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        assertThat(only().filters()).containsExactly(new Filter("people_count", Op.FROM, 10L));
    }

    @Test
    void emptyAndFilledAreAButtonAway() {
        ask("amount_fen");
        desk.onFx(() -> ((Button) form.lookup("#filter-empty")).fire());
        assertThat(only().filters()).containsExactly(new Filter("amount_fen", Op.EMPTY, null));
        taken.clear();
        desk.onFx(() -> ((Button) form.lookup("#filter-filled")).fire());
        assertThat(only().filters()).containsExactly(new Filter("amount_fen", Op.FILLED, null));
    }

    @Test
    void yesOrNoIsAlwaysOneOfBoth() {
        String flag = disputes.shape().businessFields().stream().filter(field -> field.type() == cn.anlan.entry.Type.FLAG).findFirst().map(Field::name).orElseThrow();
        ask(flag);
        apply();
        assertThat(only().filters()).containsExactly(new Filter(flag, Op.IS, true));
        assertThat(form.lookup("#filter-empty")).as("a box is ticked or not").isNull();
        taken.clear();
        desk.onFx(() -> ((RadioButton) form.lookup("#filter-no")).fire());
        apply();
        assertThat(only().filters()).containsExactly(new Filter(flag, Op.IS, false));
    }

    /** Every column there is can be asked something, and what is asked can be kept and found again. */
    @Test
    void everyColumnCanBeAsked() {
        for (Field field : disputes.shape().businessFields()) {
            if (field.type() != cn.anlan.entry.Type.FLAG) {
                ask(field.name());
                Node filled = form.lookup("#filter-filled");
                desk.onFx(() -> ((Button) filled).fire());
            }
        }
        assertThat(taken).hasSizeGreaterThan(20);
        assertThat(Condition.read(disputes.shape(), Condition.line(disputes.shape(), taken))).isEqualTo(taken);
        assertThat(taken).allSatisfy(condition -> assertThat(disputes.count(condition.on(cn.anlan.store.Query.all()), 9)).isZero());
    }
}
