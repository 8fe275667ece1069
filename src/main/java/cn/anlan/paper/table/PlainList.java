package cn.anlan.paper.table;

import cn.anlan.paper.Book;
import cn.anlan.paper.WholeFile;
import cn.anlan.paper.print.Block;
import cn.anlan.paper.print.Paper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list as an office hands it over (清单): a title, whose and when, ruled columns of words, who signs. Numbers too are words here.
 *
 * @param rows each as many words as there are columns
 * @param below who signs, side by side
 */
public record PlainList(String title, String above, List<Column> columns, List<List<String>> rows, List<String> below) {
    private static final double PERCENT_TO_SIGNS = 1.6;
    private static final int HEAD = 2;

    /** A column and its share of the width in percent. */
    public record Column(String label, int percent) {}

    /** On A4, lying; the headings on every page. */
    public Paper paper() {
        List<Block> lines = new ArrayList<>(List.of(Block.row(columns.stream().map(column -> Block.head(column.label)).toArray(Block[]::new))));
        rows.forEach(row -> lines.add(Block.row(row.stream().map(Block::cell).toArray(Block[]::new)).whole()));
        return Paper.of(title, Paper.Layout.LANDSCAPE, Block.title(title), Block.line(above),
                Block.table(columns.stream().map(Column::percent).toList(), lines.toArray(Block[]::new)).small(),
                Block.line(String.join("\u3000\u3000\u3000\u3000", below)));
    }

    /** As a workbook in place of whatever stood there. Throws {@link cn.anlan.entry.Refused} when the file cannot be written. */
    public void book(Path file) {
        WholeFile.write(file, out -> {
            try (Workbook book = Book.open(out)) {
                Worksheet sheet = Book.sheet(book, title, HEAD + 1);
                line(sheet, 0, title);
                sheet.style(0, 0).bold().fontSize(16).horizontalAlignment("center").set();
                line(sheet, 1, above);
                for (int i = 0; i < columns.size(); i++) {
                    heading(sheet, i, columns.get(i));
                }
                for (int i = 0; i < rows.size(); i++) {
                    row(sheet, HEAD + 1 + i, rows.get(i));
                }
                line(sheet, HEAD + 1 + rows.size(), String.join("\u3000\u3000\u3000\u3000", below));
            }
        });
    }

    private static void heading(Worksheet sheet, int number, Column column) {
        sheet.inlineString(HEAD, number, column.label);
        sheet.style(HEAD, number).bold().fillColor(Book.HEADER_GREY).horizontalAlignment("center").borderStyle("thin").wrapText(true).set();
        sheet.width(number, column.percent * PERCENT_TO_SIGNS);
    }

    private void line(Worksheet sheet, int row, String words) {
        sheet.inlineString(row, 0, words);
        sheet.range(row, 0, row, columns.size() - 1).merge();
    }

    private static void row(Worksheet sheet, int number, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            sheet.inlineString(number, i, words.get(i));
            sheet.style(number, i).borderStyle("thin").wrapText(true).verticalAlignment("center").set();
        }
    }
}
