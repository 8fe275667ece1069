package cn.anlan.entry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A value is the same in a form, in a sheet and in a column, there and back. */
class TypeRoundTripTest {

    @Provide
    Arbitrary<Set<String>> codes() {
        return Arbitraries.strings().withCharRange('0', '9').withCharRange('a', 'z').ofMinLength(1).ofMaxLength(6).set().ofMaxSize(8);
    }

    @Property(tries = 200)
    void aSetOfCodesSurvivesColumnAndWriting(@ForAll("codes") Set<String> codes) {
        Object column = Type.CODES.toColumn(codes);
        assertThat(Type.CODES.fromColumn(column)).isEqualTo(codes);
        assertThat(Type.CODES.parse(Type.CODES.write(codes))).isEqualTo(codes);
        assertThat(column == null).isEqualTo(codes.isEmpty());
    }

    @Property(tries = 200)
    void everyCodeOfAColumnStandsBetweenCommasSoThatAQueryFindsTheWholeCodeOnly(@ForAll("codes") Set<String> codes) {
        Object column = Type.CODES.toColumn(codes);
        codes.forEach(code -> assertThat((String) column).contains("," + code + ","));
    }

    @Property(tries = 100)
    void theOrderCodesWereTypedInDoesNotChangeTheColumn(@ForAll("codes") Set<String> codes) {
        List<String> backwards = List.copyOf(codes).reversed();
        assertThat(Type.CODES.toColumn(new LinkedHashSet<>(backwards))).isEqualTo(Type.CODES.toColumn(codes));
    }

    @Property(tries = 300)
    void aDayIsReadHoweverItsPartsAreParted(@ForAll @IntRange(min = 1900, max = 2200) int year, @ForAll @IntRange(min = 1, max = 366) int ofYear,
            @ForAll @IntRange(min = 0, max = 4) int manner) {
        LocalDate day = LocalDate.ofYearDay(year, Math.min(ofYear, LocalDate.of(year, 1, 1).lengthOfYear()));
        String pattern = List.of("%d-%d-%d", "%d/%02d/%d", "%d.%d.%02d", "%d%02d%02d", "%d年%d月%d日").get(manner);
        assertThat(Type.DATE.parse(String.format(pattern, day.getYear(), day.getMonthValue(), day.getDayOfMonth()))).isEqualTo(day);
        assertThat(Type.DATE.fromColumn(Type.DATE.toColumn(day))).isEqualTo(day);
    }

    @Property(tries = 200)
    void columnsOfDaysAndMinutesSortAsTimePasses(@ForAll @LongRange(min = 0, max = 100_000_000) long one, @ForAll @LongRange(min = 0, max = 100_000_000) long two) {
        LocalDateTime begin = LocalDateTime.of(1900, 1, 1, 0, 0);
        String first = (String) Type.TIME.toColumn(begin.plusMinutes(one));
        String second = (String) Type.TIME.toColumn(begin.plusMinutes(two));
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Long.compare(one, two));
    }

    @Property(tries = 200)
    void anAmountIsWrittenWithTwoPlacesAlways(@ForAll @LongRange(min = 0, max = 10_000_000_000_000L) long fen) {
        assertThat(Type.MONEY.write(fen)).matches("\\d+\\.\\d\\d");
        assertThat(Type.MONEY.fromColumn(Type.MONEY.toColumn(fen))).isEqualTo(fen);
        assertThat(Type.MONEY.parse(Type.MONEY.write(fen) + "元")).isEqualTo(fen);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFlagIsOneOrNoughtInItsColumn(boolean flag) {
        assertThat(Type.FLAG.toColumn(flag)).isEqualTo(flag ? 1L : 0L);
        assertThat(Type.FLAG.fromColumn(Type.FLAG.toColumn(flag))).isEqualTo(flag);
    }

    @ParameterizedTest
    @CsvSource({"-1, -1", "'1,000', 1000", "007, 7", "+5, 5", "0, 0"})
    void aCountIsReadAsPeopleWriteIt(String written, long count) {
        assertThat(Type.INTEGER.parse(written)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "1,2,3.456", "-", "元", "12 34", "1e-5"})
    void whatIsNoAmountIsNone(String written) {
        assertThatThrownBy(() -> Type.MONEY.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01 ", "2026-01-01 24:01", "2026-02-29 08:00", "2026-01-01 8", "08:30", "2026-01-01 08:60", "2026-01-01 上午"})
    void whatIsNoMinuteIsNoneUnlessItIsADay(String written) {
        if (written.strip().length() == 10) {
            assertThat(Type.TIME.parse(written)).isEqualTo(LocalDate.of(2026, 1, 1).atStartOfDay());
        } else {
            assertThatThrownBy(() -> Type.TIME.parse(written)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, true", "2025-02-29, false", "2000-02-29, true", "1900-02-29, false", "2025-04-31, false", "2025-12-31, true",
        "20240229, true", "20250229, false", "0000-00-00, false"})
    void aDayMustBeInTheCalendar(String written, boolean isOne) {
        if (isOne) {
            assertThat(Type.DATE.parse(written)).isInstanceOf(LocalDate.class);
        } else {
            assertThatThrownBy(() -> Type.DATE.parse(written)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三", " 张三 ", "\t张三\n"})
    void textLosesOnlyWhatStandsAroundIt(String written) {
        assertThat(Type.TEXT.parse(written)).isEqualTo("张三");
        assertThat(Type.CODE.parse(written)).isEqualTo("张三");
        assertThat(Type.PLACE.parse(written)).isEqualTo("张三");
        assertThat(Type.LINK.parse(written)).isEqualTo("张三");
    }

    @Property(tries = 200)
    void parseNeverFailsButByRefusing(@ForAll Type type, @ForAll String anything) {
        try {
            Object value = type.parse(anything);
            if (value != null && type != Type.CODES && type != Type.TEXT) {
                assertThat(type.parse(type.write(value))).isEqualTo(value);
            }
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"院墙\n滴水", "院墙\r\n滴水", "院墙\r滴水", " 院墙\r\n滴水\r\n"})
    void lineBreaksOfEveryKindAreOne(String written) {
        assertThat(Type.TEXT.parse(written)).isEqualTo("院墙\n滴水");
    }
}
