package cn.anlan.app.page.upkeep;

import cn.anlan.app.Backups;
import cn.anlan.app.Upkeep;
import cn.anlan.entry.Due.Level;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.kit.Dialogs;
import cn.anlan.kit.Style;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** When the last good backups were made and where they lie, which second disk is used, when the return was exercised; each can be done now (备份). */
public final class BackupPane {
    private final Background background;
    private final Upkeep upkeep;
    private final Backups backups;
    private final Clock clock;
    private final Label last = line("backup-last");
    private final Label second = line("backup-second");
    private final Label drilled = line("backup-drilled");
    private final Label message = line("backup-message");
    private final Button make = button("backup-make", "app.backup.make");
    private final Button drill = button("backup-drill", "app.backup.drill");
    private final Button choose = button("backup-choose-second", "app.backup.choose_second");
    private final Button makeSecond = button("backup-make-second", "app.backup.make_second");
    private final Button forget = button("backup-forget-second", "app.backup.forget_second");

    /** {@code upkeep} is what is looked after; the clock says how old is old. */
    public BackupPane(Background background, Dialogs dialogs, Upkeep upkeep, Clock clock) {
        this.background = background;
        this.upkeep = upkeep;
        this.backups = upkeep.backups();
        this.clock = clock;
        make.setOnAction(pressed -> dialogs.folder(Text.of("app.backup.where")).ifPresent(folder ->
                work("app.backup.making", () -> backups.make(Backups.Kind.ASKED, folder, () -> false).sentence())));
        drill.setOnAction(pressed -> work("app.backup.drilling", () -> backups.drill().sentence()));
        choose.setOnAction(pressed -> dialogs.folder(Text.of("app.backup.where_second")).ifPresent(this::use));
        makeSecond.setOnAction(pressed -> work("app.backup.making", () -> backups.makeSecond(() -> false).sentence()));
        forget.setOnAction(pressed -> use(null));
    }

    private static Label line(String id) {
        var line = new Label();
        line.setId(id);
        line.setWrapText(true);
        line.managedProperty().bind(line.textProperty().isNotEmpty());
        return line;
    }

    private static Button button(String id, String words) {
        var button = new Button(Text.of(words));
        button.setId(id);
        return button;
    }

    private List<Button> buttons() {
        return List.of(make, drill, choose, makeSecond, forget);
    }

    /** What stands among the settings. */
    public Node node() {
        return new VBox(6, last, new FlowPane(8, 6, make, drill), second, new FlowPane(8, 6, choose, makeSecond, forget), drilled, message);
    }

    private void use(@Nullable Path folder) {
        work("kit.busy.saving", () -> {
            backups.useSecond(folder);
            return folder == null ? Text.of("app.backup.second_forgotten") : Text.of("app.backup.second_chosen", folder);
        });
    }

    /** How things stand, as the labels say it. */
    private record Seen(String last, Level level, String second, boolean named, boolean there, String drilled) {}

    /** Reads anew how things stand. */
    public void refresh() {
        LocalDate today = LocalDate.now(clock);
        background.run("kit.busy.loading", () -> seen(today), this::show);
    }

    private Seen seen(LocalDate today) {
        List<Backups.Last> all = backups.last();
        String told = all.isEmpty() ? Text.of("app.backup.never") : all.stream().map(Backups.Last::sentence).collect(Collectors.joining("\n"));
        Path folder = backups.secondFolder().orElse(null);
        boolean there = folder != null && Files.isDirectory(folder);
        String second = folder == null ? Text.of("app.backup.no_second") : Text.of(there ? "app.backup.second" : "app.backup.second_away", folder);
        return new Seen(told, upkeep.standing(today).level(), second, folder != null, there,
                backups.lastDrill().map(Backups.Drilled::sentence).orElseGet(() -> Text.of("backup.drill_never")));
    }

    private void show(Seen seen) {
        last.setText(seen.last);
        Style.OVERDUE.set(last, seen.level == Level.LATE);
        Style.SOON.set(last, seen.level == Level.SOON);
        second.setText(seen.second);
        drilled.setText(seen.drilled);
        makeSecond.setDisable(!seen.there);
        Stream.of(makeSecond, forget).forEach(button -> {
            button.setVisible(seen.named);
            button.setManaged(seen.named);
        });
    }

    private void work(String what, Callable<String> work) {
        buttons().forEach(button -> button.setDisable(true));
        message.setText(Text.of(what));
        background.run(what, work, this::rest, refused -> rest(String.valueOf(refused.getMessage())));
    }

    private void rest(String told) {
        buttons().forEach(button -> button.setDisable(false));
        message.setText(told);
        refresh();
    }
}
