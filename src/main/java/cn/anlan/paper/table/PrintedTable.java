package cn.anlan.paper.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statistical table as it goes to the county (统计表): title, whose and when, headings of two storeys, rows, remarks, who signs.
 *
 * @param above what stands over the table, from left to right
 * @param corner the heading over the rows' names
 * @param remarks what is said below the table, line by line
 * @param below who signs, from left to right
 */
public record PrintedTable(String title, List<String> above, String corner, List<Heading> headings, List<Line> lines, List<String> remarks,
        List<String> below) {

    /** The heading of a column, and the one it shares with its neighbours of the same group. */
    public record Heading(String group, String label) {}

    /** Neighbouring columns under one heading. */
    record Group(String heading, int first, int columns) {}

    /**
     * One row.
     *
     * @param level 0 the whole, 1 a part, 2 a part of a part
     * @param figures one for each column; none for a line that only heads those below
     */
    public record Line(String label, int level, List<Figure> figures) {}

    /**
     * One number.
     *
     * @param shown as printed
     * @param number for a workbook to calculate with; null where there is none
     */
    public record Figure(String shown, @Nullable BigDecimal number, Mark mark) {}

    /** What is to be seen about a number (标记). */
    public enum Mark {
        PLAIN,
        /** Corrected by hand. */
        CORRECTED,
        /** Part of a rule that does not hold. */
        WRONG
    }

    /** The groups from one column up to another. */
    List<Group> groups(int from, int to) {
        List<Group> groups = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last != null && last.heading.equals(headings.get(i).group)) {
                groups.set(groups.size() - 1, new Group(last.heading, last.first, last.columns + 1));
            } else {
                groups.add(new Group(headings.get(i).group, i, 1));
            }
        }
        return groups;
    }

    /** Where to part the columns so that no part is wider than so many, groups kept whole; the beginnings, then the end. */
    List<Integer> parts(int widest) {
        List<Integer> parts = new ArrayList<>(List.of(0));
        for (Group group : groups(0, headings.size())) {
            int begun = parts.get(parts.size() - 1);
            if (group.first > begun && group.first + group.columns - begun > widest) {
                parts.add(group.first);
            }
        }
        parts.add(headings.size());
        return parts;
    }
}
