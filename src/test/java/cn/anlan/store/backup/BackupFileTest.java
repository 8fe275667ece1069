package cn.anlan.store.backup;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One backup in one file. */
class BackupFileTest {
    private static final BackupFile.About ABOUT = new BackupFile.About(OffsetDateTime.parse("2026-11-23T09:00:00+08:00"), "华藏寺镇综治中心", "7ab", List.of("dispute 3"));
    private static final String SCAN = "attachments/ab/" + "ab".repeat(32) + ".pdf";

    @TempDir
    Path folder;
    private Path work;
    private Path file;

    @BeforeEach
    void fill() throws IOException {
        work = Files.createDirectories(folder.resolve("work"));
        file = folder.resolve("out").resolve("one.anb");
        byte[] store = new byte[200_000];
        new Random(1).nextBytes(store);
        Files.write(work.resolve("anlan.db"), store);
        Files.writeString(work.resolve("keys.json"), "{}");
        Files.createDirectories(work.resolve(SCAN).getParent());
        Files.writeString(work.resolve(SCAN), "scan");
        Files.writeString(work.resolve("anlan.db-wal"), "not taken along");
    }

    private BackupFile write() {
        return BackupFile.write(file, work, ABOUT, () -> false, () -> { });
    }

    @Test
    void comesBackAsItWas() throws IOException {
        write();
        BackupFile read = BackupFile.read(file);
        assertThat(read.about()).isEqualTo(ABOUT);
        assertThat(read.bytes()).isEqualTo(200_006);
        Path back = Files.createDirectory(folder.resolve("back"));
        read.extract(back);
        assertThat(Files.mismatch(back.resolve("anlan.db"), work.resolve("anlan.db"))).isEqualTo(-1);
        assertThat(back.resolve(SCAN)).hasContent("scan");
        assertThat(back.resolve("anlan.db-wal")).doesNotExist();
    }

    @Test
    void whoeverStopsItLeavesNothing() throws IOException {
        var asked = new AtomicInteger();
        assertThatThrownBy(() -> BackupFile.write(file, work, ABOUT, () -> asked.incrementAndGet() > 5, () -> { })).isInstanceOf(Refused.class).hasMessageContaining("取消");
        assertThat(file.getParent()).isEmptyDirectory();
    }

    @Test
    void whatABackupCutShortLeftIsTakenAwayByALaterOne() throws IOException {
        Path left = Files.writeString(Files.createDirectories(file.getParent()).resolve(".anlan-1.part"), "half");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        write();
        try (var there = Files.list(file.getParent())) {
            assertThat(there).containsExactly(file);
        }
    }

    @Test
    void aCopyThatProvesBadLeavesTheOldOne() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "the one before");
        assertThatThrownBy(() -> BackupFile.write(file, work, ABOUT, () -> false, () -> {
            throw Refused.of("backup.refused.not_ours");
        })).isInstanceOf(Refused.class);
        assertThat(file).hasContent("the one before");
        try (var left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    /** The stick is gone after the n-th question whether to go on; what stood there before stands there still. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 8, 9})
    void aStickPulledInTheMiddleIsASentenceAndLeavesTheOldOnesWhole(int question) throws IOException {
        write();
        Path pulled = folder.resolve("pulled");
        var asked = new AtomicInteger();
        assertThatThrownBy(() -> BackupFile.write(file.resolveSibling("two.anb"), work, ABOUT, () -> {
            if (asked.incrementAndGet() == question) {
                assertThat(file.getParent().toFile().renameTo(pulled.toFile())).isTrue();
            }
            return false;
        }, () -> { })).isInstanceOf(Refused.class).hasMessageContaining("U 盘是否还插着");
        assertThat(file.getParent()).doesNotExist();
        BackupFile.read(pulled.resolve("one.anb")).verify(() -> false);
        assertThat(pulled.resolve("two.anb")).doesNotExist();
        assertThat(pulled.toFile().renameTo(file.getParent().toFile())).isTrue();
        BackupFile.write(file.resolveSibling("two.anb"), work, ABOUT, () -> false, () -> { }).verify(() -> false);
    }

    @Test
    void everyChangedByteIsFoundOrHarmless() throws IOException {
        write();
        byte[] good = Files.readAllBytes(file);
        var random = new Random(2);
        int found = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
            byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(bad, random.nextInt(bad.length)) : bad;
            Files.write(file, cut);
            found += isRefused() ? 1 : 0;
        }
        assertThat(found).isGreaterThan(290);
    }

    private boolean isRefused() {
        try {
            BackupFile.read(file).verify(() -> false);
            return false;
        } catch (Refused told) {
            assertThat(told.getMessage()).contains("one.anb");
            return true;
        }
    }

    @Test
    void anotherZipIsNoBackup() throws IOException {
        Files.createDirectories(file.getParent());
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> BackupFile.read(file)).isInstanceOf(Refused.class).hasMessageContaining("不是安澜的备份");
    }

    @Test
    void aPlaceThatIsGoneIsASentence() throws IOException {
        Files.writeString(folder.resolve("stick"), "no folder");
        assertThatThrownBy(() -> BackupFile.write(folder.resolve("stick").resolve("one.anb"), work, ABOUT, () -> false, () -> { }))
                .isInstanceOf(Refused.class).hasMessageContaining("U 盘");
    }
}
