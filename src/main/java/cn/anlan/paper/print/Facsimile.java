package cn.anlan.paper.print;

import cn.anlan.entry.Refused;
import java.awt.image.BufferedImage;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A finished PDF looked at page by page, or sent to a printer (印件图像). Not for the FX thread. */
public final class Facsimile {
    private static final float DPI = 96;

    private final byte[] pdf;

    /** The PDF is kept, not copied. */
    public Facsimile(byte[] pdf) {
        this.pdf = pdf;
    }

    /** How many pages it has. */
    public int pages() {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A page counted from 0, at {@code zoom} times its size on a screen of 96 dpi. */
    public BufferedImage draw(int page, double zoom) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImageWithDPI(page, (float) (DPI * zoom), ImageType.RGB);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The printers this machine knows, the usual one first. */
    public static List<String> printers() {
        PrintService usual = PrintServiceLookup.lookupDefaultPrintService();
        List<String> all = Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null)).map(PrintService::getName).toList();
        return usual == null ? all : Stream.concat(Stream.of(usual.getName()),
                all.stream().filter(name -> !name.equals(usual.getName()))).toList();
    }

    /** Sends all pages to a printer; throws {@link Refused} when it is gone or does not take them. */
    public void print(String printer, String title) {
        PrintService service = Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null)).filter(known -> known.getName().equals(printer))
                .findFirst().orElseThrow(() -> Refused.of("paper.refused.no_printer", printer));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PrinterJob job = PrinterJob.getPrinterJob();
            job.setJobName(title);
            job.setPrintService(service);
            job.setPageable(new PDFPageable(document));
            job.print();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (PrinterException notTaken) {
            throw Refused.of("paper.refused.not_printed", printer).because(notTaken);
        }
    }
}
