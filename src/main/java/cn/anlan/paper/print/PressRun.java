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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
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

    private PDFont font(Typefaces.Face face) throws IOException {
        PDFont known = fonts.get(face.family());
        if (known == null) {
            known = PDType0Font.load(document, face.font(), true);
            fonts.put(face.family(), known);
        }
        return known;
    }

    /** The pages so far, to be stamped or moved within this room. */
    public PDDocument document() {
        return document;
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
            document.close();
        } finally {
            ending.run();
        }
    }
}
