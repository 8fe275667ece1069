package cn.anlan.security.screen;

import cn.anlan.entry.Text;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A card in the middle of an empty window, with one thing to do (居中卡片): its title, what is asked, what is wrong, the button. */
final class Card {
    private static final double WIDTH = 460;

    private final Label refusal = new Label();
    private final Button go = new Button();
    private final VBox box = new VBox(10);
    private final StackPane root = new StackPane(box);

    /** {@code name} begins the ids of its parts. */
    Card(String name, String title, Node... asked) {
        var head = new Label(title);
        head.getStyleClass().add("first-title");
        head.setWrapText(true);
        refusal.getStyleClass().add("first-refusal");
        refusal.setId(name + "-refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(Region.USE_PREF_SIZE);
        go.setId(name + "-go");
        go.setDefaultButton(true);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(hint(Text.of("security.card.help")), gap, go);
        foot.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().add(head);
        box.getChildren().addAll(asked);
        box.getChildren().addAll(refusal, foot);
        box.getStyleClass().add("first-card");
        box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        root.getStyleClass().add("first-run");
        root.setId("page-" + name);
    }

    StackPane node() {
        return root;
    }

    void onGo(String label, Runnable action) {
        go.setText(label);
        go.setOnAction(pressed -> action.run());
    }

    void refuse(String sentence) {
        refusal.setText(sentence);
    }

    void setBusy(boolean busy) {
        box.setDisable(busy);
        if (busy) {
            refusal.setText("");
        }
    }

    static Label question(String key) {
        var label = new Label(Text.of(key));
        label.getStyleClass().add("first-question");
        return label;
    }

    static Label hint(String sentence) {
        var label = new Label(sentence);
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
