package cn.anlan.security.screen;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.security.Access;
import cn.anlan.security.key.Cost;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.Keys;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.PasswordField;

/** Who is there (登录): a name and a password; tried off the painting thread, for a try is dear. */
public final class LoginPage {
    private final Given given;
    private final ComboBox<String> name = new ComboBox<>();
    private final PasswordField password = new PasswordField();
    private final Card card;

    /**
     * What it needs.
     *
     * @param done told who came in, and whom to tell when the store does not open for her
     * @param forgot what is done when nobody knows a password any more
     */
    public record Given(Background background, Keys keys, BiConsumer<Access, Consumer<Refused>> done, Runnable forgot) {}

    /** {@code last} is whoever was here before; {@code locked} says so. */
    public LoginPage(Given given, String last, boolean locked) {
        this.given = given;
        name.setId("login-name");
        name.setMaxWidth(Double.MAX_VALUE);
        password.setId("login-password");
        var forgotten = new Hyperlink(Text.of("security.login.forgot"));
        forgotten.setId("login-forgot");
        forgotten.setOnAction(pressed -> given.forgot.run());
        card = new Card("login", Text.of(locked ? "security.login.locked" : "security.login.title"), Card.question("security.login.name"), name,
                Card.question("security.login.password"), password, Card.hint(Text.of(locked ? "security.login.kept" : "security.login.hint")), forgotten);
        card.onGo(Text.of("security.login.go"), this::tryIt);
        Platform.runLater(password::requestFocus);
        given.background.run("kit.busy.loading", () -> given.keys.holders().stream().map(Holder::name).toList(), names -> offer(names, last), this::refuse);
        given.background.run("kit.busy.loading", () -> {
            Cost.warmUp();
            return given;
        }, warm -> { });
    }

    public Parent node() {
        return card.node();
    }

    /** Whoever has begun to type her password is not taken to her name. */
    private void offer(List<String> names, String last) {
        name.getItems().setAll(names);
        name.setValue(names.contains(last) ? last : names.size() == 1 ? names.get(0) : null);
        if (name.getValue() == null && password.getLength() == 0) {
            name.requestFocus();
        }
    }

    private void tryIt() {
        String who = name.getValue();
        if (who == null) {
            card.refuse(Text.of("security.login.who"));
            return;
        }
        char[] typed = password.getText().toCharArray();
        card.setBusy(true);
        given.background.run("security.login.busy", () -> {
            try {
                return Access.of(given.keys.open(who, typed));
            } finally {
                Arrays.fill(typed, ' ');
            }
        }, access -> {
            password.clear();
            given.done.accept(access, this::refuse);
        }, this::refuse);
    }

    /** Says why she does not come in; she may try again. */
    private void refuse(Refused refused) {
        card.setBusy(false);
        card.refuse(String.valueOf(refused.getMessage()));
        password.clear();
        Platform.runLater(password::requestFocus);
    }
}
