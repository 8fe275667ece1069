package cn.anlan.security;

import cn.anlan.TestHouse;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Refused;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.KeyRing;
import cn.anlan.security.key.TestKeys;
import cn.anlan.store.attachment.Attachments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an older key sealed is sealed anew, cut short or not, and then the older key is forgotten. */
class RenewalTest {
    private static final String CLERK = "小李";
    private static final int FILES = 5;

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Access director;
    private final List<String> hashes = new ArrayList<>();

    @BeforeEach
    void lock() {
        house.shut();
        director = Access.of(LockedHouse.lock(house.folder(), house.clock()).opened());
        LockedHouse.admit(house.folder(), house.clock(), director, new Holder(CLERK, "clerk", null));
    }

    private Wiring comeIn() {
        return new Wiring(house.folder(), house.clock(), Access.of(TestKeys.of(house.folder(), house.clock()).open(LockedHouse.DIRECTOR, LockedHouse.PASSWORD.toCharArray())));
    }

    private static Attachments attachments(Wiring wiring) {
        Accounts accounts = wiring.doorkeeper().accounts();
        return new Attachments(wiring.database().folder(), accounts.access().sealing(accounts::access));
    }

    private void put(Attachments files) {
        for (int i = 0; i < FILES; i++) {
            hashes.add(files.put(bytes(i), "jpg"));
        }
    }

    private static byte[] bytes(int number) {
        return ("一张收条，第 " + number + " 张").getBytes(StandardCharsets.UTF_8);
    }

    private void areWhole(Wiring wiring) {
        for (int i = 0; i < FILES; i++) {
            assertThat(attachments(wiring).get(hashes.get(i), "jpg")).isEqualTo(bytes(i));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(house.folder().resolve("attachments"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String keys() throws IOException {
        return Files.readString(house.folder().resolve("keys.json"));
    }

    private static KeyRing ring(Wiring wiring) {
        return wiring.doorkeeper().accounts().access().ring().orElseThrow();
    }

    @Test
    void whatWasPlainBeforeTheLockIsSealed() throws IOException {
        put(new Attachments(house.folder(), Attachments.Sealing.none()));
        try (Wiring wiring = comeIn()) {
            areWhole(wiring);
            assertThat(wiring.doorkeeper().renewal().outdated()).isEqualTo(FILES);
            assertThat(wiring.doorkeeper().renewal().run()).isEqualTo(new Renewal.State(FILES, FILES, 0));
            assertThat(wiring.doorkeeper().renewal().outdated()).isZero();
            areWhole(wiring);
            for (Path file : files()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).doesNotContain("收条");
            }
        }
    }

    @Test
    void theKeyOfOneShownOutIsForgottenAtTheNextLogin() throws IOException {
        try (Wiring wiring = comeIn()) {
            put(attachments(wiring));
            wiring.doorkeeper().drafts().orElseThrow().keep(new Drafts.Draft("literate", Map.of("literate", "{}"), OffsetDateTime.now(house.clock())));
            wiring.doorkeeper().accounts().dismiss(CLERK);
            assertThat(wiring.doorkeeper().renewal().run().done()).isEqualTo(FILES);
            assertThat(ring(wiring).hasOlder()).as("the form half filled in still has it").isTrue();
            byte[] sealed = Files.readAllBytes(files().get(0));
            assertThatThrownBy(() -> director.ring().orElseThrow().open("attachment", sealed)).isInstanceOf(Refused.class);
            areWhole(wiring);
        }
        assertThat(keys()).contains("\"older\":{\"1\":");
        try (Wiring wiring = comeIn()) {
            assertThat(wiring.doorkeeper().renewal().run()).isEqualTo(new Renewal.State(0, 0, 0));
            assertThat(ring(wiring).hasOlder()).isFalse();
        }
        assertThat(keys()).contains("\"older\":{}");
        try (Wiring wiring = comeIn()) {
            areWhole(wiring);
            assertThat(wiring.doorkeeper().drafts().orElseThrow().find()).isPresent();
            assertThat(wiring.inspection().run()).allMatch(result -> result.whole());
        }
    }

    @Test
    void cutShortItGoesOnAfterTheNextLogin() throws IOException {
        try (Wiring wiring = comeIn()) {
            put(attachments(wiring));
            wiring.doorkeeper().accounts().dismiss(CLERK);
            for (Path file : files().subList(0, 2)) {
                assertThat(attachments(wiring).sealAnew(file)).isTrue();
            }
            Files.write(files().get(3).resolveSibling("123.part"), new byte[] {1, 2, 3});
        }
        try (Wiring wiring = comeIn()) {
            areWhole(wiring);
            assertThat(wiring.doorkeeper().renewal().outdated()).isEqualTo(FILES - 2);
            assertThat(wiring.doorkeeper().renewal().run()).isEqualTo(new Renewal.State(FILES - 2, FILES - 2, 0));
            assertThat(ring(wiring).hasOlder()).isFalse();
            areWhole(wiring);
        }
        try (Wiring wiring = comeIn()) {
            areWhole(wiring);
        }
    }

    @Test
    void stoppedItLeavesTheRestAndTheKeys() {
        try (Wiring wiring = comeIn()) {
            put(attachments(wiring));
            wiring.doorkeeper().accounts().dismiss(CLERK);
        }
        try (Wiring wiring = comeIn()) {
            wiring.doorkeeper().renewal().stop();
            assertThat(wiring.doorkeeper().renewal().run().done()).isZero();
            assertThat(ring(wiring).hasOlder()).isTrue();
            areWhole(wiring);
        }
    }

    @Test
    void whatCannotBeOpenedStaysAndItsKeyWithIt() throws IOException {
        byte[] damaged;
        Path one;
        try (Wiring wiring = comeIn()) {
            put(attachments(wiring));
            wiring.doorkeeper().accounts().dismiss(CLERK);
            one = files().get(2);
            damaged = Files.readAllBytes(one);
            damaged[damaged.length - 1] ^= 1;
            Files.write(one, damaged);
        }
        try (Wiring wiring = comeIn()) {
            assertThat(wiring.doorkeeper().renewal().run()).isEqualTo(new Renewal.State(FILES - 1, FILES, 1));
            assertThat(ring(wiring).hasOlder()).isTrue();
            assertThat(Files.readAllBytes(one)).isEqualTo(damaged);
        }
    }

    /** The power goes after the keys were changed and before the store was written anew under them. */
    @Test
    void aStoreThatStillHasTheOlderKeyIsWrittenAnewBeforeTheKeyIsForgotten() throws IOException {
        comeIn().close();
        TestKeys.of(house.folder(), house.clock()).remove(director.ring().orElseThrow(), CLERK);
        assertThat(keys()).contains("\"older\":{\"1\":");
        try (Wiring wiring = comeIn()) {
            wiring.doorkeeper().renewal().run();
            assertThat(ring(wiring).hasOlder()).isFalse();
        }
        try (Wiring wiring = comeIn()) {
            assertThat(wiring.inspection().run()).allMatch(result -> result.whole());
        }
    }
}
