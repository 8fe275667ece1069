package cn.anlan.app.page;

import cn.anlan.entry.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who works at this PC, written down and read again. */
class SetupTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final Map<String, String> settings = new HashMap<>();

    private Setup read() {
        return Setup.read(key -> Optional.ofNullable(settings.get(key)));
    }

    private static Clock on(LocalDate day) {
        return Clock.fixed(day.atTime(23, 30).atZone(ZONE).toInstant(), ZONE);
    }

    @Test
    void whatIsWrittenDownIsReadAgain() {
        var setup = new Setup("620623100", "620623100000", "华藏寺镇综治中心", "才让·东智", 31, 125);
        setup.begin(settings::put, "01ARZ3NDEKTSV4RRFFQ69G5FAV");
        assertThat(read()).isEqualTo(setup);
        assertThat(setup.isComplete()).isTrue();
        assertThat(settings).containsEntry("install_id", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
        setup.write(settings::put);
        assertThat(settings).as("the id of a PC stays").containsEntry("install_id", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
    }

    @Test
    void aNewPcHasToldNothing() {
        assertThat(read()).isEqualTo(new Setup("", "", "", "", 25, 100));
        assertThat(read().isComplete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "org_name", "clerk"})
    void withoutPlaceNameOrClerkTheQuestionsComeAgain(String missing) {
        new Setup("620623100", "620623100000", "综治中心", "才让", 25, 100).write(settings::put);
        settings.remove(missing);
        assertThat(read().isComplete()).isFalse();
    }

    /** A damaged setting must not keep an office from opening its book. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "0", "32", "999", "000", "25.5", "２５日", " 25"})
    void aDayNoMonthHasIsTheUsualOne(String written) {
        settings.put("cut_day", written);
        assertThat(read().cutDay()).isEqualTo(25);
        assertThat(read().period(on(LocalDate.of(2026, 2, 26)))).isEqualTo(new Period(LocalDate.of(2026, 2, 26), LocalDate.of(2026, 3, 25)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "5", "1", "999", "x", "-100"})
    void lettersStayReadable(String written) {
        settings.put("font_percent", written);
        assertThat(read().fontPercent()).isEqualTo(100);
    }

    @Test
    void thePeriodIsTheOneTodayFallsInto() {
        settings.put("cut_day", "31");
        assertThat(read().period(on(LocalDate.of(2026, 2, 28)))).isEqualTo(new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)));
        settings.put("cut_day", "20");
        assertThat(read().period(on(LocalDate.of(2026, 12, 21)))).isEqualTo(new Period(LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 20)));
    }
}
