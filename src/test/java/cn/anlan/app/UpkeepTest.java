package cn.anlan.app;

import cn.anlan.TestHouse;
import cn.anlan.entry.Due;
import cn.anlan.entry.Due.Level;
import cn.anlan.entry.Refused;
import cn.anlan.reference.DeadlineRule;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A locked office is reminded of backups and exercises by the rules it has; samples are nobody's loss. */
class UpkeepTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    @TempDir
    Path out;

    private void lock() {
        house.shut();
        house.reopenAs(Access.of(LockedHouse.lock(house.folder(), house.clock()).opened()));
    }

    private Map<String, Level> due() {
        return house.wiring().upkeep().due(today()).stream().collect(java.util.stream.Collectors.toMap(Due::item, Due::level));
    }

    private LocalDate today() {
        return LocalDate.now(house.clock());
    }

    private Upkeep.Standing standing() {
        return house.wiring().upkeep().standing(today());
    }

    private Backups backups() {
        return house.wiring().backups();
    }

    @Test
    void samplesAreNotSpokenOf() {
        house.pass(Duration.ofDays(60));
        assertThat(due()).isEmpty();
        assertThat(standing()).isEqualTo(new Upkeep.Standing("还没有备份", Level.PLAIN));
    }

    @Test
    void aBackupGrowsOldAmberFirstThenRed() {
        lock();
        assertThat(due()).isEmpty();
        house.pass(Duration.ofDays(2));
        assertThat(due()).containsExactly(Map.entry("backup", Level.SOON));
        house.pass(Duration.ofDays(2));
        assertThat(due()).containsExactly(Map.entry("backup", Level.LATE));
        assertThat(standing().level()).isEqualTo(Level.LATE);
        assertThat(house.wiring().todo(today())).filteredOn(due -> due.item().equals("backup")).singleElement().satisfies(due -> {
            assertThat(due.register()).as("where the window goes").isEqualTo("settings");
            assertThat(due.why()).contains("上次备份");
        });
        backups().make(Backups.Kind.ASKED, out, () -> false);
        assertThat(due()).isEmpty();
        assertThat(standing()).isEqualTo(new Upkeep.Standing("备份：今天已备份", Level.PLAIN));
        house.pass(Duration.ofDays(5));
        assertThat(standing()).isEqualTo(new Upkeep.Standing("备份：5 天前", Level.LATE));
    }

    @Test
    void theSecondDiskIsAskedForOnlyWhereOneIsNamed() throws IOException {
        lock();
        Path stick = Files.createDirectories(out.resolve("stick"));
        backups().useSecond(stick);
        house.pass(Duration.ofDays(11));
        backups().make(Backups.Kind.LOCAL, house.folder().resolve("backup"), () -> false);
        assertThat(due()).containsExactly(Map.entry("backup_second", Level.LATE));
        assertThat(backups().makeSecond(() -> false).isGood()).isTrue();
        assertThat(due()).isEmpty();
        Files.move(stick, out.resolve("pulled"));
        assertThatThrownBy(() -> backups().makeSecond(() -> false)).isInstanceOf(Refused.class).hasMessageContaining("插上");
        backups().useSecond(null);
        house.pass(Duration.ofDays(2));
        assertThat(due()).doesNotContainKey("backup_second");
    }

    @Test
    void theSecondOneDoesNotLieBesideTheStore() {
        assertThatThrownBy(() -> backups().useSecond(house.folder().resolve("backup"))).isInstanceOf(Refused.class).hasMessageContaining("一起丢");
        assertThat(backups().secondFolder()).isEmpty();
    }

    @Test
    void theReturnIsExercisedEveryMonthAndWhatCameOfItIsRemembered() throws IOException {
        lock();
        house.samples().dispute();
        house.pass(Duration.ofDays(31));
        Path file = backups().make(Backups.Kind.LOCAL, house.folder().resolve("backup"), () -> false).file();
        assertThat(due()).containsExactly(Map.entry("backup_drill", Level.LATE));
        house.samples().dispute();
        Backups.Drill shown = backups().drill();
        assertThat(shown.counts()).contains("矛盾纠纷 1（现有 2）");
        assertThat(due()).isEmpty();
        assertThat(backups().lastDrill()).hasValueSatisfying(last -> assertThat(last.sentence()).contains("2026-12-24", "恢复演练成功", "矛盾纠纷 1"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> backups().drill()).isInstanceOf(Refused.class);
        assertThat(backups().lastDrill()).hasValueSatisfying(last -> assertThat(last.good()).isFalse());
        assertThat(due()).as("one that failed does not count").containsExactly(Map.entry("backup_drill", Level.LATE));
    }

    @Test
    void anOfficeDoesWithoutAReminderByItsRules() {
        lock();
        Register<DeadlineRule> rules = house.register(DeadlineRule.class);
        rules.list(Query.all(), 100).stream().filter(rule -> List.of("backup", "backup_drill").contains(rule.matter().item()))
                .forEach(rule -> rules.save(rules.shape().with(rule, Map.of("suspended", true))));
        house.pass(Duration.ofDays(99));
        assertThat(due()).isEmpty();
    }
}
