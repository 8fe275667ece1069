package cn.anlan.kit.register;

import cn.anlan.entry.Text;
import cn.anlan.kit.Style;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** Several child registers in one tab (同页子表): one of them is shown, the others are a button away. */
final class ChildChoice {
    private final VBox root = new VBox();
    private final ToggleGroup group = new ToggleGroup();

    ChildChoice(List<ChildPane<?>> panes) {
        var buttons = new SegmentedButton();
        buttons.setToggleGroup(group);
        var head = Style.CHOICE.on(new VBox(buttons));
        for (ChildPane<?> pane : panes) {
            var button = new ToggleButton(pane.label());
            button.setId("show-" + pane.name());
            button.setMinWidth(Region.USE_PREF_SIZE);
            buttons.getButtons().add(button);
            button.setToggleGroup(group);
            pane.onCount(count -> button.setText(count == 0 ? pane.label() : Text.of("kit.tab.counted", pane.label(), count)));
            pane.onCome(() -> group.selectToggle(button));
            button.setUserData(pane);
            VBox.setVgrow(pane.node(), Priority.ALWAYS);
        }
        group.selectedToggleProperty().addListener((toggle, old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            } else {
                root.getChildren().setAll(head, ((ChildPane<?>) now.getUserData()).node());
            }
        });
        group.selectToggle(buttons.getButtons().get(0));
    }

    VBox node() {
        return root;
    }
}
