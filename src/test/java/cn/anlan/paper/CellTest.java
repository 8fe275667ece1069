package cn.anlan.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a spreadsheet program keeps as a number is read as the person saw it on her screen. */
class CellTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "0.0, 0", "1E+2, 100", "13800000001, 13800000001", "1.38E10, 13800000000", "0.30000000000000004, 0.3", "12.50, 12.5",
        "-3, -3", "1200.49999999999995, 1200.5", "999999999999999, 999999999999999"})
    void aNumberIsItsPlainDigits(BigDecimal number, String text) {
        assertThat(Cell.number(number)).isEqualTo(new Cell(Cell.Kind.NUMBER, text));
    }

    @ParameterizedTest
    @CsvSource({"620623198001010000", "1000000000000000", "6.2062319800101E17"})
    void aNumberOfMoreThanFifteenDigitsHasLostItsEnd(BigDecimal number) {
        assertThat(Cell.number(number).kind()).isEqualTo(Cell.Kind.LOST);
    }

    @ParameterizedTest
    @CsvSource({"1, 1900-01-01", "59, 1900-02-28", "61, 1900-03-01", "45660, 2025-01-03", "2958465, 9999-12-31"})
    void daysCountFromTheLastDayOf1899(BigDecimal serial, String day) {
        assertThat(Cell.date(serial, false)).isEqualTo(Cell.text(day));
    }

    @ParameterizedTest
    @CsvSource({"44198, 2025-01-03", "1, 1904-01-02"})
    void onAMacintoshFrom1904(BigDecimal serial, String day) {
        assertThat(Cell.date(serial, true)).isEqualTo(Cell.text(day));
    }

    @ParameterizedTest
    @CsvSource({"45660.5, 2025-01-03 12:00", "45660.395833333336, 2025-01-03 09:30", "45660.99999999, 2025-01-04", "45660.3958449, 2025-01-03 09:30"})
    void aPartOfADayIsItsMinute(BigDecimal serial, String moment) {
        assertThat(Cell.date(serial, false).text()).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "2958466", "45660000"})
    void whatIsNoDayNumberStaysANumberEvenInADatesFormat(BigDecimal serial) {
        assertThat(Cell.date(serial, false).kind()).isEqualTo(Cell.Kind.NUMBER);
    }

    @Property(tries = 300)
    void everyDayOfACenturyIsReadBack(@ForAll @IntRange(min = 61, max = 60_000) int serial, @ForAll boolean from1904) {
        LocalDate zero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        LocalDate read = LocalDate.parse(Cell.date(BigDecimal.valueOf(serial), from1904).text());
        assertThat(ChronoUnit.DAYS.between(zero, read)).isEqualTo(serial);
    }

    @Property(tries = 300)
    void everyMinuteOfADayIsReadBack(@ForAll @IntRange(min = 1, max = 1439) int minute) {
        BigDecimal serial = BigDecimal.valueOf(45660 + minute / 1440.0);
        assertThat(Cell.date(serial, false).text()).isEqualTo(String.format("2025-01-03 %02d:%02d", minute / 60, minute % 60));
    }

    @Test
    void inAColumnOfDaysABareNumberIsADayUnlessItHasEightDigits() {
        assertThat(Cell.number(BigDecimal.valueOf(45660)).asDay(false)).isEqualTo("2025-01-03");
        assertThat(Cell.number(BigDecimal.valueOf(20250103)).asDay(false)).isEqualTo("20250103");
        assertThat(Cell.text("45660").asDay(false)).as("what was typed as text is text").isEqualTo("45660");
        assertThat(Cell.broken("#REF!").asDay(false)).isEqualTo("#REF!");
    }

    @Test
    void nothingIsBlankAndSoAreSpaces() {
        assertThat(Cell.text(null)).isSameAs(Cell.EMPTY);
        assertThat(Cell.text("")).isSameAs(Cell.EMPTY);
        assertThat(Cell.text("　 ").isBlank()).isTrue();
        assertThat(Cell.text("无").isBlank()).isFalse();
    }

    @Test
    void aRowIsAsLongAsOneAsksIt() {
        var row = new SheetRow(7, List.of(Cell.text("甲"), Cell.EMPTY));
        assertThat(row.cell(0).text()).isEqualTo("甲");
        assertThat(row.cell(1)).isSameAs(Cell.EMPTY);
        assertThat(row.cell(2)).isSameAs(Cell.EMPTY);
        assertThat(row.cell(-1)).isSameAs(Cell.EMPTY);
        assertThat(row.isBlank()).isFalse();
        assertThat(new SheetRow(8, List.of(Cell.EMPTY, Cell.text(" "))).isBlank()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, A", "25, Z", "26, AA", "701, ZZ", "702, AAA", "-1, ''"})
    void aFaultNamesItsColumnAsTheSpreadsheetDoes(int column, String letter) {
        assertThat(new SheetFault(3, column, "姓名", false, "「姓名」必填，请填写。", "").letter()).isEqualTo(letter);
    }
}
