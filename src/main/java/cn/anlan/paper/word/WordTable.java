package cn.anlan.paper.word;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A table of one of our pages as Word has it (Word 表格): widths in twentieths of a point, cells over several columns or rows. */
final class WordTable {
    /** Between the margins of an upright A4, in twentieths of a point. */
    private static final int WIDTH = 9355;
    private static final int TWENTIETHS_A_MILLIMETRE = 57;
    /** What a cell leaves free, in twentieths of a point: narrow columns still hold a heading of five characters. */
    private static final String BESIDE = "57";
    private static final String ABOVE = "30";
    /** The paragraph Word wants behind a table, in twentieths of a point. */
    private static final String GAP = "160";
    private static final Pattern PERCENT = Pattern.compile("width:\\s*(\\d+)%");
    private static final Pattern HEIGHT = Pattern.compile("height:\\s*(\\d+)mm");

    private final WordDraft draft;
    private final List<Integer> widths = new ArrayList<>();
    /** For each column how many further rows a cell from above still covers. */
    private final int[] covered;

    private WordTable(WordDraft draft, Element table) {
        this.draft = draft;
        NodeList columns = table.getElementsByTagName("col");
        for (int i = 0; i < columns.getLength(); i++) {
            Matcher percent = PERCENT.matcher(((Element) columns.item(i)).getAttribute("style"));
            widths.add(percent.find() ? WIDTH * Integer.parseInt(percent.group(1)) / 100 : WIDTH / columns.getLength());
        }
        this.covered = new int[widths.size()];
    }

    static void write(WordDraft draft, Element table, Element to) {
        new WordTable(draft, table).write(table, to);
        draft.add(draft.add(draft.add(to, "w:p"), "w:pPr"), "w:spacing", "w:line", GAP, "w:lineRule", "exact");
    }

    private void write(Element table, Element to) {
        Element written = draft.add(to, "w:tbl");
        Element look = draft.add(written, "w:tblPr");
        draft.add(look, "w:tblW", "w:w", String.valueOf(WIDTH), "w:type", "dxa");
        if (table.getAttribute("class").contains("grid")) {
            Element lines = draft.add(look, "w:tblBorders");
            for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
                draft.add(lines, "w:" + side, "w:val", "single", "w:sz", "6", "w:space", "0", "w:color", "000000");
            }
        }
        draft.add(look, "w:tblLayout", "w:type", "fixed");
        Element margins = draft.add(look, "w:tblCellMar");
        for (String side : List.of("top", "left", "bottom", "right")) {
            draft.add(margins, "w:" + side, "w:w", side.matches("left|right") ? BESIDE : ABOVE, "w:type", "dxa");
        }
        Element grid = draft.add(written, "w:tblGrid");
        widths.forEach(width -> draft.add(grid, "w:gridCol", "w:w", String.valueOf(width)));
        NodeList rows = table.getElementsByTagName("tr");
        for (int i = 0; i < rows.getLength(); i++) {
            row((Element) rows.item(i), written);
        }
    }

    private void row(Element row, Element written) {
        Element line = draft.add(written, "w:tr");
        Element look = draft.add(line, "w:trPr");
        if (!row.getAttribute("class").contains("long")) {
            draft.add(look, "w:cantSplit");
        }
        Matcher height = HEIGHT.matcher(styles(row));
        if (height.find()) {
            draft.add(look, "w:trHeight", "w:val", String.valueOf(Integer.parseInt(height.group(1)) * TWENTIETHS_A_MILLIMETRE), "w:hRule", "atLeast");
        }
        if (row.getParentNode().getNodeName().equals("thead")) {
            draft.add(look, "w:tblHeader");
        }
        int column = 0;
        for (var child = row.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element cell) {
                column = continued(line, column);
                column += cell(cell, line, column);
            }
        }
        continued(line, column);
    }

    private static String styles(Element row) {
        var styles = new StringBuilder();
        for (var child = row.getFirstChild(); child != null; child = child.getNextSibling()) {
            styles.append(child instanceof Element cell ? cell.getAttribute("style") : "");
        }
        return styles.toString();
    }

    /** Cells that only go on with a cell of an earlier row; the column after them. */
    private int continued(Element line, int column) {
        int at = column;
        while (at < covered.length && covered[at] > 0) {
            covered[at]--;
            Element cell = draft.add(line, "w:tc");
            Element look = look(cell, at, 1);
            draft.add(look, "w:vMerge");
            draft.add(cell, "w:p");
            at++;
        }
        return at;
    }

    private int cell(Element cell, Element line, int column) {
        int wide = number(cell, "colspan");
        int tall = number(cell, "rowspan");
        Element written = draft.add(line, "w:tc");
        Element look = look(written, column, wide);
        if (wide > 1) {
            draft.add(look, "w:gridSpan", "w:val", String.valueOf(wide));
        }
        if (tall > 1) {
            draft.add(look, "w:vMerge", "w:val", "restart");
            covered[column] = tall - 1;
        }
        draft.add(look, "w:vAlign", "w:val", cell.getAttribute("class").contains("top") ? "top" : "center");
        draft.cell(cell, written);
        return wide;
    }

    private Element look(Element cell, int column, int wide) {
        Element look = draft.add(cell, "w:tcPr");
        int width = widths.subList(column, Math.min(column + wide, widths.size())).stream().mapToInt(Integer::intValue).sum();
        draft.add(look, "w:tcW", "w:w", String.valueOf(width), "w:type", "dxa");
        return look;
    }

    private static int number(Element cell, String attribute) {
        String value = cell.getAttribute(attribute);
        return value.isEmpty() ? 1 : Integer.parseInt(value);
    }
}
