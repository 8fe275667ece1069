package cn.anlan.paper;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** A workbook of the old kind (.xls, 1997–2003), still the commonest in villages. */
final class XlsFile implements SheetFile {
    private final HSSFWorkbook workbook;
    private final int[] visible;

    private XlsFile(HSSFWorkbook workbook) {
        this.workbook = workbook;
        this.visible = IntStream.range(0, workbook.getNumberOfSheets())
                .filter(i -> workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE).toArray();
    }

    static XlsFile open(Path file) {
        try {
            var parts = new POIFSFileSystem(file.toFile(), true);
            if (parts.getRoot().hasEntry("EncryptedPackage")) {
                parts.close();
                throw Refused.of("paper.refused.locked", file.getFileName());
            }
            return new XlsFile(new HSSFWorkbook(parts));
        } catch (EncryptedDocumentException locked) {
            throw Refused.of("paper.refused.locked", file.getFileName());
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw damaged(broken);
        }
    }

    @Override
    public int sheets() {
        return visible.length;
    }

    @Override
    public boolean from1904() {
        return workbook.getInternalWorkbook().isUsing1904DateWindowing();
    }

    @Override
    public void each(int sheet, Predicate<SheetRow> taker) {
        HSSFSheet rows = workbook.getSheetAt(visible[sheet]);
        boolean more = true;
        for (int i = rows.getFirstRowNum(); more && i >= 0 && i <= rows.getLastRowNum(); i++) {
            more = taker.test(new SheetRow(i + 1, cells(rows.getRow(i))));
        }
    }

    private List<Cell> cells(@Nullable HSSFRow row) {
        List<Cell> cells = new ArrayList<>();
        try {
            for (int c = 0; row != null && c < row.getLastCellNum(); c++) {
                cells.add(cell(row.getCell(c)));
            }
        } catch (RuntimeException broken) {
            throw damaged(broken);
        }
        return cells;
    }

    private static Refused damaged(Exception cause) {
        return Refused.of("paper.refused.damaged").because(cause);
    }

    private Cell cell(@Nullable HSSFCell cell) {
        if (cell == null) {
            return Cell.EMPTY;
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> Cell.text(cell.getRichStringCellValue().getString());
            case BOOLEAN -> Cell.text(cell.getBooleanCellValue() ? "true" : "false");
            case ERROR -> Cell.broken(FormulaError.forInt(cell.getErrorCellValue()).getString());
            case NUMERIC -> {
                BigDecimal number = BigDecimal.valueOf(cell.getNumericCellValue());
                yield DateUtil.isCellDateFormatted(cell) ? Cell.date(number, from1904()) : Cell.number(number);
            }
            default -> Cell.EMPTY;
        };
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
