package cn.anlan.exchange;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The columns of one row (原始行) as the store hands it over: a flat JSON array, cut at its commas and not copied; serves row after row. */
final class RowCells {
    private final int[] starts;
    private byte[] row = {};

    RowCells(int columns) {
        this.starts = new int[columns + 1];
    }

    void take(byte[] array) {
        row = array;
        int at = 1;
        for (int column = 0; column < starts.length - 1; column++) {
            starts[column] = at;
            at = end(at) + 1;
        }
        starts[starts.length - 1] = at;
    }

    private int end(int from) {
        int at = from;
        if (row[at] == '"') {
            at++;
            while (row[at] != '"') {
                at += row[at] == '\\' ? 2 : 1;
            }
        }
        while (row[at] != ',' && row[at] != ']') {
            at++;
        }
        return at;
    }

    byte[] row() {
        return row;
    }

    int from(int column) {
        return starts[column];
    }

    int length(int column) {
        return starts[column + 1] - 1 - starts[column];
    }

    /** Whether the column is unfilled. */
    boolean isNull(int column) {
        return row[starts[column]] == 'n';
    }

    /** Whether a flag is up. */
    boolean isTrue(int column) {
        return row[starts[column]] != 'n' && row[starts[column]] != '0';
    }

    /** The text of a column without its quotes, still escaped as JSON is; null when unfilled. */
    @Nullable String text(int column) {
        return isNull(column) ? null : new String(row, starts[column] + 1, length(column) - 2, StandardCharsets.UTF_8);
    }
}
