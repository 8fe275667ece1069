package cn.anlan.app.page;

import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.kit.Page;
import cn.anlan.store.Journal.Action;
import cn.anlan.store.Journal.Filter;
import cn.anlan.store.Journal.Line;
import cn.anlan.store.Register;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The journal (日志): who changed, saw, printed or took out what, when and what for, latest first, older ones on demand. */
public final class JournalPage implements Page {
    private static final int AT_ONCE = 100;

    private final Office office;
    private final Doors doors;
    private final BorderPane root = new BorderPane();
    private final ComboBox<RegisterChoice> register = new ComboBox<>();
    private final ComboBox<String> person = new ComboBox<>();
    private final ComboBox<ActionChoice> action = new ComboBox<>();
    private final ListView<Change> lines = new ListView<>();
    private final Button older = new Button(Text.of("app.journal.older"));
    private long reached;
    private int asked;

    public JournalPage(Office office, Doors doors) {
        this.office = office;
        this.doors = doors;
        root.setId("page-journal");
        root.getStyleClass().add("plain-page");
        root.setTop(filters());
        root.setCenter(lines);
        lines.setId("journal-lines");
        lines.setCellFactory(list -> new ChangeCell());
        lines.setPlaceholder(new Label(Text.of("app.journal.empty")));
        lines.setOnMouseClicked(click -> open(click.getClickCount() == 2));
        lines.setOnKeyPressed(key -> open(key.getCode() == KeyCode.ENTER));
        older.setId("journal-older");
        older.setMaxWidth(Double.MAX_VALUE);
        older.setOnAction(pressed -> read());
        root.setBottom(older);
    }

    private HBox filters() {
        register.setId("journal-register");
        register.getItems().add(RegisterChoice.ANY);
        office.registers().all().stream().map(RegisterChoice::of).forEach(register.getItems()::add);
        register.setValue(RegisterChoice.ANY);
        person.setId("journal-person");
        person.getItems().add(Text.of("app.journal.anyone"));
        person.getSelectionModel().select(0);
        action.setId("journal-action");
        action.getItems().add(ActionChoice.ANY);
        Arrays.stream(Action.values()).map(ActionChoice::of).forEach(action.getItems()::add);
        action.setValue(ActionChoice.ANY);
        List.of(register, person, action).forEach(choice -> choice.valueProperty().addListener((all, before, now) -> again()));
        var bar = new HBox(8, new Label(Text.of("app.journal.register")), register, new Label(Text.of("app.journal.person")), person,
                new Label(Text.of("app.journal.action")), action);
        bar.getStyleClass().add("filters");
        return bar;
    }

    /** A register to choose; a null name means any. */
    private record RegisterChoice(@Nullable String name, String label) {
        static final RegisterChoice ANY = new RegisterChoice(null, Text.of("app.journal.any_register"));

        static RegisterChoice of(Register<?> register) {
            return new RegisterChoice(register.name(), register.shape().label());
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** A kind of line to choose; a null action means any. */
    private record ActionChoice(@Nullable Action action, String label) {
        static final ActionChoice ANY = new ActionChoice(null, Text.of("app.journal.any_action"));

        static ActionChoice of(Action action) {
            return new ActionChoice(action, Text.of("app.journal.action." + action));
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private Filter filter() {
        String who = person.getSelectionModel().getSelectedIndex() <= 0 ? null : person.getValue();
        return new Filter(register.getValue().name(), who, action.getValue().action());
    }

    private void again() {
        reached = Long.MAX_VALUE;
        lines.getItems().clear();
        read();
    }

    private void read() {
        long from = reached;
        int question = ++asked;
        Filter wanted = filter();
        older.setDisable(true);
        office.background().run("kit.busy.loading", () -> {
            List<Change> read = new ArrayList<>();
            for (Line line : office.journal().before(from, wanted, AT_ONCE)) {
                read.add(Change.of(office.registers(), line));
            }
            return read;
        }, read -> {
            if (question == asked) {
                show(read);
            }
        });
    }

    private void show(List<Change> read) {
        lines.getItems().addAll(read);
        boolean more = read.size() == AT_ONCE;
        older.setDisable(!more);
        older.setText(Text.of(more ? "app.journal.older" : "app.journal.no_older"));
        if (!read.isEmpty()) {
            reached = read.get(read.size() - 1).line().no();
        }
    }

    private void open(boolean wanted) {
        Change chosen = lines.getSelectionModel().getSelectedItem();
        if (wanted && chosen != null && chosen.opened() != null) {
            doors.open(chosen.opened().register(), chosen.opened().id());
        }
    }

    @Override
    public String title() {
        return Text.of("app.page.journal");
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        office.background().run("kit.busy.loading", () -> office.journal().people(), this::people);
        again();
    }

    private void people(List<String> names) {
        names.stream().filter(name -> !person.getItems().contains(name)).forEach(person.getItems()::add);
    }

    @Override
    public boolean mayLeave() {
        return true;
    }
}
