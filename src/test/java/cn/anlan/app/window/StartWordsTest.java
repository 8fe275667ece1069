package cn.anlan.app.window;

import cn.anlan.app.DataFolder;
import cn.anlan.app.window.Start.Word;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which words open the window, and which are a command line. */
class StartWordsTest {
    private static Start start(String... words) {
        return Start.read(List.of(words)).orElseThrow();
    }

    @Test
    void withoutAWordTheWindowOpensOnTheUsualFolder() {
        assertThat(start().folder()).isEqualTo(DataFolder.usual());
        assertThat(start().words()).isEmpty();
        assertThat(start().bundle()).isNull();
    }

    @Test
    void aFolderWithOrWithoutSampleData() {
        assertThat(start("--sample", "/x")).isEqualTo(new Start(Path.of("/x"), Set.of(Word.SAMPLE), null));
        assertThat(start("--store", "/x", "--timings").folder()).isEqualTo(Path.of("/x"));
        assertThat(start("--store", "/x", "--timings").has(Word.TIMINGS)).isTrue();
        assertThat(start("--rehearse").has(Word.REHEARSE)).isTrue();
    }

    @Test
    void aBundleIsNamedWholeForItMayBeHandedToAnotherProcess() {
        assertThat(start("上报 包.ZHB").bundle()).isEqualTo(Path.of("上报 包.ZHB").toAbsolutePath());
        assertThat(start("--timings", "/media/stick/a.zhb").bundle()).isEqualTo(Path.of("/media/stick/a.zhb"));
    }

    @Test
    void everythingElseIsACommand() {
        assertThat(Start.read(List.of("list", "dispute"))).isEmpty();
        assertThat(Start.read(List.of("--help"))).isEmpty();
        assertThat(Start.read(List.of("verify", "a.zhb"))).isEmpty();
        assertThat(Start.read(List.of("a.zhb", "b.zhb"))).isEmpty();
        assertThat(Start.read(List.of("--sample"))).isEmpty();
        assertThat(Start.read(List.of("--store"))).isEmpty();
    }
}
