package cn.anlan.app.page;

import cn.anlan.entry.Text;
import cn.anlan.store.Journal.Line;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One change in the journal's list (日志行): what was done to what, who and when, and field by field. */
final class ChangeCell extends ListCell<Change> {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Label what = new Label();
    private final Label who = new Label();
    private final Label how = new Label();
    private final VBox lines;

    ChangeCell() {
        what.getStyleClass().add("due-title");
        who.getStyleClass().add("hint");
        who.setMinWidth(USE_PREF_SIZE);
        how.setWrapText(true);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        lines = new VBox(2, new HBox(12, what, who), how);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Change change, boolean empty) {
        super.updateItem(change, empty);
        if (empty || change == null) {
            setGraphic(null);
            return;
        }
        Line line = change.line();
        what.setText(change.what());
        who.setText(Text.of("app.journal.who", line.who(), MINUTE.format(line.at())));
        String told = String.join(Text.of("app.journal.next"), change.differences());
        String reason = line.action().changes() ? "app.journal.reason" : "app.journal.purpose";
        how.setText(line.reason() == null ? told : Text.of(reason, line.reason(), told).strip());
        boolean anything = !how.getText().isEmpty();
        how.setVisible(anything);
        how.setManaged(anything);
        setGraphic(lines);
    }
}
