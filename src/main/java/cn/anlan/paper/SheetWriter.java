package cn.anlan.paper;

import cn.anlan.entry.Display;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Mask;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Progress.Steps;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
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

    private final Progress progress;

    public SheetWriter() {
        this(Progress.none());
    }

    public SheetWriter(Progress progress) {
        this.progress = progress;
    }

    /** Writes the entries of a query; how many they were. Throws {@link cn.anlan.entry.Refused} when the file cannot be written, or when cancelled. */
    public <E extends Entry> int write(Register<E> register, Query query, Columns columns, Path file) {
        var rows = new Object() {
            int written;
        };
        var steps = new Steps(progress, register.count(query, Integer.MAX_VALUE), "paper.refused.cancelled_writing");
        WholeFile.write(file, out -> {
            try (Workbook book = Book.open(out)) {
                Worksheet sheet = Book.sheet(book, register.shape().label(), 1);
                Book.headings(sheet, register.shape(), columns.fields);
                register.each(query, entry -> {
                    steps.next();
                    writeRow(new Row(sheet, ++rows.written, register.display()), columns, register.shape().values(entry));
                    Book.flushAfter(sheet, rows.written);
                });
                sheet.setAutoFilter(0, 0, rows.written, columns.fields.size() - 1);
            } catch (UncheckedIOException full) {
                throw full.getCause();
            }
        });
        return rows.written;
    }

    private static void writeRow(Row row, Columns columns, @Nullable Object[] values) {
        for (int i = 0; i < columns.fields.size(); i++) {
            Field field = columns.fields.get(i);
            Object value = values[field.index()];
            if (value != null) {
                row.write(i, field, columns.masked && field.sensitivity().isPresent() ? Mask.of(field, value.toString()) : value);
            }
        }
    }

    /** One row being written (一行). */
    private record Row(Worksheet sheet, int number, Display display) {

        void write(int column, Field field, Object value) {
            switch (value) {
                case Long money when field.type() == Type.MONEY -> {
                    sheet.value(number, column, BigDecimal.valueOf(money, 2));
                    format(column, Book.AS_YUAN);
                }
                case Long count -> sheet.value(number, column, count);
                case LocalDate day when day.getYear() >= FIRST_SAFE_YEAR -> {
                    sheet.value(number, column, day);
                    format(column, Book.AS_DAY);
                }
                case LocalDateTime moment when moment.getYear() >= FIRST_SAFE_YEAR -> {
                    sheet.value(number, column, moment);
                    format(column, Book.AS_MINUTE);
                }
                default -> {
                    sheet.inlineString(number, column, display.show(field, value));
                    format(column, Book.AS_TEXT);
                }
            }
        }

        private void format(int column, String format) {
            sheet.style(number, column).format(format).set();
        }
    }
}
