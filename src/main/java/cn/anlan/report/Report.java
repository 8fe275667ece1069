package cn.anlan.report;

import cn.anlan.entry.Text;
import cn.anlan.report.form.Column;
import cn.anlan.report.form.CrossFooting;
import cn.anlan.report.form.Layout;
import cn.anlan.report.form.Request;
import cn.anlan.report.form.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A report filled in (报表): a number in every cell, what a clerk corrected by hand, and the cross-footing rules that do not hold. */
public final class Report {
    /** 万元 in fen. */
    private static final int WAN_YUAN_SCALE = 6;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Request request;
    private final Layout layout;
    private final Tally counted;
    private final Tally corrected;

    Report(Request request, Layout layout, Tally counted, Tally corrected) {
        this.request = request;
        this.layout = layout;
        this.counted = counted;
        this.corrected = corrected;
    }

    public Request request() {
        return request;
    }

    public Layout layout() {
        return layout;
    }

    /** Cases, people or fen; of a share tenths of a percent, or -1 where there is no whole. Corrections are in it. */
    public long value(Row row, Column column) {
        if (column.measure() instanceof Column.Rate rate) {
            return share(value(row, layout.column(rate.part())), value(row, layout.column(rate.whole())));
        }
        return counted.of(row, column) + corrected.of(row, column);
    }

    private static long share(long part, long whole) {
        return whole <= 0 ? -1 : BigDecimal.valueOf(part).multiply(BigDecimal.valueOf(1000)).divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** How much of a value was added by hand. */
    public long correction(Row row, Column column) {
        return corrected.of(row, column);
    }

    /** The value as printed: money in 万元 with two decimals, shares in percent with one; a heading has none. */
    public String shown(Row row, Column column) {
        return row.isHeading() ? "" : shown(column, value(row, column));
    }

    /** A value of a column as printed. */
    public static String shown(Column column, long value) {
        return switch (column.measure()) {
            case Column.Count count -> String.valueOf(value);
            case Column.Sum sum -> String.valueOf(value);
            case Column.Fen fen -> BigDecimal.valueOf(value, WAN_YUAN_SCALE).setScale(2, RoundingMode.HALF_UP).toPlainString();
            case Column.Rate rate -> value < 0 ? Text.of("report.no_share")
                    : BigDecimal.valueOf(value).multiply(PERCENT).divide(BigDecimal.valueOf(1000), 1, RoundingMode.HALF_UP).toPlainString();
        };
    }

    /**
     * A rule that does not hold (勾稽不符).
     *
     * @param rows the rows it was found in; several where rows were added up
     * @param columns the columns concerned
     * @param sentence what does not agree, with the numbers
     */
    public record Broken(Set<String> rows, Set<String> columns, String sentence) {

        /** Whether a cell takes part in it. */
        public boolean concerns(Row row, Column column) {
            return rows.contains(row.key()) && columns.contains(column.key());
        }
    }

    /** Every rule that does not hold, row by row and then across rows. */
    public List<Broken> broken() {
        List<Broken> broken = new ArrayList<>();
        for (Row row : layout.rows()) {
            if (!row.isHeading()) {
                layout.rules().forEach(rule -> check(row, rule, broken));
            }
        }
        layout.breakdowns().forEach(breakdown -> check(breakdown, broken));
        return broken;
    }

    private void check(Row row, CrossFooting rule, List<Broken> broken) {
        long left = sum(row, rule.left());
        long right = sum(row, rule.right());
        if (!rule.holds(left, right)) {
            List<String> columns = new ArrayList<>(rule.right());
            rule.left().forEach(key -> columns.add(bare(key)));
            Column unit = layout.column(rule.right().get(0));
            broken.add(new Broken(Set.of(row.key()), Set.copyOf(columns), Text.of("report.broken", row.label().strip(), rule.sentence(),
                    shown(unit, left), shown(unit, right))));
        }
    }

    private long sum(Row row, List<String> keys) {
        long sum = 0;
        for (String key : keys) {
            long value = value(row, layout.column(bare(key)));
            sum += key.startsWith("-") ? -value : value;
        }
        return sum;
    }

    private static String bare(String key) {
        return key.startsWith("-") ? key.substring(1) : key;
    }

    private void check(Layout.Breakdown breakdown, List<Broken> broken) {
        Row whole = layout.row(breakdown.whole());
        for (Column column : layout.columns()) {
            long sum = breakdown.parts().stream().mapToLong(key -> value(layout.row(key), column)).sum();
            if (!column.isDerived() && !breakdown.except().contains(column.key()) && sum != value(whole, column)) {
                List<String> rows = new ArrayList<>(breakdown.parts());
                rows.add(whole.key());
                broken.add(new Broken(Set.copyOf(rows), Set.of(column.key()), Text.of("report.broken", column.label(),
                        Text.of("report.rule." + breakdown.key()), shown(column, sum), shown(column, value(whole, column)))));
            }
        }
    }
}
