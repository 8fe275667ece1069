package cn.anlan.paper.print;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader finds in a PDF we made: its words page by page, its fonts, its pages as pictures. */
public final class Printed {
    private final List<String> pages = new ArrayList<>();
    private final Map<String, Boolean> fonts = new TreeMap<>();
    private final byte[] file;

    public Printed(byte[] file) {
        this.file = file;
        try (PDDocument document = Loader.loadPDF(file)) {
            var stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
                readFonts(document.getPage(page - 1));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void readFonts(PDPage page) throws IOException {
        for (COSName name : page.getResources().getFontNames()) {
            var font = page.getResources().getFont(name);
            fonts.put(font.getName(), font.isEmbedded());
        }
    }

    public static Printed of(Path file) {
        try {
            return new Printed(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How many pages there are. */
    public int pages() {
        return pages.size();
    }

    /** The words of a page counted from 1, without spaces and line ends, for a line may break anywhere. */
    public String page(int number) {
        return pages.get(number - 1).replaceAll("[\\s\u3000]", "");
    }

    /** The words of all pages. */
    public String words() {
        return String.join("", pages).replaceAll("[\\s\u3000]", "");
    }

    /** The lines of a page as they are printed. */
    public List<String> lines(int number) {
        return pages.get(number - 1).lines().map(String::strip).toList();
    }

    /** The fonts used, and whether each is embedded. */
    public Map<String, Boolean> fonts() {
        return fonts;
    }

    /** A page counted from 1 as a scanner sees it. */
    public BufferedImage scan(int number, int dpi) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFRenderer(document).renderImageWithDPI(number - 1, dpi);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
