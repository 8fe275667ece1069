package cn.anlan.app.page.upkeep;

import cn.anlan.app.Handover;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.kit.Dialogs;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Where the sheet is made that two people sign when one leaves her post to the other (交接). */
public final class HandoverPane {
    private final Background background;
    private final Handover handover;
    private final Consumer<Path> showFolder;
    private final Button button = new Button(Text.of("handover.button"));
    private final Label message = new Label();

    /** {@code showFolder} shows where the sheet was put. */
    public HandoverPane(Background background, Dialogs dialogs, Handover handover, Consumer<Path> showFolder) {
        this.background = background;
        this.handover = handover;
        this.showFolder = showFolder;
        button.setId("handover-print");
        button.setOnAction(pressed -> dialogs.folder(Text.of("handover.where")).ifPresent(this::write));
        message.setId("handover-message");
        message.setWrapText(true);
        message.managedProperty().bind(message.textProperty().isNotEmpty());
    }

    /** What stands among the settings. */
    public Node node() {
        return new VBox(6, button, message);
    }

    private void write(Path folder) {
        button.setDisable(true);
        background.run("handover.working", () -> handover.write(folder), file -> {
            rest(Text.of("handover.done", file));
            showFolder.accept(folder);
        }, refused -> rest(String.valueOf(refused.getMessage())));
    }

    private void rest(String told) {
        button.setDisable(false);
        message.setText(told);
    }
}
