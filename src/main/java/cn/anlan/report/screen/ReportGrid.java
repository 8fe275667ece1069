package cn.anlan.report.screen;

import cn.anlan.entry.Text;
import cn.anlan.report.Report;
import cn.anlan.report.form.Column;
import cn.anlan.report.form.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A report as a table (报表): rows' names stay in sight, numbers that are not nought lead to their cases, red ones do not agree, starred ones were corrected. */
final class ReportGrid {
    private static final double ROW_HEIGHT = 30;
    private static final double HEAD_HEIGHT = 64;
    private static final double NAMES_WIDTH = 190;
    private static final double NARROW = 60;
    /** How large headings are written when the clerk has set no other size. */
    private static final double HEAD_LETTERS = 12;
    private static final double STEPS = 20;
    private static final double WIDE = 84;

    private final TableView<Row> names = new TableView<>();
    private final TableView<Row> numbers = new TableView<>();
    private final Region underNames = new Region();
    private final HBox box;
    private final BiConsumer<Row, Column> chosen;
    private @Nullable Report report;
    private List<Report.Broken> broken = List.of();
    private List<String> shownColumns = List.of();
    private boolean joined;
    /** How large the letters are against the usual size. */
    private double scale = 1;

    /** {@code chosen} is told of the cell a clerk points at. */
    ReportGrid(BiConsumer<Row, Column> chosen) {
        this.chosen = chosen;
        prepare(names, "report-names");
        prepare(numbers, "report-table");
        names.getStyleClass().add("report-names");
        names.setFocusTraversable(false);
        numbers.getSelectionModel().setCellSelectionEnabled(true);
        numbers.getSelectionModel().getSelectedCells().addListener((ListChangeListener<TablePosition>) change -> point());
        numbers.widthProperty().addListener((all, old, now) -> joinScrolling());
        VBox.setVgrow(names, Priority.ALWAYS);
        HBox.setHgrow(numbers, Priority.ALWAYS);
        box = new HBox(new VBox(names, underNames), numbers);
        layOutNames();
    }

    private static void prepare(TableView<Row> table, String id) {
        table.setId(id);
        table.getStyleClass().add("report-grid");
        table.setPlaceholder(new Label(""));
    }

    private void layOutNames() {
        List.of(names, numbers).forEach(table -> table.setFixedCellSize(ROW_HEIGHT * scale));
        names.setMinWidth(NAMES_WIDTH * scale);
        names.setMaxWidth(NAMES_WIDTH * scale);
        names.getColumns().setAll(List.of(nameColumn()));
    }

    private TableColumn<Row, Row> nameColumn() {
        var column = new TableColumn<Row, Row>();
        column.setGraphic(head(Text.of("report.print.corner"), NAMES_WIDTH));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(all -> new NameCell());
        column.setPrefWidth(NAMES_WIDTH * scale - 2);
        fix(column);
        var group = new TableColumn<Row, Row>(" ");
        group.getColumns().setAll(List.of(column));
        return group;
    }

    private static void fix(TableColumn<?, ?> column) {
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
    }

    private Label head(String text, double width) {
        var label = new Label(text.replace("（", "\n（"));
        label.setWrapText(true);
        label.setAlignment(Pos.CENTER);
        label.setPrefSize(width * scale - 10, HEAD_HEIGHT * scale);
        label.setMinHeight(HEAD_HEIGHT * scale);
        label.getStyleClass().add("report-head");
        return label;
    }

    Node node() {
        return box;
    }

    /** Shows a report; with {@code emptyToo} also the columns that hold nothing but noughts, which are shown anyway when there are no others. */
    void show(Report filled, boolean emptyToo) {
        report = filled;
        broken = filled.broken();
        List<Column> full = filled.layout().columns().stream().filter(column -> holdsSomething(filled, column)).toList();
        List<Column> columns = emptyToo || full.isEmpty() ? filled.layout().columns() : full;
        List<String> keys = columns.stream().map(Column::key).toList();
        if (isOfOtherSize() || !keys.equals(shownColumns)) {
            shownColumns = keys;
            numbers.getColumns().setAll(grouped(columns));
        }
        names.getItems().setAll(filled.layout().rows());
        numbers.getItems().setAll(filled.layout().rows());
    }

    /** Takes over the size the letters have now; whether it was another one before. */
    private boolean isOfOtherSize() {
        double before = scale;
        box.applyCss();
        scale = names.lookup(".report-head") instanceof Label corner ? Math.round(corner.getFont().getSize() / HEAD_LETTERS * STEPS) / STEPS : before;
        if (scale != before) {
            layOutNames();
        }
        return scale != before;
    }

    private static boolean holdsSomething(Report filled, Column column) {
        return filled.layout().rows().stream().anyMatch(row -> !row.isHeading() && filled.value(row, column) > 0 || filled.correction(row, column) != 0);
    }

    private List<TableColumn<Row, ?>> grouped(List<Column> columns) {
        List<TableColumn<Row, ?>> groups = new ArrayList<>();
        for (Column column : columns) {
            TableColumn<Row, ?> last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null || !last.getText().equals(column.group())) {
                last = new TableColumn<Row, Row>(column.group());
                last.setReorderable(false);
                groups.add(last);
            }
            last.getColumns().add(numberColumn(column));
        }
        return groups;
    }

    private <T> TableColumn<T, Row> numberColumn(Column column) {
        double width = column.measure() instanceof Column.Count ? NARROW : WIDE;
        var shown = new TableColumn<T, Row>();
        shown.setGraphic(head(column.label(), width));
        shown.setUserData(column);
        shown.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>((Row) row.getValue()));
        shown.setCellFactory(all -> new NumberCell<>(column));
        shown.setPrefWidth(width * scale);
        fix(shown);
        return shown;
    }

    private void point() {
        List<TablePosition> cells = numbers.getSelectionModel().getSelectedCells();
        if (cells.isEmpty() || cells.get(0).getTableColumn() == null || cells.get(0).getRow() >= numbers.getItems().size()) {
            return;
        }
        Row row = numbers.getItems().get(cells.get(0).getRow());
        if (!row.isHeading() && cells.get(0).getTableColumn().getUserData() instanceof Column column) {
            chosen.accept(row, column);
        }
    }

    /** Both tables scroll as one; where the numbers have a bar below, the names leave as much room. */
    private void joinScrolling() {
        ScrollBar ofNames = bar(names, Orientation.VERTICAL);
        ScrollBar ofNumbers = bar(numbers, Orientation.VERTICAL);
        ScrollBar below = bar(numbers, Orientation.HORIZONTAL);
        if (!joined && ofNames != null && ofNumbers != null && below != null) {
            joined = true;
            ofNames.valueProperty().bindBidirectional(ofNumbers.valueProperty());
            underNames.minHeightProperty().bind(Bindings.when(below.visibleProperty()).then(below.heightProperty()).otherwise(0));
        }
    }

    private static @Nullable ScrollBar bar(TableView<Row> table, Orientation orientation) {
        return table.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast).filter(bar -> bar.getOrientation() == orientation).findFirst().orElse(null);
    }

    /** A row's name. */
    private static final class NameCell extends TableCell<Row, Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("report-sum");
            setText(empty || row == null ? "" : "\u3000".repeat(Math.max(0, row.level() - 1)) + row.label());
            if (row != null && !empty && row.level() < 2) {
                getStyleClass().add("report-sum");
            }
        }
    }

    /** A number. */
    private final class NumberCell<T> extends TableCell<T, Row> {
        private final Column column;

        NumberCell(Column column) {
            this.column = column;
            setAlignment(Pos.CENTER);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("report-sum", "report-wrong", "report-corrected", "report-nought");
            Report filled = report;
            if (empty || row == null || filled == null || row.isHeading()) {
                setText("");
                return;
            }
            boolean corrected = filled.correction(row, column) != 0;
            setText(filled.shown(row, column) + (corrected ? "*" : ""));
            style("report-sum", row.level() < 2);
            style("report-wrong", broken.stream().anyMatch(one -> one.concerns(row, column)));
            style("report-corrected", corrected);
            style("report-nought", filled.value(row, column) <= 0);
        }

        private void style(String name, boolean wanted) {
            if (wanted) {
                getStyleClass().add(name);
            }
        }
    }
}
