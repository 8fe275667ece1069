package cn.anlan.exchange;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import cn.anlan.store.Register;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * Writes the lines of one register (数据行) straight from its columns: the column's bytes become the line's bytes, no entry is made.
 * A line holds {@code _t _id _rev _op _at}, then every field, a coded one followed by its label.
 */
final class RecordLines {
    static final String LABEL = "_label";

    private static final SerializedString KIND = new SerializedString("_t");
    private static final SerializedString ID = new SerializedString("_id");
    private static final SerializedString REVISION = new SerializedString("_rev");
    private static final SerializedString OPERATION = new SerializedString("_op");
    private static final SerializedString AT = new SerializedString("_at");
    private static final SerializedString PUT = new SerializedString("put");
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final ZoneOffset OFFICE = ZoneOffset.ofHours(8);

    private final SerializedString kind;
    private final Column[] columns;
    private final int savedAt;

    RecordLines(Shape<?> shape, CodeBook codes) {
        this.kind = new SerializedString(shape.name());
        this.columns = shape.businessFields().stream().map(field -> Column.of(field, codes)).toArray(Column[]::new);
        this.savedAt = shape.fields().size();
    }

    /** One field: its keys and, where it is coded, the labels of its list. */
    private record Column(int index, Type type, SerializedString name, SerializedString labelName, Map<String, SerializedString> labels) {

        static Column of(Field field, CodeBook codes) {
            return new Column(field.index(), field.type(), new SerializedString(field.name()), new SerializedString(field.name() + LABEL),
                    field.codeList().map(codes::labels).orElse(Map.of()));
        }

        void write(JsonGenerator out, byte @Nullable [] value) {
            out.writeName(name);
            switch (type) {
                case CODES -> writeCodes(out, value == null ? List.of() : codes(value));
                case FLAG -> out.writeBoolean(value != null && value[0] != '0');
                case INTEGER -> writeNumber(out, value);
                case CODE -> writeCode(out, value);
                case TEXT, MONEY, DATE, TIME, PLACE, LINK -> writeText(out, value);
            }
        }

        private void writeCode(JsonGenerator out, byte @Nullable [] value) {
            writeText(out, value);
            out.writeName(labelName);
            SerializableString label = value == null ? null : labels.get(new String(value, StandardCharsets.UTF_8));
            if (label == null) {
                writeText(out, value);
            } else {
                out.writeString(label);
            }
        }

        private void writeCodes(JsonGenerator out, List<String> codes) {
            out.writeStartArray();
            codes.forEach(out::writeString);
            out.writeEndArray();
            out.writeName(labelName);
            out.writeStartArray();
            codes.forEach(code -> out.writeString(labels.getOrDefault(code, new SerializedString(code))));
            out.writeEndArray();
        }

        /** A set's column has its codes in order between commas. */
        private static List<String> codes(byte[] value) {
            return List.of(new String(value, 1, value.length - 2, StandardCharsets.UTF_8).split(","));
        }
    }

    private static void writeText(JsonGenerator out, byte @Nullable [] value) {
        if (value == null) {
            out.writeNull();
        } else {
            out.writeUTF8String(value, 0, value.length);
        }
    }

    private static void writeNumber(JsonGenerator out, byte @Nullable [] value) {
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(Long.parseLong(new String(value, StandardCharsets.US_ASCII)));
        }
    }

    void write(JsonGenerator out, Register.Row row) {
        out.writeStartObject();
        out.writeName(KIND);
        out.writeString(kind);
        out.writeName(ID);
        writeText(out, row.utf8(0));
        out.writeName(REVISION);
        writeNumber(out, row.utf8(1));
        out.writeName(OPERATION);
        out.writeString(PUT);
        out.writeName(AT);
        out.writeString(instant(new String(Objects.requireNonNull(row.utf8(savedAt)), StandardCharsets.US_ASCII)));
        for (Column column : columns) {
            column.write(out, row.utf8(column.index));
        }
        out.writeEndObject();
    }

    /** The Journal leaves out seconds that are nought and keeps the clock's own offset; a bundle does neither (RFC 3339). */
    private static String instant(String journal) {
        return journal.length() == 29 && journal.endsWith("+08:00") ? journal
                : INSTANT.format(OffsetDateTime.parse(journal).withOffsetSameInstant(OFFICE));
    }
}
