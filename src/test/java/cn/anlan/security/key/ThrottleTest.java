package cn.anlan.security.key;

import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who guesses wrong too often waits, longer each time, whatever she does to the PC's clock. */
class ThrottleTest {
    private static final String NAME = "才让·东智";

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return Period.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private Throttle throttle() {
        return new Throttle(folder, clock);
    }

    private void fail(int times) {
        for (int i = 1; i <= times; i++) {
            assertThat(throttle().failed(NAME)).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "5, 30", "6, 60", "7, 120", "8, 240", "11, 1920", "12, 3600", "13, 3600", "40, 3600", "100, 3600"})
    void eachFailureDoublesTheWaitUpToAnHour(int failures, long seconds) {
        fail(failures);
        assertThat(throttle().left(NAME)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void theWaitEndsToTheSecond() {
        fail(5);
        now = now.plusSeconds(29);
        assertThatThrownBy(() -> throttle().require(NAME)).isInstanceOf(Refused.class).hasMessageContaining("5").hasMessageNotContaining("⟦");
        now = now.plusSeconds(1);
        assertThatCode(() -> throttle().require(NAME)).doesNotThrowAnyException();
    }

    @Test
    void theRightPasswordWipesTheSlate() {
        fail(7);
        throttle().succeeded(NAME);
        assertThat(throttle().left(NAME)).isLessThanOrEqualTo(Duration.ZERO);
        assertThat(throttle().failed(NAME)).isEqualTo(1);
        throttle().succeeded("nobody");
        assertThat(throttle().failed(NAME)).isEqualTo(2);
    }

    @Test
    void oneWaitsForHerselfAlone() {
        fail(6);
        assertThatCode(() -> throttle().require("马调解")).doesNotThrowAnyException();
        assertThat(throttle().failed("马调解")).isEqualTo(1);
        assertThat(throttle().left(NAME)).isEqualTo(Duration.ofMinutes(1));
    }

    /** A clock set back does not lengthen the wait for ever, nor shorten it. */
    @Test
    void aClockSetBackBeginsTheWaitAnew() {
        fail(6);
        now = now.minus(Duration.ofDays(400));
        assertThat(throttle().left(NAME)).isEqualTo(Duration.ofMinutes(1));
        now = now.plusSeconds(40);
        assertThat(throttle().left(NAME)).isEqualTo(Duration.ofSeconds(20));
        now = now.plusSeconds(20);
        assertThatCode(() -> throttle().require(NAME)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"才让·东智\":3}", "{\"才让·东智\":{\"failures\":\"x\",\"last\":0}}", "{\"才让·东智\":{}}", "\u0000\u0001"})
    void aDamagedFileLocksNobodyOut(String damaged) throws IOException {
        Files.writeString(folder.resolve("keys.wait"), damaged);
        assertThatCode(() -> throttle().require(NAME)).doesNotThrowAnyException();
        assertThat(throttle().failed(NAME)).isEqualTo(1);
        fail2to5();
        assertThat(throttle().left(NAME)).isEqualTo(Duration.ofSeconds(30));
    }

    private void fail2to5() {
        for (int i = 2; i <= 5; i++) {
            assertThat(throttle().failed(NAME)).isEqualTo(i);
        }
    }
}
