package cn.anlan.command.part;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables of a terminal stand in straight columns, whatever is written in them. */
class TextTableTest {
    private static List<String> printed(TextTable table) {
        var text = new StringWriter();
        table.print(new PrintWriter(text, true));
        return text.toString().lines().toList();
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "张三, 4", "𠮷田, 4", "才让·东智, 9", "（）, 4", "ＡＢ, 4", "é, 1", "བཀྲ, 2", "😀, 2", "'', 0"})
    void aChineseCharacterIsAsWideAsTwoLetters(String text, int width) {
        assertThat(TextTable.width(text)).isEqualTo(width);
    }

    @Test
    void marksThatJoinTheLetterBeforeTakeNoRoom() {
        assertThat(TextTable.width("e\u0301")).isEqualTo(1);
        assertThat(TextTable.width("a\u200Bb")).isEqualTo(2);
    }

    @Test
    void columnsBeginUnderEachOther() {
        var table = new TextTable();
        table.row(List.of("编号", "名称", "村"));
        table.row(List.of("1", "𠮷生财与才让·东智", "岔口驿村"));
        table.row(List.of("12", "", "b"));
        List<String> lines = printed(table);
        int third = TextTable.width(lines.get(1).substring(0, lines.get(1).indexOf("岔口驿村")));
        assertThat(TextTable.width(lines.get(0).substring(0, lines.get(0).indexOf("村")))).isEqualTo(third);
        assertThat(lines.get(2)).hasSize(third + 1).endsWith("b");
    }

    @Test
    void noLineEndsInBlanksAndNoCellInALineBreak() {
        var table = new TextTable();
        table.row(List.of("一\n二\t三\r\n四", "", ""));
        assertThat(printed(table)).containsExactly("一 二 三 四");
    }

    @Test
    void wordsAtTheEndAreReadWhole() {
        var table = new TextTable();
        String sentence = "长".repeat(60);
        table.row(List.of("一", "长".repeat(30)), sentence);
        assertThat(printed(table)).singleElement().asString().contains("长".repeat(20) + "…").doesNotContain("长".repeat(21) + "…").endsWith(sentence);
    }

    @Test
    void rowsOfDifferentLengthMakeOneTable() {
        var table = new TextTable();
        table.row(List.of("a"));
        table.row(List.of("b", "c", "d"));
        assertThat(printed(table)).containsExactly("a", "b  c  d");
        assertThat(printed(new TextTable())).isEmpty();
    }

    /** Whatever is cut is cut between characters, and never wider than it may be. */
    @Property(tries = 200)
    void noCellIsTooWideNorBroken(@ForAll @StringLength(max = 120) String text) {
        var table = new TextTable();
        table.row(List.of(text, "x"));
        for (String line : printed(table)) {
            assertThat(TextTable.width(line)).isLessThanOrEqualTo(40 + 2 + 1 + 2);
        }
        String rare = "𠮷".repeat(19) + "a" + "𠮷".repeat(9);
        var cut = new TextTable();
        cut.row(List.of(rare));
        assertThat(printed(cut)).containsExactly("𠮷".repeat(19) + "a…");
    }
}
