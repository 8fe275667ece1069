package cn.anlan.paper.scan;

import cn.anlan.paper.form.FormCode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.jspecify.annotations.Nullable;

/** Pages, photos and PDFs drawn for tests: what a scanner or a telephone would send. */
public final class Drawn {
    private Drawn() {}

    /** A page of A4 at so many dots per inch with lines of writing, and a code of 22 mm at the upper right unless it is null. */
    public static BufferedImage page(@Nullable FormCode code, int dpi) {
        int width = Math.round(8.27f * dpi);
        int height = Math.round(11.69f * dpi);
        var page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.DARK_GRAY);
        for (int y = height / 4; y < height; y += dpi / 3) {
            pen.fillRect(dpi, y, width - 2 * dpi, Math.max(1, dpi / 50));
        }
        if (code != null) {
            int side = Math.round(22 / 25.4f * dpi);
            pen.drawImage(square(code, side), width - side - dpi / 3, dpi / 3, null);
        }
        pen.dispose();
        return page;
    }

    private static BufferedImage square(FormCode code, int side) {
        try {
            BitMatrix dots = new QRCodeWriter().encode(code.written(), BarcodeFormat.QR_CODE, side, side);
            var square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    square.setRGB(x, y, dots.get(x, y) ? 0x202020 : 0xFFFFFF);
                }
            }
            return square;
        } catch (WriterException neverForSoShort) {
            throw new IllegalStateException(neverForSoShort);
        }
    }

    /** The page laid on the glass askew. */
    public static BufferedImage askew(BufferedImage page, double degrees) {
        int side = (int) Math.hypot(page.getWidth(), page.getHeight());
        var laid = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = laid.createGraphics();
        pen.setColor(new Color(120, 110, 100));
        pen.fillRect(0, 0, side, side);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.rotate(Math.toRadians(degrees), side / 2.0, side / 2.0);
        pen.drawImage(page, (side - page.getWidth()) / 2, (side - page.getHeight()) / 2, null);
        pen.dispose();
        return laid;
    }

    /** Grain of a bad lamp: every point a little darker or lighter, one in a hundred black or white. */
    public static BufferedImage noisy(BufferedImage page, long seed) {
        var random = new Random(seed);
        var grainy = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int grey = (page.getRGB(x, y) & 0xFF) * 3 / 4 + 30 + random.nextInt(61) - 30;
                int shown = random.nextInt(100) == 0 ? random.nextInt(2) * 255 : Math.clamp(grey, 0, 255);
                grainy.setRGB(x, y, shown << 16 | shown << 8 | shown);
            }
        }
        return grainy;
    }

    public static byte[] jpeg(BufferedImage picture) {
        return written(picture, "jpg");
    }

    public static byte[] png(BufferedImage picture) {
        return written(picture, "png");
    }

    private static byte[] written(BufferedImage picture, String format) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException neverInMemory) {
            throw new IllegalStateException(neverInMemory);
        }
    }

    /** A PDF of pages scanned at 150 dots per inch. */
    public static byte[] pdf(BufferedImage... pages) {
        try (var document = new PDDocument()) {
            for (BufferedImage picture : pages) {
                var size = new PDRectangle(picture.getWidth() * 72 / 150f, picture.getHeight() * 72 / 150f);
                var page = new PDPage(size);
                document.addPage(page);
                try (var pen = new PDPageContentStream(document, page)) {
                    pen.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, size.getWidth(), size.getHeight());
                }
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException neverInMemory) {
            throw new IllegalStateException(neverInMemory);
        }
    }

    /** The JPEG as a camera would have written it: with its orientation and the moment, {@code 2026:11:20 08:15:30}. */
    public static byte[] withExif(byte[] jpeg, int orientation, String moment) {
        ByteBuffer tiff = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
        tiff.putShort((short) 0x4949).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(38);
        tiff.putInt(0);
        tiff.putShort((short) 1);
        tiff.putShort((short) 0x9003).putShort((short) 2).putInt(20).putInt(56);
        tiff.putInt(0);
        tiff.put(moment.getBytes(StandardCharsets.ISO_8859_1));
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 10 + 80);
        out.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (2 + 6 + 80)).put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(tiff.array());
        out.put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }
}
