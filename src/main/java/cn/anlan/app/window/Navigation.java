package cn.anlan.app.window;

import cn.anlan.app.page.Icons;
import cn.anlan.app.window.Pages.Group;
import cn.anlan.app.window.Pages.Item;
import cn.anlan.entry.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The rooms of the house on the left (导航). */
final class Navigation {
    private static final int MARK = 28;

    private final BorderPane root = new BorderPane();
    private final Label orgName = new Label();
    private final ScrollPane scroll = new ScrollPane();
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    /** The lines some pages hide behind, with the names of those. */
    private final Map<ToggleButton, List<String>> folds = new LinkedHashMap<>();

    Navigation(List<Group> groups, Consumer<String> go, Runnable find) {
        var list = new VBox();
        list.getStyleClass().add("nav-list");
        for (Group group : groups) {
            var box = new VBox();
            group.items().forEach(item -> box.getChildren().add(button(item, go)));
            if (group.folded()) {
                list.getChildren().add(fold(group, box));
            } else if (!list.getChildren().isEmpty()) {
                var heading = new Label(group.heading());
                heading.getStyleClass().add(group.heading().isEmpty() ? "nav-gap" : "nav-heading");
                list.getChildren().add(heading);
            }
            list.getChildren().add(box);
        }
        scroll.setContent(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("nav-scroll");
        root.getStyleClass().add("nav");
        root.setTop(head(find));
        root.setCenter(scroll);
    }

    /** What is seldom needed hides behind one line until that is pressed, or one of its pages comes to the front. */
    private ToggleButton fold(Group group, VBox box) {
        var fold = new ToggleButton(group.heading());
        fold.setId("nav-fold");
        fold.getStyleClass().addAll("nav-item", "nav-fold");
        fold.setMaxWidth(Double.MAX_VALUE);
        fold.graphicProperty().bind(fold.selectedProperty().map(open -> Icons.of(open ? "unfolded" : "folded")));
        box.visibleProperty().bind(fold.selectedProperty());
        box.managedProperty().bind(fold.selectedProperty());
        folds.put(fold, group.items().stream().map(Item::name).toList());
        return fold;
    }

    private VBox head(Runnable find) {
        var mark = new ImageView(new Image(Objects.requireNonNull(Navigation.class.getResourceAsStream("/icons/anlan-64.png"))));
        mark.setFitHeight(MARK);
        mark.setFitWidth(MARK);
        var name = new Label(Text.of("kit.app"));
        name.getStyleClass().add("nav-title");
        orgName.getStyleClass().add("hint");
        orgName.setId("nav-org-name");
        var title = new HBox(10, mark, new VBox(name, orgName));
        title.setAlignment(Pos.CENTER_LEFT);
        var search = new Button(Text.of("app.find.button"), Icons.of("find"));
        search.setId("nav-find");
        search.setMaxWidth(Double.MAX_VALUE);
        search.setAlignment(Pos.CENTER_LEFT);
        search.setOnAction(pressed -> find.run());
        var head = new VBox(10, title, search);
        head.getStyleClass().add("nav-head");
        return head;
    }

    private ToggleButton button(Item item, Consumer<String> go) {
        var button = new ToggleButton(item.label(), Icons.of(item.name()));
        button.setId("nav-" + item.name());
        button.getStyleClass().add("nav-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(pressed -> {
            button.setSelected(!button.isSelected());
            go.accept(item.name());
        });
        if (buttons.size() < 9) {
            button.setTooltip(new Tooltip(Text.of("app.nav.shortcut", buttons.size() + 1)));
        }
        buttons.put(item.name(), button);
        return button;
    }

    Parent node() {
        return root;
    }

    void setOrgName(String name) {
        orgName.setText(name);
    }

    /** Marks the page that is in front. */
    void mark(String page) {
        buttons.forEach((name, button) -> button.setSelected(name.equals(page)));
        folds.forEach((fold, names) -> fold.setSelected(fold.isSelected() || names.contains(page)));
        Platform.runLater(() -> Optional.ofNullable(buttons.get(page)).ifPresent(this::reveal));
    }

    /** Scrolls until the line of a page can be seen. */
    private void reveal(ToggleButton button) {
        root.layout();
        double seen = scroll.getViewportBounds().getHeight();
        double range = scroll.getContent().getLayoutBounds().getHeight() - seen;
        double from = scroll.getContent().sceneToLocal(button.localToScene(button.getLayoutBounds())).getMinY();
        double above = range * scroll.getVvalue();
        if (range > 0 && (from < above || from + button.getHeight() > above + seen)) {
            scroll.setVvalue(Math.clamp((from - (seen - button.getHeight()) / 2) / range, 0, 1));
        }
    }

    /** The pages in order, as the number keys reach them. */
    List<String> names() {
        return List.copyOf(buttons.keySet());
    }
}
