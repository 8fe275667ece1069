package cn.anlan.security;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DraftsTest {
    private static final Clock CLOCK = Clock.system(Period.ZONE);

    @TempDir
    Path folder;

    private Drafts drafts(Access access, String person) {
        return new Drafts(folder, access.ring().orElseThrow(), person);
    }

    private Path file() throws IOException {
        try (var files = Files.list(folder.resolve("draft"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void formsComeBackByTheirPlacesToWhoeverTypedThem() throws IOException {
        var draft = new Drafts.Draft("dispute", Map.of("dispute", "{}", "dispute/dispute_party", "{\"name\":\"𠮷生财\"}"), OffsetDateTime.now(CLOCK));
        Access director = Access.of(LockedHouse.lock(folder, CLOCK).opened());
        drafts(director, "王所长").keep(draft);
        assertThat(drafts(director, "王所长").find()).contains(draft);
        assertThat(drafts(director, "小李").find()).isEmpty();
        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.UTF_8)).doesNotContain("𠮷生财").doesNotContain("dispute_party");
        drafts(director, "王所长").drop();
        assertThat(drafts(director, "王所长").find()).isEmpty();
    }

    /** "Aa" and "BB" are one number to a hash of Java's. */
    @Test
    void nobodyWritesOverTheDraftOfAnother() throws IOException {
        Access director = Access.of(LockedHouse.lock(folder, CLOCK).opened());
        var mine = new Drafts.Draft("dispute", Map.of("dispute", "{}"), OffsetDateTime.now(CLOCK));
        drafts(director, "Aa").keep(mine);
        drafts(director, "BB").keep(new Drafts.Draft("literate", Map.of("literate", "{}"), OffsetDateTime.now(CLOCK)));
        assertThat(drafts(director, "Aa").find()).contains(mine);
        drafts(director, "BB").drop();
        assertThat(drafts(director, "Aa").find()).contains(mine);
    }

    @Test
    void aDraftThatCannotBeTakenAwayIsASentence() throws IOException {
        Access director = Access.of(LockedHouse.lock(folder, CLOCK).opened());
        drafts(director, "王所长").keep(new Drafts.Draft("dispute", Map.of("dispute", "{}"), OffsetDateTime.now(CLOCK)));
        Path held = file();
        Files.delete(held);
        Files.writeString(Files.createDirectory(held).resolve("x"), "x");
        assertThatThrownBy(() -> drafts(director, "王所长").drop()).isInstanceOf(Refused.class).hasMessageContaining("写不进");
    }

    @Test
    void aDamagedDraftIsNoneAndStopsNobody() throws IOException {
        Access director = Access.of(LockedHouse.lock(folder, CLOCK).opened());
        drafts(director, "王所长").keep(new Drafts.Draft("dispute", Map.of("dispute", "{}"), OffsetDateTime.now(CLOCK)));
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(), bytes);
        assertThat(drafts(director, "王所长").find()).isEmpty();
        Files.write(file(), new byte[3]);
        assertThat(drafts(director, "王所长").find()).isEmpty();
        try (var house = new Wiring(folder, CLOCK, director)) {
            assertThat(house.doorkeeper().drafts().orElseThrow().find()).isEmpty();
        }
    }
}
