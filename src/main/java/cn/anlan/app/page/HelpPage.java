package cn.anlan.app.page;

import cn.anlan.entry.Text;
import cn.anlan.kit.Page;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The keys worth knowing (快捷键). */
public final class HelpPage implements Page {
    private static final List<String> KEYS = List.of("enter", "save", "fresh", "quick", "step", "tabs", "phrase", "link", "find", "everywhere", "rooms", "help", "escape");

    private final ScrollPane root = new ScrollPane();

    public HelpPage() {
        var grid = new GridPane();
        grid.getStyleClass().add("help-keys");
        for (String key : KEYS) {
            var shortcut = new Label(Text.of("app.help." + key));
            shortcut.getStyleClass().add("key");
            grid.addRow(grid.getRowCount(), shortcut, new Label(Text.of("app.help." + key + ".does")));
        }
        var heading = new Label(title());
        heading.getStyleClass().add("home-title");
        var hint = new Label(Text.of("app.help.hint"));
        hint.setWrapText(true);
        var box = new VBox(16, heading, grid, hint);
        box.getStyleClass().add("plain-page");
        root.setId("page-help");
        root.setContent(box);
        root.setFitToWidth(true);
    }

    @Override
    public String title() {
        return Text.of("app.page.help");
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        root.setVvalue(0);
    }

    @Override
    public boolean mayLeave() {
        return true;
    }
}
