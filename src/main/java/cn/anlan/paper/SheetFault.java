package cn.anlan.paper;

import java.util.Locale;
import org.dhatim.fastexcel.reader.CellAddress;

/**
 * One thing wrong with a row somebody wants to bring in (问题).
 *
 * @param row as the spreadsheet program counts, from 1
 * @param column from 0; -1 when the field has no column or the whole row is meant
 * @param field the field's label, empty for the whole row
 * @param soft a warning: the row lands when the clerk gives a reason
 * @param original what stood in the cell
 */
public record SheetFault(int row, int column, String field, boolean soft, String sentence, String original) {

    /** The column's letter; empty when there is no column. */
    public String letter() {
        return column < 0 ? "" : CellAddress.convertNumToColString(column).toUpperCase(Locale.ROOT);
    }
}
