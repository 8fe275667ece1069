package cn.anlan.security;

import cn.anlan.entry.Refused;
import java.util.Optional;

/** After how many minutes without a key or a movement the store locks itself (空闲锁定). */
public final class Idle {
    /** The setting it stands in. */
    public static final String SETTING = "lock_minutes";
    /** What protection of grade two asks for (GB/T 22239-2019). */
    public static final int USUAL = 10;
    public static final int LEAST = 1;
    public static final int MOST = 60;

    private Idle() {}

    /** The minutes a setting says; the usual ones when it says none, or more than is safe. */
    public static int minutes(Optional<String> setting) {
        return setting.filter(Idle::isAllowed).map(Integer::valueOf).orElse(USUAL);
    }

    /** The minutes somebody typed. Throws {@link Refused} with the range. */
    public static int read(String typed) {
        String plain = typed.strip();
        if (!isAllowed(plain)) {
            throw Refused.of("security.refused.idle", LEAST, MOST);
        }
        return Integer.parseInt(plain);
    }

    private static boolean isAllowed(String text) {
        return text.matches("[1-9]\\d?") && Integer.parseInt(text) <= MOST;
    }
}
