package cn.anlan.paper;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A file that stands there whole or as it was. */
class WholeFileTest {
    @TempDir
    Path folder;

    /** A workbook tells of a full disk in the midst of its rows, where nobody expects an IOException. */
    @Test
    void aDiskThatFillsOnTheWayIsASentenceAndTheOldFileStays() throws IOException {
        Path file = Files.writeString(folder.resolve("台账.xlsx"), "old");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
            out.write(1);
            throw new UncheckedIOException(new IOException("No space left on device"));
        })).isInstanceOf(Refused.class).hasMessageContaining("台账.xlsx").hasRootCauseMessage("No space left on device");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
            throw new IOException("Input/output error");
        })).isInstanceOf(Refused.class);
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryContaining(each -> each.equals(file)).isDirectoryNotContaining(each -> !each.equals(file));
    }
}
