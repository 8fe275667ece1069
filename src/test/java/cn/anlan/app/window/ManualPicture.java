package cn.anlan.app.window;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A picture of the manual: a part of the window in few colours, a number where each thing of its legend stands. It carries within itself
 * the words of the program that stood on the screen, so that a picture older than its page can be told from a fresh one.
 */
final class ManualPicture {
    private static final int COLOURS = 256;
    private static final int MARK = 20;
    private static final String WORDS = "Description";

    private final BufferedImage image;
    private final Set<String> words;

    private ManualPicture(BufferedImage image, Set<String> words) {
        this.image = image;
        this.words = words;
    }

    /** A part of a window's picture, things of its legend marked 1, 2, 3 … where they stand in the window. */
    static ManualPicture of(BufferedImage window, Bounds part, List<Bounds> places, Set<String> words) {
        var image = new BufferedImage((int) part.getWidth(), (int) part.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D ink = image.createGraphics();
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ink.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        ink.drawImage(window, -(int) part.getMinX(), -(int) part.getMinY(), null);
        ink.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
        for (int i = 0; i < places.size(); i++) {
            mark(ink, String.valueOf(i + 1), places.get(i).getMinX() - part.getMinX(), places.get(i).getMinY() - part.getMinY());
        }
        ink.dispose();
        return new ManualPicture(image, words);
    }

    /** The words that stood on the screen when the picture in this file was taken. Throws {@link UncheckedIOException} when there is none. */
    static Set<String> words(Path file) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            NodeList texts = ((Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0")).getElementsByTagName("iTXtEntry");
            return new TreeSet<>(((Element) texts.item(0)).getAttribute("text").lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            reader.dispose();
        }
    }

    /** A disc upon the upper left corner of the thing. */
    private static void mark(Graphics2D ink, String number, double x, double y) {
        int left = Math.max(1, (int) Math.round(x) - MARK + 2);
        int top = Math.max(1, (int) Math.round(y) - MARK / 2 - 3);
        ink.setColor(Color.WHITE);
        ink.fillOval(left - 2, top - 2, MARK + 4, MARK + 4);
        ink.setColor(new Color(0xCF222E));
        ink.fillOval(left, top, MARK, MARK);
        ink.setColor(Color.WHITE);
        var size = ink.getFontMetrics();
        ink.drawString(number, left + (MARK - size.stringWidth(number)) / 2f, top + (MARK - size.getHeight()) / 2f + size.getAscent());
    }

    /** Writes it as a PNG of at most 256 colours. */
    void write(Path file) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0);
        BufferedImage few = fewColours();
        file.toFile().delete();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(few, null, described(writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(few), how))), how);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            writer.dispose();
        }
    }

    private IIOMetadata described(IIOMetadata picture) throws IOException {
        var root = new IIOMetadataNode("javax_imageio_png_1.0");
        var texts = new IIOMetadataNode("iTXt");
        var entry = new IIOMetadataNode("iTXtEntry");
        entry.setAttribute("keyword", WORDS);
        entry.setAttribute("compressionFlag", "TRUE");
        entry.setAttribute("compressionMethod", "0");
        entry.setAttribute("languageTag", "zh-CN");
        entry.setAttribute("translatedKeyword", WORDS);
        entry.setAttribute("text", String.join("\n", words));
        texts.appendChild(entry);
        root.appendChild(texts);
        picture.mergeTree("javax_imageio_png_1.0", root);
        return picture;
    }

    private BufferedImage fewColours() {
        int[] palette = palette();
        var few = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int index = nearest.computeIfAbsent(coarse(image.getRGB(x, y)), colour -> nearest(palette, colour));
                few.getRaster().setSample(x, y, 0, index);
            }
        }
        return few;
    }

    /** The colours met most often, shades a person cannot tell apart being one. */
    private int[] palette() {
        Map<Integer, Integer> count = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count.merge(coarse(image.getRGB(x, y)), 1, Integer::sum);
            }
        }
        return count.entrySet().stream().sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS).mapToInt(Map.Entry::getKey).toArray();
    }

    private static int coarse(int rgb) {
        int coarse = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            coarse |= Math.min(0xFF, ((rgb >> shift & 0xFF) + 6) / 12 * 12) << shift;
        }
        return coarse;
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            long far = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int apart = (palette[i] >> shift & 0xFF) - (colour >> shift & 0xFF);
                far += (long) apart * apart;
            }
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return best;
    }
}
