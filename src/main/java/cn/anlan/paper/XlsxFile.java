package cn.anlan.paper;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.DateUtil;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** A workbook of today's kind (.xlsx), streamed; fastexcel has no guard against a file that swells, so ours stands before it. */
final class XlsxFile implements SheetFile {
    private static final long MOST_BYTES = 200L << 20;
    private static final long MOST_SWELLING = 100;
    /** Small parts of few repeated characters may swell more without harm. */
    private static final long HARMLESS = 1L << 20;

    private final ReadableWorkbook workbook;
    private final List<Sheet> sheets;

    private XlsxFile(ReadableWorkbook workbook) {
        this.workbook = workbook;
        this.sheets = workbook.getSheets().filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE).toList();
    }

    static XlsxFile open(Path file) {
        boolean hasStyles = guard(file);
        try {
            return new XlsxFile(new ReadableWorkbook(file.toFile(), new ReadingOptions(hasStyles, true)));
        } catch (IOException | RuntimeException broken) {
            throw damaged(broken);
        }
    }

    /** Whether the file may be opened safely; tells if it has styles, without which fastexcel can look for no formats. */
    private static boolean guard(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            long all = 0;
            for (ZipEntry part : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                all += part.getSize();
                boolean swells = part.getSize() > HARMLESS && part.getSize() > MOST_SWELLING * Math.max(1, part.getCompressedSize());
                if (all > MOST_BYTES || swells) {
                    throw Refused.of("paper.refused.swells", MOST_BYTES >> 20);
                }
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw Refused.of("paper.refused.no_sheet_file", file.getFileName());
            }
            return zip.getEntry("xl/styles.xml") != null;
        } catch (IOException broken) {
            throw damaged(broken);
        }
    }

    private static Refused damaged(Exception cause) {
        return Refused.of("paper.refused.damaged").because(cause);
    }

    @Override
    public int sheets() {
        return sheets.size();
    }

    @Override
    public boolean from1904() {
        return workbook.isDate1904();
    }

    @Override
    public void each(int sheet, Predicate<SheetRow> taker) {
        try (Stream<Row> rows = rows(sheets.get(sheet))) {
            Iterator<Row> walk = rows.iterator();
            SheetRow row = next(walk);
            while (row != null && taker.test(row)) {
                row = next(walk);
            }
        }
    }

    private static Stream<Row> rows(Sheet sheet) {
        try {
            return sheet.openStream();
        } catch (IOException | RuntimeException broken) {
            throw damaged(broken);
        }
    }

    /** The next row, null at the end; the reader's libraries throw as they please where the file is damaged. */
    private @Nullable SheetRow next(Iterator<Row> walk) {
        try {
            if (!walk.hasNext()) {
                return null;
            }
            Row row = walk.next();
            List<Cell> cells = new ArrayList<>(row.getCellCount());
            for (int i = 0; i < row.getCellCount(); i++) {
                cells.add(cell(row.hasCell(i) ? row.getCell(i) : null));
            }
            return new SheetRow(row.getRowNum(), cells);
        } catch (RuntimeException broken) {
            throw damaged(broken);
        }
    }

    private Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null) {
            return Cell.EMPTY;
        }
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        return switch (cell.getType()) {
            case EMPTY -> Cell.EMPTY;
            case STRING -> Cell.text(cell.getText());
            case BOOLEAN -> Cell.text(raw.equals("1") || raw.equalsIgnoreCase("true") ? "true" : "false");
            case ERROR -> Cell.broken(raw);
            case NUMBER, FORMULA -> raw.startsWith("#") ? Cell.broken(raw) : numberOrText(cell, raw);
        };
    }

    private Cell numberOrText(org.dhatim.fastexcel.reader.Cell cell, String raw) {
        try {
            var number = new BigDecimal(raw);
            return isDate(cell) ? Cell.date(number, from1904()) : Cell.number(number);
        } catch (NumberFormatException text) {
            return Cell.text(raw);
        }
    }

    private static boolean isDate(org.dhatim.fastexcel.reader.Cell cell) {
        return cell.getDataFormatId() != null && DateUtil.isADateFormat(cell.getDataFormatId(), cell.getDataFormatString());
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException broken) {
            throw damaged(broken);
        }
    }
}
