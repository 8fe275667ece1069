package cn.anlan.entry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TypeTest {
    @ParameterizedTest
    @ValueSource(strings = {"2025-01-03", "2025-1-3", "2025/1/3", "2025/01/03", "2025.1.3", "20250103", "2025年1月3日", " 2025年01月03日 "})
    void aDateIsWrittenInManyWays(String written) {
        assertThat(Type.DATE.parse(written)).isEqualTo(LocalDate.of(2025, 1, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "2025-13-01", "25-1-3", "2025-1", "2025", "昨天", "2025-1-3-4", "20250230", "2025--1"})
    void whatIsNoDateIsNoDate(String written) {
        assertThatThrownBy(() -> Type.DATE.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1200.50, 120050", "1200.5, 120050", "1200, 120000", "'1,200.50', 120050", "1200.50元, 120050", "'12，000元', 1200000", "0.01, 1", "0, 0",
        "1200.500, 120050"})
    void anAmountIsTypedInYuanAndKeptInFen(String written, long fen) {
        assertThat(Type.MONEY.parse(written)).isEqualTo(fen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1200.505", "千元", "1e400", "99999999999999999999", "1.2.3"})
    void halfAFenIsNoAmount(String written) {
        assertThatThrownBy(() -> Type.MONEY.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"是, true", "否, false", "1, true", "0, false", "TRUE, true", "no, false", "√, true", "Y, true"})
    void aFlagIsAYesOrANo(String written, boolean flag) {
        assertThat(Type.FLAG.parse(written)).isEqualTo(flag);
    }

    @Test
    void whatIsNeitherYesNorNoIsNoFlag() {
        assertThatThrownBy(() -> Type.FLAG.parse("也许")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-03 09:30", "2025-01-03T09:30", "2025年1月3日 9:30", "2025/1/3 09：30", "2025-01-03 09:30:59"})
    void aMinuteIsWrittenInManyWays(String written) {
        assertThat(Type.TIME.parse(written)).isEqualTo(LocalDateTime.of(2025, 1, 3, 9, 30));
    }

    @Test
    void aDayAloneIsItsBeginning() {
        assertThat(Type.TIME.parse("2025-01-03")).isEqualTo(LocalDateTime.of(2025, 1, 3, 0, 0));
        assertThat(Type.TIME.parse("2025年1月3日")).isEqualTo(LocalDateTime.of(2025, 1, 3, 0, 0));
        assertThat(Type.TIME.parse("2025年11月13日")).isEqualTo(LocalDateTime.of(2025, 11, 13, 0, 0));
        assertThatThrownBy(() -> Type.TIME.parse("2025-01-03 25:00")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void codesAreASetInAnyWriting() {
        assertThat(Type.CODES.parse("02、01,02；03 01")).isEqualTo(Set.of("01", "02", "03"));
        assertThat(Type.CODES.toColumn(Set.of("03", "01"))).isEqualTo(",01,03,");
        assertThat(Type.CODES.toColumn(Set.of())).isNull();
        assertThat(Type.CODES.fromColumn(",01,03,")).isEqualTo(Set.of("01", "03"));
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void nothingWrittenIsNoValue(Type type) {
        assertThat(type.parse(" ")).isEqualTo(type.fromColumn(null));
        assertThat(type.parse(null)).isEqualTo(type.fromColumn(null));
        assertThat(type.write(null)).isEmpty();
        assertThat(type.toColumn(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "一", "0x10", "99999999999999999999"})
    void aCountIsAWholeNumber(String written) {
        assertThatThrownBy(() -> Type.INTEGER.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(@ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long number,
            @ForAll @LongRange(min = 0, max = 200_000_000) long minute, @ForAll boolean flag) {
        LocalDateTime time = LocalDateTime.of(1900, 1, 1, 0, 0).plusMinutes(minute);
        assertThat(Type.INTEGER.parse(Type.INTEGER.write(number))).isEqualTo(number);
        assertThat(Type.MONEY.parse(Type.MONEY.write(number))).isEqualTo(number);
        assertThat(Type.TIME.parse(Type.TIME.write(time))).isEqualTo(time);
        assertThat(Type.DATE.parse(Type.DATE.write(time.toLocalDate()))).isEqualTo(time.toLocalDate());
        assertThat(Type.FLAG.parse(Type.FLAG.write(flag))).isEqualTo(flag);
        assertThat(Type.TIME.fromColumn(Type.TIME.toColumn(time))).isEqualTo(time);
    }
}
