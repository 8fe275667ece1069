package cn.anlan.mediation.screen.dossier;

import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import java.util.concurrent.Callable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** One scan to be read, page by page (看图); what can be done with it stands above it. Escape closes it. */
final class ScanViewer {
    private static final int SIDE = 1_600;

    private final Office office;
    private final Scans scans;
    private final Runnable closed;
    private final BorderPane root = Style.SCAN_VIEWER.on(new BorderPane());
    private final ImageView shown = new ImageView();
    private final ScrollPane frame = new ScrollPane(shown);
    private final FlowPane bar = Style.TOOL_BAR.on(new FlowPane(6, 6));
    private final Label place = new Label();
    private final NoticeBar notice = new NoticeBar();
    private byte[] bytes = new byte[0];
    private int pages;
    private int page;
    private long asked;

    ScanViewer(Office office, Scans scans, Runnable closed) {
        this.office = office;
        this.scans = scans;
        this.closed = closed;
        root.setId("scan-viewer");
        shown.setPreserveRatio(true);
        shown.fitWidthProperty().bind(frame.widthProperty().subtract(20));
        frame.setFitToWidth(true);
        place.setId("scan-place");
        bar.setAlignment(Pos.CENTER_LEFT);
        root.setTop(new VBox(bar, notice.node()));
        root.setCenter(frame);
        root.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                closed.run();
                key.consume();
            }
        });
    }

    Node node() {
        return root;
    }

    NoticeBar notice() {
        return notice;
    }

    /** Shows bytes that are read elsewhere; {@code tools} stand in the bar behind name and pages. */
    void show(String name, int pageCount, Callable<byte[]> content, Node... tools) {
        notice.clear();
        shown.setImage(null);
        pages = pageCount;
        page = 0;
        var title = Style.SECTION_TITLE.on(new Label(name));
        Button back = button("previous", () -> turn(-1));
        Button on = button("next", () -> turn(1));
        bar.getChildren().setAll(button("close", closed), title, back, place, on);
        back.setVisible(pages > 1);
        on.setVisible(pages > 1);
        bar.getChildren().addAll(tools);
        root.requestFocus();
        long ticket = ++asked;
        office.background().run("kit.busy.loading", content, read -> {
            if (ticket == asked) {
                bytes = read;
                turn(0);
            }
        }, notice::refused);
    }

    private static Button button(String word, Runnable pressed) {
        return Buttons.words("scan-" + word, "dossier.button." + word, pressed);
    }

    private void turn(int by) {
        page = Math.clamp((long) page + by, 0, Math.max(0, pages - 1));
        place.setText(Text.of("dossier.page_of", page + 1, pages));
        byte[] now = bytes;
        int wanted = page;
        long ticket = asked;
        office.background().run("kit.busy.loading", () -> scans.picture(now, wanted, SIDE), picture -> paint(picture, ticket, wanted), notice::refused);
    }

    private void paint(Image picture, long ticket, int wanted) {
        if (ticket == asked && wanted == page) {
            shown.setImage(picture);
        }
    }
}
