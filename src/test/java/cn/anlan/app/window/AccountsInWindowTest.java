package cn.anlan.app.window;

import cn.anlan.OnScreen;
import cn.anlan.app.Wiring;
import cn.anlan.security.Access;
import cn.anlan.security.Account;
import cn.anlan.security.LockedHouse;
import cn.anlan.security.Role;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.Keys;
import cn.anlan.security.key.TestKeys;
import cn.anlan.store.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Accounts, the recovery code and locking as people meet them in the window. */
@OnScreen
class AccountsInWindowTest {
    private static final String GOOD = "水渠拖拉机蓝门帘三月雪";

    @TempDir
    Path folder;

    private Keys.Begun begun;

    @BeforeEach
    void anOffice() {
        try (var house = new Wiring(folder, TestWindow.CLOCK)) {
            Map.of("home", TestWindow.TOWN, "org_code", "620623100000", "org_name", "华藏寺镇综治中心", "clerk", "王录入")
                    .forEach(house.settings()::put);
        }
        begun = LockedHouse.lock(folder, TestWindow.CLOCK);
    }

    private TestWindow comeIn(String name, String password) {
        TestWindow window = TestWindow.open(folder);
        ComboBox<String> names = window.await("#login-name");
        window.until(() -> names.getItems().contains(name));
        window.fx(() -> {
            names.setValue(name);
            return names;
        });
        window.type("#login-password", password);
        window.press("#login-go");
        window.await("#page-home");
        return window;
    }

    private TestWindow director() {
        TestWindow window = comeIn(LockedHouse.DIRECTOR, LockedHouse.PASSWORD);
        window.press("#nav-accounts");
        window.until(() -> people(window).getItems().stream().anyMatch(one -> one.oneself()));
        return window;
    }

    private static TableView<Account> people(TestWindow window) {
        return window.<TableView<Account>>find("#people").orElseThrow();
    }

    private static String text(TestWindow window, String id) {
        return window.<Label>find(id).map(Label::getText).orElse("");
    }

    private static void choose(TestWindow window, String name) {
        window.fx(() -> {
            people(window).getItems().stream().filter(one -> one.holder().name().equals(name)).forEach(people(window).getSelectionModel()::select);
            return name;
        });
    }

    private static void type(TestWindow window, String password) {
        window.type("#person-password", password);
        window.type("#person-again", password);
    }

    private static Optional<Account> person(TestWindow window, String name) {
        return people(window).getItems().stream().filter(one -> one.holder().name().equals(name)).findFirst();
    }

    @Test
    void theDirectorLetsInChangesAndShowsOut() {
        try (TestWindow window = director()) {
            window.press("#people-add");
            window.type("#person-name", "尕藏才让");
            window.until(() -> window.<TextInputControl>find("#person-password").isPresent());
            type(window, "gazangcairang88");
            window.press("#person-go");
            window.until(() -> text(window, "#person-refusal").contains("人名、地名"));
            window.until(() -> text(window, "#person-advice").contains("人名、地名"));
            window.shot("accounts-add");
            type(window, GOOD);
            window.until(() -> text(window, "#person-advice").contains("可以用"));
            window.press("#person-go");
            window.until(() -> person(window, "尕藏才让").filter(one -> one.role() == Role.CLERK && one.lastLogin().isEmpty()).isPresent());
            assertThat(text(window, "#notice-text")).contains("已新增“尕藏才让”");

            choose(window, "尕藏才让");
            window.press("#people-role");
            ComboBox<Role> role = window.await("#person-role");
            window.fx(() -> {
                role.setValue(Role.MEDIATOR);
                return role;
            });
            assertThat(text(window, "#person-may")).contains("自己经办");
            window.press("#person-go");
            window.until(() -> text(window, "#person-refusal").contains("名册"));
            window.fx(() -> {
                role.setValue(Role.ARCHIVIST);
                return role;
            });
            window.press("#person-go");
            window.until(() -> person(window, "尕藏才让").filter(one -> one.role() == Role.ARCHIVIST).isPresent());

            choose(window, "尕藏才让");
            window.press("#people-reset");
            type(window, GOOD + "新");
            window.press("#person-go");
            window.until(() -> text(window, "#notice-text").contains("重设口令"));
            assertThat(TestKeys.of(folder, TestWindow.CLOCK).open("尕藏才让", (GOOD + "新").toCharArray()).holder().role()).isEqualTo("archivist");
            window.shot("accounts");

            choose(window, "尕藏才让");
            window.answers.agrees = false;
            window.press("#people-remove");
            assertThat(person(window, "尕藏才让")).isPresent();
            window.answers.agrees = true;
            window.press("#people-remove");
            window.until(() -> text(window, "#notice-text").contains("已移除“尕藏才让”"));
            window.until(() -> people(window).getItems().size() == 1);
            window.until(() -> text(window, "#renewal-state").contains("都已用现在的钥匙"));
            choose(window, LockedHouse.DIRECTOR);
            window.press("#people-remove");
            window.until(() -> text(window, "#notice-text").contains("最后一个"));
            assertThat(window.answers.failures).isEmpty();
        }
        comeIn(LockedHouse.DIRECTOR, LockedHouse.PASSWORD).close();
    }

    @Test
    void theCodeIsRenewedOnceTheNewOneIsPrintedAndCopied() throws Exception {
        try (TestWindow window = director()) {
            window.press("#people-code");
            Label code = window.await("#recovery-code");
            window.press("#recovery-print");
            window.await("#preview");
            window.until(() -> text(window, "#preview-place").contains("1"));
            window.until(() -> window.<javafx.scene.image.ImageView>find("#preview-page").orElseThrow().getImage() != null);
            window.shot("recovery-sheet");
            window.press("#preview-close");
            window.answers.agrees = false;
            window.press("#nav-home");
            assertThat(window.find("#page-accounts")).as("the code is not copied yet").isPresent();
            int group = Integer.parseInt(text(window, "#recovery-asked").replaceAll("\\D", ""));
            window.type("#recovery-typed", code.getText().strip().split("\\s+")[group - 1]);
            window.press("#recovery-go");
            window.until(() -> text(window, "#notice-text").contains("已换发"));

            Path pem = Files.writeString(folder.resolveSibling(folder.getFileName() + ".pem"), "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder()
                    .encodeToString(KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n");
            window.answers.file = Optional.of(pem);
            window.press("#people-county");
            window.type("#reason", "天祝县司法局");
            window.press("#agree");
            window.until(() -> text(window, "#people-county-state").contains("天祝县司法局"));
            Files.writeString(pem, "nothing");
            window.press("#people-county");
            window.type("#reason", "别处");
            window.press("#agree");
            window.until(() -> text(window, "#notice-text").contains("不是县里"));
            Files.delete(pem);
            window.press("#people-county");
            window.type("#reason", "别处");
            window.press("#agree");
            window.until(() -> text(window, "#notice-text").contains("读不出"));
            assertThat(text(window, "#people-county-state")).contains("天祝县司法局");
        }
        try (var house = new Wiring(folder, TestWindow.CLOCK, Access.of(begun.opened()))) {
            assertThat(house.doorkeeper().accounts().county()).hasValue("天祝县司法局");
        }
    }

    @Test
    void whoeverHasTheSheetComesInAndGetsAnother() {
        try (TestWindow window = TestWindow.open(folder)) {
            window.press("#login-forgot");
            window.await("#page-recover");
            String first = begun.code().groups().get(0);
            window.type("#recover-code", first.substring(0, 4) + (first.endsWith("0") ? "1" : "0"));
            assertThat(text(window, "#recover-slips")).contains("第 1 组");
            window.shot("recover-slip");
            window.type("#recover-code", begun.code().written().toLowerCase(java.util.Locale.ROOT).replace("-", " "));
            assertThat(text(window, "#recover-slips")).contains("7 组都没有抄错");
            window.press("#recover-go");
            assertThat(text(window, "#recover-refusal")).contains("姓名");
            ComboBox<String> name = window.await("#recover-name");
            window.fx(() -> {
                name.getEditor().setText("新所长");
                return name;
            });
            window.type("#recover-password", "huazangsizhen99");
            window.type("#recover-again", "huazangsizhen99");
            window.press("#recover-go");
            window.until(() -> text(window, "#recover-refusal").contains("人名、地名"));
            window.type("#recover-password", GOOD);
            window.type("#recover-again", GOOD);
            window.press("#recover-go");
            Label code = window.await("#recovery-code");
            assertThat(code.getText().replace(" ", "")).isNotEqualTo(begun.code().written().replace("-", ""));
            window.shot("recover-code");
            int group = Integer.parseInt(text(window, "#recovery-asked").replaceAll("\\D", ""));
            window.type("#recovery-typed", code.getText().strip().split("\\s+")[group - 1]);
            window.press("#recovery-go");
            window.await("#page-home");
            assertThat(window.house().doorkeeper().access().name()).hasValue("新所长");
        }
        comeIn("新所长", GOOD).close();
    }

    @Test
    void everybodyChangesHerOwnPasswordAndTheKeeperSetsTheMinutes() {
        LockedHouse.admit(folder, TestWindow.CLOCK, Access.of(begun.opened()), new Holder("小李", "clerk", null));
        try (TestWindow window = comeIn("小李", LockedHouse.PASSWORD)) {
            assertThat(window.find("#nav-accounts")).as("a clerk keeps no accounts").isEmpty();
            window.press("#nav-settings");
            window.until(() -> text(window, "#safety-here").contains("小李，角色是录入员"));
            window.until(() -> window.find("#idle-minutes").filter(Node::isDisabled).isPresent());
            window.type("#own-old", "wrong password");
            window.type("#own-password", GOOD);
            window.type("#own-again", GOOD);
            window.press("#own-change");
            window.until(() -> text(window, "#own-told").contains("不对"));
            window.type("#own-old", LockedHouse.PASSWORD);
            window.press("#own-change");
            window.until(() -> text(window, "#own-told").contains("口令已改"));
        }
        comeIn("小李", GOOD).close();
        try (TestWindow window = comeIn(LockedHouse.DIRECTOR, LockedHouse.PASSWORD)) {
            window.press("#nav-settings");
            window.until(() -> window.<TextInputControl>find("#idle-minutes").filter(field -> field.getText().equals("10")).isPresent());
            window.type("#idle-minutes", "0");
            window.press("#idle-set");
            assertThat(text(window, "#idle-told")).contains("1 到 60");
            window.type("#idle-minutes", "15");
            window.press("#idle-set");
            assertThat(text(window, "#idle-told")).contains("15 分钟");
            window.until(() -> text(window, "#safety-county").contains("没有设置"));
            window.until(() -> text(window, "#renewal-state").contains("附件"));
            window.shot("settings-safety");
            window.key(KeyCode.L, true);
            window.await("#page-login");
        }
        try (var house = new Wiring(folder, TestWindow.CLOCK, Access.of(begun.opened()))) {
            assertThat(house.settings().get("lock_minutes")).hasValue("15");
            assertThat(house.journal().before(Long.MAX_VALUE, new Journal.Filter(null, "小李", Journal.Action.ACCOUNT), 5)).hasSize(1);
        }
    }
}
