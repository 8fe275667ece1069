package cn.anlan.security.screen;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.security.Accounts;
import cn.anlan.security.Idle;
import cn.anlan.security.PasswordAdvice;
import cn.anlan.security.Renewal;
import cn.anlan.security.Role;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Locking and keys among the settings (锁定与口令): who is here, after how long the store locks itself, one's own password, and how things stand. */
public final class SafetyPane {
    private final Office office;
    private final Accounts accounts;
    private final Function<String, PasswordAdvice> advice;
    private final TextField minutes = new TextField();
    private final Label minutesTold = Card.hint("");
    private final PasswordField old = new PasswordField();
    private final NewPassword password = new NewPassword("own");
    private final Label passwordTold = Card.hint("");
    private final Button change = new Button(Text.of("security.own.go"));
    private final Button set = new Button(Text.of("security.idle.go"));
    private final Label county = Card.hint("");
    private final RenewalLine renewal;
    private final VBox node = new VBox(6);

    /** {@code advice} is for a password of somebody of this name; not on the painting thread. */
    public SafetyPane(Office office, Accounts accounts, Renewal renewal, Function<String, PasswordAdvice> advice) {
        this.office = office;
        this.accounts = accounts;
        this.advice = advice;
        this.renewal = new RenewalLine(office.background(), renewal);
        node.setId("safety");
        String role = accounts.access().role();
        if (role.isEmpty()) {
            node.getChildren().setAll(Card.hint(Text.of("security.safety.plain")));
            return;
        }
        var here = new Label(Text.of("security.safety.here", accounts.access().name().orElse(""), role));
        here.setId("safety-here");
        here.setWrapText(true);
        prepare();
        var idle = new HBox(8, minutesLabel(), minutes, set);
        idle.setAlignment(Pos.CENTER_LEFT);
        node.getChildren().setAll(here, idle, minutesTold, Card.question("security.own.title"),
                Card.question("security.own.old"), old);
        node.getChildren().addAll(password.nodes());
        node.getChildren().addAll(new HBox(8, change), passwordTold, county, this.renewal.node());
    }

    private Label minutesLabel() {
        var label = new Label(Text.of("security.idle.label"));
        label.setLabelFor(minutes);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void prepare() {
        boolean keeps = accounts.access().who().filter(Role::keepsAccounts).isPresent();
        minutes.setId("idle-minutes");
        minutes.setPrefColumnCount(4);
        minutes.setMaxWidth(Region.USE_PREF_SIZE);
        minutes.setDisable(!keeps);
        minutesTold.setId("idle-told");
        set.setId("idle-set");
        set.setVisible(keeps);
        set.setOnAction(pressed -> setMinutes());
        minutes.setOnAction(entered -> setMinutes());
        old.setId("own-old");
        change.setId("own-change");
        change.setOnAction(pressed -> changePassword());
        passwordTold.setId("own-told");
        county.setId("safety-county");
    }

    public Node node() {
        return node;
    }

    /** Brings what is shown up to date. */
    public void refresh() {
        if (accounts.access().role().isEmpty()) {
            return;
        }
        minutes.setText(String.valueOf(Idle.minutes(office.memory().get(Idle.SETTING))));
        say(minutesTold, Text.of(set.isVisible() ? "security.idle.hint" : "security.idle.others", Idle.LEAST, Idle.MOST), false);
        office.background().run("kit.busy.loading", accounts::county, this::showCounty);
        NewPassword.learn(advice, office.background(), accounts.access().name().orElse(""), password);
        renewal.refresh();
    }

    private void showCounty(Optional<String> name) {
        county.setText(name.map(known -> Text.of("security.county.is", known)).orElse(Text.of("security.county.none")));
    }

    /** Whether a half-typed password would be lost. */
    public boolean isTouched() {
        return !old.getText().isEmpty() || !password.isEmpty();
    }

    /** Forgets what was half typed. */
    public void clear() {
        old.clear();
        password.clear();
    }

    private void setMinutes() {
        try {
            int wanted = Idle.read(minutes.getText());
            office.memory().put(Idle.SETTING, String.valueOf(wanted));
            say(minutesTold, Text.of("security.idle.done", wanted), false);
        } catch (Refused refused) {
            say(minutesTold, String.valueOf(refused.getMessage()), true);
        }
    }

    private void changePassword() {
        try {
            char[] typed = password.typed();
            char[] known = old.getText().toCharArray();
            change.setDisable(true);
            office.background().run("security.login.busy", () -> {
                accounts.changePassword(known, typed);
                return accounts;
            }, done -> {
                change.setDisable(false);
                clear();
                say(passwordTold, Text.of("security.own.done"), false);
            }, this::refuse);
        } catch (Refused differs) {
            refuse(differs);
        }
    }

    private void refuse(Refused refused) {
        change.setDisable(false);
        say(passwordTold, String.valueOf(refused.getMessage()), true);
    }

    private static void say(Label label, String sentence, boolean wrong) {
        label.setText(sentence);
        Style.OVERDUE.set(label, wrong);
    }
}
