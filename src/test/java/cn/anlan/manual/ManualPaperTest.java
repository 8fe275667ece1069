package cn.anlan.manual;

import cn.anlan.command.Terminal;
import cn.anlan.paper.print.Printed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The manual and the quick card as they come out of the press, asked for as an office would: {@code anlan manual}. */
class ManualPaperTest {
    @TempDir
    static Path folder;

    private static Terminal.Answer answer = new Terminal.Answer(-1, "", "");
    private static Printed book;

    @BeforeAll
    static void print() {
        answer = Terminal.raw("", "manual", "--out", folder.resolve("manual.pdf").toString());
        book = Printed.of(folder.resolve("manual.pdf"));
    }

    private static String bare(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]", "");
    }

    /** The page a chapter begins on, counted from 1. */
    private static int pageOf(Chapter chapter) {
        for (int page = 3; page <= book.pages(); page++) {
            if (book.lines(page).get(1).equals(chapter.title())) {
                return page;
            }
        }
        throw new AssertionError("no page begins with " + chapter.title());
    }

    @Test
    void theCommandSaysWhereItWroteAndNeedsNoStore() {
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("manual.pdf");
    }

    @Test
    void everyPageButTheCoverBearsItsNumber() {
        assertThat(book.page(1)).contains("安澜使用手册").contains("F1");
        for (int page = 2; page <= book.pages(); page++) {
            assertThat(book.lines(page).get(0)).isEqualTo(String.valueOf(page));
        }
    }

    @Test
    void theContentsNameThePageEachChapterBeginsOn() {
        List<Chapter> chapters = Manual.read().chapters();
        for (int i = 0; i < chapters.size(); i++) {
            Chapter chapter = chapters.get(i);
            String line = (i + 1) + bare(chapter.title()) + pageOf(chapter);
            assertThat(book.lines(2)).extracting(ManualPaperTest::bare).contains(line);
        }
    }

    /** A chapter is laid beside the keyboard: it is one sheet. */
    @Test
    void aChapterIsOnePage() {
        assertThat(book.pages()).isEqualTo(2 + Manual.read().chapters().size());
    }

    @Test
    void everySentenceIsPrintedInFontsOfOurOwn() {
        for (Chapter chapter : Manual.read().chapters()) {
            assertThat(signs(book.page(pageOf(chapter)))).as(chapter.name()).isEqualTo(signs(said(chapter)));
        }
        assertThat(book.fonts()).isNotEmpty().allSatisfy((name, embedded) -> assertThat(embedded).as(name).isTrue());
    }

    private static String said(Chapter chapter) {
        return chapter.title() + chapter.parts().stream().map(Part::words).collect(Collectors.joining());
    }

    /** The signs of some words in the order of their codes, for a PDF holds the words of one ink before those of another; without marks and numbers. */
    private static String signs(String words) {
        return bare(words).codePoints().filter(sign -> !Character.isDigit(sign) && sign != '·').sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    @Test
    void theCardIsOnePageAndMissesNothing() throws Exception {
        Path file = folder.resolve("card.pdf");
        assertThat(Terminal.raw("", "manual", "--card", "--out", file.toString()).code()).isZero();
        Printed card = Printed.of(file);
        assertThat(card.pages()).isEqualTo(1);
        assertThat(signs(card.words())).isEqualTo(signs(said(Manual.card())));
        assertThat(Files.size(file)).isLessThan(500_000);
    }

    @Test
    void whereItCannotBeWrittenIsSaidAndNothingIsLeftBehind() {
        Path nowhere = folder.resolve("manual.pdf").resolve("card.pdf");
        Terminal.Answer refused = Terminal.raw("", "manual", "--card", "--out", nowhere.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("card.pdf").doesNotContain("Exception");
        assertThat(nowhere).doesNotExist();
    }
}
