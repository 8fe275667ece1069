package cn.anlan.report;

import cn.anlan.report.form.Column;
import cn.anlan.report.form.Layout;
import cn.anlan.report.form.Row;
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

    /** Adds to a row and to those it is a part of. */
    void addUpwards(Layout layout, String row, String column, long more) {
        Map<String, Row> rows = layout.rows().stream().collect(Collectors.toMap(Row::key, one -> one));
        for (Row here = rows.get(row); here != null; here = here.parent() == null ? null : rows.get(here.parent())) {
            add(here.key(), column, more);
        }
    }

    /** The cells that hold something, as row/column. */
    List<String> filled() {
        return cells.keySet().stream().sorted().toList();
    }
}
