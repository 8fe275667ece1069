package cn.anlan.security.screen;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.kit.Dialogs;
import cn.anlan.security.Access;
import cn.anlan.security.PasswordAdvice;
import cn.anlan.security.RecoverySheet;
import cn.anlan.security.Role;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

/** The first account of a store, and the sheet for the safe (建第一个账户): from then on the store is locked. */
public final class FirstAccount {
    private final Given given;
    private final StackPane root = new StackPane();
    private final TextField name = new TextField();
    private final NewPassword password = new NewPassword("account");
    private final Card card;

    /**
     * What it needs.
     *
     * @param advice for the password of somebody of this name; not on the painting thread
     * @param sheet what the recovery code is printed on
     * @param done told when the code is copied
     */
    public record Given(Background background, Dialogs dialogs, Keys keys, Function<String, PasswordAdvice> advice, RecoverySheet sheet,
            Consumer<Access> done) {}

    public FirstAccount(Given given, String clerk) {
        this.given = given;
        name.setId("account-name");
        name.setText(clerk);
        List<Node> asked = new ArrayList<>(List.of(Card.hint(Text.of("security.first.why")), Card.question("security.first.name"), name));
        asked.addAll(password.nodes());
        card = new Card("account", Text.of("security.first.title"), asked.toArray(Node[]::new));
        card.onGo(Text.of("security.first.go"), this::begin);
        root.getChildren().setAll(card.node());
        NewPassword.learn(given.advice, given.background, clerk, password);
        Platform.runLater(password.field()::requestFocus);
    }

    public Parent node() {
        return root;
    }

    private void begin() {
        String who = name.getText().strip();
        if (who.isEmpty()) {
            card.refuse(Text.of("security.refused.no_name"));
            return;
        }
        try {
            char[] typed = password.typed();
            card.setBusy(true);
            given.background.run("security.login.busy", () -> {
                given.advice.apply(who).require(typed);
                return given.keys.begin(new Holder(who, Role.DIRECTOR.word(), null), typed);
            }, this::showCode, this::refuse);
        } catch (Refused differs) {
            refuse(differs);
        }
    }

    private void refuse(Refused refused) {
        card.setBusy(false);
        card.refuse(String.valueOf(refused.getMessage()));
    }

    private void showCode(Keys.Begun begun) {
        password.clear();
        root.getChildren().setAll(new CodeCard(given.background, given.dialogs,
                new CodeCard.Shown(begun.code(), given.sheet, () -> given.done.accept(Access.of(begun.opened())))).node());
    }
}
