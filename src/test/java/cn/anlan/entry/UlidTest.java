package cn.anlan.entry;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Ids sort as they were made, so that the newest entry is found without a look at the clock. */
class UlidTest {
    private static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");

    private static Ulid at(Instant instant, long seed) {
        return new Ulid(Clock.fixed(instant, ZoneOffset.UTC), new Random(seed));
    }

    @Test
    void anIdIsTwentySixSignsNobodyMistakesForOneAnother() {
        Ulid ids = new Ulid();
        for (int i = 0; i < 1000; i++) {
            assertThat(ids.next()).hasSize(Ulid.LENGTH).matches("[0-9A-HJKMNP-TV-Z]{26}");
        }
    }

    @Test
    void thousandsOfOneMillisecondAreInOrderAndNoneTwice() {
        Ulid ids = at(MORNING, 1);
        List<String> made = IntStream.range(0, 20_000).mapToObj(i -> ids.next()).toList();
        assertThat(made).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }

    @Test
    void theBeginningTellsTheMillisecond() {
        assertThat(at(Instant.EPOCH, 1).next()).startsWith("0000000000");
        assertThat(at(Instant.ofEpochMilli(31), 1).next()).startsWith("000000000Z");
        assertThat(at(Instant.ofEpochMilli(32), 1).next()).startsWith("0000000010");
        assertThat(at(MORNING, 1).next().substring(0, 10)).isEqualTo(at(MORNING, 2).next().substring(0, 10));
    }

    @Test
    void twoComputersOfOneMillisecondMakeDifferentIds() {
        Set<String> made = new HashSet<>();
        for (int seed = 0; seed < 500; seed++) {
            assertThat(made.add(at(MORNING, seed).next())).isTrue();
        }
    }

    @Test
    void theSameSeedMakesTheSameIdsAgain() {
        Ulid first = at(MORNING, 7);
        Ulid second = at(MORNING, 7);
        for (int i = 0; i < 50; i++) {
            assertThat(second.next()).isEqualTo(first.next());
        }
    }

    @Test
    void aClockSetBackDoesNotSetTheIdsBack() {
        List<Instant> hours = new ArrayList<>(List.of(MORNING, MORNING.minusSeconds(3600), MORNING.minusSeconds(7200), MORNING.plusMillis(1)));
        InstantSource clock = () -> hours.remove(0);
        Ulid ids = new Ulid(clock, new Random(3));
        List<String> made = List.of(ids.next(), ids.next(), ids.next(), ids.next());
        assertThat(made).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void laterIsGreater(@ForAll @LongRange(min = 0, max = 200_000_000_000_000L) long millis, @ForAll @LongRange(min = 1, max = 1_000_000) long passed,
            @ForAll long seed) {
        String before = at(Instant.ofEpochMilli(millis), seed).next();
        String after = at(Instant.ofEpochMilli(millis + passed), seed ^ 1).next();
        assertThat(after).isGreaterThan(before);
    }

    @Test
    void manyHandsAtOnceNeverGetTheSame() {
        Ulid ids = at(MORNING, 9);
        Set<String> made = new ConcurrentSkipListSet<>();
        IntStream.range(0, 4000).parallel().forEach(i -> made.add(ids.next()));
        assertThat(made).hasSize(4000);
    }
}
