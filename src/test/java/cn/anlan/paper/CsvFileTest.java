package cn.anlan.paper;

import cn.anlan.entry.Refused;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Plain text as every program saves it: any line ending, with or without quotes, a mark at its beginning, in either encoding. */
class CsvFileTest {
    @TempDir
    private Path folder;

    private List<List<String>> rows(byte[] content) throws IOException {
        return read(Files.write(folder.resolve("名册.csv"), content));
    }

    private List<List<String>> rows(String content) throws IOException {
        return rows(content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> read(Path file) {
        List<List<String>> rows = new ArrayList<>();
        try (SheetFile sheet = SheetFile.open(file)) {
            sheet.each(0, row -> {
                assertThat(row.number()).isEqualTo(rows.size() + 1);
                return rows.add(row.cells().stream().map(Cell::text).toList());
            });
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineEndingEndsALine(String end) throws IOException {
        assertThat(rows("姓名,电话" + end + "张三,1" + end)).containsExactly(List.of("姓名", "电话"), List.of("张三", "1"));
        assertThat(rows("姓名,电话" + end + "张三,1")).as("the last line need not be ended").hasSize(2);
    }

    @Test
    void theMarkAtTheBeginningIsNoPartOfTheFirstHeading() throws IOException {
        assertThat(rows("\uFEFF姓名,电话\n").get(0)).containsExactly("姓名", "电话");
        assertThat(rows("\uFEFF\"姓名\",电话\n").get(0)).containsExactly("姓名", "电话");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "UTF-8"})
    void bothEncodingsAreReadWithoutAsking(String charset) throws IOException {
        assertThat(rows("姓名,备注\n扎西才让,喆\n".getBytes(Charset.forName(charset)))).contains(List.of("扎西才让", "喆"));
    }

    @Test
    void charactersOnlyTheNewerChineseEncodingHasAreReadToo() throws IOException {
        assertThat(rows("姓名\n𠮷田\n".getBytes(Charset.forName("GB18030")))).contains(List.of("𠮷田"));
    }

    @Test
    void quotedCellsHoldCommasLineBreaksAndQuotes() throws IOException {
        assertThat(rows("\"甲,乙\",\"第一行\n第二行\",\"他说\"\"好\"\"\"\n").get(0)).containsExactly("甲,乙", "第一行\n第二行", "他说\"好\"");
    }

    @Test
    void aQuoteWithinACellIsAQuote() throws IOException {
        assertThat(rows("5\"管,1\n").get(0)).containsExactly("5\"管", "1");
    }

    @Test
    void anUnclosedQuoteTakesTheRestAndEnds() throws IOException {
        assertThat(rows("甲,\"乙\n丙,丁")).containsExactly(List.of("甲", "乙\n丙,丁"));
    }

    @Test
    void emptyCellsAndEmptyLinesKeepTheirPlace() throws IOException {
        assertThat(rows(",,甲,\n\n乙\n")).containsExactly(List.of("", "", "甲", ""), List.of(""), List.of("乙"));
    }

    @Test
    void whoHasSeenEnoughReadsNoFurther() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "1\n2\n3\n");
        List<String> seen = new ArrayList<>();
        try (SheetFile sheet = SheetFile.open(file)) {
            sheet.each(0, row -> {
                seen.add(row.cell(0).text());
                return seen.size() < 2;
            });
            assertThat(sheet.sheets()).isEqualTo(1);
            assertThat(sheet.from1904()).isFalse();
        }
        assertThat(seen).containsExactly("1", "2");
    }

    @Test
    void aFileTakenAwayMeanwhileIsSaidInASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("gone.csv"), "姓名\n");
        try (SheetFile sheet = SheetFile.open(file)) {
            Files.delete(file);
            assertThatThrownBy(() -> sheet.each(0, row -> true)).isInstanceOf(Refused.class).hasMessageContaining("gone.csv");
        }
    }

    @Property(tries = 100)
    void whateverIsQuotedIsReadBack(@ForAll @Size(min = 1, max = 4) List<@Size(min = 1, max = 4) List<String>> table) throws IOException {
        var text = new StringBuilder("\uFEFF");
        List<List<String>> clean = table.stream().map(row -> row.stream().map(CsvFileTest::sound).toList()).toList();
        clean.forEach(row -> text.append(String.join(",", row.stream().map(cell -> '"' + cell.replace("\"", "\"\"") + '"').toList())).append('\n'));
        Path file = Files.createTempFile("table", ".csv");
        try {
            Files.writeString(file, "说明\n" + text.substring(1));
            List<List<String>> read = read(file);
            assertThat(read.subList(1, read.size())).isEqualTo(clean);
        } finally {
            Files.delete(file);
        }
    }

    /** Without halves of characters, which no encoding can write, and the zero byte no text file has. */
    private static String sound(String any) {
        return any.codePoints().filter(c -> c != 0 && (c < 0xD800 || c > 0xDFFF) && c != 0xFEFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
