package cn.anlan.store;

import cn.anlan.TestHouse;
import cn.anlan.app.Wiring;
import cn.anlan.app.sample.Sample;
import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.store.file.StoreFile;
import cn.anlan.store.file.StoreKey;
import cn.anlan.store.schema.SchemaVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A store an older program filled opens with this one: rows, links, search and journal are whole, and the work goes on. */
class MigrationTest {
    /** The first version that held all four registers. */
    private static final int FIRST = 7;
    /** Nobody types a whole company by its sound. */
    private static final int LONGEST_NAME = 8;
    private static final Clock NEXT_MORNING = Clock.fixed(ZonedDateTime.of(Sample.LAST_DAY.plusDays(1), LocalTime.of(9, 0), Period.ZONE).toInstant(),
            Period.ZONE);

    @TempDir
    static Path present;

    @TempDir
    Path folder;

    @BeforeAll
    static void fill() {
        Sample.fill(present, new Sample.Plan(TestHouse.TOWN, 5, 5, Sample.LAST_DAY), Progress.none());
    }

    /** Every step there has been since, but the newest. */
    static List<Integer> olderVersions() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("sql"))) {
            return all.map(file -> String.valueOf(file.getFileName())).filter(name -> name.startsWith("V"))
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf('_')))).filter(version -> version >= FIRST && version < SchemaVersion.CURRENT)
                    .sorted().toList();
        }
    }

    private OldStore old(int version) throws Exception {
        return new OldStore(folder.resolve("anlan.db"), version, present.resolve("anlan.db"));
    }

    private Connection plain() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("anlan.db"));
    }

    @ParameterizedTest
    @MethodSource("olderVersions")
    void whatAnOlderProgramKeptIsWhole(int version) throws Exception {
        Map<String, List<String>> columns = new HashMap<>();
        Map<String, String> before;
        try (OldStore old = old(version)) {
            before = old.rows();
            columns.put("journal", old.columns("journal"));
            for (String table : old.registers()) {
                columns.put(table, old.columns(table));
            }
        }
        assertThat(before.keySet()).as("something of everything").anyMatch(key -> key.startsWith("dispute_party/")).anyMatch(key -> key.startsWith("literate/"))
                .anyMatch(key -> key.startsWith("service_visit/")).anyMatch(key -> key.startsWith("village_title/")).anyMatch(key -> key.startsWith("topic/"));
        try (var house = new Wiring(folder, NEXT_MORNING)) {
            assertThat(house.inspection().run()).allSatisfy(result -> assertThat(result.detail()).as(result.name()).isEmpty());
            findsByEveryWay(house.registers());
            goesOn(house);
            assertThat(house.journal().firstBrokenLink()).isEmpty();
        }
        try (Connection now = plain()) {
            for (var each : columns.entrySet()) {
                Map<String, String> kept = OldStore.rows(now, each.getKey(), each.getValue());
                before.forEach((key, row) -> {
                    if (key.startsWith(each.getKey() + "/") && !key.equals(changed)) {
                        assertThat(kept).containsEntry(key, row);
                    }
                });
            }
        }
    }

    private String changed = "";

    /** By a whole name, by its initials, by the tail of a telephone number; and by nothing that is not there. */
    private static void findsByEveryWay(Registers registers) {
        Register<Dispute> disputes = registers.of(Dispute.class);
        Register<DisputeParty> parties = registers.of(DisputeParty.class);
        List<DisputeParty> all = parties.list(Query.all(), 100);
        assertThat(all).isNotEmpty();
        for (DisputeParty party : all) {
            String dispute = party.who().disputeId();
            assertThat(disputes.find(dispute)).as("the link to the dispute").isPresent();
            String phone = party.person().contact().phone();
            Stream.of(party.who().name(), party.who().name().length() > LONGEST_NAME ? "" : Search.sound(party.who().name()), phone == null ? "" : phone.substring(phone.length() - 4))
                    .filter(typed -> !typed.isEmpty())
                    .forEach(typed -> assertThat(registers.search().find("dispute", typed, 100)).as(typed).extracting(Search.Hit::rootId).contains(dispute));
        }
        assertThat(registers.search().find("dispute", "没有这样的人", 100)).isEmpty();
    }

    /** A dispute is changed, and the change is taken back: revision, number and chain go on from where the older program left them. */
    private void goesOn(Wiring house) {
        Register<Dispute> disputes = house.registers().of(Dispute.class);
        Dispute dispute = disputes.list(Query.all().is("stage", "01"), 1).stream().findFirst().orElseGet(() -> disputes.list(Query.all(), 1).get(0));
        long last = house.journal().last();
        changed = "dispute/" + dispute.id();
        Dispute next = disputes.change(dispute.id(), here -> disputes.shape().with(here, Map.of("summary", "改过的经过")));
        assertThat(next.revision()).isEqualTo(dispute.revision() + 1);
        assertThat(house.journal().last()).isEqualTo(last + 1);
        house.registers().undo();
        assertThat(disputes.get(dispute.id()).revision()).isEqualTo(dispute.revision() + 2);
        assertThat(house.journal().of(dispute.id())).hasSizeGreaterThanOrEqualTo(3);
    }

    /** The key of a locked store is needed for its migration too. */
    @Test
    void aLockedStoreOfAnOlderProgramOpensWithItsKey() throws Exception {
        byte[] raw = new byte[32];
        Arrays.fill(raw, (byte) 3);
        Map<String, String> before;
        try (OldStore old = old(olderVersions().getLast())) {
            before = old.rows();
        }
        Path plain = folder.resolve("anlan.db");
        Path locked = Files.createDirectory(folder.resolve("locked"));
        try (var session = new StoreFile(folder, StoreKey.NONE).connect(false)) {
            new StoreFile.Copy(locked.resolve("anlan.db"), raw).write(session);
        }
        Files.delete(plain);
        assertThatThrownBy(() -> Database.open(locked)).isInstanceOf(Refused.class);
        try (var database = Database.open(locked, new StoreKey(List.of(raw)))) {
            assertThat(database.isPlain()).isFalse();
            long lines = before.keySet().stream().filter(key -> key.startsWith("journal/")).count();
            assertThat(new Journal(database, NEXT_MORNING, () -> "").last()).isEqualTo(lines);
            assertThat(new Journal(database, NEXT_MORNING, () -> "").firstBrokenLink()).isEmpty();
        }
    }

    /** A migration that fails (here: somebody made the table it brings) leaves the store as the older program left it. */
    @Test
    void aMigrationThatFailsChangesNothing() throws Exception {
        Map<String, String> before;
        try (OldStore old = old(FIRST)) {
            before = old.rows();
        }
        try (Connection other = plain(); var statement = other.createStatement()) {
            statement.execute("CREATE TABLE work_day (mine TEXT)");
        }
        assertThatThrownBy(() -> Database.open(folder));
        try (Connection now = plain(); var statement = now.createStatement()) {
            assertThat(OldStore.rows(now, "dispute", List.of("id", "revision", "title", "change_no")).keySet())
                    .isEqualTo(before.keySet().stream().filter(key -> key.startsWith("dispute/")).collect(Collectors.toSet()));
            statement.execute("DROP TABLE work_day");
        }
        try (var house = new Wiring(folder, NEXT_MORNING)) {
            assertThat(house.inspection().run()).allMatch(Inspection.Result::whole);
        }
    }
}
