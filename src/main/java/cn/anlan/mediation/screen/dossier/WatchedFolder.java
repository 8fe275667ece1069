package cn.anlan.mediation.screen.dossier;

import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** Which folder the scanner writes into (扫描文件夹): told, chosen, given up; read while the window is open. */
public final class WatchedFolder {
    private static final String FOLDER = "scan_folder";

    private final Office office;
    private final String room;
    private final Label told = Style.QUIET.on(new Label());
    private final Button leave;
    private final FlowPane node;

    /** {@code room} is what the names of its parts begin with, e.g. {@code inbox} for {@code inbox-choose-folder}. */
    public WatchedFolder(Office office, String room) {
        this.office = office;
        this.room = room;
        told.setId(room + "-scan-folder");
        told.setWrapText(true);
        leave = button("no_folder", () -> watch(""));
        node = new FlowPane(8, 6, button("choose_folder", this::choose), leave, told);
        node.setAlignment(Pos.CENTER_LEFT);
    }

    private Button button(String word, Runnable pressed) {
        return Buttons.words(room + "-" + word.replace('_', '-'), "dossier.inbox." + word, pressed);
    }

    public FlowPane node() {
        return node;
    }

    /** The folder of the moment; empty while none is watched. */
    String path() {
        return office.memory().get(FOLDER).orElse("");
    }

    /** Tells it anew: it may have been chosen elsewhere. */
    public void refresh() {
        leave.setDisable(path().isEmpty());
        told.setText(path().isEmpty() ? Text.of("dossier.inbox.not_watched") : Text.of("dossier.inbox.watched", path()));
    }

    private void choose() {
        office.dialogs().folder(Text.of("dossier.inbox.choose_folder")).ifPresent(chosen -> watch(chosen.toString()));
    }

    private void watch(String path) {
        office.memory().put(FOLDER, path);
        refresh();
    }
}
