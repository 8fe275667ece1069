package cn.anlan.app;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class DataFolderTest {
    private static final Path HOME = Path.of("/home/wang");

    private static Path of(String system, Map<String, String> environment) {
        return new DataFolder(system, environment::get, HOME, null).path(Site.PLAIN);
    }

    @Test
    void whereEachSystemKeepsIt() {
        assertThat(of("Linux", Map.of())).isEqualTo(HOME.resolve(".local/share/anlan"));
        assertThat(of("Linux", Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/anlan"));
        assertThat(of("Linux", Map.of("XDG_DATA_HOME", "data"))).isEqualTo(HOME.resolve(".local/share/anlan"));
        assertThat(of("Windows 10", Map.of("LOCALAPPDATA", "/local"))).isEqualTo(Path.of("/local/Anlan"));
        assertThat(of("Windows 10", Map.of())).isEqualTo(HOME.resolve("AppData/Local/Anlan"));
    }
}
