package cn.anlan.entry;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Makes ids (编号): 26 letters and digits, in order of making, unique without asking anyone. */
public final class Ulid {
    /** How many characters an id has. */
    public static final int LENGTH = 26;

    private static final char[] SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private final InstantSource clock;
    private final RandomGenerator random;
    private long lastMillis;
    private long high;
    private long low;

    /** The ids of this PC. */
    public Ulid() {
        this(InstantSource.system(), new SecureRandom());
    }

    /** For ids that must come out the same again (sample data): a clock of one's own and a seeded source. */
    public Ulid(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** The next id of this maker, always greater than the one before. */
    public synchronized String next() {
        long millis = Math.max(clock.millis(), lastMillis);
        if (millis == lastMillis) {
            low++;
        } else {
            lastMillis = millis;
            high = random.nextLong() & 0xFF_FFFF_FFFFL;
            low = random.nextLong() & 0x7F_FFFF_FFFFL;
        }
        char[] id = new char[LENGTH];
        put(id, 0, 10, millis);
        put(id, 10, 8, high);
        put(id, 18, 8, low);
        return new String(id);
    }

    private static void put(char[] id, int from, int length, long bits) {
        for (int i = 0; i < length; i++) {
            id[from + length - 1 - i] = SYMBOLS[(int) (bits >>> (5 * i)) & 31];
        }
    }
}
