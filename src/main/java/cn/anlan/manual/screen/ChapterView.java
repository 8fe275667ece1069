package cn.anlan.manual.screen;

import cn.anlan.manual.Chapter;
import cn.anlan.manual.Manual;
import cn.anlan.manual.Part;
import cn.anlan.manual.Run;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A chapter of the manual on screen (手册正文): headings, numbered steps, keys as caps, pictures as wide as there is room. */
final class ChapterView {
    private static final double WIDEST = 930;
    /** What the page leaves free left and right of a picture, and the frame. */
    private static final double BESIDE = 28;

    private final VBox root = new VBox();
    private final Consumer<String> turn;

    /** {@code turn} is told the chapter a reference leads to. */
    ChapterView(Consumer<String> turn) {
        this.turn = turn;
        root.getStyleClass().add("manual");
        root.setId("help-text");
        root.setMinWidth(0);
        root.setMaxWidth(WIDEST);
    }

    VBox node() {
        return root;
    }

    void show(Chapter chapter) {
        var title = new Label(chapter.title());
        title.setId("help-title");
        title.getStyleClass().add("home-title");
        root.getChildren().setAll(title);
        chapter.parts().forEach(part -> root.getChildren().add(drawn(part)));
    }

    private Node drawn(Part part) {
        return switch (part.kind()) {
            case HEADING -> flow(part.runs(), "manual-heading");
            case TEXT -> flow(part.runs(), "manual-text");
            case STEP -> listed(part.mark(), "manual-number", part);
            case POINT -> listed("·", "manual-dot", part);
            case PICTURE -> figure(part);
        };
    }

    private HBox listed(String mark, String style, Part part) {
        var number = new Label(mark);
        number.getStyleClass().add(style);
        TextFlow words = flow(part.runs(), "manual-text");
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(8, number, words);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private VBox figure(Part part) {
        var picture = new Image(new ByteArrayInputStream(Manual.picture(part.mark())));
        var view = new ImageView(picture);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.fitWidthProperty().bind(root.widthProperty().map(wide -> Math.min(Math.max(1, wide.doubleValue() - BESIDE), picture.getWidth())));
        var frame = new HBox(view);
        frame.getStyleClass().add("manual-figure");
        frame.setMaxWidth(Region.USE_PREF_SIZE);
        return new VBox(4, frame, flow(part.runs(), "hint"));
    }

    private TextFlow flow(List<Run> runs, String style) {
        var flow = new TextFlow();
        flow.getStyleClass().add(style);
        runs.forEach(run -> flow.getChildren().add(written(run)));
        return flow;
    }

    private Node written(Run run) {
        if (run.ink() == Run.Ink.LINK) {
            var link = new Hyperlink(run.words());
            link.setId("help-to-" + run.to());
            link.setOnAction(pressed -> turn.accept(run.to()));
            return link;
        }
        if (run.ink() == Run.Ink.KEY) {
            var cap = new Label(run.words());
            cap.getStyleClass().add("key");
            return cap;
        }
        var words = new Text(run.words());
        words.getStyleClass().addAll("text", "manual-" + run.ink().name().toLowerCase(Locale.ROOT));
        return words;
    }
}
