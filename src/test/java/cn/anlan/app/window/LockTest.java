package cn.anlan.app.window;

import cn.anlan.OnScreen;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Progress;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.security.Role;
import cn.anlan.security.key.Holder;
import cn.anlan.store.Journal;
import cn.anlan.store.Query;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A locked store in the window: coming in, being locked out in the middle of a form, finding it again. */
@OnScreen
class LockTest {
    private static final String NAME = "尕藏才让";

    @TempDir
    Path folder;

    private Access director;
    private final List<String> secrets = new ArrayList<>();

    @BeforeEach
    void lock() {
        TestWindow.fill(folder, TestWindow.TOWN, Progress.none());
        director = Access.of(LockedHouse.lock(folder, TestWindow.CLOCK).opened());
        try (var house = new Wiring(folder, TestWindow.CLOCK, director)) {
            house.registers().of(DisputeParty.class).list(Query.all(), 30).forEach(party -> {
                secrets.add(party.who().name());
                secrets.add(String.valueOf(party.person().idNumber()));
            });
        }
    }

    private TestWindow open() {
        TestWindow window = TestWindow.open(folder);
        comeIn(window, LockedHouse.PASSWORD);
        window.await("#page-home");
        return window;
    }

    private static void comeIn(TestWindow window, String password) {
        window.await("#page-login");
        window.until(() -> window.<ComboBox<String>>find("#login-name").orElseThrow().getValue() != null);
        window.type("#login-password", password);
        window.press("#login-go");
    }

    /** Whoever types her password the moment the window is there loses no letter. */
    @Test
    void thePasswordCanBeTypedBeforeAnythingIsRead() {
        try (TestWindow window = new TestWindow(folder, false, stage -> {
            var password = (PasswordField) stage.getScene().lookup("#login-password");
            password.appendText(LockedHouse.PASSWORD.substring(0, 3));
        })) {
            window.until(() -> window.<ComboBox<String>>find("#login-name").orElseThrow().getValue() != null);
            PasswordField password = window.await("#login-password");
            window.until(() -> window.isIn(password));
            window.fx(() -> {
                password.end();
                password.replaceSelection(LockedHouse.PASSWORD.substring(3));
                return password;
            });
            window.press("#login-go");
            window.await("#page-home");
        }
    }

    private TextInputControl begin(TestWindow window) {
        window.press("#nav-literate");
        window.await("#page-literate");
        window.key(KeyCode.N, true);
        TextInputControl name = window.await("#field-name");
        window.until(() -> !name.isDisabled() && window.isIn(name));
        window.fx(() -> {
            name.setText(NAME);
            name.positionCaret(2);
            return name;
        });
        return name;
    }

    @Test
    void aWrongPasswordIsASentenceAndTheRightOneComesIn() {
        try (TestWindow window = TestWindow.open(folder)) {
            comeIn(window, "wrong password");
            window.until(() -> window.<Label>find("#login-refusal").orElseThrow().getText().contains("还可以再试 4 次"));
            assertThat(window.stage().getTitle()).isEqualTo("安澜");
            window.shot("login");
            comeIn(window, LockedHouse.PASSWORD);
            window.await("#page-home");
            assertThat(window.house().doorkeeper().access().name()).hasValue(LockedHouse.DIRECTOR);
            assertThat(window.stage().getTitle()).doesNotContain(LockedHouse.DIRECTOR);
            assertThat(window.house().journal().before(Long.MAX_VALUE, 1).get(0).action()).isEqualTo(Journal.Action.LOGIN);
        }
    }

    @Test
    void lockedInTheMiddleOfAFormSheFindsItAgainWhereSheWas() throws IOException {
        try (TestWindow window = open()) {
            begin(window);
            window.key(KeyCode.L, true);
            window.await("#page-login");
            window.shot("locked");
            assertThat(window.find("#page-literate")).isEmpty();
            assertThat(window.house0()).isEmpty();
            nothingIsReadable(NAME);
            comeIn(window, LockedHouse.PASSWORD);
            window.await("#page-literate");
            window.until(() -> window.<TextInputControl>find("#field-name").filter(field -> field.getText().equals(NAME) && window.isIn(field)).isPresent());
            window.until(() -> window.<TextInputControl>find("#field-name").orElseThrow().getCaretPosition() == 2);
            window.shot("draft-back");
            assertThat(window.find("#page-literate")).isPresent();
        }
    }

    @Test
    void theDraftIsKeptEveryFewSecondsAndGoesWhenItIsGivenUp() {
        try (TestWindow window = open()) {
            begin(window);
            window.until(() -> window.house().doorkeeper().drafts().orElseThrow().find().filter(draft -> draft.forms().get("literate").contains(NAME)).isPresent());
        }
        try (var house = new Wiring(folder, TestWindow.CLOCK, director)) {
            assertThat(house.doorkeeper().drafts().orElseThrow().find()).as("given up when the window was closed").isEmpty();
        }
    }

    @Test
    void aClerkSeesMaskedAndTheAdministratorSeesNoCase() {
        LockedHouse.admit(folder, TestWindow.CLOCK, director, new Holder("管理员", Role.ADMIN.word(), null));
        try (TestWindow window = TestWindow.open(folder)) {
            window.await("#page-login");
            ComboBox<String> names = window.await("#login-name");
            window.until(() -> names.getItems().size() == 2);
            window.fx(() -> {
                names.setValue("管理员");
                return names;
            });
            window.type("#login-password", LockedHouse.PASSWORD);
            window.press("#login-go");
            window.await("#page-home");
            window.shot("home-admin");
            assertThat(window.house().registers().of(Dispute.class).list(Query.all(), 9)).isEmpty();
            assertThat(window.find("#nav-dispute")).isEmpty();
            assertThat(window.find("#nav-code")).isPresent();
        }
    }

    private void nothingIsReadable(String more) throws IOException {
        secrets.add(more);
        secrets.removeIf(secret -> secret.length() < 3 || secret.equals("null"));
        assertThat(secrets).hasSizeGreaterThan(20);
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (String secret : secrets) {
                    assertThat(bytes.contains(new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))).as(file + " " + secret).isFalse();
                }
            }
        }
    }
}
