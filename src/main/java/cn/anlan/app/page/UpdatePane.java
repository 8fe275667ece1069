package cn.anlan.app.page;

import cn.anlan.app.Updating;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.kit.Dialogs;
import cn.anlan.update.Update;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where a clerk brings a newer program from a stick (从U盘更新). */
final class UpdatePane {
    private final Background background;
    private final Dialogs dialogs;
    private final Updating updating;
    private final Button button = new Button(Text.of("update.button"), Icons.of("update"));
    private final Label message = new Label();

    UpdatePane(Background background, Dialogs dialogs, Updating updating) {
        this.background = background;
        this.dialogs = dialogs;
        this.updating = updating;
        button.setId("update-from-stick");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> dialogs.folder(Text.of("update.choose")).ifPresent(this::check));
        message.setId("update-message");
        message.setWrapText(true);
    }

    Node node() {
        return new VBox(6, button, message);
    }

    private void check(Path stick) {
        working();
        background.run("update.working", () -> updating.check(stick), this::ask, this::refused);
    }

    private void ask(Update.Offer offer) {
        rest(Text.of("update.found", offer.version()));
        if (dialogs.confirm(Text.of("update.question", offer.version()), Text.of("update.yes"))) {
            working();
            background.run("update.installing", () -> updating.install(offer), outcome ->
                    rest(Text.of(outcome.finished() ? "update.done" : "update.begun", offer.version(), outcome.backup())), this::refused);
        }
    }

    private void working() {
        button.setDisable(true);
        message.setText("");
    }

    private void rest(String told) {
        button.setDisable(false);
        message.setText(told);
    }

    private void refused(Refused refused) {
        rest(String.valueOf(refused.getMessage()));
    }
}
