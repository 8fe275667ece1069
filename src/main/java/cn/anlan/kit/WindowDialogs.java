package cn.anlan.kit;

import cn.anlan.entry.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The dialogs of a real window (窗口对话框). */
public final class WindowDialogs implements Dialogs {
    private final Supplier<@Nullable Window> owner;

    /** The owner is asked for each time: the window may not stand yet. */
    public WindowDialogs(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> open(String title, Kind kind) {
        return path(chooser(title, kind).showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, Kind kind) {
        FileChooser chooser = chooser(title, kind);
        chooser.setInitialFileName(suggestedName);
        return path(chooser.showSaveDialog(owner.get()));
    }

    private static FileChooser chooser(String title, Kind kind) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(kind.label(), kind.endings()));
        return chooser;
    }

    @Override
    public Optional<Path> folder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return path(chooser.showDialog(owner.get()));
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }

    @Override
    public boolean confirm(String question, String yes) {
        var agree = new ButtonType(yes, ButtonData.OK_DONE);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, question, agree, ButtonType.CANCEL);
        prepare(alert);
        return alert.showAndWait().filter(agree::equals).isPresent();
    }

    @Override
    public Optional<String> reason(String question) {
        var dialog = new TextInputDialog();
        prepare(dialog);
        dialog.setContentText(question);
        var agree = dialog.getDialogPane().lookupButton(ButtonType.OK);
        agree.disableProperty().bind(dialog.getEditor().textProperty().map(String::isBlank));
        return dialog.showAndWait().map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public void failure(Failure failure) {
        var copy = new ButtonType(Text.of("kit.failure.copy"), ButtonData.LEFT);
        var alert = new Alert(Alert.AlertType.ERROR, "", copy, ButtonType.CLOSE);
        prepare(alert);
        alert.initModality(Modality.NONE);
        alert.setContentText(failure.code().isEmpty() ? failure.sentence() : Text.of("kit.failure.coded", failure.sentence(), failure.code()));
        ((Button) alert.getDialogPane().lookupButton(copy)).addEventFilter(ActionEvent.ACTION, pressed -> {
            var content = new ClipboardContent();
            content.putString(failure.code() + "\n" + failure.sentence() + "\n" + failure.details());
            Clipboard.getSystemClipboard().setContent(content);
            pressed.consume();
        });
        alert.show();
    }

    private void prepare(Dialog<?> dialog) {
        Window window = owner.get();
        if (window != null) {
            dialog.initOwner(window);
            if (window.getScene() != null) {
                dialog.getDialogPane().getStylesheets().setAll(window.getScene().getStylesheets());
            }
        }
        dialog.setTitle(Text.of("kit.app"));
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
    }
}
