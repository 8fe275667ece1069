package cn.anlan.paper;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a sheet (单元格) as its file has it.
 *
 * @param text what a person sees in it; a date cell reads as 2025-01-03 or 2025-01-03 09:30
 */
record Cell(Kind kind, String text) {
    static final Cell EMPTY = new Cell(Kind.TEXT, "");
    /** A spreadsheet keeps no more digits of a number than this. */
    private static final int DIGITS_KEPT = 15;
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_465);
    private static final int DAYS_1900_TO_1904 = 1462;
    private static final int SECONDS_A_DAY = 86_400;

    /** What stands in a cell. */
    enum Kind {
        TEXT,
        NUMBER,
        /** A formula's error, such as #DIV/0!. */
        BROKEN,
        /** A number too long to be one: its last digits are gone. */
        LOST
    }

    static Cell text(@Nullable String text) {
        return text == null || text.isEmpty() ? EMPTY : new Cell(Kind.TEXT, text);
    }

    static Cell broken(String error) {
        return new Cell(Kind.BROKEN, error);
    }

    /** A number without a date's format, as plain digits. */
    static Cell number(BigDecimal number) {
        boolean lost = number.precision() - number.scale() > DIGITS_KEPT;
        BigDecimal plain = lost ? number : number.round(new MathContext(DIGITS_KEPT)).stripTrailingZeros();
        return new Cell(lost ? Kind.LOST : Kind.NUMBER, plain.signum() == 0 ? "0" : plain.toPlainString());
    }

    /** A number shown as a date. */
    static Cell date(BigDecimal serial, boolean from1904) {
        if (!isSerial(serial)) {
            return number(serial);
        }
        LocalDateTime moment = moment(serial, from1904);
        String day = moment.toLocalDate().toString();
        return text(moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? day : day + " " + moment.toLocalTime().withSecond(0));
    }

    private static boolean isSerial(BigDecimal number) {
        return number.signum() > 0 && number.compareTo(LAST_SERIAL) <= 0;
    }

    /** Days since the last day of 1899, counting a 29 February 1900 that never was; or since the first day of 1904. */
    private static LocalDateTime moment(BigDecimal serial, boolean from1904) {
        long days = serial.toBigInteger().longValueExact() + (from1904 ? DAYS_1900_TO_1904 : 0);
        BigDecimal ofDay = serial.remainder(BigDecimal.ONE).multiply(BigDecimal.valueOf(SECONDS_A_DAY));
        long seconds = ofDay.setScale(0, RoundingMode.HALF_UP).longValueExact();
        return LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days).atStartOfDay().plusSeconds(seconds);
    }

    /** The day a bare number means in a column of dates: eight digits are a written date, anything less a serial. */
    String asDay(boolean from1904) {
        if (kind != Kind.NUMBER || text.matches("\\d{8}")) {
            return text;
        }
        return date(new BigDecimal(text), from1904).text;
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
