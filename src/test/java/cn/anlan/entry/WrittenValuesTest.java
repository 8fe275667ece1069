package cn.anlan.entry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a clerk types with a Chinese input method switched on, in its wide letters and its own points and dashes. */
class WrittenValuesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @ParameterizedTest
    @ValueSource(strings = {"２０２６-１-５", "２０２６０１０５", "2026．1．5", "2026。1。5", "2026／1／5", "2026－01－05", "2026—1—5", "2026–1–5", "２０２６年１月５日",
        "2026年 1月 5日", "2026 年 1 月 5 日", "2026年1月5号", "2026、1、5", "2026-1-5\n", "\u00A02026-01-05\u00A0", "\u202D2026-01-05\u202C", "二〇二六年一月五日",
        "二零二六年一月五日", "二○二六年一月五日", "二〇二六年元月五日"})
    void aDayIsADayHoweverItsDigitsAreWritten(String written) {
        assertThat(Type.DATE.parse(written)).isEqualTo(DAY);
    }

    @ParameterizedTest
    @CsvSource({"二〇二五年十月十日, 2025-10-10", "二〇二五年十二月三十一日, 2025-12-31", "二〇二五年十一月二十日, 2025-11-20", "二〇二四年二月二十九日, 2024-02-29",
        "一九八八年三月二十一日, 1988-03-21", "二〇〇〇年一月一日, 2000-01-01", "二〇二五年一月廿三日, 2025-01-23"})
    void aDayMayStandAsInADocument(String written, LocalDate day) {
        assertThat(Type.DATE.parse(written)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"二〇二五年十三月一日", "二〇二五年二月三十日", "二五年一月一日", "二〇二五年一月", "十月十日", "年月日", "二〇二五年百月一日", "2026。1", "2026.1.5.6",
        "今天", "-2026-1-5", "2026-1--5", "２０２６", "2026-+1-5", "0000年1月1日x"})
    void whatIsNoDayIsToldAndNotGuessed(String written) {
        assertThatThrownBy(() -> Type.DATE.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-1-5 9:30", "２０２６－１－５　９：３０", "2026年1月5日　9:30", "2026年1月5日 9时30分", "2026年1月5日9时30分", "2026年1月5日 9点30分",
        "2026.1.5  09:30", "2026/1/5 9：30", "2026-01-05T09:30", "\u202D2026-01-05 09:30\u202C"})
    void aMinuteToo(String written) {
        assertThat(Type.TIME.parse(written)).isEqualTo(LocalDateTime.of(2026, 1, 5, 9, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-1-5 25:00", "2026-1-5 9:60", "9:30", "2026-1-5 9:30 9:40", "2026-1-5 上午", "2026-1-5 -9:30"})
    void whatIsNoMinuteIsTold(String written) {
        assertThatThrownBy(() -> Type.TIME.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDayAloneIsItsFirstMinute() {
        assertThat(Type.TIME.parse("２０２６。１。５")).isEqualTo(DAY.atStartOfDay());
    }

    @ParameterizedTest
    @CsvSource({"１２００, 120000", "１２００．５０, 120050", "￥1200, 120000", "¥1200.5, 120050", "'1,200.50 元', 120050", "'1，200元整', 120000",
        "0.10元, 10", "-5, -500", "+5, 500", ".5, 50"})
    void anAmountIsReadInWideDigitsAndWithItsSign(String written, long fen) {
        assertThat(Type.MONEY.parse(written)).isEqualTo(fen);
    }

    /** A one with nine noughts in front of it is not a thousand million yuan, and one with a thousand million noughts stops no PC. */
    @ParameterizedTest
    @ValueSource(strings = {"1e3", "1E9", "1e999999999", "1e-2", "1.2万", "--5", "5-", "1.2.3", "元", "￥", ".", "0x10", "1/2"})
    @Timeout(2)
    void whatIsNoAmountIsTold(String written) {
        assertThatThrownBy(() -> Type.MONEY.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"１２, 12", "'1,200', 1200", "'1，200', 1200", "-3, -3", "０, 0"})
    void aNumberIsReadInWideDigits(String written, long number) {
        assertThat(Type.INTEGER.parse(written)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "十二", "1e3", "12人", "99999999999999999999", "-", "1-2"})
    void whatIsNoNumberIsTold(String written) {
        assertThatThrownBy(() -> Type.INTEGER.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"１, true", "０, false", "ＴＲＵＥ, true", "ｎｏ, false", "' 是　', true"})
    void aTickIsReadInWideLetters(String written, boolean flag) {
        assertThat(Type.FLAG.parse(written)).isEqualTo(flag);
    }

    /** Names and sentences are nobody's to rewrite. */
    @ParameterizedTest
    @ValueSource(strings = {"１号楼", "才让·东智", "A／B", "（2026）1号", "2026。1。5", "𠮷田", "—", "二〇二六年"})
    void aTextStaysAsItWasWritten(String written) {
        assertThat(Type.TEXT.parse(written)).isEqualTo(written);
        assertThat(Type.TEXT.parse("　" + written + " \n")).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void nothingButBlanksIsNoValue(Type type) {
        for (String blank : new String[] {"", " ", "　", "\n\t ", "\r\n"}) {
            assertThat(type.parse(blank)).isEqualTo(type.parse(null));
        }
    }

    private static String wide(String written) {
        var wide = new StringBuilder();
        written.chars().map(c -> c > ' ' && c < 0x7F ? c + 0xFEE0 : c == ' ' ? 0x3000 : c).forEach(c -> wide.append((char) c));
        return wide.toString();
    }

    @Property(tries = 300)
    void everyDayIsReadBackFromWideLetters(@ForAll @IntRange(max = 200_000) int days) {
        LocalDate day = LocalDate.of(1800, 1, 1).plusDays(days);
        assertThat(Type.DATE.parse(wide(Type.DATE.write(day)))).isEqualTo(day);
        LocalDateTime moment = day.atTime(days % 24, days % 60);
        assertThat(Type.TIME.parse(wide(Type.TIME.write(moment)))).isEqualTo(moment);
    }

    @Property(tries = 300)
    void everyAmountIsReadBackFromWideLetters(@ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long fen) {
        assertThat(Type.MONEY.parse(wide(Type.MONEY.write(fen)))).isEqualTo(fen);
        assertThat(Type.INTEGER.parse(wide(Type.INTEGER.write(fen)))).isEqualTo(fen);
    }
}
