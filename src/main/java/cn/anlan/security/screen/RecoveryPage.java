package cn.anlan.security.screen;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.kit.Dialogs;
import cn.anlan.kit.Style;
import cn.anlan.security.RecoverySheet;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.Keys;
import cn.anlan.security.key.RecoveryCode;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

/** Coming in with the sheet from the safe (凭恢复码进入): a slip of the pen is told while she copies; then a new password, and a new sheet. */
public final class RecoveryPage {
    private final Given given;
    private final StackPane root = new StackPane();
    private final ComboBox<String> name = new ComboBox<>();
    private final TextField code = new TextField();
    private final Label slips = Card.hint(Text.of("security.recover.hint"));
    private final NewPassword password = new NewPassword("recover");
    private final Card card;

    /** What opens the store with a code for somebody, and gives her a password; not on the painting thread. */
    @FunctionalInterface
    public interface Way {
        Back by(RecoveryCode code, String name, char[] password);
    }

    /**
     * She is in.
     *
     * @param code replaces the one she brought
     * @param enter goes on when it is copied
     */
    public record Back(RecoveryCode code, RecoverySheet sheet, Runnable enter) {}

    /** What it needs; {@code leave} goes back to where she came from. */
    public record Given(Background background, Dialogs dialogs, Keys keys, Way way, Runnable leave) {}

    public RecoveryPage(Given given) {
        this.given = given;
        name.setId("recover-name");
        name.setEditable(true);
        name.setMaxWidth(Double.MAX_VALUE);
        code.setId("recover-code");
        code.getStyleClass().add("recovery-typed");
        code.textProperty().addListener((all, before, typed) -> look(RecoveryCode.read(typed)));
        slips.setId("recover-slips");
        var leave = new Hyperlink(Text.of("security.recover.leave"));
        leave.setId("recover-leave");
        leave.setOnAction(pressed -> given.leave.run());
        List<Node> asked = new ArrayList<>(List.of(Card.question("security.recover.code"), code, slips, Card.question("security.recover.name"), name));
        asked.addAll(password.nodes());
        asked.add(leave);
        card = new Card("recover", Text.of("security.recover.title"), asked.toArray(Node[]::new));
        card.onGo(Text.of("security.recover.go"), this::comeBack);
        root.getChildren().setAll(card.node());
        given.background.run("kit.busy.loading", () -> given.keys.holders().stream().map(Holder::name).toList(), names -> name.getItems().setAll(names), this::refuse);
        Platform.runLater(code::requestFocus);
    }

    public Parent node() {
        return root;
    }

    private void look(RecoveryCode typed) {
        List<Integer> wrong = typed.slipsSoFar();
        boolean whole = typed.slips().isEmpty();
        String groups = String.join("、", wrong.stream().map(String::valueOf).toList());
        slips.setText(!wrong.isEmpty() ? Text.of("security.refused.code_slips", groups) : whole ? Text.of("security.recover.whole")
                : code.getText().isBlank() ? Text.of("security.recover.hint")
                : Text.of("security.recover.so_far", typed.groups().stream().filter(group -> group.length() == RecoveryCode.GROUP_LENGTH).count(), RecoveryCode.GROUPS));
        Style.OVERDUE.set(slips, !wrong.isEmpty());
        Style.DONE.set(slips, whole);
    }

    private void comeBack() {
        String who = String.valueOf(name.getEditor().getText()).strip();
        RecoveryCode typed = RecoveryCode.read(code.getText());
        if (who.isEmpty()) {
            card.refuse(Text.of("security.recover.who"));
            return;
        }
        try {
            char[] fresh = password.typed();
            card.setBusy(true);
            given.background.run("security.login.busy", () -> given.way.by(typed, who, fresh), this::show, this::refuse);
        } catch (Refused differs) {
            refuse(differs);
        }
    }

    private void refuse(Refused refused) {
        card.setBusy(false);
        card.refuse(String.valueOf(refused.getMessage()));
    }

    private void show(Back back) {
        password.clear();
        code.clear();
        root.getChildren().setAll(new CodeCard(given.background, given.dialogs, new CodeCard.Shown(back.code, back.sheet, back.enter)).node());
    }
}
