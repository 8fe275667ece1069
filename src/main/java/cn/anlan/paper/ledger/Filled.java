package cn.anlan.paper.ledger;

import cn.anlan.entry.Text;
import java.util.List;
import java.util.stream.Stream;

/** A ledger with its lines (填好的台账): what is seen, printed and written out is the same. */
public record Filled(Ledger ledger, Wanted wanted, List<Line> lines) {
    private static final int NUMBER_WIDTH = 4;

    /**
     * One line (一行).
     *
     * @param register where the entry stands that it speaks of: a dispute, or a meeting
     * @param id of that entry
     * @param cells the running number first
     */
    public record Line(String register, String id, List<String> cells) {}

    /** The headings of a ledger, that of the running number first. */
    public static List<String> headings(Ledger ledger) {
        return Stream.concat(Stream.of(Text.of("paper.ledger_number")), ledger.plan().columns().stream().map(Ledger.Column::heading)).toList();
    }

    /** The width of each column in percent. */
    public static List<Integer> widths(Ledger ledger) {
        return Stream.concat(Stream.of(NUMBER_WIDTH), ledger.plan().columns().stream().map(Ledger.Column::width)).toList();
    }

    /** Its name and its days, as they stand above it. */
    public String period() {
        return Text.of("paper.ledger_period", wanted.period().from(), wanted.period().to());
    }
}
