package cn.anlan.report;

import cn.anlan.entry.Period;
import cn.anlan.entry.Text;
import cn.anlan.report.form.CaseFlow;
import cn.anlan.report.form.Column;
import cn.anlan.report.form.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A report in words (简报文字), with the change against the period before (环比) and the year before (同比). Source: the published monthly
 * bulletin named in domain.md §8.2.
 */
public final class Bulletin {
    private static final int MOST_TYPES = 5;

    private final Report now;
    private final Report before;
    private final Report lastYear;
    private final String orgName;

    /** Three fillings of the same report, and who reports. */
    public Bulletin(String orgName, Report now, Report before, Report lastYear) {
        this.orgName = orgName;
        this.now = now;
        this.before = before;
        this.lastYear = lastYear;
    }

    /** The text, a paragraph a line. */
    public String text() {
        List<String> paragraphs = now.layout().code().equals(CaseFlow.CODE) ? flow() : cases();
        return String.join("\n", paragraphs);
    }

    private List<String> cases() {
        return paragraphs(sentence("head", orgName, period(now), n("accepted"), n("total")) + sentence("success", n("success"), shown("success_rate"))
                        + sentence("people", n("people"), n("difficult"), shown("amount_fen")),
                sentence("source", part("active"), part("applied"), part("entrusted")) + types("type_", "report.bulletin.types")
                        + sentence("form", n("oral"), n("written"), n("performed"), n("court_valid")) + sentence("hand", n("in_hand"))
                        + sentence("screening", n("screenings"), n("found"), n("prevented")),
                "total", "success", "success_rate");
    }

    private List<String> flow() {
        return paragraphs(sentence("flow_head", orgName, period(now), n("opening"), n("accepted")) + sentence("flow", n("settled"), n("resolved"),
                        shown("resolve_rate")) + sentence("flow_rest", n("moved"), n("closing"), n("overdue"), n("key")),
                rows("zz_", "report.bulletin.rows") + sentence("flow_people", n("people"), n("crowd"))
                        + sentence("screening", n("screenings"), n("found"), n("prevented")),
                "accepted", "settled", "resolve_rate");
    }

    /** What is said of the period, then the changes in two numbers and a share; of a year the period before is last year's. */
    private List<String> paragraphs(String now, String parts, String first, String second, String rate) {
        List<String> all = new ArrayList<>(List.of(now, parts));
        if (!before.request().equals(lastYear.request())) {
            all.add(change("before", before, first, second, rate));
        }
        all.add(change("last_year", lastYear, first, second, rate));
        return all;
    }

    private static String sentence(String key, Object... args) {
        return Text.of("report.bulletin." + key, args);
    }

    private static String period(Report report) {
        Period period = report.request().period();
        return Text.of("report.print.period_bare", Printing.day(period.from()), Printing.day(period.to()));
    }

    private static Row all(Report report) {
        return report.layout().row("all");
    }

    private long n(String column) {
        return value(now, column);
    }

    private static long value(Report report, String column) {
        return report.value(all(report), report.layout().column(column));
    }

    private String shown(String column) {
        return now.shown(all(now), now.layout().column(column));
    }

    /** 主动调解 2 件，占 22.2%. */
    private String part(String column) {
        return part(now.layout().column(column).label(), n(column), n("total"));
    }

    private static String part(String label, long part, long whole) {
        return whole == 0 ? sentence("part_bare", label, part) : sentence("part", label, part, percent(part, whole));
    }

    private static String percent(long part, long whole) {
        return BigDecimal.valueOf(part).multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP).toPlainString();
    }

    /** One part of a whole by name. */
    private record Named(String label, long number) {}

    private String types(String beginning, String key) {
        List<Named> types = now.layout().columns().stream().filter(column -> column.key().startsWith(beginning))
                .map(column -> new Named(column.label(), now.value(all(now), column))).toList();
        return ranked(types, n("total"), key);
    }

    private String rows(String beginning, String key) {
        Column accepted = now.layout().column("accepted");
        List<Named> rows = now.layout().rows().stream().filter(row -> row.key().startsWith(beginning))
                .map(row -> new Named(row.label(), now.value(row, accepted))).toList();
        return ranked(rows, n("accepted"), key);
    }

    private static String ranked(List<Named> all, long whole, String key) {
        List<String> most = new ArrayList<>(all.stream().filter(one -> one.number > 0).sorted(Comparator.comparing(Named::number).reversed())
                .limit(MOST_TYPES).map(one -> part(one.label, one.number, whole)).toList());
        return most.isEmpty() ? "" : Text.of(key, String.join("、", most));
    }

    private String change(String key, Report other, String first, String second, String rate) {
        return sentence(key, period(other), moved(other, first), moved(other, second), points(other, rate));
    }

    /** 调解案件总数 9 件，增加 8 件，上升 800.0%. */
    private String moved(Report other, String column) {
        String label = now.layout().column(column).label().replaceAll("[（(].*", "");
        long is = n(column);
        long was = value(other, column);
        if (is == was) {
            return sentence("same", label, was);
        }
        String direction = is > was ? "more" : "less";
        String moved = sentence(direction, label, was, Math.abs(is - was));
        return was == 0 ? moved : moved + sentence(direction + "_percent", percent(Math.abs(is - was), was));
    }

    private String points(Report other, String rate) {
        String label = now.layout().column(rate).label().replaceAll("[（(].*", "");
        long is = n(rate);
        long was = value(other, rate);
        if (is < 0 || was < 0) {
            return sentence("no_rate", label);
        }
        String points = BigDecimal.valueOf(Math.abs(is - was), 1).toPlainString();
        return is == was ? sentence("rate_same", label) : sentence(is > was ? "rate_up" : "rate_down", label, points);
    }
}
