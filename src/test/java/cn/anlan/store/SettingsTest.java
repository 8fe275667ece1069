package cn.anlan.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void theLastWordCounts() {
        try (var database = Database.open(folder)) {
            var settings = new Settings(database);
            assertThat(settings.get("clerk")).isEmpty();
            settings.put("clerk", "才让·东智");
            settings.put("clerk", "𠮷卓玛");
            assertThat(settings.get("clerk")).hasValue("𠮷卓玛");
        }
    }
}
