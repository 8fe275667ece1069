package cn.anlan.security.key;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How dear it is to try one password (口令代价): Argon2id (RFC 9106). Measured once on the PC where an account is made, kept in its slot.
 *
 * @param kib memory in KiB
 */
public record Cost(int kib, int passes, int lanes) {
    /** What RFC 9106 recommends where memory is scarce, within the heap of an old PC. */
    private static final Cost USUAL = new Cost(64 * 1024, 3, 1);
    /** Below this no password is safe (OWASP's least). */
    private static final Cost LEAST = new Cost(19 * 1024, 2, 1);
    private static final Duration TOO_LONG = Duration.ofMillis(1000);
    private static final Duration TOO_SHORT = Duration.ofMillis(350);
    private static final int MOST_PASSES = 12;
    /** No PC ever measured more; whoever writes more into a file of keys wants this one to stand still. */
    private static final Cost MOST = new Cost(256 * 1024, 64, 4);

    /** So dear that a login on this PC takes between a third of a second and one; never below the least that is safe. */
    public static Cost measured() {
        LEAST.took();
        Cost cost = USUAL;
        Duration took = cost.took();
        if (took.compareTo(TOO_LONG) > 0) {
            return took.dividedBy(3).compareTo(TOO_LONG) > 0 ? LEAST : new Cost(USUAL.kib, 1, 1);
        }
        while (took.compareTo(TOO_SHORT) < 0 && cost.passes < MOST_PASSES) {
            cost = new Cost(cost.kib, cost.passes * 2, cost.lanes);
            took = cost.took();
        }
        return cost;
    }

    /** As it was written down. Throws {@link IllegalArgumentException} when no PC can have measured it. */
    static Cost written(int kib, int passes, int lanes) {
        if (lanes < 1 || lanes > MOST.lanes || passes < 1 || passes > MOST.passes || kib < 8 * lanes || kib > MOST.kib) {
            throw new IllegalArgumentException("No cost of a password: " + kib + " " + passes + " " + lanes);
        }
        return new Cost(kib, passes, lanes);
    }

    /** Has the machinery loaded while somebody is still typing. */
    public static void warmUp() {
        new Cost(1024, 1, 1).key("".toCharArray(), new byte[16]);
    }

    private Duration took() {
        long begin = System.nanoTime();
        key("measured".toCharArray(), new byte[16]);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The key a password stands for; 32 bytes. Full-width letters count as plain ones, for nobody sees which she typed. */
    byte[] key(char[] password, byte[] salt) {
        ByteBuffer typed = StandardCharsets.UTF_8.encode(Normalizer.normalize(CharBuffer.wrap(password), Normalizer.Form.NFKC));
        byte[] bytes = Arrays.copyOf(typed.array(), typed.limit());
        var argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kib).withIterations(passes).withParallelism(lanes).withSalt(salt).build());
        byte[] key = new byte[Strongbox.KEY_BYTES];
        argon.generateBytes(bytes, key);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(typed.array(), (byte) 0);
        return key;
    }
}
