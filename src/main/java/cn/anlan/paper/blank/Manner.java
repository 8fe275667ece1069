package cn.anlan.paper.blank;

import cn.anlan.entry.Mask;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.paper.blank.Item.Value;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How values are written in official papers (写法): days as 年月日, amounts in yuan or in capital figures, a line where nothing is known. */
final class Manner {
    /** What may stand behind a bar in a blank. */
    static final Set<String> WAYS = Set.of("capital", "age", "masked", "line", "day", "figure", "plain");

    private Manner() {}

    static String write(Value value, List<String> ways, LocalDate today) {
        Object raw = value.raw();
        if (ways.contains("age") && raw instanceof LocalDate birth) {
            return String.valueOf(Period.between(birth, today).getYears());
        } else if (ways.contains("masked") && value.field() != null && value.field().sensitivity().isPresent()) {
            return Mask.of(value.field(), value.shown());
        } else if (ways.contains("plain")) {
            return value.type() == Type.PLACE ? value.shown().replace(" · ", "") : value.shown();
        }
        return switch (raw) {
            case LocalDateTime moment when !ways.contains("day") -> day(moment.toLocalDate())
                    + Text.of("paper.written.minute", moment.getHour(), String.format("%02d", moment.getMinute()));
            case LocalDateTime moment -> day(moment.toLocalDate());
            case LocalDate date -> day(date);
            case Long fen when value.type() == Type.MONEY -> ways.contains("capital") ? capital(fen) : yuan(fen, ways.contains("figure"));
            case null, default -> value.type() == Type.PLACE ? value.shown().replace(" · ", "") : value.shown();
        };
    }

    /** What stands where nothing is known: room for a date, or a line if one is asked for. */
    static String blank(Type type, List<String> ways) {
        return type == Type.DATE || type == Type.TIME ? ways.contains("age") ? "" : Text.of("paper.written.no_day")
                : ways.contains("line") ? Text.of("paper.written.line") : "";
    }

    private static String day(LocalDate day) {
        return Text.of("paper.written.day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static String yuan(long fen, boolean figureOnly) {
        var format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        String figure = format.format(BigDecimal.valueOf(fen, 2));
        return figureOnly ? figure : Text.of("paper.written.yuan", figure);
    }

    /** 壹仟贰佰叁拾元伍角整, as sums stand in agreements. */
    static String capital(long fen) {
        String digits = Text.of("paper.capital.digits");
        String[] coins = Text.of("paper.capital.coins").split(",", -1);
        long yuan = fen / 100;
        int jiao = (int) (fen / 10 % 10);
        int cents = (int) (fen % 10);
        var words = new StringBuilder(yuan == 0 && fen != 0 ? "" : whole(yuan, digits) + coins[0]);
        if (jiao > 0) {
            words.append(digits.charAt(jiao)).append(coins[1]);
        } else if (cents > 0 && yuan > 0) {
            words.append(digits.charAt(0));
        }
        words.append(cents > 0 ? digits.charAt(cents) + coins[2] : coins[3]);
        return words.toString();
    }

    private static String whole(long yuan, String digits) {
        String places = Text.of("paper.capital.places");
        String[] groups = Text.of("paper.capital.groups").split(",", -1);
        String zero = digits.substring(0, 1);
        var words = new StringBuilder();
        boolean gap = false;
        for (int group = groups.length - 1; group >= 0; group--) {
            int part = (int) (yuan / (long) Math.pow(10_000, group) % 10_000);
            if (part == 0) {
                gap |= !words.isEmpty();
                continue;
            }
            if (gap || (!words.isEmpty() && part < 1000)) {
                words.append(zero);
            }
            words.append(part(part, digits, places)).append(groups[group]);
            gap = false;
        }
        return words.isEmpty() ? zero : words.toString();
    }

    private static String part(int part, String digits, String places) {
        var words = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = (int) (part / Math.pow(10, place)) % 10;
            if (digit == 0) {
                gap = !words.isEmpty();
                continue;
            }
            words.append(gap ? digits.substring(0, 1) : "").append(digits.charAt(digit)).append(place == 0 ? "" : places.charAt(place - 1));
            gap = false;
        }
        return words.toString();
    }
}
