package cn.anlan.report;

import cn.anlan.report.form.Column;
import cn.anlan.report.form.Layout;
import cn.anlan.report.form.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One number for each cell of a report (计数). */
final class Tally {
    private final Map<String, Long> cells = new HashMap<>();

    long of(Row row, Column column) {
        return of(row.key(), column.key());
    }

    long of(String row, String column) {
        return cells.getOrDefault(row + "/" + column, 0L);
    }

    void add(String row, String column, long more) {
        if (more != 0) {
            cells.merge(row + "/" + column, more, Long::sum);
        }
    }

    /** A row's key and those of the rows it is a part of, upwards; none for a row the report no longer has. */
    static List<String> upwards(Layout layout, String row) {
        Map<String, Row> rows = layout.rows().stream().collect(Collectors.toMap(Row::key, one -> one));
        List<String> keys = new ArrayList<>();
        for (Row here = rows.get(row); here != null; here = here.parent() == null ? null : rows.get(here.parent())) {
            keys.add(here.key());
        }
        return keys;
    }
}
