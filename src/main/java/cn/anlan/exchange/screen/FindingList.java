package cn.anlan.exchange.screen;

import cn.anlan.entry.Text;
import cn.anlan.exchange.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the check found (检查结果): errors stand in the way, warnings need a tick; double-click goes to the record. */
final class FindingList {
    private final ListView<Finding> list = new ListView<>();
    private final Label summary = new Label();
    private final CheckBox heeded = new CheckBox(Text.of("exchange.screen.heeded"));
    private final StringProperty state = new SimpleStringProperty(State.UNCHECKED.name());
    private final VBox box;

    /** How far the check is. */
    private enum State {
        UNCHECKED,
        WRONG,
        TO_HEED,
        FINE
    }

    FindingList(BiConsumer<String, String> open) {
        list.setId("export-findings");
        list.setCellFactory(view -> new FindingCell());
        list.setPlaceholder(new Label(Text.of("exchange.screen.not_checked")));
        list.setOnMouseClicked(click -> open(open, click.getClickCount() == 2));
        list.setOnKeyPressed(key -> open(open, key.getCode() == KeyCode.ENTER));
        summary.setId("export-summary");
        summary.getStyleClass().add("home-heading");
        heeded.setId("export-heeded");
        VBox.setVgrow(list, Priority.ALWAYS);
        box = new VBox(6, summary, list, heeded);
        clear();
    }

    VBox node() {
        return box;
    }

    private void open(BiConsumer<String, String> open, boolean wanted) {
        Finding chosen = list.getSelectionModel().getSelectedItem();
        if (wanted && chosen != null && chosen.entryId() != null) {
            open.accept(chosen.part(), chosen.entryId());
        }
    }

    /** Nothing has been checked. */
    void clear() {
        list.getItems().clear();
        summary.setText(Text.of("exchange.screen.findings"));
        heed(State.UNCHECKED);
    }

    void show(List<Finding> found) {
        list.getItems().setAll(found.stream().sorted(Comparator.comparing(Finding::level)).toList());
        long errors = found.stream().filter(Finding::isError).count();
        summary.setText(found.isEmpty() ? Text.of("exchange.screen.fine") : Text.of("exchange.screen.found", errors, found.size() - errors));
        list.setPlaceholder(new Label(Text.of("exchange.screen.nothing_found")));
        heed(errors > 0 ? State.WRONG : found.isEmpty() ? State.FINE : State.TO_HEED);
    }

    private void heed(State now) {
        state.set(now.name());
        heeded.setSelected(false);
        heeded.setVisible(now == State.TO_HEED);
        heeded.setManaged(now == State.TO_HEED);
    }

    /** Whether a bundle may be sealed: checked, no errors, and warnings ticked. */
    BooleanBinding allowed() {
        return Bindings.createBooleanBinding(() -> state.get().equals(State.FINE.name()) || state.get().equals(State.TO_HEED.name()) && heeded.isSelected(),
                state, heeded.selectedProperty());
    }

    /** One finding on screen. */
    private static final class FindingCell extends ListCell<Finding> {
        FindingCell() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            getStyleClass().removeAll("finding-error", "finding-warning");
            if (empty || finding == null) {
                setText("");
                return;
            }
            setText(Text.of(finding.isError() ? "exchange.screen.error" : "exchange.screen.warning", finding.sentence()));
            getStyleClass().add(finding.isError() ? "finding-error" : "finding-warning");
        }
    }
}
