package cn.anlan.kit.list;

import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide the columns of a table have to be (列宽), measured in the letters they are written with: the clerk may set these larger. */
public final class ColumnWidths {
    /** Rows looked at. */
    private static final int SAMPLE = 40;
    /** Letters no column is wider than by itself: a name and its village, a case number. */
    private static final int WIDEST = 16;
    /** Letters of a day, a sum, a state. */
    private static final int SHORT = 8;
    private static final double BESIDE_NAME = 26;
    private static final double BESIDE_CELL = 16;

    private ColumnWidths() {}

    /** Makes the columns as wide as their names and what stands in the first rows; false while the table is not on screen. On the painting thread, not from within a change of the rows. */
    static boolean fit(TableView<?> table) {
        return set(table, (given, wanted) -> wanted);
    }

    /** Columns of given widths grow where what comes to stand in them needs more; days and numbers are never squeezed. */
    public static void grow(TableView<?> table) {
        table.getItems().addListener((Observable changed) -> Platform.runLater(() -> growNow(table)));
        table.skinProperty().addListener((Observable seen) -> Platform.runLater(() -> growNow(table)));
    }

    private static void growNow(TableView<?> table) {
        font(table).ifPresent(written -> {
            set(table, Math::max);
            table.getColumns().stream().filter(column -> column.getPrefWidth() <= written.getSize() * SHORT)
                    .forEach(column -> column.setMinWidth(Math.min(column.getPrefWidth(), column.getMaxWidth())));
        });
    }

    private static boolean set(TableView<?> table, DoubleBinaryOperator chosen) {
        Optional<Font> font = font(table);
        font.ifPresent(written -> {
            var ink = new Text();
            ink.setFont(written);
            table.getColumns().stream().filter(column -> column.isResizable() && column.getMinWidth() < column.getMaxWidth()).forEach(column ->
                    column.setPrefWidth(chosen.applyAsDouble(column.getPrefWidth(), Math.min(widest(ink, column), written.getSize() * WIDEST))));
        });
        return font.isPresent();
    }

    private static Optional<Font> font(TableView<?> table) {
        table.applyCss();
        table.layout();
        return Optional.ofNullable(table.lookup(".column-header .label")).map(heading -> ((Label) heading).getFont());
    }

    private static double widest(Text ink, TableColumn<?, ?> column) {
        double widest = width(ink, column.getText()) + BESIDE_NAME;
        for (int row = 0; row < Math.min(column.getTableView().getItems().size(), SAMPLE); row++) {
            widest = Math.max(widest, width(ink, String.valueOf(column.getCellData(row))) + BESIDE_CELL);
        }
        return Math.ceil(widest);
    }

    private static double width(Text ink, String words) {
        ink.setText(words);
        return ink.getLayoutBounds().getWidth();
    }
}
