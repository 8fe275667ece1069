package cn.anlan.command.part;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table for a terminal (文本表格), where a Chinese character is as wide as two letters. */
public final class TextTable {
    private static final int WIDEST = 40;
    private static final int GAP = 2;

    private final List<List<String>> rows = new ArrayList<>();

    public void row(List<String> cells) {
        rows.add(cells.stream().map(TextTable::cut).toList());
    }

    /** A row that ends in words to be read whole. */
    public void row(List<String> cells, String words) {
        var row = new ArrayList<>(cells.stream().map(TextTable::cut).toList());
        row.add(words);
        rows.add(row);
    }

    /** One line, no longer than a column may be. */
    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        int end = 0;
        int width = 0;
        while (end < line.length()) {
            width += width(line.codePointAt(end));
            if (width > WIDEST) {
                return line.substring(0, end) + "…";
            }
            end += Character.charCount(line.codePointAt(end));
        }
        return line;
    }

    public void print(PrintWriter out) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        });
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i)).repeat(' ', widths[i] - width(row.get(i)) + GAP);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    public static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    /** East Asian Width W and F (UAX #11) for what is written in China; marks that join the letter before take no room. */
    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F || c >= 0xFF01 && c <= 0xFF60 || c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
