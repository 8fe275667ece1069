package cn.anlan.security.screen;

import cn.anlan.entry.Period;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.kit.list.ColumnWidths;
import cn.anlan.security.Account;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Those who may come in, as a table (账户表). */
final class People {
    private People() {}

    /** {@code mediator} names who stands under an id in the book of mediators. */
    static TableView<Account> table(UnaryOperator<String> mediator) {
        var table = new TableView<Account>();
        table.setId("people");
        table.getColumns().setAll(List.of(column("name", 150, one -> one.holder().name()), column("role", 160, one -> one.role().label()),
                column("mediator", 130, one -> mediator(one, mediator)), column("last", 150, People::last), column("state", 185, People::state)));
        ColumnWidths.grow(table);
        table.setPlaceholder(new Label(Text.of("security.people.none")));
        return table;
    }

    private static TableColumn<Account, String> column(String key, double width, Function<Account, String> value) {
        var column = new TableColumn<Account, String>(Text.of("security.people.column." + key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private static String mediator(Account one, UnaryOperator<String> names) {
        String id = one.holder().mediatorId();
        return id == null ? "" : names.apply(id);
    }

    private static String last(Account one) {
        return one.lastLogin().map(at -> Type.TIME.write(at.atZoneSameInstant(Period.ZONE).toLocalDateTime())).orElse(Text.of("security.people.never"));
    }

    private static String state(Account one) {
        return one.waits().isPositive() ? Text.of("security.people.state.waits", one.waits().toMinutes() + 1)
                : Text.of(one.oneself() ? "security.people.state.here" : "security.people.state.may");
    }
}
