package cn.anlan.report;

import cn.anlan.report.form.Column;
import cn.anlan.report.form.Facts;
import cn.anlan.report.form.Layout;
import cn.anlan.report.form.Request;
import cn.anlan.report.form.Row;
import cn.anlan.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;

import static cn.anlan.report.form.Facts.SQL;
import static org.jooq.impl.DSL.inline;

/** Counts what a report asks for (统计): all its numbers in one pass over the cases, or the cases behind them, by the same conditions. */
final class Counting {
    private final Database database;

    Counting(Database database) {
        this.database = database;
    }

    /** Every number of a report: one statement that adds up each column for each combination of what the rows divide by. */
    Tally count(Request request, Layout layout) {
        var tally = new Tally();
        var rows = new RowFinder(layout);
        List<Column> columns = stored(layout);
        int dimensions = layout.dimensions().size();
        database.each(statement(request, layout), result -> {
            Set<String> found = rows.of(result);
            for (int i = 0; i < columns.size(); i++) {
                long number = result.getLong(dimensions + i + 1);
                if (number != 0) {
                    for (String row : found) {
                        tally.add(row, columns.get(i).key(), number);
                    }
                }
            }
            return true;
        });
        return tally;
    }

    /** The statement behind a report. */
    static Select<?> statement(Request request, Layout layout) {
        List<SelectFieldOrAsterisk> wanted = new ArrayList<>(layout.dimensions());
        stored(layout).forEach(column -> wanted.add(aggregate(column.measure())));
        return SQL.select(wanted).from(Facts.of(request, false).asTable(DSL.name("facts"))).groupBy(layout.dimensions());
    }

    private static List<Column> stored(Layout layout) {
        return layout.columns().stream().filter(column -> !column.isDerived()).toList();
    }

    private static Field<?> aggregate(Column.Measure measure) {
        return switch (measure) {
            case Column.Count count -> DSL.count().filterWhere(count.when());
            case Column.Sum sum -> DSL.sum(sum.of()).filterWhere(sum.when());
            case Column.Fen fen -> DSL.sum(fen.of()).filterWhere(fen.when());
            case Column.Rate rate -> throw new IllegalArgumentException(rate.part());
        };
    }

    /** Which rows a combination of codes stands in. */
    private static final class RowFinder {
        private final List<String> everywhere = new ArrayList<>();
        private final List<Map<String, List<String>>> byCode = new ArrayList<>();

        RowFinder(Layout layout) {
            List<Field<String>> dimensions = layout.dimensions();
            dimensions.forEach(dimension -> byCode.add(new HashMap<>()));
            for (Row row : layout.rows()) {
                if (row.by() != null) {
                    row.codes().forEach(code -> byCode.get(dimensions.indexOf(row.by())).computeIfAbsent(code, c -> new ArrayList<>()).add(row.key()));
                } else if (!row.isHeading()) {
                    everywhere.add(row.key());
                }
            }
        }

        /** The first columns of the result are the codes. */
        Set<String> of(ResultSet result) throws SQLException {
            Set<String> rows = new LinkedHashSet<>(everywhere);
            for (int i = 0; i < byCode.size(); i++) {
                rows.addAll(byCode.get(i).getOrDefault(result.getString(i + 1), List.of()));
            }
            return rows;
        }
    }

    /** The records behind one cell in order of closing and acceptance, no more than {@code limit}. */
    List<Listed> behind(Request request, Row row, Condition column, int limit) {
        List<Listed> listed = new ArrayList<>();
        var facts = Facts.of(request, true).asTable(DSL.name("facts"));
        var wanted = List.of(Facts.REGISTER, Facts.ID, Facts.REVISION, Facts.TITLE, Facts.ACCEPT_DATE, Facts.CLOSE_DATE);
        database.each(SQL.select(wanted).from(facts).where(row.condition(), column)
                .orderBy(Facts.CLOSE_DATE.asc(), Facts.ACCEPT_DATE.asc(), Facts.ID.asc()).limit(inline(limit)), result -> listed.add(listed(result)));
        return listed;
    }

    private static Listed listed(ResultSet row) throws SQLException {
        String closed = row.getString(6);
        return new Listed(row.getString(1), row.getString(2), row.getInt(3), row.getString(4), LocalDate.parse(row.getString(5)),
                closed == null ? null : LocalDate.parse(closed));
    }

    /**
     * What one record does in a report (计入情况).
     *
     * @param rows the rows it stands in
     * @param adds what it adds to each column there
     */
    record Share(String register, String id, int revision, String title, Set<String> rows, Map<String, Long> adds) {}

    /** Every record that counts anywhere in a report, in order of id, by the same conditions as the numbers. */
    void eachShare(Request request, Layout layout, Consumer<Share> taker) {
        var rows = new RowFinder(layout);
        List<Column> columns = stored(layout);
        int dimensions = layout.dimensions().size();
        List<SelectFieldOrAsterisk> wanted = new ArrayList<>(layout.dimensions());
        columns.forEach(column -> wanted.add(single(column.measure())));
        wanted.addAll(List.of(Facts.REGISTER, Facts.ID, Facts.REVISION, Facts.TITLE));
        int names = dimensions + columns.size();
        database.each(SQL.select(wanted).from(Facts.of(request, true).asTable(DSL.name("facts"))).orderBy(Facts.ID), result -> {
            Map<String, Long> adds = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                long number = result.getLong(dimensions + i + 1);
                if (number != 0) {
                    adds.put(columns.get(i).key(), number);
                }
            }
            if (!adds.isEmpty()) {
                taker.accept(new Share(result.getString(names + 1), result.getString(names + 2), result.getInt(names + 3), result.getString(names + 4),
                        rows.of(result), adds));
            }
            return true;
        });
    }

    private static Field<?> single(Column.Measure measure) {
        return switch (measure) {
            case Column.Count count -> DSL.when(count.when(), inline(1L)).otherwise(inline(0L));
            case Column.Sum sum -> DSL.when(sum.when(), sum.of()).otherwise(inline(0L));
            case Column.Fen fen -> DSL.when(fen.when(), fen.of()).otherwise(inline(0L));
            case Column.Rate rate -> throw new IllegalArgumentException(rate.part());
        };
    }
}
