package cn.anlan.app.window;

import cn.anlan.UiTest;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Progress;
import cn.anlan.kit.Shown;
import cn.anlan.mediation.Dispute;
import cn.anlan.roster.Literate;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is half filled in, wherever it is typed, is there again after a lock or a power cut: same field, same caret, nothing stored replaced. */
@UiTest
class HalfFilledTest {
    private static final String NAME = "尕藏才让";

    @TempDir
    static Path folder;

    private static Access director;

    @TempDir
    Path afterwards;

    @BeforeAll
    static void lock() {
        TestWindow.fill(folder, TestWindow.TOWN, Progress.none());
        director = Access.of(LockedHouse.lock(folder, TestWindow.CLOCK).opened());
        inside(folder, house -> null);
    }

    private interface Work<T> {
        T of(Wiring house);
    }

    private static <T> T inside(Path store, Work<T> work) {
        try (var house = new Wiring(store, TestWindow.CLOCK, director)) {
            return work.of(house);
        }
    }

    private static TestWindow open(Path store) {
        TestWindow window = TestWindow.open(store);
        comeIn(window);
        return window;
    }

    private static void comeIn(TestWindow window) {
        window.await("#page-login");
        window.until(() -> window.<ComboBox<String>>find("#login-name").orElseThrow().getValue() != null);
        window.type("#login-password", LockedHouse.PASSWORD);
        window.press("#login-go");
    }

    private static void lockAndComeBack(TestWindow window) {
        window.key(KeyCode.L, true);
        comeIn(window);
    }

    private static void type(TestWindow window, String selector, String text, int caret) {
        TextInputControl field = window.await(selector);
        window.until(() -> {
            field.requestFocus();
            return !field.isDisabled() && window.isIn(field);
        });
        window.fx(() -> {
            field.setText(text);
            field.positionCaret(caret);
            return field;
        });
    }

    private static void untilBack(TestWindow window, String selector, String text, int caret) {
        window.until(() -> window.<TextInputControl>find(selector).filter(field -> field.isVisible() && field.getText().equals(text) && window.isIn(field)
                && field.getCaretPosition() == caret).isPresent());
    }

    /** The disk as it is at this moment. */
    private void powerCut() {
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path copy = afterwards.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String stageOne(Wiring house) {
        return house.registers().of(Dispute.class).list(Query.all().is("stage", "02"), 1).get(0).id();
    }

    private static void select(TestWindow window, String register, String id) {
        TableView<Shown<?>> table = window.await("#table-" + register);
        window.until(() -> {
            int row = table.getItems().stream().map(shown -> shown.entry().id()).toList().indexOf(id);
            table.getSelectionModel().clearAndSelect(Math.max(0, row));
            return row >= 0;
        });
    }

    private static void show(TestWindow window, String dispute) {
        window.press("#nav-dispute");
        select(window, "dispute", dispute);
        window.await("#step-accept");
    }

    @Test
    void aPartyComesBackUnderItsDispute() {
        String dispute = inside(folder, HalfFilledTest::stageOne);
        try (TestWindow window = open(folder)) {
            window.await("#page-home");
            show(window, dispute);
            type(window, "#form-dispute #field-happen_address", "岔口驿三组", 3);
            window.key(KeyCode.F6, false);
            window.press("#new-dispute_party");
            type(window, "#form-dispute_party #field-name", NAME, 2);
            lockAndComeBack(window);
            untilBack(window, "#form-dispute_party #field-name", NAME, 2);
            window.shot("half-filled-party");
            assertThat(window.<TextInputControl>find("#form-dispute #field-happen_address").orElseThrow().getText()).isEqualTo("岔口驿三组");
            assertThat(window.<Label>find("#form-dispute_party #notice-text").orElseThrow().getText()).contains("2026-11-03");
            assertThat(window.house().registers().of(Dispute.class).get(dispute).facts().happenAddress()).isNotEqualTo("岔口驿三组");
        }
    }

    @Test
    void aStepAndTheQuickEntryComeBack() {
        String dispute = inside(folder, HalfFilledTest::stageOne);
        try (TestWindow window = open(folder)) {
            window.await("#page-home");
            show(window, dispute);
            window.press("#step-accept");
            type(window, "#step-form #field-lead_mediator_id", "马调", 1);
            lockAndComeBack(window);
            untilBack(window, "#step-form #field-lead_mediator_id", "马调", 1);
            window.shot("half-filled-step");
            window.press("#leave-step");
            window.press("#nav-quick_case");
            type(window, "#page-quick_case #field-applicant", "张三 139", 4);
            lockAndComeBack(window);
            untilBack(window, "#page-quick_case #field-applicant", "张三 139", 4);
        }
    }

    @Test
    void afterAPowerCutWithTheEntryStoredMeanwhileBothAreShown() {
        Literate known = inside(folder, house -> house.registers().of(Literate.class).list(Query.all(), 1).get(0));
        try (TestWindow window = open(folder)) {
            window.await("#page-home");
            window.press("#nav-literate");
            select(window, "literate", known.id());
            window.until(() -> window.<TextInputControl>find("#field-name").filter(field -> field.getText().equals(known.person().name())).isPresent());
            type(window, "#field-name", NAME, 2);
            window.until(() -> window.house().doorkeeper().drafts().orElseThrow().find().filter(draft -> draft.forms().get("literate").contains(NAME)).isPresent());
            powerCut();
        }
        inside(afterwards, house -> {
            Register<Literate> literates = house.registers().of(Literate.class);
            return literates.change(known.id(), stored -> literates.shape().with(stored, Map.of("name", "祁连生")));
        });
        try (TestWindow window = open(afterwards)) {
            untilBack(window, "#field-name", NAME, 2);
            window.shot("half-filled-changed");
            assertThat(window.<Label>find("#notice-text").orElseThrow().getText()).contains("2026-11-03");
            ToggleButton theirs = window.await("#theirs-name");
            assertThat(window.<ToggleButton>find("#mine-name").orElseThrow().isSelected()).isTrue();
            window.fx(() -> {
                theirs.fire();
                return theirs;
            });
            assertThat(window.<TextInputControl>find("#field-name").orElseThrow().getText()).isEqualTo("祁连生");
            window.press("#mine-name");
            window.press("#draft-go-on");
            assertThat(window.find("#comparison")).isEmpty();
            assertThat(Objects.requireNonNull(window.<TextInputControl>find("#field-name").orElseThrow().getText())).isEqualTo(NAME);
            window.key(KeyCode.S, true);
            window.until(() -> window.<Label>find("#saved").orElseThrow().getText().startsWith("已保存"));
            assertThat(window.house().registers().of(Literate.class).get(known.id()).person().name()).isEqualTo(NAME);
        }
    }
}
