package cn.anlan.security.screen;

import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.kit.Dialogs;
import cn.anlan.paper.screen.Preview;
import cn.anlan.paper.screen.Sheaf;
import cn.anlan.security.RecoverySheet;
import cn.anlan.security.key.RecoveryCode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

/** A recovery code, shown this once (恢复码卡): printed for the safe or copied by hand, and one group typed again before it goes. */
final class CodeCard {
    private final StackPane root = new StackPane();
    private final Card card;
    private final TextField typed = new TextField();
    private final Preview preview;
    private final Shown shown;
    private final int asked = new SecureRandom().nextInt(RecoveryCode.GROUPS);

    /**
     * What is shown.
     *
     * @param sheet what it is printed on
     * @param then done when it is copied
     */
    record Shown(RecoveryCode code, RecoverySheet sheet, Runnable then) {}

    CodeCard(Background background, Dialogs dialogs, Shown shown) {
        this.shown = shown;
        var code = new Label(shown.code.written().replace("-", "   "));
        code.setId("recovery-code");
        code.getStyleClass().add("recovery-code");
        code.setWrapText(true);
        typed.setId("recovery-typed");
        var print = new Button(Text.of("security.code.print"));
        print.setId("recovery-print");
        print.setOnAction(pressed -> look());
        var copy = new Label(Text.of("security.code.retype", asked + 1));
        copy.setId("recovery-asked");
        copy.getStyleClass().add("first-question");
        card = new Card("recovery", Text.of("security.code.title"), Card.hint(Text.of("security.code.why")), code, print, copy, typed);
        card.onGo(Text.of("security.code.go"), this::compare);
        preview = new Preview(background, dialogs, this::back);
        back();
    }

    Parent node() {
        return root;
    }

    private void back() {
        root.getChildren().setAll(card.node());
        Platform.runLater(typed::requestFocus);
    }

    private void look() {
        root.getChildren().setAll(preview.node());
        preview.show(new Sheaf(shown.sheet.name(), gaps -> shown.sheet.pdf(shown.code, gaps), null, shown.sheet::printed));
        preview.node().requestFocus();
    }

    private void compare() {
        if (RecoveryCode.read(typed.getText()).groups().equals(List.of(shown.code.groups().get(asked).toUpperCase(Locale.ROOT)))) {
            shown.then.run();
        } else {
            card.refuse(Text.of("security.code.differs", asked + 1));
        }
    }
}
