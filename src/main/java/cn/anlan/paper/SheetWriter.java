package cn.anlan.paper;

import cn.anlan.entry.Display;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Mask;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes a register's list as a workbook (导出台账), a row at a time, however long it is. */
public final class SheetWriter {
    /** Spreadsheet programs disagree about days before this year. */
    private static final int FIRST_SAFE_YEAR = 1901;

    /**
     * What of each entry is written (导出内容).
     *
     * @param masked personal information only in part (个人信息保护法 art. 28)
     */
    public record Columns(List<Field> fields, boolean masked) {

        /** Every field of the office's business, personal information masked. */
        public static Columns all(Shape<?> shape) {
            return new Columns(shape.businessFields(), true);
        }
    }

    /** Writes the entries of a query; how many they were. Throws {@link cn.anlan.entry.Refused} when the file cannot be written. */
    public <E extends Entry> int write(Register<E> register, Query query, Columns columns, Path file) {
        var rows = new Object() {
            int written;
        };
        WholeFile.write(file, out -> {
            try (Workbook book = Book.open(out)) {
                Worksheet sheet = Book.sheet(book, register.shape().label(), 1);
                Book.headings(sheet, register.shape(), columns.fields);
                register.each(query, entry -> writeRow(sheet, ++rows.written, columns, register.shape().values(entry), register.display()));
                sheet.setAutoFilter(0, 0, rows.written, columns.fields.size() - 1);
            } catch (UncheckedIOException full) {
                throw full.getCause();
            }
        });
        return rows.written;
    }

    private static void writeRow(Worksheet sheet, int row, Columns columns, @Nullable Object[] values, Display display) {
        for (int i = 0; i < columns.fields.size(); i++) {
            Field field = columns.fields.get(i);
            Object value = values[field.index()];
            if (value != null) {
                Object shown = columns.masked ? masked(field, value) : value;
                writeCell(sheet, row, i, inYuan(field, shown), () -> display.show(field, shown));
            }
        }
        try {
            Book.flushAfter(sheet, row);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static Object masked(Field field, Object value) {
        return field.sensitivity().isPresent() ? Mask.of(field, value.toString()) : value;
    }

    private static Object inYuan(Field field, Object value) {
        return field.type() == Type.MONEY && value instanceof Long fen ? BigDecimal.valueOf(fen, 2) : value;
    }

    private static void writeCell(Worksheet sheet, int row, int column, Object value, Supplier<String> inWords) {
        switch (value) {
            case BigDecimal yuan -> {
                sheet.value(row, column, yuan);
                sheet.style(row, column).format(Book.AS_YUAN).set();
            }
            case Long number -> sheet.value(row, column, number);
            case LocalDate day when day.getYear() >= FIRST_SAFE_YEAR -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(Book.AS_DAY).set();
            }
            case LocalDateTime moment when moment.getYear() >= FIRST_SAFE_YEAR -> {
                sheet.value(row, column, moment);
                sheet.style(row, column).format(Book.AS_MINUTE).set();
            }
            default -> {
                sheet.inlineString(row, column, inWords.get());
                sheet.style(row, column).format(Book.AS_TEXT).set();
            }
        }
    }
}
