package cn.anlan;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.entry.Ulid;
import cn.anlan.security.Access;
import cn.anlan.store.Register;
import cn.anlan.store.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A whole house for one test: a real store in a folder of its own, today always {@link #TODAY}, the clerk always {@link #CLERK}, ids the same
 * in every run. Register it with {@code @RegisterExtension}, or open one by hand for a property and close it again.
 */
public final class TestHouse implements BeforeEachCallback, AfterEachCallback, AutoCloseable {
    /** A Monday of an ordinary working week. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final String CLERK = "王录入";
    /** The township every sample stands in, and a village of it. */
    public static final String TOWN = "620623100";
    public static final String VILLAGE = "620623100201";

    private static final Instant BEGINNING = TODAY.atTime(9, 0).atZone(Period.ZONE).toInstant();

    private final Ticking clock = new Ticking(BEGINNING);
    private int openings;
    private @Nullable Path folder;
    private @Nullable Wiring wiring;

    /** A house opened by hand. */
    public static TestHouse opened() {
        var house = new TestHouse();
        house.beforeEach(null);
        return house;
    }

    @Override
    public void beforeEach(@Nullable ExtensionContext context) {
        try {
            folder = Files.createTempDirectory("anlan-house");
            Files.write(folder.resolve("anlan.db"), Planted.STORE);
        } catch (IOException noFolder) {
            throw new IllegalStateException(noFolder);
        }
        reopen();
    }

    /** A store as every office begins with, made once: planting it anew takes longer than most tests. */
    private static final class Planted {
        private static final byte[] STORE = make();

        private static byte[] make() {
            try {
                Path folder = Files.createTempDirectory("anlan-planted");
                var clock = Clock.fixed(BEGINNING, Period.ZONE);
                Path file = folder.resolve("anlan.db");
                try (var wiring = new Wiring(folder, clock, new Ulid(clock, new Random(0)))) {
                    wiring.settings().put("clerk", CLERK);
                    wiring.settings().put("home", TOWN);
                }
                byte[] store = Files.readAllBytes(file);
                Disk.remove(folder);
                return store;
            } catch (IOException noFolder) {
                throw new IllegalStateException(noFolder);
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        shut();
        try (var files = Files.walk(folder())) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException stillThere) {
            throw new IllegalStateException(stillThere);
        }
    }

    /** Closes the store and opens it again, as the next morning does. */
    public void reopen() {
        if (wiring != null) {
            wiring.close();
        }
        wiring = new Wiring(folder(), clock, new Ulid(clock, new Random(++openings)));
    }

    /** Closes the store, for others to open. */
    public void shut() {
        if (wiring != null) {
            wiring.close();
            wiring = null;
        }
    }

    /** Opens the store, closed before, for one who has come in. */
    public void reopenAs(Access access) {
        wiring = new Wiring(folder(), clock, new Ulid(clock, new Random(++openings)), access);
    }

    public Wiring wiring() {
        return Objects.requireNonNull(wiring);
    }

    public Path folder() {
        return Objects.requireNonNull(folder);
    }

    /** The clock of the house; it stands still until it is moved. */
    public Clock clock() {
        return clock;
    }

    /** Moves the clock on. */
    public void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** Moves the clock to nine o'clock of a day. */
    public void comes(LocalDate day) {
        clock.now = day.atTime(9, 0).atZone(Period.ZONE).toInstant();
    }

    public <E extends Entry> Register<E> register(Class<E> type) {
        return wiring().registers().of(type);
    }

    /** Valid entries of this house, stored. */
    public Samples samples() {
        return new Samples(this);
    }

    /** A clock that stands still until it is moved. */
    private static final class Ticking extends Clock {
        private volatile Instant now;

        private Ticking(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return Period.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
