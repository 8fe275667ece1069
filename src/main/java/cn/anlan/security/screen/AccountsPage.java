package cn.anlan.security.screen;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.Dialogs;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Page;
import cn.anlan.security.Account;
import cn.anlan.security.Accounts;
import cn.anlan.security.PasswordAdvice;
import cn.anlan.security.RecoverySheet;
import cn.anlan.security.Renewal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Who may come in, as what (账户): let in, made something else, given another password, shown out; the recovery code and the county. For those who keep the accounts. */
public final class AccountsPage implements Page {
    private final Office office;
    private final Desk desk;
    private final StackPane root = new StackPane();
    private final BorderPane page = new BorderPane();
    private final TableView<Account> table = People.table(id -> mediators().getOrDefault(id, id));
    private final NoticeBar notice = new NoticeBar();
    private final PersonForm form = new PersonForm(this::take, this::closeForm);
    private final Label county = new Label();
    private final RenewalLine renewal;
    private Map<String, String> mediators = Map.of();
    private boolean copying;

    /**
     * What the page works with.
     *
     * @param mediators those in the book, by id
     * @param advice for a password of somebody of this name
     */
    public record Desk(Accounts accounts, Renewal renewal, RecoverySheet sheet, Supplier<Map<String, String>> mediators,
            Function<String, PasswordAdvice> advice) {}

    public AccountsPage(Office office, Desk desk) {
        this.office = office;
        this.desk = desk;
        renewal = new RenewalLine(office.background(), desk.renewal());
        root.setId("page-accounts");
        page.getStyleClass().add("plain-page");
        page.setTop(new VBox(6, tools(), notice.node()));
        page.setCenter(table);
        county.setId("people-county-state");
        county.setWrapText(true);
        var foot = new VBox(4, county, renewal.node(), Card.hint(Text.of("security.people.foot")));
        foot.getStyleClass().add("people-foot");
        page.setBottom(foot);
        root.getChildren().setAll(page);
    }

    private Map<String, String> mediators() {
        return mediators;
    }

    private HBox tools() {
        var add = tool("add", () -> ask(PersonForm.Wish.ADD), false);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(8, add, tool("role", () -> ask(PersonForm.Wish.ROLE), true), tool("reset", () -> ask(PersonForm.Wish.RESET), true),
                tool("remove", this::remove, true), space, tool("code", this::renewCode, false), tool("county", this::entrust, false));
        add.getStyleClass().add("accent");
        bar.getStyleClass().add("filters");
        return bar;
    }

    private Button tool(String key, Runnable action, boolean needsOne) {
        var button = Buttons.words("people-" + key, "security.people." + key, action);
        if (needsOne) {
            button.disableProperty().bind(Bindings.isNull(table.getSelectionModel().selectedItemProperty()));
        }
        return button;
    }

    private void ask(PersonForm.Wish wish) {
        Account chosen = wish == PersonForm.Wish.ADD ? null : table.getSelectionModel().getSelectedItem();
        notice.clear();
        page.setRight(form.node());
        form.ask(wish, chosen, mediators);
        if (wish.asksPassword()) {
            NewPassword.learn(desk.advice, office.background(), chosen == null ? "" : chosen.holder().name(), form.password());
        }
    }

    private void closeForm() {
        form.password().clear();
        page.setRight(null);
    }

    private void take(PersonForm.Filled filled) {
        form.setBusy(true);
        office.background().run("security.people.busy", () -> {
            switch (filled.wish()) {
                case ADD -> desk.accounts.admit(filled.holder(), filled.password());
                case ROLE -> desk.accounts.appoint(filled.holder());
                case RESET -> desk.accounts.reset(filled.holder().name(), filled.password());
            }
            return filled.holder().name();
        }, name -> {
            form.setBusy(false);
            closeForm();
            notice.done(Text.of("security.people.done." + filled.wish(), name));
            read();
        }, refused -> {
            form.setBusy(false);
            form.refuse(refused);
        });
    }

    private void remove() {
        String name = table.getSelectionModel().getSelectedItem().holder().name();
        closeForm();
        if (office.dialogs().confirm(Text.of("security.people.remove.sure", name), Text.of("security.people.remove.yes"))) {
            renewal.await(Text.of("security.people.removing", name));
            office.background().run("security.people.busy", () -> {
                desk.accounts.dismiss(name);
                return desk.renewal.run();
            }, sealed -> gone(Text.of("security.people.removed", name, sealed.done())), this::notGone);
        }
    }

    private void gone(String sentence) {
        notice.done(sentence);
        read();
    }

    private void notGone(Refused refused) {
        notice.refused(refused);
        read();
    }

    private void renewCode() {
        closeForm();
        if (office.dialogs().confirm(Text.of("security.people.code.sure"), Text.of("security.people.code.yes"))) {
            office.background().run("security.people.busy", desk.accounts::renewCode, code -> {
                copying = true;
                root.getChildren().setAll(new CodeCard(office.background(), office.dialogs(), new CodeCard.Shown(code, desk.sheet, this::copied)).node());
            }, notice::refused);
        }
    }

    private void copied() {
        copying = false;
        root.getChildren().setAll(page);
        notice.done(Text.of("security.people.code.done"));
    }

    private void entrust() {
        notice.ask(Text.of("security.people.county.who"), Text.of("security.people.county.choose"), name -> office.dialogs()
                .open(Text.of("security.people.county.choose"), new Dialogs.Kind(Text.of("security.people.county.kind"), List.of("*.pem", "*.pub", "*.txt")))
                .ifPresent(file -> office.background().run("security.people.busy", () -> {
                    desk.accounts.entrust(name, text(file));
                    return name;
                }, done -> gone(Text.of("security.people.county.done", done)), notice::refused)));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw Refused.of("security.refused.key_unreadable", file).because(unreadable);
        }
    }

    private record Seen(List<Account> people, Map<String, String> mediators, Optional<String> county) {}

    private void read() {
        office.background().run("kit.busy.loading", () -> new Seen(desk.accounts.list(), desk.mediators.get(), desk.accounts.county()), seen -> {
            mediators = seen.mediators;
            table.getItems().setAll(seen.people);
            county.setText(seen.county.map(name -> Text.of("security.county.is", name)).orElse(Text.of("security.county.none")));
            renewal.refresh();
        }, notice::refused);
    }

    @Override
    public String title() {
        return Text.of("app.page.accounts");
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        read();
    }

    /** A code that is not copied yet would be lost. */
    @Override
    public boolean mayLeave() {
        if (copying && !office.dialogs().confirm(Text.of("security.people.code.leave"), Text.of("security.people.code.leave.yes"))) {
            return false;
        }
        if (copying) {
            copied();
            notice.refused(Text.of("security.people.code.lost"));
        }
        closeForm();
        return true;
    }
}
