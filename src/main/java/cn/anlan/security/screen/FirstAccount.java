package cn.anlan.security.screen;

import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.security.Access;
import cn.anlan.security.PasswordAdvice;
import cn.anlan.security.Role;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.Keys;
import cn.anlan.security.key.RecoveryCode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

/** The first account of a store, and the sheet for the safe (建第一个账户): from then on the store is locked. The code is copied by hand, and one group typed again. */
public final class FirstAccount {
    private final Given given;
    private final StackPane root = new StackPane();
    private final TextField name = new TextField();
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Card card;

    /**
     * What it needs.
     *
     * @param familiar names a password must not be made of
     * @param done told when the code is copied
     */
    public record Given(Background background, Keys keys, List<String> familiar, Consumer<Access> done) {}

    public FirstAccount(Given given, String clerk) {
        this.given = given;
        name.setId("account-name");
        name.setText(clerk);
        password.setId("account-password");
        again.setId("account-again");
        card = new Card("account", Text.of("security.first.title"), Card.hint(Text.of("security.first.why")), Card.question("security.first.name"), name,
                Card.question("security.first.password"), password, Card.hint(Text.of("security.first.advice")), Card.question("security.first.again"), again);
        card.onGo(Text.of("security.first.go"), this::begin);
        root.getChildren().setAll(card.node());
        Platform.runLater(password::requestFocus);
    }

    public Parent node() {
        return root;
    }

    private void begin() {
        String who = name.getText().strip();
        String typed = password.getText();
        if (who.isEmpty()) {
            card.refuse(Text.of("security.refused.no_name"));
        } else if (!typed.equals(again.getText())) {
            card.refuse(Text.of("security.first.differs"));
        } else {
            card.setBusy(true);
            given.background.run("security.login.busy", () -> {
                new PasswordAdvice(given.familiar).require(typed.toCharArray());
                return given.keys.begin(new Holder(who, Role.DIRECTOR.word(), null), typed.toCharArray());
            }, this::showCode, refused -> {
                card.setBusy(false);
                card.refuse(String.valueOf(refused.getMessage()));
            });
        }
    }

    private void showCode(Keys.Begun begun) {
        password.clear();
        again.clear();
        int asked = new SecureRandom().nextInt(RecoveryCode.GROUPS);
        var code = new Label(begun.code().written().replace("-", "   "));
        code.setId("recovery-code");
        code.getStyleClass().add("recovery-code");
        code.setWrapText(true);
        var typed = new TextField();
        typed.setId("recovery-typed");
        var copy = new Label(Text.of("security.code.retype", asked + 1));
        copy.setId("recovery-asked");
        copy.getStyleClass().add("first-question");
        var sheet = new Card("recovery", Text.of("security.code.title"), Card.hint(Text.of("security.code.why")), code, copy, typed);
        sheet.onGo(Text.of("security.code.go"), () -> {
            if (RecoveryCode.read(typed.getText()).groups().equals(List.of(begun.code().groups().get(asked).toUpperCase(Locale.ROOT)))) {
                given.done.accept(Access.of(begun.opened()));
            } else {
                sheet.refuse(Text.of("security.code.differs", asked + 1));
            }
        });
        root.getChildren().setAll(sheet.node());
        Platform.runLater(typed::requestFocus);
    }
}
