package cn.anlan.app.page;

import cn.anlan.entry.Due;
import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One thing to do (待办条目): how long there is, red when it is too late and amber when it soon will be, what it is, and why. */
final class DueCell extends ListCell<Due> {
    private static final int SOON = 3;

    private final Office office;
    private final Label chip = new Label();
    private final Label title = new Label();
    private final Label why = new Label();
    private final HBox row = new HBox(12);

    DueCell(Office office) {
        this.office = office;
        chip.getStyleClass().add("due-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add("due-title");
        why.getStyleClass().add("hint");
        var words = new VBox(2, title, why);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().setAll(chip, words);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Due due, boolean empty) {
        super.updateItem(due, empty);
        if (empty || due == null) {
            setGraphic(null);
            return;
        }
        long days = ChronoUnit.DAYS.between(LocalDate.now(office.clock()), due.due());
        chip.setText(words(days));
        chip.getStyleClass().removeAll("due-late", "due-soon");
        if (days <= SOON) {
            chip.getStyleClass().add(days < 0 ? "due-late" : "due-soon");
        }
        title.setText(due.title());
        why.setText(due.why().replace('\n', ' '));
        setGraphic(row);
    }

    private static String words(long days) {
        return days < 0 ? Text.of("app.home.late", -days) : days == 0 ? Text.of("app.home.last_day") : Text.of("app.home.left", days);
    }
}
