package cn.anlan.app.page;

import cn.anlan.app.Upkeep;
import cn.anlan.app.page.Figures.Count;
import cn.anlan.entry.Due;
import cn.anlan.entry.Text;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Page;
import cn.anlan.kit.Style;
import cn.anlan.store.Query;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The workbench (工作台): what is due today and why, how much there is of everything, and the three things done most. */
public final class HomePage implements Page {
    private final Office office;
    private final Doors doors;
    private final Function<LocalDate, List<Due>> todo;
    private final BiConsumer<String, LocalDate> nil;
    private final NoticeBar notice = new NoticeBar();
    private final BorderPane root = new BorderPane();
    private final Label whose = new Label();
    private final Label today = new Label();
    private final Hyperlink backup = new Hyperlink();
    private final Function<LocalDate, Upkeep.Standing> kept;
    private final Label dueTitle = new Label(Text.of("app.home.due"));
    private final DueList due;
    private final FlowPane counts = new FlowPane(8, 8);
    private final FlowPane stages = new FlowPane(8, 8);
    private final VBox stagesBox = new VBox(8, heading("app.home.stages"), stages);
    private final VBox firstSteps = new VBox(12);

    /**
     * {@code todo} tells what is due on a day; {@code nil} reports that a place found nothing in the period of a day; {@code kept} tells how old the
     * last good backup is.
     */
    public HomePage(Office office, Doors doors, Function<LocalDate, List<Due>> todo, BiConsumer<String, LocalDate> nil,
            Function<LocalDate, Upkeep.Standing> kept) {
        this.office = office;
        this.doors = doors;
        this.todo = todo;
        this.nil = nil;
        this.kept = kept;
        this.due = new DueList(office, doors);
        root.setId("page-home");
        root.getStyleClass().add("home");
        root.setTop(new VBox(head(), notice.node()));
        root.setCenter(dueBox());
        root.setRight(figures());
    }

    private HBox head() {
        whose.getStyleClass().add("home-title");
        today.getStyleClass().add("hint");
        backup.setId("home-backup");
        backup.getStyleClass().add("hint");
        backup.setOnAction(pressed -> doors.go("settings"));
        var line = new HBox(12, today, backup);
        line.setAlignment(Pos.BASELINE_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button settled = quick("quick_case", () -> doors.go("quick_case"));
        settled.getStyleClass().add("accent");
        var head = new HBox(8, new VBox(2, whose, line), space, settled, quick("dispute", () -> doors.fresh("dispute")),
                quick("service_visit", () -> doors.fresh("service_visit")), quick("nil", this::nil), quick("export", () -> doors.go("export")));
        head.getStyleClass().add("home-head");
        return head;
    }

    /** One click: the office's own place found nothing in the present period. */
    private void nil() {
        Setup setup = Setup.read(office.memory()::get);
        LocalDate day = LocalDate.now(office.clock());
        office.background().run("kit.busy.saving", () -> {
            nil.accept(setup.home(), day);
            return office.places().path(setup.home());
        }, place -> {
            notice.done(Text.of("app.home.nil_done", place, day));
            shown();
        }, notice::refused);
    }

    private static Button quick(String name, Runnable action) {
        var button = new Button(Text.of("app.home.quick." + name), Icons.of(name));
        button.setId("home-quick-" + name);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private static Label heading(String key) {
        var label = new Label(Text.of(key));
        label.getStyleClass().add("home-heading");
        return label;
    }

    private VBox dueBox() {
        dueTitle.getStyleClass().add("home-heading");
        due.setPlaceholder(quiet("app.home.nothing_due"));
        VBox.setVgrow(due.node(), Priority.ALWAYS);
        visible(firstSteps, false);
        visible(due.node(), false);
        firstSteps.setId("home-first-steps");
        firstSteps.getStyleClass().add("home-first-steps");
        firstSteps.getChildren().setAll(Stream.of("one", "two", "three").map(step -> quiet("app.home.first." + step)).toList());
        var box = new VBox(8, dueTitle, firstSteps, due.node());
        box.getStyleClass().add("home-due-box");
        return box;
    }

    private static Label quiet(String key) {
        var label = new Label(Text.of(key));
        label.setWrapText(true);
        return label;
    }

    private ScrollPane figures() {
        counts.setId("home-counts");
        stages.setId("home-stages");
        var box = new VBox(20, new VBox(8, heading("app.home.counts"), counts), stagesBox);
        box.getStyleClass().add("home-figures");
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("home-right");
        return scroll;
    }

    @Override
    public String title() {
        return Text.of("app.page.home");
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        LocalDate day = LocalDate.now(office.clock());
        whose.setText(Setup.read(office.memory()::get).orgName());
        today.setText(Text.of("app.home.today", DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.CHINA).format(day),
                day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA)));
        office.background().run("kit.busy.loading", () -> Figures.read(office.registers(), office.codes(), todo, day), this::show);
        office.background().run("kit.busy.loading", () -> kept.apply(day), this::show);
    }

    private void show(Upkeep.Standing standing) {
        backup.setVisited(false);
        backup.setText(standing.sentence());
        Style.OVERDUE.set(backup, standing.level() == Due.Level.LATE);
        Style.SOON.set(backup, standing.level() == Due.Level.SOON);
    }

    private void show(Figures figures) {
        due.show(figures.due());
        dueTitle.setText(figures.due().isEmpty() ? Text.of("app.home.due") : Text.of("app.home.due_count", figures.due().size()));
        counts.getChildren().setAll(figures.registers().stream().map(this::tile).toList());
        stages.getChildren().setAll(figures.stages().stream().map(this::chip).toList());
        visible(stagesBox, !figures.stages().isEmpty());
        visible(firstSteps, figures.isEmpty());
        visible(due.node(), !figures.isEmpty() || !figures.due().isEmpty());
    }

    private static void visible(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private Button tile(Count count) {
        var number = new Label(String.valueOf(count.number()));
        number.getStyleClass().add("tile-number");
        var button = new Button("", new VBox(2, number, new Label(count.label())));
        button.setId("home-count-" + count.register());
        button.setAccessibleText(Text.of("app.home.count", count.label(), count.number()));
        button.getStyleClass().add("tile");
        button.setOnAction(pressed -> doors.list(count.register(), Query.all()));
        return button;
    }

    private Button chip(Count count) {
        var button = new Button(Text.of("app.home.count", count.label(), count.number()));
        button.getStyleClass().add("home-stage");
        button.setOnAction(pressed -> doors.list(count.register(), count.query()));
        return button;
    }

    @Override
    public boolean mayLeave() {
        return true;
    }

    @Override
    public void fresh() {
        doors.fresh("dispute");
    }
}
