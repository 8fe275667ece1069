package cn.anlan.app.page;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.Office;
import cn.anlan.kit.Page;
import cn.anlan.kit.list.ColumnWidths;
import cn.anlan.store.Journal.Line;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Lives;
import cn.anlan.store.Register;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The recycle bin (回收站): what was declared void, why and by whom, and the way back. */
public final class BinPage implements Page {
    private static final int FROM_EACH = 200;
    private static final Duration TYPING_PAUSE = Duration.millis(250);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Office office;
    private final Doors doors;
    private final BorderPane root = new BorderPane();
    private final ComboBox<String> register = new ComboBox<>();
    private final TextField find = new TextField();
    private final TableView<Discarded> table = new TableView<>();
    private int asked;

    /** An entry in the bin. */
    private record Discarded(String register, String label, String id, String title, String reason, String who, String when) {}

    public BinPage(Office office, Doors doors) {
        this.office = office;
        this.doors = doors;
        root.setId("page-bin");
        root.getStyleClass().add("plain-page");
        root.setTop(bar());
        root.setCenter(table);
        table.setId("bin-table");
        table.getColumns().setAll(List.of(column("register", 130, Discarded::label), column("title", 340, Discarded::title),
                column("reason", 320, Discarded::reason), column("who", 120, Discarded::who), column("when", 150, Discarded::when)));
        ColumnWidths.grow(table);
        table.setPlaceholder(new Label(Text.of("app.bin.empty")));
        table.setOnMouseClicked(click -> open(click.getClickCount() == 2));
    }

    private static TableColumn<Discarded, String> column(String key, double width, Function<Discarded, String> value) {
        var column = new TableColumn<Discarded, String>(Text.of("app.bin." + key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private HBox bar() {
        register.setId("bin-register");
        register.getItems().add(Text.of("app.journal.any_register"));
        office.registers().all().stream().map(each -> each.shape().label()).forEach(register.getItems()::add);
        register.getSelectionModel().select(0);
        register.valueProperty().addListener((all, before, now) -> read());
        find.setId("bin-find");
        find.setPromptText(Text.of("app.bin.find"));
        find.setPrefColumnCount(18);
        var pause = new PauseTransition(TYPING_PAUSE);
        pause.setOnFinished(over -> read());
        find.textProperty().addListener((all, before, typed) -> pause.playFromStart());
        var open = button("open", () -> open(true));
        var restore = button("restore", this::restore);
        restore.getStyleClass().add("accent");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(8, new Label(Text.of("app.journal.register")), register, find, space, open, restore);
        bar.getStyleClass().add("filters");
        return bar;
    }

    private Button button(String key, Runnable action) {
        var button = Buttons.words("bin-" + key, "app.bin." + key, action);
        button.disableProperty().bind(Bindings.isNull(table.getSelectionModel().selectedItemProperty()));
        return button;
    }

    private void read() {
        int question = ++asked;
        int chosen = register.getSelectionModel().getSelectedIndex();
        String words = find.getText();
        List<Register<?>> all = List.copyOf(office.registers().all());
        List<Register<?>> wanted = chosen <= 0 ? all : List.of(all.get(chosen - 1));
        office.background().run("kit.busy.loading", () -> {
            List<Discarded> found = new ArrayList<>();
            wanted.forEach(each -> found.addAll(discarded(each, words)));
            found.sort(Comparator.comparing(Discarded::when).reversed());
            return found;
        }, found -> {
            if (question == asked) {
                table.getItems().setAll(found);
            }
        });
    }

    /** What became void with its owner lies in the bin under it, not beside it. */
    private <E extends Entry> List<Discarded> discarded(Register<E> each, String words) {
        return each.list(Query.all().lives(Lives.VOID).finding(words), FROM_EACH).stream().filter(entry -> !each.isUnderVoidOwner(entry)).map(entry -> {
            Optional<Line> voided = office.journal().of(entry.id()).stream().findFirst();
            return new Discarded(each.name(), each.shape().label(), entry.id(), each.title(entry), String.valueOf(entry.voidReason()),
                    voided.map(Line::who).orElse(""), voided.map(line -> MINUTE.format(line.at())).orElse(""));
        }).toList();
    }

    private void restore() {
        Discarded chosen = table.getSelectionModel().getSelectedItem();
        office.background().run("kit.busy.saving", () -> office.registers().named(chosen.register()).restore(chosen.id()), restored -> read());
    }

    private void open(boolean wanted) {
        Discarded chosen = table.getSelectionModel().getSelectedItem();
        if (wanted && chosen != null) {
            office.background().run("kit.busy.loading", () -> Change.opened(office.registers(), chosen.register(), chosen.id()),
                    opened -> doors.open(opened.register(), opened.id()));
        }
    }

    @Override
    public String title() {
        return Text.of("app.page.bin");
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        read();
    }

    @Override
    public boolean mayLeave() {
        return true;
    }
}
