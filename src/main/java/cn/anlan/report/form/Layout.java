package cn.anlan.report.form;

import cn.anlan.entry.Refused;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;

/**
 * What a report looks like (表样): its rows, its columns, and what must agree.
 *
 * @param title as printed
 * @param rules within each row
 * @param breakdowns across rows
 */
public record Layout(String code, String title, List<Row> rows, List<Column> columns, List<CrossFooting> rules, List<Breakdown> breakdowns) {

    /** Some rows that together are another one (分项之和), but for columns whose records cannot be told apart by them. */
    public record Breakdown(String key, String whole, List<String> parts, Set<String> except) {}

    /** What the rows divide the cases by. */
    public List<Field<String>> dimensions() {
        return rows.stream().map(Row::by).filter(Objects::nonNull).map(Objects::requireNonNull).distinct().toList();
    }

    /** The row of this key or label; throws {@link Refused} naming those there are. */
    public Row row(String word) {
        return named(rows.stream(), Row::key, Row::label, word);
    }

    /** The column of this key or label; throws {@link Refused} naming those there are. */
    public Column column(String word) {
        return named(columns.stream(), Column::key, Column::label, word);
    }

    private static <T> T named(Stream<T> all, Function<T, String> key, Function<T, String> label, String word) {
        List<T> known = all.toList();
        return known.stream().filter(one -> key.apply(one).equals(word)).findFirst()
                .or(() -> known.stream().filter(one -> label.apply(one).strip().equals(word)).findFirst())
                .orElseThrow(() -> Refused.of("report.refused.no_cell", word, String.join(" ", known.stream().map(key).toList())));
    }
}
