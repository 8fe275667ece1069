package cn.anlan.app.window;

import cn.anlan.entry.Text;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What the window says when a store cannot be opened (启动受阻): why, and the two ways on. Nothing was changed. */
final class StartFailure {
    private final StackPane root = new StackPane();

    StartFailure(Path folder, String sentence, Runnable elsewhere, Runnable leave) {
        var title = new Label(Text.of("app.start.failed"));
        title.getStyleClass().add("first-title");
        var why = new Label(sentence);
        why.setId("start-why");
        why.setWrapText(true);
        var where = new Label(Text.of("app.status.store", folder));
        where.getStyleClass().add("hint");
        where.setWrapText(true);
        var choose = new Button(Text.of("app.start.elsewhere"));
        choose.setId("start-elsewhere");
        choose.setDefaultButton(true);
        choose.setOnAction(pressed -> elsewhere.run());
        var quit = new Button(Text.of("app.start.quit"));
        quit.setId("start-quit");
        quit.setOnAction(pressed -> leave.run());
        var ways = new HBox(8, quit, choose);
        ways.setAlignment(Pos.CENTER_RIGHT);
        var card = new VBox(14, title, why, where, ways);
        card.getStyleClass().add("first-card");
        card.setMaxSize(620, Region.USE_PREF_SIZE);
        root.getStyleClass().add("first-run");
        root.setId("page-failure");
        root.getChildren().setAll(card);
    }

    Parent node() {
        return root;
    }
}
