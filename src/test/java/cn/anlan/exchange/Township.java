package cn.anlan.exchange;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Ulid;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.dossier.Attachment;
import cn.anlan.mediation.dossier.Incoming;
import cn.anlan.paper.scan.ScanLook;
import cn.anlan.station.ServicePoint;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small office with a few entries of several registers, the same for the same seed; its clock stands still. */
final class Township implements AutoCloseable {
    static final Period PERIOD = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T01:30:00Z"), Wiring.officeClock().getZone());
    /** Everything a line must carry unharmed: quotes, line ends, signs beyond the first plane. */
    static final String HARD_TEXT = "说“好”\\ \"no\"\n第二行\t𠮷田";

    static final String EPOCH = "01KWDMR6E0K2HQED0RB817E3H2";
    private static final String VILLAGE = "620623100201";

    private static final int DISPUTES = 12;

    final Wiring house;

    private Township(Path folder, long seed) {
        this.house = new Wiring(folder, CLOCK, new Ulid(CLOCK, new Random(seed)));
    }

    /** An office with settings, a key and entries, in a folder that need not be there yet. */
    static Township in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(Template.STORE, folder.resolve("anlan.db"));
        return again(folder);
    }

    /** The office in a folder opened once more. */
    static Township again(Path folder) {
        return new Township(folder, 8);
    }

    /** An office that has only just been opened for the first time. */
    static Township bare(Path folder) {
        return new Township(folder, 7);
    }

    /** Made once, copied by every test. */
    private static final class Template {
        static final Path STORE = make();
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("township");
            try (Township town = bare(folder)) {
                Map.of("clerk", "clerk", "org_code", "620623100000", "org_name", "华藏寺镇综治中心", "home", "620623100",
                        "install_id", "01KWDMR6E0K2HQED0RB817E3H1", "epoch", EPOCH).forEach(town.house.settings()::put);
                town.house.registers().together(() -> {
                    town.fill();
                    return town;
                });
                town.bundles().key();
            }
            Path store = folder.resolve("anlan.db");
            store.toFile().deleteOnExit();
            return store;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void fill() {
        Committee committee = save(Committee.class, "name", "调委会", "short_name", "天华", "kind", "3", "area_code", "620623100", "director", "主任", "member_count", 5L,
                "has_female", true, "minority_member", true, "phone", "13800000000");
        save(ServicePoint.class, "level", "3", "name", "工作室", "area_code", VILLAGE, "status", "1");
        for (int i = 0; i < DISPUTES; i++) {
            Dispute dispute = dispute(i, committee.id());
            for (String role : List.of("1", "2")) {
                save(DisputeParty.class, "dispute_id", dispute.id(), "role", role, "kind", "1", "name", "某" + role, "phone", "1390000" + (1000 + i),
                        "id_type", "990", "no_id_reason", "-");
            }
        }
    }

    Dispute dispute(int number, String committee) {
        LocalDate day = LocalDate.of(2025, 11, 1).plusDays(number * 13L % 240);
        return save(Dispute.class, "title", "纠纷" + number, "stage", "01", "register_date", day, "area_code", VILLAGE, "source_code", "1",
                "type_sf", number % 3 == 0 ? "0601" : "02", "happen_date", day, "happen_address", "村口", "summary", HARD_TEXT, "scale", "01",
                "people_count", 2L, "amount_fen", number % 2 == 0 ? 123_456_78L : null, "risk_level", "3",
                "vulnerable_flags", number % 2 == 0 ? Set.of("1", "2") : Set.of(), "committee_id", committee);
    }

    /** A scan attached to the n-th dispute, of these words instead of a picture. */
    Attachment scan(int number, String name, String words) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        var look = new ScanLook(name.substring(name.lastIndexOf('.') + 1), 1, null, List.of());
        String dispute = house.registers().of(Dispute.class).list(Query.all().sortedBy("id", false), DISPUTES).get(number).id();
        return house.dossiers().attach(dispute, "identity", new Incoming(name, bytes, look, null));
    }

    <E extends Entry> E save(Class<E> type, @Nullable Object... pairs) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        Register<E> register = house.registers().of(type);
        return register.save(register.create(values));
    }

    Bundles bundles() {
        return house.bundles();
    }

    Path seal(Path folder) {
        return bundles().seal(PERIOD, folder, Progress.none()).file();
    }

    @Override
    public void close() {
        house.close();
    }
}
