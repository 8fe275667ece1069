package cn.anlan.security.key;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StrongboxTest {
    private static final byte[] KEY = Strongbox.random(Strongbox.KEY_BYTES);
    private static final byte[] PLAIN = "张建国 620623199001010016".getBytes(StandardCharsets.UTF_8);

    @Test
    void onlyKeyAndLabelTogetherOpen() {
        byte[] sealed = Strongbox.seal(KEY, "draft", PLAIN);
        assertThat(Strongbox.open(KEY, "draft", sealed)).hasValue(PLAIN);
        assertThat(Strongbox.open(KEY, "attachment", sealed)).isEmpty();
        assertThat(Strongbox.open(Strongbox.random(32), "draft", sealed)).isEmpty();
        assertThat(Strongbox.seal(KEY, "draft", PLAIN)).as("never twice the same").isNotEqualTo(sealed);
    }

    @Test
    void everyChangedBitAndEveryMissingByteIsFound() {
        byte[] sealed = Strongbox.seal(KEY, "draft", PLAIN);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(Strongbox.open(KEY, "draft", changed)).isEmpty();
        }
        for (int length = 0; length < sealed.length; length++) {
            assertThat(Strongbox.open(KEY, "draft", Arrays.copyOf(sealed, length))).isEmpty();
        }
    }

    /** Argon2id as the reference program of its authors computes it: {@code argon2 somesalt -id -t 2 -k 256 -p 1 -l 32} of "password". */
    @Test
    void argonIsTheOneEverybodyHas() {
        byte[] key = new Cost(256, 2, 1).key("password".toCharArray(), "somesalt".getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(key)).isEqualTo("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
    }

    @Test
    void aLetterIsTakenOutByItsOwnerAlone() {
        KeyPair owner = Mailbox.make();
        KeyPair other = Mailbox.make();
        byte[] open = owner.getPublic().getEncoded();
        byte[] letter = Mailbox.drop(open, KEY);
        assertThat(Mailbox.take(owner.getPrivate().getEncoded(), open, letter)).hasValue(KEY);
        assertThat(Mailbox.take(other.getPrivate().getEncoded(), open, letter)).isEmpty();
        letter[letter.length - 1] ^= 1;
        assertThat(Mailbox.take(owner.getPrivate().getEncoded(), open, letter)).isEmpty();
        assertThat(Mailbox.take(owner.getPrivate().getEncoded(), open, new byte[3])).isEmpty();
    }

    @Test
    void aRingOpensWhatItsOlderKeysSealedAndLetsPlainFilesBe() {
        KeyRing ring = KeyRing.fresh();
        byte[] old = ring.seal("attachment", PLAIN);
        KeyRing renewed = ring.renewed();
        assertThat(renewed.opening("attachment").apply(old)).isEqualTo(PLAIN);
        assertThat(renewed.opening("attachment").apply(PLAIN)).isEqualTo(PLAIN);
        assertThat(renewed.isOutdated(old)).isTrue();
        assertThat(renewed.isOutdated(PLAIN)).isTrue();
        byte[] anew = renewed.sealing("attachment").apply(PLAIN);
        assertThat(renewed.isOutdated(anew)).isFalse();
        assertThat(renewed.alone().opening("attachment").apply(anew)).isEqualTo(PLAIN);
        renewed.wipe();
        assertThat(renewed.newest()).containsOnly(0);
    }
}
