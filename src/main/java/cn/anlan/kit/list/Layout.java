package cn.anlan.kit.list;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a clerk likes a list (列表布局): which columns, how wide, sorted by which; written in one line as {@code title:180 stage:90 sort:stage-}.
 *
 * @param sort the field sorted by; null for the order of making
 */
record Layout(List<Slot> slots, @Nullable String sort, boolean descending) {
    private static final String SORT = "sort:";

    /** A column and its width in pixels. */
    record Slot(String field, int width) {}

    /** Reads a line written by {@link #line}; what it does not understand it leaves out. */
    static Layout read(String line) {
        List<Slot> slots = new ArrayList<>();
        String sort = null;
        boolean descending = false;
        for (String part : line.split(" ")) {
            if (part.matches(SORT + "\\w+[-+]")) {
                descending = part.endsWith("-");
                sort = part.substring(SORT.length(), part.length() - 1);
            } else if (part.matches("\\w+:\\d{1,4}")) {
                int colon = part.indexOf(':');
                slots.add(new Slot(part.substring(0, colon), Integer.parseInt(part.substring(colon + 1))));
            }
        }
        return new Layout(List.copyOf(slots), sort, descending);
    }

    String line() {
        String columns = slots.stream().map(slot -> slot.field + ":" + slot.width).collect(Collectors.joining(" "));
        return sort == null ? columns : columns + " " + SORT + sort + (descending ? "-" : "+");
    }
}
