package cn.anlan.paper.table;

import cn.anlan.entry.Text;
import cn.anlan.paper.print.Block;
import cn.anlan.paper.print.Paper;
import cn.anlan.paper.table.PrintedTable.Figure;
import cn.anlan.paper.table.PrintedTable.Group;
import cn.anlan.paper.table.PrintedTable.Line;
import cn.anlan.paper.table.PrintedTable.Mark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lays a statistical table out on A4 (统计表版式): lying, and in several parts one below the other where it has too many columns for one. */
public final class TablePaper {
    /** More columns than this leave no room for a heading. */
    private static final int WIDEST = 26;
    private static final int PERCENT = 100;
    /** The rows' names get at least this. */
    private static final int LABEL_PERCENT = 16;

    private final PrintedTable table;

    private TablePaper(PrintedTable table) {
        this.table = table;
    }

    /** The paper, ready for the press. */
    public static Paper of(PrintedTable table) {
        var paper = new TablePaper(table);
        List<Block> blocks = new ArrayList<>(List.of(Block.foot(spread(table.below())), Block.title(table.title()), spread(table.above())));
        List<Integer> parts = table.parts(WIDEST);
        for (int i = 1; i < parts.size(); i++) {
            if (i > 1) {
                blocks.add(Block.line(Text.of("paper.table.continued")).small());
            }
            blocks.add(paper.part(parts.get(i - 1), parts.get(i)));
        }
        table.remarks().forEach(remark -> blocks.add(Block.line(remark).small()));
        return Paper.of(table.title(), Paper.Layout.LANDSCAPE, blocks.toArray(Block[]::new));
    }

    /** Words side by side without rules: the first at the left, the last at the right. */
    private static Block spread(List<String> words) {
        Block[] cells = new Block[words.size()];
        for (int i = 0; i < cells.length; i++) {
            Block cell = Block.cell(words.get(i));
            cells[i] = i == 0 ? cell : i == cells.length - 1 ? cell.right() : cell.centred();
        }
        return Block.plainTable(Block.row(cells));
    }

    private Block part(int from, int to) {
        int columns = to - from;
        int each = (PERCENT - LABEL_PERCENT) / columns;
        List<Integer> widths = new ArrayList<>(List.of(PERCENT - each * columns));
        widths.addAll(Collections.nCopies(columns, each));
        List<Block> upper = new ArrayList<>(List.of(Block.head(table.corner()).tall(2)));
        for (Group group : table.groups(from, to)) {
            upper.add(Block.head(group.heading()).wide(group.columns()));
        }
        Block[] lower = table.headings().subList(from, to).stream().map(heading -> Block.head(heading.label().replace("（", "\n（")).small()).toArray(Block[]::new);
        List<Block> rows = new ArrayList<>(List.of(Block.row(upper.toArray(Block[]::new)), Block.row(lower)));
        table.lines().forEach(line -> rows.add(row(line, from, to)));
        return Block.table(widths, rows.toArray(Block[]::new)).small();
    }

    private static Block row(Line line, int from, int to) {
        Block label = Block.cell((line.level() == 2 ? "\u3000" : "") + line.label());
        if (line.figures().isEmpty()) {
            return Block.row(Block.cell(line.label()).wide(to - from + 1).strong());
        }
        List<Block> cells = new ArrayList<>(List.of(line.level() < 2 ? label.strong() : label));
        for (Figure figure : line.figures().subList(from, to)) {
            Block cell = Block.cell(figure.mark() == Mark.CORRECTED ? Text.of("paper.table.corrected", figure.shown()) : figure.shown()).centred();
            cells.add(figure.mark() == Mark.WRONG ? cell.wrong() : cell);
        }
        return Block.row(cells.toArray(Block[]::new));
    }
}
