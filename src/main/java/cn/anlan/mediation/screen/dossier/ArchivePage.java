package cn.anlan.mediation.screen.dossier;

import cn.anlan.entry.Period;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.DayPicker;
import cn.anlan.kit.Dialogs.Kind;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Page;
import cn.anlan.kit.Style;
import cn.anlan.kit.form.Choices;
import cn.anlan.kit.form.PickBox;
import cn.anlan.kit.list.ColumnWidths;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.dossier.Shelves;
import cn.anlan.mediation.dossier.Shelves.Shelved;
import cn.anlan.paper.print.Press;
import cn.anlan.paper.table.PlainList;
import cn.anlan.store.Journal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The archive (档案): which dossiers are to be appraised because their time is over, which are handed over; each as a list to take along. */
public final class ArchivePage implements Page {
    private static final double NARROWEST = 66;

    private final Office office;
    private final Desk desk;
    private final NoticeBar notice = new NoticeBar();
    private final ToggleButton ending = new ToggleButton(Text.of("dossier.archive.ending"));
    private final ToggleButton handed = new ToggleButton(Text.of("dossier.archive.handed"));
    private final DatePicker until = picker("archive-until");
    private final DatePicker from = picker("archive-from");
    private final DatePicker to = picker("archive-to");
    private final PickBox committee;
    private final Label count = Style.QUIET.on(new Label());
    private final TableView<Shelved> table = new TableView<>();
    private final BorderPane root = Style.PAGE.on(new BorderPane());
    private final HBox byDay;
    private final HBox byPeriod;

    /**
     * What the page works with.
     *
     * @param press prints; made when first asked for
     * @param organisation who hands over
     * @param open shows a dispute
     */
    public record Desk(Shelves shelves, Supplier<Press> press, Supplier<String> organisation, BiConsumer<String, String> open) {}

    public ArchivePage(Office office, Desk desk) {
        this.office = office;
        this.desk = desk;
        committee = new PickBox(new Choices(office, Map.of()).of(office.registers().of(Dispute.class).shape().field("committee_id")));
        committee.setId("archive-committee");
        committee.setPrefWidth(240);
        byDay = bar(new Label(Text.of("dossier.archive.until")), until);
        byPeriod = bar(new Label(Text.of("dossier.archive.from")), from, new Label(Text.of("dossier.archive.to")), to,
                new Label(Text.of("dossier.archive.committee")), committee);
        root.setId("page-archive");
        root.getStyleClass().add("plain-page");
        layOut();
        connect();
    }

    private static DatePicker picker(String id) {
        var picker = new DayPicker();
        picker.setId(id);
        return picker;
    }

    private static HBox bar(Node... nodes) {
        var bar = new HBox(8, nodes);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void layOut() {
        var group = new ToggleGroup();
        ending.setId("archive-ending");
        handed.setId("archive-handed");
        ending.setToggleGroup(group);
        handed.setToggleGroup(group);
        ending.setSelected(true);
        group.selectedToggleProperty().addListener((selected, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
            settle();
        });
        var tools = Style.TOOL_BAR.on(new FlowPane(8, 6, ending, handed, byDay, byPeriod, button("sheet", () -> save("xlsx")),
                button("pdf", () -> save("pdf")), count));
        tools.setAlignment(Pos.CENTER_LEFT);
        count.setId("archive-count");
        table.setId("archive-table");
        table.setPlaceholder(Style.EMPTY_STATE.on(new Label(Text.of("dossier.archive.empty"))));
        for (Column column : COLUMNS) {
            var shown = new TableColumn<Shelved, String>(Text.of("dossier.archive.column." + column.word));
            shown.setCellValueFactory(row -> new ReadOnlyStringWrapper(column.value.apply(this, row.getValue())));
            shown.setPrefWidth(NARROWEST);
            table.getColumns().add(shown);
        }
        ColumnWidths.grow(table);
        root.setTop(new VBox(tools, notice.node()));
        root.setCenter(table);
    }

    /** One column on screen and on paper. */
    private record Column(String word, int percent, Reading value) {}

    /** How a dossier reads in a column. */
    @FunctionalInterface
    private interface Reading {
        String apply(ArchivePage page, Shelved one);
    }

    private static final List<Column> COLUMNS = List.of(
            new Column("case_no", 17, (page, one) -> Objects.requireNonNullElse(one.dispute().registration().caseNo(), "")),
            new Column("title", 27, (page, one) -> one.dispute().registration().title()),
            new Column("committee", 19, (page, one) -> one.committee()),
            new Column("archived", 9, (page, one) -> one.archived().toString()),
            new Column("retention", 7, (page, one) -> page.office.codes().label("retention_kind",
                    String.valueOf(one.dispute().outcome().closing().filing().retentionKind()))),
            new Column("until", 9, (page, one) -> one.until() == null ? "" : one.until().toString()),
            new Column("papers", 4, (page, one) -> String.valueOf(one.papers())),
            new Column("pages", 4, (page, one) -> one.pages() == 0 ? "" : String.valueOf(one.pages())));

    private static Button button(String word, Runnable pressed) {
        return Buttons.words("archive-" + word, "dossier.archive." + word, pressed);
    }

    private void connect() {
        List.of(until, from, to).forEach(picker -> picker.valueProperty().addListener((value, before, now) -> refresh()));
        committee.onPicked(this::refresh);
        table.setRowFactory(view -> {
            var row = new TableRow<Shelved>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !row.isEmpty()) {
                    desk.open().accept("dispute", row.getItem().dispute().id());
                }
            });
            return row;
        });
    }

    @Override
    public String title() {
        return Text.of("dossier.archive.title");
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        LocalDate today = LocalDate.now(office.clock());
        if (until.getValue() == null) {
            until.setValue(today);
            from.setValue(today.withDayOfYear(1));
            to.setValue(today);
        }
        settle();
    }

    @Override
    public boolean mayLeave() {
        return true;
    }

    private void settle() {
        byDay.setVisible(ending.isSelected());
        byDay.setManaged(ending.isSelected());
        byPeriod.setVisible(!ending.isSelected());
        byPeriod.setManaged(!ending.isSelected());
        refresh();
    }

    private void refresh() {
        LocalDate day = until.getValue();
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        if (day == null || first == null || last == null) {
            return;
        }
        notice.clear();
        boolean byDays = ending.isSelected();
        PickBox.Choice chosen = committee.chosen();
        String committeeId = chosen == null ? null : chosen.value();
        office.background().run("kit.busy.loading", () -> {
            if (!byDays && first.isAfter(last)) {
                throw Refused.of("entry.refused.period", first, last);
            }
            return byDays ? desk.shelves().ending(day) : desk.shelves().archived(new Period(first, last), committeeId);
        }, this::show, notice::refused);
    }

    private void show(List<Shelved> found) {
        table.getItems().setAll(found);
        count.setText(Text.of("dossier.archive.count", found.size()));
    }

    private PlainList list() {
        boolean byDays = ending.isSelected();
        List<PlainList.Column> columns = new ArrayList<>(List.of(new PlainList.Column(Text.of("dossier.archive.column.no"), 4)));
        COLUMNS.forEach(column -> columns.add(new PlainList.Column(Text.of("dossier.archive.column." + column.word), column.percent)));
        List<List<String>> rows = new ArrayList<>();
        Function<Shelved, List<String>> words = one -> COLUMNS.stream().map(column -> column.value.apply(this, one)).toList();
        for (Shelved one : table.getItems()) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(rows.size() + 1)));
            row.addAll(words.apply(one));
            rows.add(row);
        }
        String above = byDays ? Text.of("dossier.archive.above_ending", desk.organisation().get(), until.getValue(), rows.size())
                : Text.of("dossier.archive.above_handed", desk.organisation().get(), from.getValue(), to.getValue(), rows.size());
        List<String> below = byDays ? List.of(Text.of("dossier.archive.appraiser"), Text.of("dossier.archive.approver"), Text.of("dossier.archive.day"))
                : List.of(Text.of("dossier.archive.giver"), Text.of("dossier.archive.taker"), Text.of("dossier.archive.day"));
        return new PlainList(Text.of(byDays ? "dossier.archive.ending" : "dossier.archive.handed"), above, columns, rows, below);
    }

    private void save(String ending) {
        PlainList list = list();
        boolean sheet = ending.equals("xlsx");
        office.dialogs().save(list.title(), list.title() + "." + ending, new Kind(Text.of("dossier.archive." + (sheet ? "sheet" : "pdf")), List.of("*." + ending)))
                .ifPresent(file -> office.background().run("kit.busy.saving", () -> write(list, file, sheet),
                        written -> notice.done(Text.of("dossier.archive.written", written)), notice::refused));
    }

    /** A list of the shelf is a paper of hers who keeps it, also as a workbook. */
    private Path write(PlainList list, Path file, boolean sheet) {
        office.registers().require(Act.PRINT, "dispute");
        if (sheet) {
            list.book(file);
        } else {
            desk.press().get().print(list.paper(), file);
        }
        office.journal().note(Journal.Action.PRINT, Journal.Subject.register("dispute"), list.title(),
                Map.of("rows", list.rows().size(), "file", String.valueOf(file.getFileName())));
        return file;
    }
}
