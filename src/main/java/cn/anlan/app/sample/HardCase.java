package cn.anlan.app.sample;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Text;
import cn.anlan.paper.form.CaseFile;
import cn.anlan.paper.form.Document;
import cn.anlan.paper.form.Documents;
import cn.anlan.paper.print.Press.Gaps;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A made-up case that is hard to print (样件案例): three parties, one an organisation with a name of eighty characters, a thousand characters of facts, a
 * name with a middle dot, a character beyond the BMP, a court, a referral and both kinds of agreement at once.
 */
public final class HardCase {
    private static final String FILE = "/sample/hard-case.jsonl";

    /** A day after everything in the case. */
    private static final Instant DAY = LocalDate.of(2026, 11, 23).atTime(9, 0).atZone(Period.ZONE).toInstant();

    private HardCase() {}

    /** Enters the case into an empty store; the dispute's id. */
    public static String plant(Registers registers) {
        return registers.together(() -> {
            String dispute = "";
            for (Map<String, Object> line : EntryJson.readAll(text())) {
                String register = String.valueOf(line.remove("register"));
                String id = String.valueOf(line.remove("id"));
                save(registers.named(register), id, line);
                dispute = register.equals("dispute") ? id : dispute;
            }
            return dispute;
        });
    }

    /** Prints every form for the case, as PDF and as Word, and its dossier, and the sheet of a handover; the files. The store it needs for that is gone afterwards. */
    public static List<Path> print(Path folder) {
        try {
            Path store = Files.createTempDirectory("anlan-samples");
            try (var house = new Wiring(store, Clock.fixed(DAY, Period.ZONE))) {
                return print(house, folder);
            } finally {
                delete(store);
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    private static List<Path> print(Wiring house, Path folder) {
        house.settings().put("clerk", Text.of("app.sample_clerk"));
        Documents documents = house.printing().documents();
        CaseFile file = documents.open(plant(house.registers()));
        List<Document> all = documents.every(file);
        List<Path> files = new ArrayList<>(documents.write(all, folder, false, Gaps.REFUSE));
        files.addAll(documents.write(all, folder, true, Gaps.REFUSE));
        files.add(house.printing().dossier().write(file, folder, Gaps.REFUSE, Progress.none()));
        files.add(house.upkeep().handover().write(folder));
        return files;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What only warns is part of the case. */
    private static <E extends Entry> void save(Register<E> register, String id, Map<String, Object> line) {
        register.save(register.shape().create(id, EntryJson.values(register.shape(), line)), Text.of("app.sample.reason"));
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(HardCase.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
