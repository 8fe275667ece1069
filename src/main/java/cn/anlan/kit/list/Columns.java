package cn.anlan.kit.list;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import cn.anlan.kit.Office;
import cn.anlan.kit.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The columns of a list (列): from the Shape at first, then as the clerk left them. */
final class Columns<E extends Entry> {
    private final Shape<E> shape;
    private final Office office;
    private final TableView<@Nullable Shown<E>> table;
    private final Map<String, TableColumn<@Nullable Shown<E>, String>> all = new LinkedHashMap<>();
    private final String key;
    /** Nobody has said how wide the columns shall be: they follow what stands in them. */
    private boolean usual;
    private boolean fitting;

    /** The layout is remembered under this key. */
    Columns(Shape<E> shape, Office office, TableView<@Nullable Shown<E>> table, String key) {
        this.shape = shape;
        this.office = office;
        this.table = table;
        this.key = key;
        for (Field field : shape.fields()) {
            if (field.index() >= Field.OWN - 1 && !field.linksToOwner()) {
                all.put(field.name(), column(field));
            }
        }
        Optional<Layout> kept = office.memory().get(key).filter(line -> !line.isBlank()).map(Layout::read);
        usual = kept.isEmpty();
        restore(kept.orElseGet(this::usual));
        table.skinProperty().addListener((Observable drawn) -> Platform.runLater(this::fit));
        table.getColumns().addListener((Observable changed) -> remember());
        all.values().forEach(column -> column.widthProperty().addListener((width, old, now) -> remember()));
        table.getSortOrder().addListener((Observable changed) -> remember());
    }

    private TableColumn<@Nullable Shown<E>, String> column(Field field) {
        var column = new TableColumn<@Nullable Shown<E>, String>(shape.label(field));
        column.setId("column-" + field.name());
        column.setUserData(field);
        column.setCellValueFactory(row -> {
            Shown<E> shown = row.getValue();
            return new ReadOnlyStringWrapper(shown == null ? "" : shown.masked(field).replaceAll("\\R", " "));
        });
        column.setSortable(field.type() != Type.LINK && field.type() != Type.CODES);
        column.setPrefWidth(width(field));
        column.setMinWidth(48);
        if (field.type() == Type.MONEY || field.type() == Type.INTEGER) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }

    private static int width(Field field) {
        return switch (field.type()) {
            case DATE -> 100;
            case TIME -> 132;
            case FLAG -> 64;
            case INTEGER -> 72;
            case MONEY -> 96;
            case CODE -> 96;
            case CODES, LINK -> 128;
            case PLACE -> 150;
            case TEXT -> field.sensitivity().isPresent() ? 128 : field.maxLength() > 0 && field.maxLength() <= 20 ? 96
                    : field.maxLength() <= 60 ? 120 : 210;
        };
    }

    private Layout usual() {
        List<Layout.Slot> slots = new ArrayList<>();
        for (Field field : shape.businessFields()) {
            if (field.isListed() && !field.linksToOwner()) {
                slots.add(new Layout.Slot(field.name(), width(field)));
            }
        }
        return new Layout(slots, null, true);
    }

    private void restore(Layout layout) {
        List<TableColumn<@Nullable Shown<E>, String>> shown = new ArrayList<>();
        for (Layout.Slot slot : layout.slots()) {
            var column = all.get(slot.field());
            if (column != null && !shown.contains(column)) {
                column.setPrefWidth(slot.width());
                shown.add(column);
            }
        }
        if (shown.isEmpty()) {
            usual().slots().forEach(slot -> shown.add(all.get(slot.field())));
        }
        table.getColumns().setAll(shown);
        var sorted = layout.sort() == null ? null : all.get(layout.sort());
        if (sorted != null && sorted.isSortable()) {
            sorted.setSortType(layout.descending() ? SortType.DESCENDING : SortType.ASCENDING);
            table.getSortOrder().setAll(List.of(sorted));
        }
    }

    /** The columns follow what stands in them until the clerk sets them herself; once, when there is something. */
    void fit() {
        if (usual) {
            fitting = true;
            usual = !ColumnWidths.fit(table) || table.getItems().isEmpty();
            fitting = false;
        }
    }

    private void remember() {
        if (fitting) {
            return;
        }
        usual = false;
        List<Layout.Slot> slots = shown().stream()
                .map(field -> new Layout.Slot(field.name(), (int) all.getOrDefault(field.name(), new TableColumn<>()).getWidth())).toList();
        Optional<Field> sort = sort();
        office.memory().put(key, new Layout(slots, sort.map(Field::name).orElse(null), isDescending()).line());
    }

    /** The fields shown, from left to right. */
    List<Field> shown() {
        return table.getColumns().stream().map(column -> (Field) column.getUserData()).toList();
    }

    Optional<Field> sort() {
        return table.getSortOrder().stream().findFirst().map(column -> (Field) column.getUserData());
    }

    /** Without a column to sort by, the newest come first. */
    boolean isDescending() {
        return table.getSortOrder().isEmpty() || table.getSortOrder().get(0).getSortType() == SortType.DESCENDING;
    }

    /** One item per field that could be a column, ticked while it is. */
    List<MenuItem> choices() {
        List<MenuItem> items = new ArrayList<>();
        all.forEach((name, column) -> {
            var item = new CheckMenuItem(column.getText());
            item.setSelected(table.getColumns().contains(column));
            item.setOnAction(event -> {
                if (item.isSelected()) {
                    table.getColumns().add(column);
                } else if (table.getColumns().size() > 1) {
                    table.getColumns().remove(column);
                }
            });
            items.add(item);
        });
        return items;
    }
}
