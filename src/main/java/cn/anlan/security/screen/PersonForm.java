package cn.anlan.security.screen;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Style;
import cn.anlan.security.Account;
import cn.anlan.security.Role;
import cn.anlan.security.key.Holder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is asked of somebody who gets an account, another role or another password (账户表单). */
final class PersonForm {
    private static final double WIDTH = 330;

    private final Consumer<Filled> taker;
    private final Label head = new Label();
    private final TextField name = new TextField();
    private final ComboBox<Role> role = new ComboBox<>();
    private final Label may = Card.hint("");
    private final ComboBox<Map.Entry<String, String>> mediator = new ComboBox<>();
    private final VBox mediators = new VBox(4, Card.question("security.people.mediator"), mediator, Card.hint(Text.of("security.people.mediator.hint")));
    private final NewPassword password = new NewPassword("person");
    private final Label refusal = new Label();
    private final Button go = new Button();
    private final VBox box = new VBox(8);
    private final Button leave = new Button(Text.of("security.people.cancel"));
    private Wish wish = Wish.ADD;

    /** What is wanted of the desk. */
    enum Wish {
        ADD, ROLE, RESET;

        boolean asksRole() {
            return this != RESET;
        }

        boolean asksPassword() {
            return this != ROLE;
        }
    }

    /** What was filled in. */
    record Filled(Wish wish, Holder holder, char[] password) {}

    PersonForm(Consumer<Filled> taker, Runnable cancel) {
        this.taker = taker;
        Style.SECTION_TITLE.on(head);
        name.setId("person-name");
        name.textProperty().addListener((all, before, now) -> password.isFor(now));
        role.setId("person-role");
        role.getItems().setAll(Role.values());
        role.setConverter(new Labels<>(Role::label));
        role.setMaxWidth(Double.MAX_VALUE);
        role.valueProperty().addListener((all, before, now) -> explain());
        may.setId("person-may");
        mediator.setId("person-mediator");
        mediator.setConverter(new Labels<>(Map.Entry::getValue));
        mediator.setMaxWidth(Double.MAX_VALUE);
        refusal.setId("person-refusal");
        refusal.setWrapText(true);
        Style.OVERDUE.on(refusal);
        go.setId("person-go");
        Style.PRIMARY.on(go);
        go.setOnAction(pressed -> give());
        leave.setId("person-cancel");
        leave.setOnAction(pressed -> cancel.run());
        box.setId("person-form");
        box.getStyleClass().add("person-form");
        box.setPrefWidth(WIDTH);
        box.setMinWidth(WIDTH);
    }

    Node node() {
        return box;
    }

    NewPassword password() {
        return password;
    }

    /** Asks anew; {@code known} is whom it is about, null for somebody new. {@code people} are the mediators by id. */
    void ask(Wish wanted, @Nullable Account known, Map<String, String> people) {
        wish = wanted;
        head.setText(Text.of("security.people.form." + wanted, known == null ? "" : known.holder().name()));
        go.setText(Text.of("security.people.go." + wanted));
        name.setText(known == null ? "" : known.holder().name());
        name.setDisable(known != null);
        mediator.getItems().setAll(people.entrySet());
        mediator.setValue(known == null ? null : people.entrySet().stream().filter(one -> one.getKey().equals(known.holder().mediatorId())).findFirst().orElse(null));
        role.setValue(known == null ? Role.CLERK : known.role());
        password.clear();
        refusal.setText("");
        List<Node> parts = new ArrayList<>(List.of(head, Card.question("security.first.name"), name));
        if (wanted.asksRole()) {
            parts.addAll(List.of(Card.question("security.people.which"), role, may, mediators));
        }
        if (wanted.asksPassword()) {
            parts.addAll(password.nodes());
            parts.add(Card.hint(Text.of("security.people.tell_her")));
        }
        parts.addAll(List.of(refusal, new HBox(8, go, leave)));
        box.getChildren().setAll(parts);
        explain();
        (known == null ? name : wanted.asksPassword() ? password.field() : role).requestFocus();
    }

    private void explain() {
        Role chosen = role.getValue();
        may.setText(chosen == null ? "" : Text.of("security.may." + chosen));
        boolean asked = chosen == Role.MEDIATOR;
        mediators.setVisible(asked);
        mediators.setManaged(asked);
    }

    private void give() {
        refusal.setText("");
        try {
            var holder = new Holder(name.getText().strip(), role.getValue().word(),
                    role.getValue() == Role.MEDIATOR && mediator.getValue() != null ? mediator.getValue().getKey() : null);
            taker.accept(new Filled(wish, holder, wish.asksPassword() ? password.typed() : new char[0]));
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    /** Says what is wrong; what was filled in stays. */
    void refuse(Refused refused) {
        refusal.setText(refused.getMessage());
    }

    void setBusy(boolean busy) {
        box.setDisable(busy);
    }
}
