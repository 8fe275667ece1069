package cn.anlan.exchange.screen;

import cn.anlan.entry.Text;
import cn.anlan.kit.list.ColumnWidths;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Ledger;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** What was sealed before (上报台账). */
final class LedgerTable {
    /** So many digits of a hash are read out on the telephone. */
    static final int SHORT = 12;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final TableView<Ledger.Line> table = new TableView<>();

    LedgerTable() {
        table.setId("export-ledger");
        table.setPlaceholder(new Label(Text.of("exchange.screen.no_bundles")));
        table.getColumns().setAll(List.of(
                column("seq", 60, line -> String.valueOf(line.number().seq())),
                column("period", 200, line -> Text.of("exchange.screen.period_of", line.period().from(), line.period().to())),
                column("sealed_at", 150, line -> MINUTE.format(line.sealedAt())),
                column("records", 80, line -> String.valueOf(records(line))),
                column("file", 440, Ledger.Line::file),
                column("hash", 130, line -> line.content().innerSha256().substring(0, SHORT))));
        ColumnWidths.grow(table);
    }

    private static TableColumn<Ledger.Line, String> column(String key, double width, Function<Ledger.Line, String> value) {
        var column = new TableColumn<Ledger.Line, String>(Text.of("exchange.screen.ledger." + key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    /** How many records a bundle put, over all registers. */
    static long records(Ledger.Line line) {
        return EntryJson.readAll(line.content().counts()).get(0).values().stream()
                .mapToLong(counts -> counts instanceof Map<?, ?> map && map.get("put") instanceof Number put ? put.longValue() : 0).sum();
    }

    TableView<Ledger.Line> node() {
        return table;
    }

    void show(List<Ledger.Line> lines) {
        table.getItems().setAll(lines);
    }
}
