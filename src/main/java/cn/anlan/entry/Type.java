package cn.anlan.entry;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kind of value a field holds, and how that value is written in a column, a sheet and a form. */
public enum Type {
    TEXT,
    INTEGER,
    /** Fen. */
    MONEY,
    /** A civil date in Asia/Shanghai. */
    DATE,
    /** A civil date and minute in Asia/Shanghai. */
    TIME,
    FLAG,
    CODE,
    /** A set of codes, in one column as {@code ,a,b,}. */
    CODES,
    PLACE,
    LINK;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    /** The value as SQLite keeps it: text, a long, or null. */
    public @Nullable Object toColumn(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (this) {
            case INTEGER, MONEY -> ((Number) value).longValue();
            case FLAG -> ((Boolean) value) ? 1L : 0L;
            case DATE -> value.toString();
            case TIME -> MINUTE.format((LocalDateTime) value);
            case CODES -> joined((Collection<?>) value);
            case TEXT, CODE, PLACE, LINK -> value;
        };
    }

    private static @Nullable String joined(Collection<?> codes) {
        return codes.isEmpty() ? null : "," + String.join(",", codes.stream().map(String::valueOf).sorted().toList()) + ",";
    }

    /** The value a column holds; the column's own null is an empty set for {@link #CODES}, false for {@link #FLAG}. */
    public @Nullable Object fromColumn(@Nullable Object column) {
        if (column == null) {
            return this == CODES ? Set.of() : this == FLAG ? Boolean.FALSE : null;
        }
        return switch (this) {
            case INTEGER, MONEY -> ((Number) column).longValue();
            case FLAG -> ((Number) column).longValue() != 0;
            case DATE -> LocalDate.parse((String) column);
            case TIME -> LocalDateTime.parse((String) column);
            case CODES -> split((String) column);
            case TEXT, CODE, PLACE, LINK -> column;
        };
    }

    private static Set<String> split(String codes) {
        var set = new LinkedHashSet<String>();
        for (String code : codes.split("[,，、;；\\s]+", -1)) {
            if (!code.isBlank()) {
                set.add(code.strip());
            }
        }
        return set;
    }

    /** The value a person wrote (form, sheet, command line). Blank is no value. Throws {@link IllegalArgumentException} when it is none. */
    public @Nullable Object parse(@Nullable String written) {
        String text = written == null ? "" : switch (this) {
            case INTEGER, MONEY, DATE, TIME, FLAG -> Written.plain(written);
            case TEXT, CODE, CODES, PLACE, LINK -> Written.lines(written);
        };
        if (text.isEmpty()) {
            return fromColumn(null);
        }
        try {
            return switch (this) {
                case INTEGER -> Long.parseLong(text.replace(",", ""));
                case MONEY -> Written.fen(text);
                case FLAG -> flag(text);
                case DATE -> Written.date(text);
                case TIME -> Written.time(text);
                case CODES -> split(text);
                case TEXT, CODE, PLACE, LINK -> text;
            };
        } catch (DateTimeException | ArithmeticException | NumberFormatException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    /** The value as a person would write it; {@link #parse} reads it back. */
    public String write(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (this) {
            case MONEY -> BigDecimal.valueOf(((Number) value).longValue(), 2).toPlainString();
            case FLAG -> Text.of(((Boolean) value) ? "entry.yes" : "entry.no");
            case TIME -> MINUTE.format((LocalDateTime) value).replace('T', ' ');
            case CODES -> String.join(",", ((Collection<?>) value).stream().map(String::valueOf).sorted().toList());
            case TEXT, INTEGER, DATE, CODE, PLACE, LINK -> value.toString();
        };
    }

    private static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "y", "yes", "√", "✓" -> true;
            case "0", "false", "n", "no" -> false;
            default -> {
                if (text.equals(Text.of("entry.yes"))) {
                    yield true;
                }
                if (text.equals(Text.of("entry.no"))) {
                    yield false;
                }
                throw new IllegalArgumentException(text);
            }
        };
    }
}
