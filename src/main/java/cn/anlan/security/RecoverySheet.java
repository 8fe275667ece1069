package cn.anlan.security;

import cn.anlan.entry.Text;
import cn.anlan.paper.print.Block;
import cn.anlan.paper.print.Paper;
import cn.anlan.paper.print.Paper.Layout;
import cn.anlan.paper.print.Press;
import cn.anlan.security.key.RecoveryCode;
import cn.anlan.store.Journal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The sheet for the safe (恢复码密封页): the code in large signs, each group with its check sign, whose it is, from when, and what to do with it.
 * Made in memory and printed from there; no other secret stands on it.
 *
 * @param office the office's full name
 * @param clock in the office's zone, Asia/Shanghai
 */
public record RecoverySheet(Press press, Supplier<String> office, Clock clock, Journal journal) {
    private static final int COLUMNS = 4;

    /** What it is called, also as a file. */
    public String name() {
        return Text.of("security.sheet.name");
    }

    /** The sheet as PDF. Throws {@link cn.anlan.entry.Refused} naming characters of the office's name no font holds. */
    public byte[] pdf(RecoveryCode code, Press.Gaps gaps) {
        return press.print(Paper.of(name(), Layout.FORM,
                Block.title(Text.of("security.sheet.title")),
                Block.table(List.of(22, 78), line("office", office.get()), line("date", LocalDate.now(clock).toString()), line("what", Text.of("security.sheet.opens"))),
                Block.heading(Text.of("security.sheet.code")),
                groups(code),
                Block.line(Text.of("security.sheet.signs")).small(),
                Block.heading(Text.of("security.sheet.now")),
                Block.line(Text.of("security.sheet.now.text")),
                Block.heading(Text.of("security.sheet.then")),
                Block.line(Text.of("security.sheet.then.text")),
                Block.heading(Text.of("security.sheet.seal")),
                Block.plainTable(Block.row(Block.cell(Text.of("security.sheet.sealed_by")), Block.cell(Text.of("security.sheet.sealed_on"))),
                        Block.row(Block.cell(Text.of("security.sheet.opened_by")), Block.cell(Text.of("security.sheet.opened_on"))))), gaps);
    }

    private static Block line(String key, String words) {
        return Block.row(Block.head(Text.of("security.sheet." + key)), Block.cell(words).named(Text.of("security.sheet." + key)));
    }

    /** Each group in a box with its number, four in a row. */
    private static Block groups(RecoveryCode code) {
        List<Block> rows = new ArrayList<>();
        for (int from = 0; from < code.groups().size(); from += COLUMNS) {
            int first = from;
            rows.add(Block.row(IntStream.range(first, first + COLUMNS).mapToObj(group -> box(code, group)).toArray(Block[]::new)).whole());
        }
        return Block.table(List.of(25, 25, 25, 25), rows.toArray(Block[]::new));
    }

    private static Block box(RecoveryCode code, int group) {
        return group < code.groups().size() ? Block.cell(Block.line(Text.of("security.sheet.group", group + 1)).small().centred(),
                Block.line(code.groups().get(group)).big().centred()) : Block.cell("");
    }

    /** It left the house, on paper or as a file of the clerk's choice: noted, without the code. */
    public void printed() {
        journal.note(Journal.Action.PRINT, Journal.Subject.HOUSE, Text.of("security.sheet.purpose"));
    }
}
