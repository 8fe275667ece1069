package cn.anlan.app.page;

import cn.anlan.app.Backups;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.kit.Dialogs;
import cn.anlan.kit.Style;
import cn.anlan.store.backup.Shelf;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** When the last good backup was made and where it lies; one can be made now, or its return exercised (备份). */
final class BackupPane {
    private final Background background;
    private final Backups backups;
    private final Clock clock;
    private final Label last = new Label();
    private final Label message = new Label();
    private final Button make = new Button(Text.of("app.backup.make"));
    private final Button drill = new Button(Text.of("app.backup.drill"));

    BackupPane(Background background, Dialogs dialogs, Backups backups, Clock clock) {
        this.background = background;
        this.backups = backups;
        this.clock = clock;
        last.setId("backup-last");
        last.setWrapText(true);
        message.setId("backup-message");
        message.setWrapText(true);
        make.setId("backup-make");
        make.setOnAction(pressed -> dialogs.folder(Text.of("app.backup.where")).ifPresent(folder ->
                work("app.backup.making", () -> backups.make(Backups.Kind.ASKED, folder, () -> false).sentence())));
        drill.setId("backup-drill");
        drill.setOnAction(pressed -> work("app.backup.drilling", this::exercised));
    }

    Node node() {
        return new VBox(6, last, new HBox(8, make, drill), message);
    }

    /** Reads anew when the last backup was made. */
    void refresh() {
        background.run("kit.busy.loading", backups::last, all -> show(all.stream().findFirst()));
    }

    private void show(Optional<Backups.Last> newest) {
        last.setText(newest.map(Backups.Last::sentence).orElseGet(() -> Text.of("app.backup.never")));
        Style.OVERDUE.set(last, newest.filter(one -> one.at().plus(Backups.WORRYING).isAfter(OffsetDateTime.now(clock))).isEmpty());
    }

    private String exercised() {
        Shelf.Item newest = backups.shelf().stream().findFirst().orElseThrow(() -> Refused.of("backup.refused.none_yet"));
        Backups.Drill shown = backups.drill(newest.file());
        return shown.backup().isGood() ? Text.of("backup.drilled", shown.seconds()) : shown.backup().sentence();
    }

    private void work(String what, Callable<String> work) {
        List.of(make, drill).forEach(button -> button.setDisable(true));
        message.setText(Text.of(what));
        background.run(what, work, this::rest, refused -> rest(String.valueOf(refused.getMessage())));
    }

    private void rest(String told) {
        List.of(make, drill).forEach(button -> button.setDisable(false));
        message.setText(told);
        refresh();
    }
}
