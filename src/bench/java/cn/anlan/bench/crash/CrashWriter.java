package cn.anlan.bench.crash;

import cn.anlan.app.Backups;
import cn.anlan.app.Restore;
import cn.anlan.app.Wiring;
import cn.anlan.bench.BenchStore;
import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.exchange.Bundles;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.dossier.Attachment;
import cn.anlan.mediation.dossier.Incoming;
import cn.anlan.paper.SheetImport;
import cn.anlan.paper.scan.ScanReader;
import cn.anlan.roster.Literate;
import cn.anlan.security.Drafts;
import cn.anlan.store.Register;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The process that is killed: works in an office and says on standard output what it is about to do ({@code try}) and, once that is acknowledged,
 * that it is done ({@code ack}). {@code CrashWriter ROOT JOB SEED TIMES}; does its job TIMES times.
 */
public final class CrashWriter implements AutoCloseable {
    static final int ROWS = 40;
    private static final Period PERIOD = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));

    private final Office office;
    private final Random random;
    private final Consumer<String> ear;
    private final List<String> known = new ArrayList<>();
    private @Nullable Wiring house;

    /** Opens the office; {@code ear} hears each line. */
    CrashWriter(Office office, long seed, Consumer<String> ear) {
        this.office = office;
        this.random = new Random(seed);
        this.ear = ear;
        say("try", Job.OPEN);
        house = office.open();
        say("ack", Job.OPEN);
    }

    public static void main(String[] args) throws Exception {
        var out = new FileOutputStream(FileDescriptor.out);
        var writer = new CrashWriter(new Office(Path.of(args[0])), Long.parseLong(args[2]), line -> print(out, line));
        int times = Integer.parseInt(args[3]);
        Job job = Job.valueOf(args[1]);
        boolean typing = job == Job.EXPORT || job == Job.BACKUP || job == Job.REKEY;
        var over = new AtomicBoolean(!typing);
        try (var second = Executors.newSingleThreadExecutor()) {
            Future<Integer> typed = second.submit(() -> writer.typeUntil(over));
            try {
                for (int i = 0; i < times; i++) {
                    writer.work(job, i);
                }
            } finally {
                over.set(true);
            }
            typed.get();
        }
        writer.close();
    }

    /** Opens the office again when it is closed. */
    void reopen() {
        if (house == null) {
            house = office.open();
        }
    }

    @Override
    public void close() {
        Wiring open = house;
        house = null;
        if (open != null) {
            open.close();
        }
    }

    private Wiring house() {
        return Objects.requireNonNull(house);
    }

    /** One write to the pipe for each line, so that a line is said or not. */
    private static void print(OutputStream out, String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException nobodyListens) {
            throw new UncheckedIOException(nobodyListens);
        }
    }

    private synchronized void say(Object... words) {
        var line = new StringBuilder();
        for (Object word : words) {
            line.append(line.isEmpty() ? "" : "\t").append(String.valueOf(word).replace('\n', ' ').replace('\t', ' '));
        }
        ear.accept(line.toString());
    }

    void work(Job job, int time) throws IOException {
        switch (job) {
            case OPEN, TYPE -> type();
            case ATTACH -> attach(time);
            case IMPORT -> bringIn(time);
            case EXPORT -> export();
            case BACKUP -> backup();
            case REKEY -> dismiss();
            case RESTORE -> restore();
        }
    }

    private int typeUntil(AtomicBoolean over) {
        int typed = 0;
        while (!over.get()) {
            type();
            typed++;
        }
        return typed;
    }

    private void type() {
        Register<Dispute> disputes = house().registers().of(Dispute.class);
        int what = random.nextInt(10);
        if (what < 6 || known.isEmpty()) {
            say("try", Job.TYPE);
            Dispute made = house().registers().together(() -> BenchStore.dispute(house, random));
            known.add(made.id());
            say("ack", Job.TYPE, made.id(), made.revision(), summary(disputes, made));
        } else if (what < 9) {
            String id = known.get(random.nextInt(known.size()));
            String text = "改写" + random.nextInt(1_000_000) + "：双方各退一步，柴草三日内移走。";
            say("try", Job.TYPE, id, text);
            Dispute made = disputes.change(id, entry -> disputes.shape().with(entry, Map.of("summary", text)));
            say("ack", Job.TYPE, id, made.revision(), text);
        } else {
            String id = known.remove(random.nextInt(known.size()));
            say("try", Job.TYPE, id, "");
            Dispute made = disputes.annul(id, "重复录入");
            say("ack", Job.TYPE, id, made.revision(), "");
        }
    }

    static String summary(Register<Dispute> disputes, Dispute dispute) {
        return dispute.voidReason() != null ? "" : String.valueOf(disputes.shape().get(dispute, disputes.shape().field("summary")));
    }

    private void attach(int time) throws IOException {
        if (known.isEmpty()) {
            type();
        }
        String id = known.get(random.nextInt(known.size()));
        say("try", Job.ATTACH);
        byte[] photo = photo();
        Attachment made = house().dossiers().attach(id, "rights", new Incoming("IMG_" + time + ".jpg", photo, new ScanReader().look(photo), null));
        say("ack", Job.ATTACH, made.id());
        say("try", "DRAFT");
        house().doorkeeper().drafts().orElseThrow().keep(new Drafts.Draft("dispute", Map.of("dispute", "{\"n\":" + time + "}"), OffsetDateTime.now(Wiring.officeClock())));
        say("ack", "DRAFT", time);
    }

    private byte[] photo() throws IOException {
        var image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 120; x++) {
            for (int y = 0; y < 90; y++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    private void bringIn(int time) throws IOException {
        String tag = "批" + random.nextInt(1_000_000) + "次" + time;
        Path sheet = Files.writeString(Files.createTempFile("roster", ".csv"), roster(tag));
        var sheets = new SheetImport(house().registers(), house().initial());
        say("try", Job.IMPORT, tag);
        SheetImport.Checked<Literate> checked = sheets.check(house().registers().of(Literate.class), sheet, Progress.none());
        int landed = sheets.land(checked, null, Progress.none());
        if (landed != ROWS) {
            throw new IllegalStateException("The roster itself is wrong: " + checked.faults());
        }
        say("ack", Job.IMPORT, tag);
    }

    private String roster(String tag) {
        var csv = new StringBuilder("姓名,性别,民族,身份证号码,联系电话,政治面貌,文化程度,所在村,人员类别,推荐方式\n");
        int first = random.nextInt(200_000) * ROWS;
        for (int i = 0; i < ROWS; i++) {
            csv.append(tag).append(",男,汉族,").append(Office.idNumber(first + i)).append(",138").append(String.format("%08d", i))
                    .append(",群众,初中,城关社区,村干部,自荐\n");
        }
        return csv.toString();
    }

    private void export() {
        say("try", Job.EXPORT);
        Bundles.Sealed sealed = house().bundles().seal(PERIOD, office.out(), Progress.none());
        say("ack", Job.EXPORT, sealed.file().getFileName());
    }

    private Path backup() throws IOException {
        Path folder = office.out().resolve("backup" + random.nextInt(1_000_000));
        say("try", Job.BACKUP);
        Backups.Made made = house().backups().make(Backups.Kind.ASKED, folder, () -> false);
        if (!made.isGood()) {
            throw new IllegalStateException(made.sentence());
        }
        say("ack", Job.BACKUP, office.root().relativize(made.file()));
        return made.file();
    }

    private void dismiss() {
        String next = house().doorkeeper().accounts().all().stream().map(holder -> holder.name()).filter(name -> !name.equals(Office.DIRECTOR)).findFirst()
                .orElseThrow();
        say("try", Job.REKEY, next);
        house().doorkeeper().accounts().dismiss(next);
        say("ack", Job.REKEY, next);
    }

    private void restore() throws IOException {
        attach(0);
        Path file = backup();
        for (int i = 0; i < 5; i++) {
            type();
        }
        close();
        known.clear();
        say("try", Job.RESTORE, office.root().relativize(file));
        new Restore(office.store(), Wiring.officeClock()).run(file, Office::access, Restore.USUAL_SKIP);
        say("ack", Job.RESTORE, office.root().relativize(file));
        house = office.open();
    }
}
