package cn.anlan.mediation.screen.dossier;

import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.mediation.dossier.Attachment;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** The scans of a dossier as small pictures (缩略图), and the place where files are dropped (拖放区). */
final class ScanStrip {
    private static final int SIDE = 110;

    private final Office office;
    private final Scans scans;
    private final Consumer<Attachment> open;
    private final FlowPane root = Style.DROP_AREA.on(new FlowPane(8, 8));
    private final Label hint = Style.QUIET.on(new Label(Text.of("dossier.drop_here")));
    private long asked;

    /** {@code dropped} is told which files were dropped here; {@code open} which scan is to be read. */
    ScanStrip(Office office, Scans scans, Consumer<List<Path>> dropped, Consumer<Attachment> open) {
        this.office = office;
        this.scans = scans;
        this.open = open;
        root.setId("scans");
        root.setMinWidth(0);
        hint.setWrapText(true);
        hint.maxWidthProperty().bind(root.widthProperty().subtract(30));
        root.setAlignment(Pos.CENTER_LEFT);
        root.setOnDragOver(drag -> {
            if (drag.getDragboard().hasFiles()) {
                drag.acceptTransferModes(TransferMode.COPY);
                Style.DROP_HERE.set(root, true);
                drag.consume();
            }
        });
        root.setOnDragExited(drag -> Style.DROP_HERE.set(root, false));
        root.setOnDragDropped(drag -> {
            dropped.accept(drag.getDragboard().getFiles().stream().map(File::toPath).toList());
            drag.setDropCompleted(true);
            drag.consume();
        });
    }

    Node node() {
        return root;
    }

    /** Shows these scans; their pictures come one after the other. */
    void show(List<Attachment> attachments, boolean locked) {
        long ticket = ++asked;
        hint.setText(Text.of(locked ? "dossier.locked" : "dossier.drop_here"));
        List<Button> thumbs = new ArrayList<>(attachments.stream().map(this::thumb).toList());
        root.getChildren().setAll(thumbs);
        root.getChildren().add(hint);
        paint(attachments, thumbs, 0, ticket);
    }

    private Button thumb(Attachment attachment) {
        var thumb = Style.THUMB.on(new Button(scans.dossiers().label(attachment.kind())));
        thumb.setId("scan-" + attachment.id());
        thumb.setContentDisplay(ContentDisplay.TOP);
        thumb.setPrefWidth(SIDE + 24);
        thumb.setAccessibleText(attachment.content().originalName());
        thumb.setOnAction(pressed -> open.accept(attachment));
        return thumb;
    }

    private void paint(List<Attachment> attachments, List<Button> thumbs, int at, long ticket) {
        if (at < attachments.size() && ticket == asked) {
            office.background().run("kit.busy.loading", () -> scans.picture(scans.dossiers().content(attachments.get(at)), 0, SIDE), picture -> {
                show(thumbs.get(at), new ImageView(picture));
                paint(attachments, thumbs, at + 1, ticket);
            }, broken -> {
                show(thumbs.get(at), Style.OVERDUE.on(new Label(Text.of("dossier.broken"))));
                paint(attachments, thumbs, at + 1, ticket);
            });
        }
    }

    private static void show(Button thumb, @Nullable Node picture) {
        thumb.setGraphic(picture);
    }
}
