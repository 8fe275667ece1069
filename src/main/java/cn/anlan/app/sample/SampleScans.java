package cn.anlan.app.sample;

import cn.anlan.app.Wiring;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.Query;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Drawn pages in the place of scans (样例扫描件): ruled lines like a written form, small files, the same for a seed. */
public final class SampleScans {
    private static final List<String> KINDS = List.of("identity", "evidence", "rights", "proof");
    private static final int WIDTH = 620;
    private static final int HEIGHT = 877;
    private static final int MOST_CASES = 200;

    private SampleScans() {}

    /** Attaches so many scans to closed cases that are not yet on the shelf; how many it could. Throws {@link cn.anlan.entry.Refused}. */
    public static int add(Wiring house, int wanted, long seed) {
        var random = new Random(seed);
        List<Dispute> closed = house.registers().of(Dispute.class).list(Query.all().is("stage", "20"), MOST_CASES);
        int added = 0;
        while (!closed.isEmpty() && added < wanted) {
            Dispute dispute = closed.get(added % closed.size());
            String kind = KINDS.get(added / closed.size() % KINDS.size());
            String name = String.format("scan%04d.jpg", added + 1);
            house.dossiers().attach(dispute.id(), kind, house.intake().look(name, page(random), false));
            added++;
        }
        return added;
    }

    private static byte[] page(Random random) {
        var page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.DARK_GRAY);
        pen.drawRect(60, 60, WIDTH - 120, HEIGHT - 120);
        for (int y = 100; y < HEIGHT - 80; y += 28) {
            for (int x = 80; x < WIDTH - 100; x += 22) {
                pen.fillRect(x, y, 6 + random.nextInt(12), 2);
                pen.fillRect(x + random.nextInt(10), y - 8, 2, 8 + random.nextInt(10));
            }
        }
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(page, "jpg", out);
            return out.toByteArray();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }
}
