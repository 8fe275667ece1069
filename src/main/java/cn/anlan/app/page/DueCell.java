package cn.anlan.app.page;

import cn.anlan.entry.Due;
import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import java.time.LocalDate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One line of the things to do (待办条目): the heading of a kind, or a matter with how long there is, red when too late, amber when soon. */
final class DueCell extends ListCell<DueList.Line> {
    private final Office office;
    private final Label heading = new Label();
    private final Label chip = new Label();
    private final Label title = new Label();
    private final Label why = new Label();
    private final HBox row = new HBox(12);

    DueCell(Office office) {
        this.office = office;
        heading.getStyleClass().add("due-heading");
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
    protected void updateItem(DueList.@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
        } else if (line.due() == null) {
            heading.setText(line.heading());
            setGraphic(heading);
        } else {
            show(line.due());
        }
    }

    private void show(Due due) {
        long days = due.daysLeft(LocalDate.now(office.clock()));
        chip.setText(days < 0 ? Text.of("app.home.late", -days) : days == 0 ? Text.of("app.home.last_day") : Text.of("app.home.left", days));
        chip.getStyleClass().removeAll("due-late", "due-soon");
        switch (due.level()) {
            case LATE -> chip.getStyleClass().add("due-late");
            case SOON -> chip.getStyleClass().add("due-soon");
            case PLAIN -> { }
        }
        title.setText(due.title());
        why.setText(due.why().replace('\n', ' '));
        setGraphic(row);
    }
}
