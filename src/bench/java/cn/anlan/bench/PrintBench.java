package cn.anlan.bench;

import cn.anlan.app.Wiring;
import cn.anlan.app.sample.HardCase;
import cn.anlan.entry.Progress;
import cn.anlan.mediation.dossier.Incoming;
import cn.anlan.paper.form.CaseFile;
import cn.anlan.paper.form.Document;
import cn.anlan.paper.form.Documents;
import cn.anlan.paper.print.Press.Gaps;
import cn.anlan.paper.scan.ScanReader;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Printing (印制): the first form and each further one against an empty page of the bare layout engine, then a dossier with twenty photos of
 * twelve megapixels. {@code PrintBench FOLDER}; the folder must be new. Run with {@code -Xmx192m} to see that the dossier fits.
 */
public final class PrintBench {
    private static final int PHOTOS = 20;
    private static final int ROUNDS = 10;

    private PrintBench() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        try (Wiring house = new Wiring(folder, Wiring.officeClock())) {
            String dispute = HardCase.plant(house.registers());
            Documents documents = house.printing().documents();
            double emptyFirst = cpu(PrintBench::emptyPage);
            List<Document> forms = documents.needed(documents.open(dispute));
            double first = cpu(() -> documents.pdf(forms.subList(0, 1), Gaps.REFUSE));
            double empty = Cpu.median(rounds(PrintBench::emptyPage));
            for (int i = 0; i < 3; i++) {
                forms.forEach(form -> documents.pdf(List.of(form), Gaps.REFUSE));
            }
            double further = Cpu.median(forms.stream().mapToDouble(form -> cpu(() -> documents.pdf(List.of(form), Gaps.REFUSE))).toArray());
            System.out.printf("first form %.0f ms CPU, first empty page %.0f, ratio %.2f; further form p50 %.1f ms, empty page %.1f, ratio %.2f%n", first,
                    emptyFirst, first / emptyFirst, further, empty, further / empty);
            bind(house, dispute, folder);
        }
    }

    private static void bind(Wiring house, String dispute, Path folder) throws IOException {
        var reader = new ScanReader();
        long bytes = 0;
        for (int i = 0; i < PHOTOS; i++) {
            byte[] photo = photo(i);
            bytes += photo.length;
            house.dossiers().attach(dispute, "evidence", new Incoming("photo-" + i + ".jpg", photo, reader.look(photo), null));
        }
        CaseFile file = house.printing().documents().open(dispute);
        Path bound = folder.resolve("dossier.pdf");
        System.gc();
        double used = cpu(() -> {
            try (OutputStream out = Files.newOutputStream(bound)) {
                System.out.printf("dossier of %d counted pages, ", house.printing().dossier().write(file, out, Gaps.REFUSE, Progress.none()));
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        });
        System.out.printf("%d photos of %d MB in all, %.1f s CPU, %d MB of heap allowed, file of %d KB%n", PHOTOS, bytes >> 20, used / 1e3,
                Runtime.getRuntime().maxMemory() >> 20, Files.size(bound) >> 10);
    }

    /** A picture of twelve megapixels that does not compress to nothing. */
    private static byte[] photo(int seed) throws IOException {
        var random = new Random(seed);
        var image = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
        var ink = image.createGraphics();
        for (int i = 0; i < 40_000; i++) {
            ink.setColor(new Color(random.nextInt(0x1000000)));
            ink.fillRect(random.nextInt(4000), random.nextInt(3000), 60, 40);
        }
        ink.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static void emptyPage() {
        try {
            new PdfRendererBuilder().withHtmlContent("<html><body></body></html>", "").toStream(new ByteArrayOutputStream()).run();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static double[] rounds(Runnable work) {
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            times[i] = cpu(work);
        }
        return times;
    }

    private static double cpu(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }
}
