package cn.anlan.security.screen;

import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.security.Access;
import cn.anlan.security.key.Cost;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.Keys;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;

/** Who is there (登录): a name and a password; tried off the painting thread, for a try is dear. */
public final class LoginPage {
    private final Background background;
    private final Keys keys;
    private final Consumer<Access> done;
    private final ComboBox<String> name = new ComboBox<>();
    private final PasswordField password = new PasswordField();
    private final Card card;

    /** {@code last} is whoever was here before; {@code locked} says so. */
    public LoginPage(Background background, Keys keys, String last, boolean locked, Consumer<Access> done) {
        this.background = background;
        this.keys = keys;
        this.done = done;
        name.setId("login-name");
        name.setMaxWidth(Double.MAX_VALUE);
        password.setId("login-password");
        card = new Card("login", Text.of(locked ? "security.login.locked" : "security.login.title"), Card.question("security.login.name"), name,
                Card.question("security.login.password"), password, Card.hint(Text.of(locked ? "security.login.kept" : "security.login.hint")));
        card.onGo(Text.of("security.login.go"), this::tryIt);
        background.run("kit.busy.loading", () -> keys.holders().stream().map(Holder::name).toList(), names -> offer(names, last), refused -> refuse(String.valueOf(refused.getMessage())));
        background.run("kit.busy.loading", () -> {
            Cost.warmUp();
            return keys;
        }, warm -> { });
    }

    public Parent node() {
        return card.node();
    }

    private void offer(List<String> names, String last) {
        name.getItems().setAll(names);
        name.setValue(names.contains(last) ? last : names.size() == 1 ? names.get(0) : null);
        Platform.runLater(name.getValue() == null ? name::requestFocus : password::requestFocus);
    }

    private void tryIt() {
        String who = name.getValue();
        if (who == null) {
            card.refuse(Text.of("security.login.who"));
            return;
        }
        char[] typed = password.getText().toCharArray();
        card.setBusy(true);
        background.run("security.login.busy", () -> {
            try {
                return Access.of(keys.open(who, typed));
            } finally {
                Arrays.fill(typed, ' ');
            }
        }, access -> {
            password.clear();
            done.accept(access);
        }, refused -> refuse(String.valueOf(refused.getMessage())));
    }

    /** Says why she does not come in; she may try again. */
    public void refuse(String sentence) {
        card.setBusy(false);
        card.refuse(sentence);
        password.clear();
        Platform.runLater(password::requestFocus);
    }
}
