package cn.anlan.paper.print;

import cn.anlan.entry.Refused;
import cn.anlan.paper.print.Paper.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What comes out of the press is what was put on the paper, in fonts it brings along. */
class PressTest {
    private static final Press PRESS = new Press(new Typefaces(Path.of("no-fonts")));

    private static Printed print(Layout layout, Block... blocks) {
        return new Printed(PRESS.print(Paper.of("样张", layout, blocks)));
    }

    private static Block table(int rows) {
        Block head = Block.row(Block.head("序号"), Block.head("事项"), Block.head("金额"));
        Stream<Block> body = IntStream.rangeClosed(1, rows).mapToObj(row ->
                Block.row(Block.cell(String.valueOf(row)).centred(), Block.cell("第" + row + "件事"), Block.cell(row + ".00").right()));
        return Block.table(List.of(10, 70, 20), Stream.concat(Stream.of(head), body).toArray(Block[]::new));
    }

    @Test
    void wordsComeOutAsTheyWentIn() {
        Printed printed = print(Layout.FORM, Block.title("人民调解协议书"), Block.paragraph("才让·东智与𠮷田㛃因 <水渠> & \"院墙\" 发生争执。"));
        assertThat(printed.words()).contains("人民调解协议书", "才让·东智与𠮷田㛃因<水渠>&\"院墙\"发生争执。");
    }

    @Test
    void everyFontIsEmbedded() {
        Printed printed = print(Layout.FORM, Block.title("标题"), Block.paragraph("正文𠮷☑"));
        assertThat(printed.fonts()).hasSize(3).allSatisfy((name, embedded) -> {
            assertThat(name).matches("[A-Z]{6}\\+.*");
            assertThat(embedded).isTrue();
        });
    }

    @Test
    void theSamePaperGivesTheSameBytes() {
        assertThat(PRESS.print(Paper.of("样张", Layout.PORTRAIT, table(50)))).isEqualTo(PRESS.print(Paper.of("样张", Layout.PORTRAIT, table(50))));
    }

    @Test
    void aLongTableRepeatsItsHeadAndSaysPageOfPages() {
        Printed printed = print(Layout.LANDSCAPE, Block.foot(Block.line("填报人：")), Block.title("台账"), table(120));
        assertThat(printed.pages()).isGreaterThan(2);
        for (int page = 1; page <= printed.pages(); page++) {
            assertThat(printed.page(page)).contains("序号事项金额", "填报人：", "第" + page + "页/共" + printed.pages() + "页");
        }
        assertThat(printed.words()).contains("第1件事", "第120件事");
    }

    @Test
    void aFormHasNoPageNumbers() {
        assertThat(print(Layout.FORM, Block.paragraph("一")).words()).isEqualTo("一");
    }

    @Test
    void noLineBeginsWithAStop() {
        Printed printed = print(Layout.FORM, Block.paragraph("甲乙丙丁，戊己庚辛。壬癸子丑；寅卯辰巳、午未申酉！戌亥".repeat(30)));
        assertThat(printed.lines(1)).hasSizeGreaterThan(10).allSatisfy(line -> assertThat(line).doesNotMatch("^[，。；、！）”].*"));
    }

    @Test
    void aCharacterNoFontHoldsIsNamedWithItsField() {
        var paper = Paper.of("样张", Layout.FORM, Block.table(List.of(20, 80), Block.row(Block.cell("姓名"), Block.cell("བཀྲ").named("姓名"))));
        assertThat(PRESS.check(paper)).hasSize(3);
        assertThatThrownBy(() -> PRESS.print(paper)).isInstanceOf(Refused.class).hasMessageContaining("「姓名」里的「བ」（U+0F56）")
                .matches(refused -> ((Refused) refused).canBeOverruled());
    }

    @Test
    void withoutAFieldItsNeighboursTellWhereItStands() {
        assertThat(PRESS.check(Paper.of("样张", Layout.FORM, Block.paragraph("住在某村三组的བ某人")))).singleElement()
                .satisfies(violation -> assertThat(violation.sentence()).contains("「住在某村三组的བ某人」里的「བ」"));
    }

    @Test
    void aGapIsLeftWhenTheClerkSaysSo() {
        var printed = new Printed(PRESS.print(Paper.of("样张", Layout.FORM, Block.paragraph("扎བ西")), Press.Gaps.LEAVE));
        assertThat(printed.words()).isEqualTo("扎西");
    }

    @Test
    void theOfficesOwnFontIsAskedLast(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("坏.ttf"), new byte[] {1, 2, 3});
        var faces = new Typefaces(folder);
        assertThat(faces.covers('བ')).isFalse();
        Files.copy(Path.of("src/main/resources/font/AnlanRare-Regular.ttf"), folder.resolve("本所.ttf"));
        var more = new Typefaces(folder);
        assertThat(more.covers('བ')).isFalse();
        assertThat(more.faces()).extracting(Typefaces.Face::family).contains("own-3");
    }

    @Test
    void aPictureStandsOnThePage() throws IOException {
        byte[] picture = Files.readAllBytes(Path.of("src/main/resources/icons/anlan-64.png"));
        assertThat(print(Layout.FORM, Block.image(picture, 20)).scan(1, 50).getRGB(60, 55)).isNotEqualTo(0xFFFFFFFF);
    }

    @Test
    void aFileIsWrittenWhole(@TempDir Path folder) {
        Path file = folder.resolve("印件.pdf");
        PRESS.print(Paper.of("样张", Layout.FORM, Block.heading("一、情况"), Block.line("甲\n乙"), Block.newPage(), Block.subtitle("二")), file);
        assertThat(Printed.of(file).pages()).isEqualTo(2);
        assertThat(folder).isDirectoryContaining("glob:**印件.pdf");
    }
}
