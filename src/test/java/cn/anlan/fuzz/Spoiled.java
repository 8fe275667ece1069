package cn.anlan.fuzz;

import cn.anlan.app.Backups;
import cn.anlan.app.Restore;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.exchange.Verifier;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.dossier.Attachment;
import cn.anlan.mediation.dossier.Incoming;
import cn.anlan.paper.SheetImport;
import cn.anlan.paper.SheetWriter;
import cn.anlan.paper.scan.ScanReader;
import cn.anlan.reference.ResidentIdNumber;
import cn.anlan.roster.Literate;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.security.key.Keys;
import cn.anlan.security.key.TestKeys;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** Files of every kind the house opens, each with what it does with one that somebody or something spoiled. */
final class Spoiled {
    private static final Clock CLOCK = Wiring.officeClock();
    private static final char[] PASSWORD = LockedHouse.PASSWORD.toCharArray();
    private static final String TOWN = "620623100";

    private final Path folder;
    private final Access access;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Wiring importing;

    /** What became of a spoiled file: opened as if nothing were wrong with it, or refused in a sentence. */
    record Outcome(boolean opened, String sentence) {}

    private interface Opening {
        void open(byte[] spoiled) throws IOException;
    }

    private record Kind(byte[] whole, BiFunction<Mutation, byte[], byte[]> mutation, Opening opening) {}

    /** Makes one of each below a folder. */
    Spoiled(Path folder) throws IOException {
        this.folder = folder;
        Path plain = Files.createDirectories(folder.resolve("plain"));
        Path locked = Files.createDirectories(folder.resolve("locked"));
        Path out = Files.createDirectories(folder.resolve("out"));
        Path bundle;
        Path sheet = out.resolve("roster.xlsx");
        try (var house = new Wiring(plain, CLOCK)) {
            fill(house);
            bundle = house.bundles().seal(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30)), out, Progress.none()).file();
            Register<Literate> people = house.registers().of(Literate.class);
            new SheetWriter().write(people, Query.all(), new SheetWriter.Columns(people.shape().businessFields(), false), sheet);
        }
        Files.copy(plain.resolve("anlan.db"), locked.resolve("anlan.db"));
        access = Access.of(LockedHouse.lock(locked, CLOCK).opened());
        Path backup;
        String photo;
        try (var house = new Wiring(locked, CLOCK, access)) {
            Dispute dispute = house.registers().of(Dispute.class).list(Query.all(), 1).get(0);
            byte[] bytes = photo();
            Attachment kept = house.dossiers().attach(dispute.id(), "rights", new Incoming("1.jpg", bytes, new ScanReader().look(bytes), null));
            photo = kept.content().sha256();
            backup = house.backups().make(Backups.Kind.ASKED, out, () -> false).file();
        }
        Path attachment = locked.resolve("attachments").resolve(photo.substring(0, 2)).resolve(photo + ".jpg");
        importing = new Wiring(Files.createDirectories(folder.resolve("importing")), CLOCK);
        put("locked store", locked.resolve("anlan.db"), Mutation::bytes, spoiled -> use(changed(locked, "anlan.db", spoiled), access));
        put("plain store", plain.resolve("anlan.db"), Mutation::bytes, spoiled -> use(changed(plain, "anlan.db", spoiled), Access.PLAIN));
        put("keys, copy whole", locked.resolve("keys.json"), Mutation::text, spoiled -> mustOpen(changed(locked, "keys.json", spoiled)));
        put("keys, both", locked.resolve("keys.json"), Mutation::text, spoiled -> {
            Path at = changed(locked, "keys.json", spoiled);
            Files.write(at.resolve("keys.copy.json"), spoiled);
            TestKeys.of(at, CLOCK).open(LockedHouse.DIRECTOR, PASSWORD);
        });
        put("waiting", "{\"王所长\":{\"failures\":3,\"last\":1764000000000}}".getBytes(StandardCharsets.UTF_8), Mutation::text,
                spoiled -> mustOpen(changed(locked, "keys.wait", spoiled)));
        put("backup", backup, Mutation::bytes, this::restore);
        put("attachment", attachment, Mutation::bytes, spoiled -> look(changed(locked, locked.relativize(attachment).toString(), spoiled)));
        put("photo", photo(), Mutation::bytes, spoiled -> new ScanReader().look(spoiled));
        put("pdf", pdf(), Mutation::text, spoiled -> new ScanReader().look(spoiled));
        put("xlsx", zippedAnew(sheet), Mutation::zipped, this::bringIn);
        put("xls", xls(), Mutation::bytes, this::bringIn);
        put("csv", csv().getBytes(StandardCharsets.UTF_8), Mutation::text, this::bringIn);
        put("bundle", bundle, Mutation::zipped, spoiled -> {
            if (!Verifier.verify(Files.write(folder.resolve("spoiled.zhb"), spoiled)).isEmpty()) {
                throw Refused.of("backup.refused.foreign", "zhb");
            }
        });
    }

    private void put(String name, Path file, BiFunction<Mutation, byte[], byte[]> mutation, Opening opening) throws IOException {
        put(name, Files.readAllBytes(file), mutation, opening);
    }

    private void put(String name, byte[] whole, BiFunction<Mutation, byte[], byte[]> mutation, Opening opening) {
        kinds.put(name, new Kind(whole, mutation, opening));
    }

    Set<String> kinds() {
        return kinds.keySet();
    }

    /** Spoils one of a kind and has it opened. Throws whatever a clerk must not see. */
    Outcome run(String name, long seed) throws IOException {
        Kind kind = kinds.get(name);
        byte[] spoiled = kind.mutation.apply(new Mutation(seed), kind.whole);
        try {
            kind.opening.open(spoiled);
            return new Outcome(true, "");
        } catch (Refused refused) {
            String sentence = String.valueOf(refused.getMessage());
            if (sentence.codePoints().noneMatch(Character::isIdeographic) || sentence.contains("Exception") || sentence.contains("java.")) {
                throw new IllegalStateException("No sentence for a clerk: " + sentence, refused);
            }
            return new Outcome(false, sentence);
        }
    }

    private static void fill(Wiring house) {
        Map.of("clerk", "clerk", "org_code", "620623100000", "org_name", "华藏寺镇综治中心", "home", TOWN).forEach(house.settings()::put);
        house.registers().together(() -> {
            for (int i = 0; i < 6; i++) {
                save(house.registers().of(Dispute.class), Map.of("title", "院墙纠纷" + i, "stage", "01", "register_date", LocalDate.of(2026, 1, 5), "area_code", TOWN,
                        "source_code", "1", "type_sf", "02", "happen_date", LocalDate.of(2026, 1, 4)), Map.of("happen_address", "村口", "summary", "柴草堆放在通道上。",
                        "scale", "01", "people_count", 2L, "risk_level", "3"));
                save(house.registers().of(Literate.class), Map.of("name", "张三", "ethnic", "04", "id_number", idNumber(i), "phone", "13909350000", "politics", "13",
                        "education", "70"), Map.of("area_code", TOWN + "201", "categories", Set.of("01"), "nominate_way", "1", "status", "1"));
            }
            return house;
        });
    }

    private static String idNumber(int serial) {
        String seventeen = "62062319800101" + String.format("%03d", 2 * serial + 1);
        return seventeen + ResidentIdNumber.check(seventeen);
    }

    private static <E extends Entry> void save(Register<E> register, Map<String, ?> values, Map<String, ?> more) {
        var all = new LinkedHashMap<String, Object>(values);
        all.putAll(more);
        register.save(register.create(all));
    }

    /** A copy of a store's folder with one file changed. */
    private Path changed(Path whole, String file, byte[] bytes) throws IOException {
        Path copy = folder.resolve("copy");
        remove(copy);
        try (Stream<Path> all = Files.walk(whole)) {
            List<Path> each = all.filter(path -> !path.startsWith(whole.resolve("backup")) && !path.toString().endsWith("-shm")).toList();
            for (Path path : each) {
                Files.copy(path, copy.resolve(whole.relativize(path)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.write(copy.resolve(file), bytes);
        return copy;
    }

    static void remove(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** A day's work: lists, a search, something new, a look at everything. */
    private static void use(Path store, Access access) {
        try (var house = new Wiring(store, CLOCK, access)) {
            for (Register<?> register : house.registers().all()) {
                register.list(Query.all(), 20);
            }
            house.registers().search().find("dispute", "院墙", 20);
            Register<Dispute> disputes = house.registers().of(Dispute.class);
            disputes.list(Query.all(), 1).forEach(one -> disputes.change(one.id(), entry -> disputes.shape().with(entry, Map.of("summary", "改写。"))));
            house.inspection().run();
        }
    }

    private static void look(Path store) {
        try (var house = new Wiring(store, CLOCK, Access.of(TestKeys.of(store, CLOCK).open(LockedHouse.DIRECTOR, PASSWORD)))) {
            Register<Attachment> attachments = house.registers().of(Attachment.class);
            attachments.list(Query.all(), 9).forEach(house.dossiers()::content);
        }
    }

    private static void mustOpen(Path store) {
        try {
            TestKeys.of(store, CLOCK).open(LockedHouse.DIRECTOR, PASSWORD);
        } catch (Refused refused) {
            throw new IllegalStateException("The copy was not used: " + refused.getMessage(), refused);
        }
    }

    private void restore(byte[] spoiled) throws IOException {
        Path file = Files.write(folder.resolve("spoiled.anb"), spoiled);
        Path target = folder.resolve("restored");
        remove(target);
        try {
            new Restore(target, CLOCK).run(file, Spoiled::door, 0);
        } catch (Refused refused) {
            if (Files.exists(target.resolve("anlan.db"))) {
                throw new IllegalStateException("Refused, and yet a store stands there", refused);
            }
            throw refused;
        }
    }

    private static Access door(Keys inside) {
        return Access.of(inside.open(LockedHouse.DIRECTOR, PASSWORD));
    }

    private void bringIn(byte[] spoiled) throws IOException {
        Path file = Files.write(folder.resolve("spoiled.sheet"), spoiled);
        new SheetImport(importing.registers(), importing.initial()).check(importing.registers().of(Literate.class), file, Progress.none());
    }

    /** With the size of each part before it, as a stream of parts needs it. */
    private static byte[] zippedAnew(Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var whole = new ZipFile(file.toFile()); var zip = new ZipOutputStream(bytes)) {
            for (ZipEntry each : Collections.list(whole.entries())) {
                zip.putNextEntry(new ZipEntry(each.getName()));
                zip.write(whole.getInputStream(each).readAllBytes());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] xls() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet("名册");
            List<String> lines = csv().replace("\n村", "村").lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String[] cells = lines.get(i).replace("\"", "").split(",");
                for (int c = 0; c < cells.length; c++) {
                    (c == 0 ? sheet.createRow(i) : sheet.getRow(i)).createCell(c).setCellValue(cells[c]);
                }
            }
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static String csv() {
        var csv = new StringBuilder("姓名,性别,民族,身份证号码,联系电话,政治面貌,文化程度,所在村,人员类别,推荐方式\n");
        for (int i = 0; i < 10; i++) {
            csv.append("张三,男,汉族,").append(idNumber(i)).append(",13909350000,群众,初中,城关社区,\"村干部、\n村妇联执委\",自荐\n");
        }
        return csv.toString();
    }

    private static byte[] photo() throws IOException {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        var random = new Random(3);
        for (int i = 0; i < 64 * 48; i++) {
            image.setRGB(i % 64, i / 64, random.nextInt(0x1000000));
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static byte[] pdf() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    /** Nothing spoiled: every kind opens. */
    void openAllWhole() throws IOException {
        for (Kind kind : kinds.values()) {
            kind.opening.open(kind.whole);
        }
    }

    void close() {
        importing.close();
    }
}
