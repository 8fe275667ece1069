package cn.anlan.security.key;

import cn.anlan.entry.Refused;
import cn.anlan.store.EntryJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long somebody must wait who guessed wrong too often (输错等待): nothing the first four times, then half a minute, doubled each time up to
 * an hour. Written down beside the keys, so that starting again does not help; a clock set back makes the wait begin anew.
 */
final class Throttle {
    static final int FREE = 5;

    private static final String NAME = "keys.wait";
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Path file;
    private final Clock clock;

    Throttle(Path folder, Clock clock) {
        this.file = folder.resolve(NAME);
        this.clock = clock;
    }

    /** Wrong guesses in a row, and when the last was. */
    private record Tries(int failures, Instant last) {
        Duration delay() {
            if (failures < FREE) {
                return Duration.ZERO;
            }
            Duration wait = FIRST.multipliedBy(1L << Math.min(failures - FREE, 10));
            return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        }
    }

    /** Throws {@link Refused} while this person has to wait. */
    void require(String name) {
        Duration left = left(name);
        if (left.isPositive()) {
            int failures = tries(read(), name).failures;
            throw left.compareTo(Duration.ofMinutes(1)) > 0 ? Refused.of("security.refused.wait_minutes", failures, left.toMinutes() + 1)
                    : Refused.of("security.refused.wait_seconds", failures, left.toSeconds() + 1);
        }
    }

    /** How long this person has to wait yet. */
    Duration left(String name) {
        Map<String, Object> all = read();
        Tries tries = tries(all, name);
        Instant now = clock.instant();
        if (now.isBefore(tries.last)) {
            tries = new Tries(tries.failures, now);
            write(all, name, tries);
        }
        return tries.delay().minus(Duration.between(tries.last, now));
    }

    /** Counts a wrong guess before it is told; how many in a row. */
    int failed(String name) {
        Map<String, Object> all = read();
        var tries = new Tries(tries(all, name).failures + 1, clock.instant());
        write(all, name, tries);
        return tries.failures;
    }

    void succeeded(String name) {
        Map<String, Object> all = read();
        if (all.remove(name) != null) {
            write(all);
        }
    }

    private static Tries tries(Map<String, Object> all, String name) {
        return all.get(name) instanceof Map<?, ?> known && known.get("failures") instanceof Number failures && known.get("last") instanceof Number last
                ? new Tries(failures.intValue(), Instant.ofEpochMilli(last.longValue())) : new Tries(0, Instant.EPOCH);
    }

    private Map<String, Object> read() {
        try {
            return new LinkedHashMap<>(EntryJson.readAll(Files.readString(file)).get(0));
        } catch (IOException | RuntimeException none) {
            return new LinkedHashMap<>();
        }
    }

    private void write(Map<String, Object> all, String name, Tries tries) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("failures", tries.failures);
        object.put("last", tries.last.toEpochMilli());
        all.put(name, object);
        write(all);
    }

    private void write(Map<String, Object> all) {
        SmallFile.replace(file, EntryJson.write(all).getBytes(StandardCharsets.UTF_8));
    }
}
