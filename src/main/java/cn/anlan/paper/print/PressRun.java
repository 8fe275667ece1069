package cn.anlan.paper.print;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Violation;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One run of the press (一次印制): papers added one after another share their fonts and become one file. */
public final class PressRun implements AutoCloseable {
    private static final int NORMAL = 400;

    private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    private final String title;
    private final Typefaces faces;
    private final Glyphs glyphs;
    private final Press.Gaps gaps;
    private final Runnable ending;
    private final Map<String, PDFont> fonts = new LinkedHashMap<>();
    /** Files whose pages were bound; they stay open until the run is saved. */
    private final List<PDDocument> bound = new ArrayList<>();

    PressRun(String title, Typefaces faces, Glyphs glyphs, Press.Gaps gaps, Runnable ending) {
        this.title = title;
        this.faces = faces;
        this.glyphs = glyphs;
        this.gaps = gaps;
        this.ending = ending;
    }

    /** Adds a paper's pages; how many they were. Throws {@link Refused} naming the characters no font holds. */
    public int add(Paper paper) throws IOException {
        List<Violation> missing = glyphs.missing(paper);
        if (!missing.isEmpty()) {
            if (gaps == Press.Gaps.REFUSE) {
                throw new Refused(missing);
            }
            glyphs.leaveGaps(paper);
        }
        int before = document.getNumberOfPages();
        var builder = new PdfRendererBuilder().usePDDocument(document).withW3cDocument(paper.page(), "")
                .useExternalResourceAccessControl((uri, type) -> uri == null || uri.startsWith("data:"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        for (Typefaces.Face face : faces.faces()) {
            builder.useFont(new PDFontSupplier(font(face)), face.family(), NORMAL, FontStyle.NORMAL, true);
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFKeepOpen();
        }
        return document.getNumberOfPages() - before;
    }

    /** Adds a paper whose pages bear a small QR code; {@code code} says what stands in it on which page of this paper, from 1. */
    public int add(Paper paper, IntFunction<String> code) throws IOException {
        int first = document.getNumberOfPages();
        int added = add(paper);
        for (int page = 1; page <= added; page++) {
            new Stamp(document, document.getPage(first + page - 1)).code(code.apply(page));
        }
        return added;
    }

    /** Adds a scan: a JPEG or PNG as one page, a PDF as its pages. Throws {@link IOException} when it is none of them. */
    public void bind(byte[] scan) throws IOException {
        if (scan.length > 4 && scan[0] == '%' && scan[1] == 'P') {
            bindPages(scan);
        } else {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            new Stamp(document, page).picture(scan);
        }
    }

    private void bindPages(byte[] pdf) throws IOException {
        PDDocument source = Loader.loadPDF(pdf);
        bound.add(source);
        for (PDPage page : source.getPages()) {
            PDPage copy = document.importPage(page);
            copy.setResources(page.getResources());
            copy.setRotation(page.getRotation());
        }
    }

    /** How many pages there are so far. */
    public int pages() {
        return document.getNumberOfPages();
    }

    /** Prints the numbers 1 to {@code count} on the first pages. */
    public void number(int count) throws IOException {
        for (int page = 1; page <= count; page++) {
            new Stamp(document, document.getPage(page - 1)).number(page, font(faces.faces().get(0)));
        }
    }

    /** Moves {@code count} pages beginning at {@code from}, counted from 0, before all others. */
    public void moveToFront(int from, int count) {
        PDPageTree pages = document.getPages();
        for (int i = 0; i < count; i++) {
            PDPage page = pages.get(from + i);
            pages.remove(from + i);
            if (pages.getCount() == 0) {
                pages.add(page);
            } else {
                pages.insertBefore(page, pages.get(i));
            }
        }
    }

    private PDFont font(Typefaces.Face face) throws IOException {
        PDFont known = fonts.get(face.family());
        if (known == null) {
            known = PDType0Font.load(document, face.font(), true);
            fonts.put(face.family(), known);
        }
        return known;
    }

    /** Writes the file; the same bytes for the same papers. */
    public void save(OutputStream out) throws IOException {
        var information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer("Anlan");
        document.setDocumentInformation(information);
        document.getDocumentCatalog().getCOSObject().removeItem(COSName.METADATA);
        document.setDocumentId((long) title.hashCode());
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        try {
            for (PDDocument source : bound) {
                source.close();
            }
            document.close();
        } finally {
            ending.run();
        }
    }
}
