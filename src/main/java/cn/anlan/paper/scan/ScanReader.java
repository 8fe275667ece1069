package cn.anlan.paper.scan;

import cn.anlan.entry.Refused;
import cn.anlan.paper.form.FormCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Looks at what comes from scanner and camera (扫描件识读): JPEG, PNG and PDF, known by what they are and not by their names. */
public final class ScanReader {
    /** More than this is no scan of a few papers, and would not fit a bundle. */
    public static final int MOST_BYTES = 30 * 1024 * 1024;
    /** The longer side of a photo made smaller: a page of A4 at 140 dpi. */
    public static final int SMALLER_SIDE = 1600;

    private static final int SMALLER_BYTES = 600 * 1024;
    private static final int CODE_SIDE = 2400;
    private static final int CODE_DPI = 150;
    /** For pages on which nothing was found at first. */
    private static final int FINE_DPI = 220;
    /** Two sheets of A4 side by side at {@link #FINE_DPI}. */
    private static final double MOST_PIXELS = 10e6;
    /** PDF's own measure: so many to the inch. */
    private static final double POINTS = 72;
    private static final int MOST_PAGES = 200;
    private static final int SHOWN_BYTES = 4 * 1024 * 1024;

    /** What a scan is and which of our forms it shows. Throws {@link Refused} with a sentence when it is none, too large or broken. */
    public ScanLook look(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw Refused.of("paper.refused.scan_too_large", MOST_BYTES >> 20);
        }
        return switch (mediaType(bytes)) {
            case "pdf" -> pdf(bytes);
            case "jpg" -> new ScanLook("jpg", 1, Exif.of(bytes).takenAt(), codes(bytes));
            default -> new ScanLook("png", 1, null, codes(bytes));
        };
    }

    private static String mediaType(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xD8, 0xFF)) {
            return "jpg";
        } else if (begins(bytes, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return "png";
        } else if (begins(bytes, '%', 'P', 'D', 'F', '-')) {
            return "pdf";
        }
        throw Refused.of("paper.refused.scan_of_other_kind");
    }

    private static boolean begins(byte[] bytes, int... head) {
        for (int i = 0; i < head.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }

    private static List<FormCode> codes(byte[] picture) {
        return CodeReader.read(Picture.read(picture, CODE_SIDE)).stream().toList();
    }

    private static ScanLook pdf(byte[] bytes) {
        return opened(bytes, document -> {
            List<FormCode> codes = new ArrayList<>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                Optional<FormCode> found = CodeReader.read(drawn(document, page, CODE_DPI));
                (found.isPresent() ? found : CodeReader.read(drawn(document, page, FINE_DPI))).ifPresent(codes::add);
            }
            return new ScanLook("pdf", document.getNumberOfPages(), null, codes);
        });
    }

    /** A page in grey; one that says it is as large as a house is drawn coarser. */
    private static BufferedImage drawn(PDDocument document, int page, int dpi) throws IOException {
        var box = document.getPage(page).getCropBox();
        double pixels = Math.max(1, (double) box.getWidth() * box.getHeight() / (POINTS * POINTS) * dpi * dpi);
        float coarser = (float) (dpi * Math.min(1, Math.sqrt(MOST_PIXELS / pixels)));
        return new PDFRenderer(document).renderImageWithDPI(page, coarser, ImageType.GRAY);
    }

    /** Work on an opened PDF. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(PDDocument document) throws IOException;
    }

    private static <T> T opened(byte[] bytes, Reading<T> work) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            int pages = document.getNumberOfPages();
            if (pages < 1 || pages > MOST_PAGES) {
                throw Refused.of("paper.refused.scan_pages", pages, MOST_PAGES);
            }
            return work.read(document);
        } catch (InvalidPasswordException locked) {
            throw Refused.of("paper.refused.scan_locked");
        } catch (Refused told) {
            throw told;
        } catch (IOException | RuntimeException broken) {
            throw Refused.of("paper.refused.scan_broken").because(broken);
        }
    }

    /**
     * The same scan smaller, for a photo from a telephone: upright, the longer side {@link #SMALLER_SIDE} pixels, as JPEG. A PDF, and a picture
     * that would not become smaller, stay as they are.
     */
    public byte[] smaller(byte[] bytes) {
        if (mediaType(bytes).equals("pdf")) {
            return bytes;
        }
        byte[] written = Picture.jpeg(Picture.read(bytes, SMALLER_SIDE), SMALLER_BYTES);
        return written.length < bytes.length ? written : bytes;
    }

    /** How many pages a PDF has. Throws {@link Refused} when it is none. */
    public int pages(byte[] pdf) {
        return opened(pdf, PDDocument::getNumberOfPages);
    }

    /** One page as a JPEG to be looked at, upright, its longer side no more than {@code side} pixels. {@code page} counts from 0. */
    public byte[] picture(byte[] bytes, int page, int side) {
        if (!mediaType(bytes).equals("pdf")) {
            return Picture.jpeg(Picture.read(bytes, side), SHOWN_BYTES);
        }
        return opened(bytes, document -> {
            var box = document.getPage(page).getCropBox();
            float scale = side / Math.max(box.getWidth(), box.getHeight());
            BufferedImage drawn = new PDFRenderer(document).renderImage(page, scale, ImageType.RGB);
            return Picture.jpeg(drawn, SHOWN_BYTES);
        });
    }
}
