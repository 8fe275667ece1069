package cn.anlan.security.key;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Keys that are tried in a moment: what a password costs is not what these benchmarks are about. */
public final class BenchKeys {
    private BenchKeys() {}

    public static Keys of(Path folder, Clock clock) {
        return new Keys(folder, clock, () -> new Cost(64, 1, 1));
    }

    /** The files keys stand in, the copy last. */
    public static List<String> names() {
        return List.of(KeyFile.NAME, KeyFile.COPY);
    }
}
