package cn.anlan.exchange;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of one register (数据行) straight from its rows: the bytes of a column become the bytes of a line, no entry is made.
 * A line holds {@code _t _id _rev _op _at}, then every field, a coded one followed by its label.
 */
final class RecordLines {
    static final String LABEL = "_label";

    private static final byte[] REVISION = utf8(",\"_rev\":");
    private static final byte[] PUT_AT = utf8(",\"_op\":\"put\",\"_at\":");
    private static final byte[] END = utf8("}\n");
    private static final byte[] QUOTE = utf8("\"");
    private static final byte[] NULL = utf8("null");
    private static final byte[] TRUE = utf8("true");
    private static final byte[] FALSE = utf8("false");
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final ZoneOffset OFFICE = ZoneOffset.ofHours(8);
    private static final int FULL_INSTANT = "2026-07-01T09:30:00.000+08:00".length();

    private final byte[] head;
    private final List<Column> columns;
    private final int savedAt;
    private final Line line = new Line();

    RecordLines(Shape<?> shape, CodeBook codes) {
        this.head = utf8("{\"_t\":" + Json.quoted(shape.name()) + ",\"_id\":");
        this.columns = shape.businessFields().stream().map(field -> Column.of(field, codes)).toList();
        this.savedAt = shape.fields().size();
    }

    /** The columns of one row (原始行) as the store hands it over: a flat JSON array, cut at its commas and not copied; serves row after row. */
    static final class Cells {
        private final int[] starts;
        private byte[] row = {};

        Cells(int columns) {
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

    /** One field: its keys as they stand in a line and, where it is coded, the labels of its list, quoted. */
    private record Column(int index, Type type, byte[] key, byte[] labelKey, Map<String, byte[]> labels) {

        static Column of(Field field, CodeBook codes) {
            return new Column(field.index(), field.type(), utf8("," + Json.quoted(field.name()) + ":"),
                    utf8("," + Json.quoted(field.name() + LABEL) + ":"), field.codeList().map(codes::quotedLabels).orElse(Map.of()));
        }

        void write(Line out, Cells row) {
            out.put(key);
            switch (type) {
                case TEXT, INTEGER, DATE, TIME, PLACE, LINK -> copy(out, row, index);
                case MONEY -> writeFen(out, row);
                case FLAG -> out.put(row.isTrue(index) ? TRUE : FALSE);
                case CODE -> {
                    copy(out, row, index);
                    out.put(labelKey);
                    writeLabel(out, row);
                }
                case CODES -> writeCodes(out, row.text(index));
            }
        }

        private void writeFen(Line out, Cells row) {
            if (row.isNull(index)) {
                out.put(NULL);
            } else {
                out.put(QUOTE);
                copy(out, row, index);
                out.put(QUOTE);
            }
        }

        private void writeLabel(Line out, Cells row) {
            String code = row.text(index);
            byte[] label = code == null ? NULL : labels.get(code);
            if (label == null) {
                copy(out, row, index);
            } else {
                out.put(label);
            }
        }

        /** A set's column has its codes in order between commas. */
        private void writeCodes(Line out, @Nullable String set) {
            var codes = new StringJoiner(",", "[", "]");
            var names = new StringJoiner(",", "[", "]");
            if (set != null) {
                for (String code : set.substring(1, set.length() - 1).split(",", -1)) {
                    String quoted = '"' + code + '"';
                    byte[] label = labels.get(code);
                    codes.add(quoted);
                    names.add(label == null ? quoted : new String(label, StandardCharsets.UTF_8));
                }
            }
            out.put(utf8(codes.toString()));
            out.put(labelKey);
            out.put(utf8(names.toString()));
        }
    }

    void write(OutputStream out, Cells row) throws IOException {
        line.length = 0;
        line.put(head);
        copy(line, row, 0);
        line.put(REVISION);
        copy(line, row, 1);
        line.put(PUT_AT);
        writeInstant(line, Objects.requireNonNull(row.text(savedAt)));
        for (Column column : columns) {
            column.write(line, row);
        }
        line.put(END);
        out.write(line.bytes, 0, line.length);
    }

    /** The line being put together; the JDK's buffers take a lock for each of its hundred pieces. */
    private static final class Line {
        private byte[] bytes = new byte[1 << 12];
        private int length;

        void put(byte[] piece) {
            put(piece, 0, piece.length);
        }

        void put(byte[] from, int start, int count) {
            if (length + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
            }
            System.arraycopy(from, start, bytes, length, count);
            length += count;
        }
    }

    private static void copy(Line out, Cells row, int column) {
        out.put(row.row(), row.from(column), row.length(column));
    }

    /** The Journal leaves out seconds that are nought and keeps the clock's own offset; a bundle does neither (RFC 3339). */
    private static void writeInstant(Line out, String journal) {
        String instant = journal.length() == FULL_INSTANT && journal.endsWith("+08:00") ? journal
                : INSTANT.format(OffsetDateTime.parse(journal).withOffsetSameInstant(OFFICE));
        out.put(utf8(Json.quoted(instant)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
