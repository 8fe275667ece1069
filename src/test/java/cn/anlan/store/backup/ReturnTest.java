package cn.anlan.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A store takes the place of another. */
class ReturnTest {
    @TempDir
    Path folder;
    private Path stage;
    private Return back;

    @BeforeEach
    void fill() throws IOException {
        back = new Return(folder);
        Files.writeString(folder.resolve("anlan.db"), "old");
        Files.writeString(folder.resolve("anlan.db-wal"), "old log");
        Files.writeString(folder.resolve("keys.json"), "old keys");
        Files.createDirectories(folder.resolve("backup"));
        Files.writeString(folder.resolve("backup").resolve("one.anb"), "backup");
        stage = back.stage();
        Files.writeString(stage.resolve("anlan.db"), "new");
        Files.createDirectories(stage.resolve("attachments"));
        Files.writeString(stage.resolve("attachments").resolve("scan"), "new scan");
    }

    private void assertSwapped(Path aside) {
        assertThat(folder.resolve("anlan.db")).hasContent("new");
        assertThat(folder.resolve("attachments/scan")).hasContent("new scan");
        assertThat(folder.resolve("anlan.db-wal")).doesNotExist();
        assertThat(folder.resolve("keys.json")).doesNotExist();
        assertThat(aside.resolve("anlan.db")).hasContent("old");
        assertThat(aside.resolve("anlan.db-wal")).hasContent("old log");
        assertThat(aside.resolve("keys.json")).hasContent("old keys");
        assertThat(folder.resolve("backup/one.anb")).hasContent("backup");
        assertThat(stage).doesNotExist();
        assertThat(folder.resolve("restore.pending")).doesNotExist();
    }

    @Test
    void theOldOneIsPutAsideWhole() {
        assertSwapped(back.swap(stage, "20261123"));
    }

    /** As it stands when the power goes after so many moves. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void cutShortItIsFinishedAtTheNextStart(int moves) throws IOException {
        Path aside = Files.createDirectories(folder.resolve("aside-x"));
        note(moves < 4 ? "out" : "in", aside);
        String[] out = {"anlan.db", "anlan.db-wal", "keys.json"};
        for (int i = 0; i < Math.min(moves, 3); i++) {
            Files.move(folder.resolve(out[i]), aside.resolve(out[i]));
        }
        if (moves > 4) {
            Files.move(stage.resolve("anlan.db"), folder.resolve("anlan.db"));
        }
        new Return(folder).finish();
        assertSwapped(aside);
    }

    private void note(String phase, Path aside) throws IOException {
        Files.writeString(folder.resolve("restore.pending"), "{\"phase\":\"" + phase + "\",\"stage\":\"" + stage.getFileName()
                + "\",\"aside\":\"" + aside.getFileName() + "\"}");
    }

    @Test
    void whatARestoreCutShortMadeReadyIsTakenAwayWhenItIsOld() throws IOException {
        Files.setLastModifiedTime(stage, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path another = back.stage();
        assertThat(stage).doesNotExist();
        back.finish();
        assertThat(another).exists();
        Files.setLastModifiedTime(another, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        back.finish();
        assertThat(another).doesNotExist();
        assertThat(folder.resolve("anlan.db")).hasContent("old");
    }

    @Test
    void nothingIsDoneWhereNothingWasBegun() {
        back.finish();
        assertThat(folder.resolve("anlan.db")).hasContent("old");
        Return.discard(stage);
        assertThat(stage).doesNotExist();
    }
}
