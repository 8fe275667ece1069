package cn.anlan.paper;

import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The look all our sheets share (表格样式): a grey header that stays in sight and on every printed page, A4 landscape, page n of N. */
public final class Book {
    static final String AS_TEXT = "@";
    static final String AS_DAY = "yyyy-mm-dd";
    static final String AS_MINUTE = "yyyy-mm-dd hh:mm";
    static final String AS_YUAN = "0.00";
    public static final String HEADER_GREY = "E7EAF0";
    private static final int ROWS_HELD = 500;
    private static final int WIDEST = 48;

    private Book() {}

    /** A workbook written to a stream as it grows. */
    public static Workbook open(OutputStream out) {
        return new Workbook(out, "Anlan", "1.0");
    }

    /** A sheet ready for A4; before anything is written in it. */
    public static Worksheet sheet(Workbook book, String name, int headerRows) {
        Worksheet sheet = book.newWorksheet(name);
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer(Text.of("paper.page"), Position.CENTER);
        if (headerRows > 0) {
            sheet.freezePane(0, headerRows);
            sheet.repeatRows(0, headerRows - 1);
        }
        return sheet;
    }

    static void heading(Worksheet sheet, int column, String text, int width) {
        sheet.inlineString(0, column, text);
        sheet.style(0, column).bold().fillColor(HEADER_GREY).horizontalAlignment("center").verticalAlignment("center").wrapText(true)
                .borderStyle("thin").set();
        sheet.width(column, width);
    }

    /** Headings of fields, each column as wide as its values usually are. */
    static void headings(Worksheet sheet, Shape<?> shape, List<Field> fields) {
        for (int i = 0; i < fields.size(); i++) {
            heading(sheet, i, shape.label(fields.get(i)), width(shape, fields.get(i)));
        }
    }

    private static int width(Shape<?> shape, Field field) {
        int usual = switch (field.type()) {
            case FLAG, INTEGER -> 8;
            case DATE, MONEY -> 12;
            case TIME, CODE -> 18;
            case CODES, PLACE, LINK -> 26;
            case TEXT -> field.sensitivity().isPresent() ? 22 : Math.clamp(field.maxLength(), 12, WIDEST);
        };
        return Math.max(usual, 2 * shape.label(field).length() + 2);
    }

    /** Keeps memory small: what has been written so far leaves for the disk every few hundred rows. */
    static void flushAfter(Worksheet sheet, int row) {
        try {
            if (row % ROWS_HELD == 0) {
                sheet.flush();
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
