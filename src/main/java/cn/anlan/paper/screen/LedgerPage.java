package cn.anlan.paper.screen;

import cn.anlan.entry.Period;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.Dialogs.Kind;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Page;
import cn.anlan.kit.PeriodBox;
import cn.anlan.kit.Style;
import cn.anlan.kit.form.Choices;
import cn.anlan.kit.form.PickBox;
import cn.anlan.paper.ledger.Filled;
import cn.anlan.paper.ledger.Ledger;
import cn.anlan.paper.ledger.Ledgers;
import cn.anlan.paper.ledger.Wanted;
import cn.anlan.reference.ReportMonth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * The running registers on screen (台账): choose one, its days and what to narrow it by; look at it, print it, take it along. Personal
 * information shows in part until someone who may see it says what for.
 */
public final class LedgerPage implements Page {
    private static final String CASES = "dispute";
    /** How large the letters are when the clerk has set no other size. */
    private static final double USUAL_LETTERS = 14;
    private static final double NARROWEST = 44;
    /** Points of the screen for each percent of the paper. */
    private static final double PERCENT = 11;
    /** What a cell leaves free beside its words. */
    private static final double BESIDE = 12;

    private final Office office;
    private final Desk desk;
    private final ComboBox<Ledger> ledger = new ComboBox<>();
    private final PeriodBox period;
    private final PickBox place;
    private final PickBox type;
    private final PickBox stage;
    private final PickBox mediator;
    private final CheckBox full = new CheckBox(Text.of("paper.book.full"));
    private final CheckBox large = new CheckBox(Text.of("paper.book.a3"));
    private final Label count = Style.QUIET.on(new Label());
    private final NoticeBar notice = new NoticeBar();
    private final TableView<Filled.Line> table = new TableView<>();
    private final VBox head;
    private double scale = 1;
    private final Preview preview;
    private final BorderPane root = Style.PAGE.on(new BorderPane());
    private @Nullable String purpose;
    private @Nullable Filled shown;
    private long asked;

    /**
     * What the page works with.
     *
     * @param month how this county counts its months, at hand without asking the store
     * @param open shows an entry of a register
     */
    public record Desk(Ledgers ledgers, Supplier<ReportMonth> month, BiConsumer<String, String> open) {}

    public LedgerPage(Office office, Desk desk) {
        this.office = office;
        this.desk = desk;
        period = new PeriodBox("ledger", desk.month(), () -> LocalDate.now(office.clock()), this::load);
        place = pick("place", "area_code");
        type = pick("type", "type_sf");
        stage = pick("stage", "stage");
        mediator = pick("mediator", "lead_mediator_id");
        preview = new Preview(office.background(), office.dialogs(), () -> cover(null));
        ledger.setId("ledger-which");
        ledger.getItems().setAll(Ledger.values());
        ledger.setConverter(new LabelOf());
        ledger.setVisibleRowCount(Ledger.values().length);
        ledger.getSelectionModel().selectFirst();
        ledger.valueProperty().addListener((all, old, now) -> {
            layOut();
            load();
        });
        full.setId("ledger-full");
        full.setOnAction(pressed -> askPurpose());
        large.setId("ledger-a3");
        count.setId("ledger-count");
        head = new VBox(8, row(ledger, period.node()), row(place, type, stage, mediator, full), row(button("look", this::look), large,
                button("xlsx", this::writeBook), count), notice.node());
        root.setId("page-ledger");
        root.getStyleClass().add("plain-page");
        BorderPane.setMargin(table, new Insets(8, 0, 0, 0));
        prepareTable();
        layOut();
        cover(null);
    }

    private PickBox pick(String part, String field) {
        var box = new PickBox(new Choices(office, Map.of()).of(office.registers().named(CASES).shape().field(field)));
        box.setId("ledger-" + part);
        box.input().setPromptText(Text.of("paper.book." + part));
        box.input().setAccessibleText(Text.of("paper.book." + part));
        box.setPrefWidth(184);
        box.onPicked(() -> {
            if (box.chosen() != null || box.written().isBlank()) {
                load();
            }
        });
        return box;
    }

    private static FlowPane row(Node... parts) {
        var row = new FlowPane(8, 6, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button button(String key, Runnable action) {
        return Buttons.words("ledger-" + key, "paper.book." + key, action);
    }

    private void prepareTable() {
        table.setId("ledger-table");
        table.setPlaceholder(Style.EMPTY_STATE.on(new Label(Text.of("paper.book.empty"))));
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                open(table.getSelectionModel().getSelectedItem());
            }
        });
        table.setRowFactory(view -> {
            var row = new TableRow<Filled.Line>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2) {
                    open(row.getItem());
                }
            });
            return row;
        });
    }

    private void open(Filled.@Nullable Line line) {
        if (line != null) {
            desk.open().accept(line.register(), line.id());
        }
    }

    /** The columns of the chosen ledger, as wide as on paper, wider for larger letters. */
    private void layOut() {
        scale = scale();
        List<String> headings = Filled.headings(ledger.getValue());
        List<Integer> widths = Filled.widths(ledger.getValue());
        List<TableColumn<Filled.Line, ?>> columns = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            int at = i;
            var column = new TableColumn<Filled.Line, String>();
            column.setGraphic(heading(headings.get(i)));
            column.setCellFactory(all -> new Wrapped());
            column.setCellValueFactory(line -> new ReadOnlyStringWrapper(line.getValue().cells().get(at)));
            column.setPrefWidth(Math.max(NARROWEST, widths.get(i) * PERCENT) * scale);
            column.setSortable(false);
            column.setReorderable(false);
            columns.add(column);
        }
        shown = null;
        table.getItems().clear();
        table.getColumns().setAll(columns);
    }

    private double scale() {
        head.applyCss();
        return Math.max(1, large.getFont().getSize() / USUAL_LETTERS);
    }

    private static Label heading(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        return label;
    }

    private void askPurpose() {
        Optional<String> given = Optional.empty();
        if (full.isSelected() && !office.registers().may(Act.REVEAL, CASES)) {
            notice.told(Text.of("paper.book.no_reveal"));
        } else if (full.isSelected()) {
            given = office.dialogs().reason(Text.of("paper.book.purpose", ledger.getValue().label()));
        }
        full.setSelected(given.isPresent());
        String before = purpose;
        purpose = given.orElse(null);
        if (before != null || purpose != null) {
            load();
        }
    }

    /** Fills the ledger in anew; answers to older questions are dropped. */
    private void load() {
        long ticket = ++asked;
        try {
            Period days = period.period();
            if (days != null) {
                Ledger which = ledger.getValue();
                var wanted = new Wanted(days, value(place), value(type), value(stage), value(mediator), purpose);
                office.background().run("paper.book.busy", () -> desk.ledgers().fill(which, wanted), filled -> {
                    if (ticket == asked) {
                        notice.clear();
                        show(filled);
                    }
                }, notice::refused);
            }
        } catch (Refused backwards) {
            notice.refused(backwards);
        }
    }

    private static @Nullable String value(PickBox box) {
        PickBox.Choice chosen = box.chosen();
        return chosen == null ? null : chosen.value();
    }

    private void show(Filled filled) {
        shown = filled;
        table.getItems().setAll(filled.lines());
        count.setText(Text.of("paper.book.count", filled.lines().size()));
    }

    private static String name(Filled filled) {
        return Text.of("paper.book.file", filled.ledger().label(), filled.wanted().period().from(), filled.wanted().period().to());
    }

    private void look() {
        Filled filled = shown;
        if (filled != null) {
            boolean a3 = large.isSelected();
            cover(preview.node());
            preview.show(new Sheaf(name(filled), gaps -> desk.ledgers().pdf(filled, a3, gaps), null, () -> desk.ledgers().printed(filled)));
            preview.node().requestFocus();
        }
    }

    private void writeBook() {
        Filled filled = shown;
        if (filled != null) {
            var kind = new Kind(Text.of("paper.book.xlsx"), List.of("*.xlsx"));
            office.dialogs().save(Text.of("paper.book.xlsx"), name(filled) + ".xlsx", kind).ifPresent(file -> office.background().run("kit.busy.saving", () -> {
                desk.ledgers().write(filled, false, file);
                return file;
            }, written -> notice.done(Text.of("paper.book.written", written)), notice::refused));
        }
    }

    /** Lays the preview over the ledger, or takes it away. */
    private void cover(@Nullable Node over) {
        root.setTop(over == null ? head : null);
        root.setCenter(over == null ? table : over);
    }

    @Override
    public String title() {
        return Text.of("paper.book.title");
    }

    @Override
    public Parent node() {
        return root;
    }

    /** What was shown in full is not left standing: who comes back says anew what for. */
    @Override
    public void shown() {
        full.setSelected(false);
        purpose = null;
        if (scale() != scale) {
            layOut();
        }
        if (shown == null && period.period() == null) {
            period.show(desk.month().get().year(LocalDate.now(office.clock())));
        } else {
            load();
        }
    }

    @Override
    public boolean mayLeave() {
        return true;
    }

    /** A cell that shows all its words, on as many lines as they need. */
    private static final class Wrapped extends TableCell<Filled.Line, String> {
        private final javafx.scene.text.Text words = new javafx.scene.text.Text();

        Wrapped() {
            words.getStyleClass().add("text");
            words.wrappingWidthProperty().bind(widthProperty().map(width -> Math.max(0, width.doubleValue() - BESIDE)));
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            words.setText(item == null || empty ? "" : item);
            setGraphic(empty ? null : words);
        }
    }

    /** A ledger by its name. */
    private static final class LabelOf extends StringConverter<Ledger> {
        @Override
        public String toString(@Nullable Ledger one) {
            return one == null ? "" : one.label();
        }

        @Override
        public Ledger fromString(String label) {
            return Ledger.of(label);
        }
    }
}
