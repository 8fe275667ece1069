package cn.anlan.paper;

import java.util.List;

/**
 * One row of a sheet (一行).
 *
 * @param number as the spreadsheet program counts them, from 1
 * @param cells from column A on; rows may be shorter than others
 */
record SheetRow(int number, List<Cell> cells) {

    /** The cell of a column counted from 0; an empty one where there is none. */
    Cell cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    boolean isBlank() {
        return cells.stream().allMatch(Cell::isBlank);
    }
}
