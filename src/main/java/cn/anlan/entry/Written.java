package cn.anlan.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write numbers, days and minutes (书写习惯), also with a Chinese input method switched on, pasted from a web page or copied from a document. */
final class Written {
    /** From a wide letter to the plain one. */
    private static final int WIDE = 0xFF01 - '!';
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String IN_WORDS = "[〇一二三四五六七八九十]";
    private static final Pattern DAY_IN_WORDS = Pattern.compile("(" + IN_WORDS + "{4})年(" + IN_WORDS + "{1,3})月(" + IN_WORDS + "{1,3})[日号]");
    private static final Pattern DAY = Pattern.compile("(\\d{4})([-年])(\\d{1,2})([-月])(\\d{1,2})[日号]?");
    private static final Pattern MINUTE = Pattern.compile("(.*?[日号]?)[T ]*(\\d{1,2})(?:[:时点])(\\d{2})(?:分|:\\d{2}(?:\\.\\d+)?)?");
    private static final Pattern YUAN = Pattern.compile("[¥￥]? *([-+]?(?:\\d+\\.?\\d*|\\.\\d+)) *元?整?");

    private Written() {}

    /** Wide letters, digits and blanks made plain, marks nobody sees dropped. */
    static String plain(String written) {
        var plain = new StringBuilder();
        written.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).map(Written::plain).forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    private static int plain(int c) {
        return c > WIDE + ' ' && c < WIDE + 0x7F ? c - WIDE : Character.isSpaceChar(c) ? ' ' : c;
    }

    /** Line breaks of Windows and of old spreadsheets are line breaks like any other. */
    static String lines(String written) {
        return written.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** Fen of an amount in yuan; half a fen is none, nor is a number with an exponent. */
    static long fen(String yuan) {
        Matcher amount = YUAN.matcher(yuan.replace(",", ""));
        if (!amount.matches()) {
            throw new NumberFormatException(yuan);
        }
        return new BigDecimal(amount.group(1)).setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** 2025-1-3, 2025/01/03, 2025.1.3, 20250103, 2025年1月3日 and 二〇二五年一月三日 are all one day. */
    static LocalDate date(String text) {
        String joined = text.replaceAll("\\s", "").replaceAll("[/.。、—–]", "-");
        if (joined.matches("\\d{8}")) {
            joined = joined.substring(0, 4) + "-" + joined.substring(4, 6) + "-" + joined.substring(6);
        }
        Matcher words = DAY_IN_WORDS.matcher(joined.replaceAll("[零○]", "〇").replace("元月", "一月").replace("廿", "二十"));
        if (words.matches()) {
            return LocalDate.of(year(words.group(1)), small(words.group(2)), small(words.group(3)));
        }
        Matcher day = DAY.matcher(joined);
        if (!day.matches()) {
            throw new IllegalArgumentException(text);
        }
        return LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(3)), Integer.parseInt(day.group(5)));
    }

    private static int year(String words) {
        return words.chars().map(Written::digit).reduce(0, (year, digit) -> year * 10 + digit);
    }

    private static int digit(int word) {
        int digit = DIGITS.indexOf(word);
        if (digit < 0) {
            throw new IllegalArgumentException(Character.toString(word));
        }
        return digit;
    }

    /** 三, 十, 十二, 二十, 三十一. */
    private static int small(String words) {
        int ten = words.indexOf('十');
        if (ten < 0) {
            return words.length() == 1 ? digit(words.charAt(0)) : digit('十');
        }
        int tens = ten == 0 ? 1 : digit(words.charAt(0));
        int ones = ten + 1 == words.length() ? 0 : digit(words.charAt(ten + 1));
        if (ten > 1 || words.length() > ten + 2) {
            throw new IllegalArgumentException(words);
        }
        return tens * 10 + ones;
    }

    /** A day and a minute; a day alone is its first minute. Seconds are passed over. */
    static LocalDateTime time(String text) {
        Matcher minute = MINUTE.matcher(text);
        if (!minute.matches()) {
            return date(text).atStartOfDay();
        }
        return date(minute.group(1)).atTime(LocalTime.of(Integer.parseInt(minute.group(2)), Integer.parseInt(minute.group(3))));
    }
}
