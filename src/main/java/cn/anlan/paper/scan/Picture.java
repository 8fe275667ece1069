package cn.anlan.paper.scan;

import cn.anlan.entry.Refused;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** A picture as one looks at it (图像): upright, no larger than wanted. Large photos are never unfolded whole in memory. */
final class Picture {
    /** Steps of JPEG quality, tried until the picture is small enough. */
    private static final float[] QUALITIES = {0.85f, 0.75f, 0.65f, 0.55f};

    private Picture() {}

    /** The longer side of a picture in pixels, read from its head only. Throws {@link Refused} when it is no picture. */
    static int longerSide(byte[] bytes) {
        return reading(bytes, reader -> Math.max(reader.getWidth(0), reader.getHeight(0)));
    }

    /** Work on an opened picture. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(ImageReader reader) throws IOException;
    }

    private static <T> T reading(byte[] bytes, Reading<T> work) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw Refused.of("paper.refused.scan_broken");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return work.read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw Refused.of("paper.refused.scan_broken").because(broken);
        }
    }

    /** The picture upright, its longer side no more than {@code most} pixels. Throws {@link Refused} when it cannot be read. */
    static BufferedImage read(byte[] bytes, int most) {
        BufferedImage coarse = reading(bytes, reader -> {
            int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
            ImageReadParam every = reader.getDefaultReadParam();
            int step = Math.max(1, longer / (2 * most));
            every.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, every);
        });
        return turned(scaled(coarse, most), Exif.of(bytes).orientation());
    }

    /** Never larger than it was; on white, for JPEG knows no transparency. */
    static BufferedImage scaled(BufferedImage picture, int most) {
        double by = Math.min(1, (double) most / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * by));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * by));
        return drawn(picture, width, height, AffineTransform.getScaleInstance((double) width / picture.getWidth(), (double) height / picture.getHeight()));
    }

    /** Turned and mirrored as the camera says; orientations from 5 on exchange width and height. */
    static BufferedImage turned(BufferedImage picture, int orientation) {
        if (orientation == 1) {
            return picture;
        }
        int w = picture.getWidth();
        int h = picture.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
        return orientation < 5 ? drawn(picture, w, h, turn) : drawn(picture, h, w, turn);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height, AffineTransform how) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, how, null);
        pen.dispose();
        return drawn;
    }

    /** As JPEG of no more than {@code mostBytes}, if a quality fit to read allows it. */
    static byte[] jpeg(BufferedImage picture, int mostBytes) {
        byte[] written = jpeg(picture, QUALITIES[0]);
        for (int i = 1; i < QUALITIES.length && written.length > mostBytes; i++) {
            written = jpeg(picture, QUALITIES[i]);
        }
        return written;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
