package cn.anlan.security.key;

import cn.anlan.entry.Refused;
import cn.anlan.store.EntryJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeysTest {
    private static final Holder WANG = new Holder("王所长", "director", null);
    private static final Holder LI = new Holder("李调解", "mediator", "01M");

    @TempDir
    Path folder;

    private final Ticking clock = new Ticking();
    private Keys keys;
    private Keys.Begun begun;

    @BeforeEach
    void begin() {
        keys = TestKeys.of(folder, clock);
        begun = keys.begin(WANG, "四个不相干的词".toCharArray());
    }

    private Keys.Opened open(String name, String password) {
        return keys.open(name, password.toCharArray());
    }

    @Test
    void aFileChangedByAnotherHandIsNotSealedAgainAsIfItWereOurs() throws IOException {
        for (String name : List.of("keys.json", "keys.copy.json")) {
            Path file = folder.resolve(name);
            Files.writeString(file, Files.readString(file).replace("\"director\"", "\"admin\""));
        }
        assertThatThrownBy(() -> keys.put(begun.opened().ring(), LI, "另外几个词".toCharArray())).isInstanceOf(Refused.class).hasMessageContaining("改动过");
    }

    @Test
    void theRightPasswordOpensAndTheWrongOneDoesNot() {
        assertThat(keys.exist()).isTrue();
        Keys.Opened opened = open("王所长", "四个不相干的词");
        assertThat(opened.holder()).isEqualTo(WANG);
        assertThat(opened.ring().newest()).isEqualTo(begun.opened().ring().newest());
        assertThatThrownBy(() -> open("王所长", "四个不相干的字")).isInstanceOf(Refused.class).hasMessageContaining("还可以再试 4 次");
        assertThatThrownBy(() -> open("没有这人", "四个不相干的词")).isInstanceOf(Refused.class).hasMessageContaining("不对");
        assertThatThrownBy(() -> keys.begin(WANG, "x".toCharArray())).isInstanceOf(Refused.class).hasMessageContaining("请登录");
    }

    @Test
    void fullWidthLettersAreTheSamePassword() {
        keys.put(begun.opened().ring(), LI, "abc-horse-lamp".toCharArray());
        assertThat(open("李调解", "ａｂｃ－ｈｏｒｓｅ－ｌａｍｐ").holder()).isEqualTo(LI);
    }

    @Test
    void everyoneOpensTheSameStore() {
        keys.put(begun.opened().ring(), LI, "another one".toCharArray());
        assertThat(open("李调解", "another one").ring().newest()).isEqualTo(begun.opened().ring().newest());
        assertThat(keys.holders()).containsExactly(WANG, LI);
        keys.put(begun.opened().ring(), LI, "changed since".toCharArray());
        assertThatThrownBy(() -> open("李调解", "another one")).isInstanceOf(Refused.class);
        assertThat(open("李调解", "changed since").holder()).isEqualTo(LI);
        keys.change(begun.opened().ring(), "李调解", holder -> new Holder(holder.name(), "clerk", null));
        assertThat(open("李调解", "changed since").holder().role()).isEqualTo("clerk");
    }

    @Test
    void whoIsRemovedOpensNothingAndTheOthersGetTheNewKey() {
        keys.put(begun.opened().ring(), LI, "another one".toCharArray());
        KeyRing renewed = keys.remove(begun.opened().ring(), "李调解");
        assertThat(renewed.generation()).isEqualTo(2);
        assertThatThrownBy(() -> open("李调解", "another one")).isInstanceOf(Refused.class);
        KeyRing ring = open("王所长", "四个不相干的词").ring();
        assertThat(ring.newest()).isEqualTo(renewed.newest()).isNotEqualTo(begun.opened().ring().newest());
        assertThat(ring.keys()).hasSize(2);
        assertThat(keys.open(begun.code()).newest()).isEqualTo(renewed.newest());
        byte[] old = begun.opened().ring().seal("draft", new byte[] {1, 2});
        assertThat(ring.open("draft", old)).containsExactly(1, 2);
        assertThat(ring.isOutdated(old)).isTrue();
        keys.settle(ring);
        assertThatThrownBy(() -> open("王所长", "四个不相干的词").ring().open("draft", old)).isInstanceOf(Refused.class);
    }

    @Test
    void theRecoveryCodeOpensUntilItIsRenewed() {
        assertThat(keys.open(begun.code()).newest()).isEqualTo(begun.opened().ring().newest());
        RecoveryCode renewed = keys.renewCode(begun.opened().ring());
        assertThatThrownBy(() -> keys.open(begun.code())).isInstanceOf(Refused.class).hasMessageContaining("不是这个库现在的恢复码");
        assertThat(keys.open(RecoveryCode.read(renewed.written().toLowerCase(Locale.ROOT))).generation()).isEqualTo(1);
    }

    @Test
    void theCountyOpensWithItsOwnKey() {
        KeyPair county = Mailbox.make();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(county.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        keys.escrow(begun.opened().ring(), "天祝县司法局", pem);
        assertThat(keys.county()).contains("天祝县司法局");
        Slot slot = new KeyFile(folder).read().get(0).slots().stream().filter(s -> s.kind() == Slot.Kind.ESCROW).findFirst().orElseThrow();
        assertThat(Mailbox.take(county.getPrivate().getEncoded(), slot.mailbox(), slot.letter())).hasValue(begun.opened().ring().newest());
        assertThat(Mailbox.take(Mailbox.make().getPrivate().getEncoded(), slot.mailbox(), slot.letter())).isEmpty();
        assertThatThrownBy(() -> keys.escrow(begun.opened().ring(), "县", "no key")).isInstanceOf(Refused.class).hasMessageContaining("X25519");
    }

    @Test
    void fiveWrongGuessesMakeWaitAndStartingAgainDoesNotHelp() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> open("王所长", "wrong")).isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> open("王所长", "四个不相干的词")).isInstanceOf(Refused.class).hasMessageContaining("请等");
        keys = TestKeys.of(folder, clock);
        clock.now = clock.now.plusSeconds(29);
        assertThatThrownBy(() -> open("王所长", "四个不相干的词")).hasMessageContaining("请等 2 秒");
        clock.now = clock.now.minus(Duration.ofDays(3));
        assertThatThrownBy(() -> open("王所长", "四个不相干的词")).hasMessageContaining("请等 31 秒");
        clock.now = clock.now.plusSeconds(31);
        assertThatThrownBy(() -> open("王所长", "wrong")).hasMessageContaining("加倍");
        assertThatThrownBy(() -> open("王所长", "四个不相干的词")).hasMessageContaining("请等约 1 分钟".substring(0, 2));
        clock.now = clock.now.plusSeconds(61);
        assertThatCode(() -> open("王所长", "四个不相干的词")).doesNotThrowAnyException();
        assertThatThrownBy(() -> open("王所长", "wrong")).hasMessageContaining("还可以再试 4 次");
    }

    @Test
    void oneDamagedFileIsMadeGoodByItsCopy() throws IOException {
        Files.writeString(folder.resolve(KeyFile.NAME), "{");
        assertThat(open("王所长", "四个不相干的词").holder()).isEqualTo(WANG);
        Files.delete(folder.resolve(KeyFile.NAME));
        assertThat(keys.exist()).isTrue();
        assertThat(open("王所长", "四个不相干的词").holder()).isEqualTo(WANG);
        Files.writeString(folder.resolve(KeyFile.COPY), "");
        assertThatThrownBy(() -> open("王所长", "四个不相干的词")).isInstanceOf(Refused.class).hasMessageContaining("副本");
    }

    @Test
    void whoGivesHerselfAnotherRoleIsFoundOut() throws IOException {
        keys.put(begun.opened().ring(), LI, "another one".toCharArray());
        for (String name : List.of(KeyFile.NAME, KeyFile.COPY)) {
            Path file = folder.resolve(name);
            Files.writeString(file, Files.readString(file).replace("\"mediator\",", "\"director\","));
        }
        assertThatThrownBy(() -> open("李调解", "another one")).isInstanceOf(Refused.class).hasMessageContaining("改动过");
    }

    @SuppressWarnings("unchecked")
    private void change(String name, String key, Object value) throws IOException {
        Path file = folder.resolve(name);
        Map<String, Object> object = EntryJson.readAll(Files.readString(file)).get(0);
        ((List<Map<String, Object>>) object.get("slots")).get(0).put(key, value);
        Files.writeString(file, EntryJson.write(new LinkedHashMap<>(object)));
    }

    @Test
    void aSlotMadeCheaperDoesNotOpen() throws IOException {
        change(KeyFile.NAME, "argon2id", List.of(8, 2, 1));
        change(KeyFile.COPY, "argon2id", List.of(8, 2, 1));
        assertThatThrownBy(() -> open("王所长", "四个不相干的词")).isInstanceOf(Refused.class);
    }

    /** A file that says a terabyte would have the PC stand still. */
    @Test
    void aCostNoPcCanHaveMeasuredIsNoKey() throws IOException {
        for (List<Integer> cost : List.of(List.of(1 << 30, 1, 1), List.of(64, 1_000_000, 1), List.of(64, 1, 64), List.of(1, 1, 1), List.of(64, 0, 1))) {
            change(KeyFile.NAME, "argon2id", cost);
            assertThat(open("王所长", "四个不相干的词").holder()).isEqualTo(WANG);
        }
        change(KeyFile.COPY, "argon2id", List.of(1 << 30, 1, 1));
        assertThatThrownBy(() -> open("王所长", "四个不相干的词")).isInstanceOf(Refused.class).hasMessageContaining("副本");
    }

    @Test
    void aFileChangedInOneLetterIsMadeGoodByItsCopy() throws IOException {
        for (String key : List.of("secret", "salt", "mailbox", "letter", "name")) {
            String before = Files.readString(folder.resolve(KeyFile.NAME));
            change(KeyFile.NAME, key, Base64.getEncoder().encodeToString(new byte[48]));
            assertThat(open("王所长", "四个不相干的词").holder()).isEqualTo(WANG);
            assertThatThrownBy(() -> open("王所长", "wrong")).isInstanceOf(Refused.class).hasMessageContaining("还可以再试 4 次");
            assertThat(open("王所长", "四个不相干的词").ring().newest()).isEqualTo(begun.opened().ring().newest());
            Files.writeString(folder.resolve(KeyFile.NAME), before);
        }
    }

    @Test
    void noKeyStandsInTheFile() throws IOException {
        String text = Files.readString(folder.resolve(KeyFile.NAME), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain(Base64.getEncoder().encodeToString(begun.opened().ring().newest()))
                .doesNotContain(begun.code().written()).doesNotContain("四个不相干的词");
        assertThat(begun.code().toString() + begun.opened()).doesNotContain(begun.code().groups().get(0));
    }

    @Test
    void everySlipInTheRecoveryCodeIsPointedOutByItsGroup() {
        RecoveryCode code = begun.code();
        String symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        for (int at = 0; at < code.written().length(); at++) {
            char right = code.written().charAt(at);
            for (char wrong : symbols.toCharArray()) {
                if (right != '-' && wrong != right) {
                    String slip = code.written().substring(0, at) + wrong + code.written().substring(at + 1);
                    assertThat(RecoveryCode.read(slip).slips()).as(slip).containsExactly(at / 6 + 1);
                }
            }
        }
        var swapped = new ArrayList<>(code.groups());
        Collections.swap(swapped, 1, 4);
        assertThat(new RecoveryCode(swapped).slips()).containsExactly(2, 5);
        assertThat(RecoveryCode.read(String.join(" ", code.groups().subList(0, 6))).slips()).containsExactly(7);
        assertThatThrownBy(() -> keys.open(RecoveryCode.read(code.written().replaceFirst(code.groups().get(2), "00001"))))
                .isInstanceOf(Refused.class).hasMessageContaining("第 3 组");
        assertThat(RecoveryCode.read(code.written().replace('0', 'o').replace('1', 'l').replace('-', ' ')).slips()).isEmpty();
    }

    @Test
    void aMeasuredCostIsNeverBelowTheLeast() {
        Cost cost = Cost.measured();
        assertThat(cost.kib() * cost.passes()).isGreaterThanOrEqualTo(19 * 1024 * 2);
        long begin = System.nanoTime();
        cost.key("password".toCharArray(), new byte[16]);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(50), Duration.ofSeconds(10));
    }

    /** Stands still until it is moved. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-23T01:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
