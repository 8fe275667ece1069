package cn.anlan.app;

import cn.anlan.TestHouse;
import cn.anlan.community.Topic;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.security.key.Keys;
import cn.anlan.store.Inspection;
import cn.anlan.store.Journal;
import cn.anlan.store.Query;
import cn.anlan.store.backup.BackupFile;
import cn.anlan.store.backup.Shelf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Backups prove themselves, and an office comes back from one. */
class BackupsTest {
    private static final Function<Keys, Access> PLAIN = keys -> Access.PLAIN;
    private static final Function<Keys, Access> DIRECTOR =
            keys -> Access.of(keys.open(LockedHouse.DIRECTOR, LockedHouse.PASSWORD.toCharArray()));

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @TempDir
    Path out;

    private Backups backups() {
        return house.wiring().backups();
    }

    private Backups.Made make() {
        return backups().make(Backups.Kind.ASKED, out, () -> false);
    }

    private static void assertWhole(Wiring restored) {
        assertThat(restored.inspection().run()).allMatch(Inspection.Result::whole);
    }

    @Test
    void aBackupIsOpenedBeforeItIsCalledGood() {
        house.samples().disputeAt("agreed");
        Backups.Made made = make();
        assertThat(made.isGood()).isTrue();
        assertThat(made.found()).extracting(Inspection.Result::name).contains("file", "journal", "entries", "search", "attachments");
        assertThat(made.sentence()).contains("完好");
        assertThat(backups().last()).extracting(Backups.Last::file).containsExactly(made.file().toString());
        assertThat(backups().last().get(0).sentence()).contains("2026-11-23 09:00", "手工备份");
        assertThat(house.wiring().journal().before(Long.MAX_VALUE, 1).get(0).action()).isEqualTo(Journal.Action.BACKUP);
        assertThat(BackupFile.read(made.file()).about().rows()).contains("dispute 1");
        assertWhole(house.wiring());
    }

    @Test
    void typingGoesOnMeanwhile() {
        house.samples().dispute();
        var over = new AtomicBoolean();
        CompletableFuture<Integer> typing = CompletableFuture.supplyAsync(() -> {
            int typed = 0;
            while (!over.get()) {
                house.wiring().settings().put("typed", String.valueOf(++typed));
                house.samples().dispute("title", "边打字边备份" + typed);
            }
            return typed;
        });
        Backups.Made made = make();
        over.set(true);
        assertThat(made.isGood()).isTrue();
        assertThat(typing.join()).isPositive();
        assertWhole(house.wiring());
    }

    @Test
    void anotherPcHasEverythingAndBeginsANewRowOfBundles() {
        house.wiring().settings().put("epoch", "01JOLD");
        Dispute before = house.samples().dispute();
        Path file = make().file();
        house.samples().dispute();
        Path other = out.resolve("other");
        Restore.Done done = new Restore(other, house.clock()).run(file, PLAIN, Restore.USUAL_SKIP);
        assertThat(done.aside()).isNull();
        try (var restored = new Wiring(other, house.clock())) {
            assertWhole(restored);
            assertThat(restored.registers().of(Dispute.class).list(Query.all(), 10)).extracting(Dispute::id).containsExactly(before.id());
            assertThat(restored.settings().get("epoch")).contains("");
        }
    }

    @Test
    void numbersGivenOutAfterTheBackupAreNotGivenAgain() {
        String before = number(house.samples().topic());
        Path file = make().file();
        String lost = number(house.samples().topic());
        house.shut();
        new Restore(house.folder(), house.clock()).run(file, PLAIN, Restore.USUAL_SKIP);
        house.reopen();
        assertThat(number(house.samples().topic())).isNotIn(before, lost).isGreaterThan(lost);
    }

    private static String number(Topic topic) {
        return Objects.requireNonNull(topic.proposal().topicNo());
    }

    @Test
    void aStoreThatIsThereIsPutAsideAndNotWrittenOver() {
        house.samples().dispute();
        Path file = make().file();
        Dispute later = house.samples().dispute();
        house.shut();
        Path aside = new Restore(house.folder(), house.clock()).run(file, PLAIN, 0).aside();
        house.reopen();
        assertThat(house.register(Dispute.class).list(Query.all(), 10)).hasSize(1);
        try (var old = new Wiring(aside, house.clock())) {
            assertThat(old.registers().of(Dispute.class).list(Query.all(), 10)).extracting(Dispute::id).contains(later.id());
        }
    }

    @Test
    void aLockedOfficeComesBackByPasswordOrByCode() throws IOException {
        house.shut();
        Keys.Begun begun = LockedHouse.lock(house.folder(), house.clock());
        house.reopenAs(Access.of(begun.opened()));
        house.wiring().settings().put("secret", "张建国住在华藏寺镇");
        Path file = make().file();
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).doesNotContain("张建国");
        new Restore(out.resolve("a"), house.clock()).run(file, DIRECTOR, 0);
        new Restore(out.resolve("b"), house.clock()).run(file, keys -> Access.of(new Keys.Opened(begun.opened().holder(), keys.open(begun.code()))), 0);
        for (String each : List.of("a", "b")) {
            try (var restored = new Wiring(out.resolve(each), house.clock(), DIRECTOR.apply(new Keys(out.resolve(each), house.clock())))) {
                assertWhole(restored);
                assertThat(restored.settings().get("secret")).contains("张建国住在华藏寺镇");
            }
        }
        Path wrong = out.resolve("c");
        assertThatThrownBy(() -> new Restore(wrong, house.clock()).run(file, keys -> Access.of(keys.open(LockedHouse.DIRECTOR, "wrong".toCharArray())), 0))
                .isInstanceOf(Refused.class);
        assertThat(wrong).isEmptyDirectory();
    }

    @Test
    void aDamagedBackupChangesNothing() throws IOException {
        Path file = make().file();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        house.shut();
        byte[] store = Files.readAllBytes(house.folder().resolve("anlan.db"));
        assertThatThrownBy(() -> new Restore(house.folder(), house.clock()).run(file, PLAIN, 0)).isInstanceOf(Refused.class).hasMessageContaining("没有任何改动");
        assertThat(Files.readAllBytes(house.folder().resolve("anlan.db"))).isEqualTo(store);
        house.reopen();
        assertThat(house.folder().resolve("backup")).isEmptyDirectory();
    }

    @Test
    void byThemselvesDailyAndOnTheSecondDiskWeekly() throws IOException {
        assertThat(backups().makeDue(() -> false)).hasSize(1);
        assertThat(backups().makeDue(() -> false)).isEmpty();
        Path stick = out.resolve("stick");
        house.wiring().settings().put(Backups.SECOND_FOLDER, stick.toString());
        assertThat(backups().makeDue(() -> false)).as("no stick").isEmpty();
        Files.createDirectories(stick);
        assertThat(backups().makeDue(() -> false)).extracting(made -> made.file().getParent()).containsExactly(stick);
        house.pass(Duration.ofDays(1));
        assertThat(backups().makeDue(() -> false)).hasSize(1);
        house.pass(Duration.ofDays(6));
        assertThat(backups().makeDue(() -> false)).hasSize(2);
        assertThat(backups().shelf()).hasSize(3);
        assertThat(backups().last()).extracting(Backups.Last::kind).containsExactlyInAnyOrder(Backups.Kind.LOCAL, Backups.Kind.SECOND);
    }

    @Test
    void whatCannotBeMadeBesideTheStoreIsStillMadeOnTheSecondDisk() throws IOException {
        Path stick = Files.createDirectories(out.resolve("stick"));
        backups().useSecond(stick);
        Path own = house.folder().resolve("backup");
        backups().makeDue(() -> false);
        house.pass(Duration.ofDays(7));
        try (var made = Files.list(stick)) {
            assertThat(made).hasSize(1);
        }
        Path blocked = Files.createDirectories(own.resolve(new Shelf(own).place(LocalDateTime.now(house.clock())).getFileName()).resolve("in the way"));
        assertThatThrownBy(() -> backups().makeDue(() -> false)).isInstanceOf(Refused.class).hasMessageContaining("backup");
        try (var made = Files.list(stick)) {
            assertThat(made).hasSize(2);
        }
        Files.delete(blocked);
    }

    @Test
    void anExerciseShowsThatItComesBackAndLeavesNothing() throws IOException {
        house.samples().disputeAt("agreed");
        Backups.Drill drill = backups().drill(make().file());
        assertThat(drill.backup().isGood()).isTrue();
        assertThat(drill.seconds()).isLessThan(60);
        assertThat(house.folder().resolve("backup")).isEmptyDirectory();
    }

    @Test
    void whoeverStopsABackupFindsNothingLeft() {
        assertThatThrownBy(() -> backups().make(Backups.Kind.ASKED, out, () -> true)).isInstanceOf(Refused.class).hasMessageContaining("取消");
        assertThat(out).isEmptyDirectory();
        assertThat(house.folder().resolve("backup")).isEmptyDirectory();
        assertThat(backups().last()).isEmpty();
    }

    @Test
    void aStoreWithARowTornOutIsNoGoodBackup() throws Exception {
        house.samples().dispute("title", "被删的一行");
        house.shut();
        try (var raw = DriverManager.getConnection("jdbc:sqlite:" + house.folder().resolve("anlan.db")); var statement = raw.createStatement()) {
            statement.execute("DELETE FROM dispute");
        }
        house.reopen();
        Backups.Made made = make();
        assertThat(made.isGood()).isFalse();
        assertThat(made.sentence()).contains("dispute/");
        assertThat(backups().last()).isEmpty();
    }
}
