package cn.anlan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Pictures of what a test shows, under {@code target/shots}, for people to look at. */
public final class Shots {
    private Shots() {}

    /** Paints a node as it stands once nothing is left to lay out; the file. Not on the painting thread. */
    public static Path take(Parent node, String name) {
        Painting.calm();
        WritableImage image = Painting.does(() -> {
            node.applyCss();
            node.layout();
            return node.snapshot(new SnapshotParameters(), null);
        });
        Path file = Path.of("target", "shots", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return file;
    }
}
