package cn.anlan.security.key;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Keys that are tried in a moment, for tests: what a password costs is not what they are about. */
public final class TestKeys {
    private TestKeys() {}

    public static Keys of(Path folder, Clock clock) {
        return of(folder, clock, Duration.ofSeconds(30));
    }

    /** The same, waiting no longer than this for another who changes the keys. */
    public static Keys of(Path folder, Clock clock, Duration patience) {
        return new Keys(folder, clock, () -> new Cost(64, 1, 1), patience);
    }
}
