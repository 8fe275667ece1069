package cn.anlan.paper.word;

import cn.anlan.entry.Refused;
import cn.anlan.paper.blank.Facts;
import cn.anlan.paper.blank.Item;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Templates as Word and WPS write them: blanks in pieces, values of several lines, rows that repeat. */
class WordFileTest {
    private static final Facts FACTS = new Facts(Map.of(), LocalDate.of(2026, 11, 23))
            .with("who", List.of(words("name", "才让·东智"), words("name", "马𠮷祥")))
            .with("what", List.of(words("text", "第一行\n第二行 {{who.name}} & <b>")));

    private static Item words(String word, String text) {
        return new Item.OfWords("字段", Map.of(word, text));
    }

    private static String run(String text) {
        return "<w:r><w:rPr><w:b/></w:rPr><w:t>" + text + "</w:t></w:r>";
    }

    private static String paragraph(String... runs) {
        return "<w:p w14:paraId=\"1\" xmlns:w14=\"x\"><w:pPr><w:jc w:val=\"both\"/></w:pPr>" + String.join("", runs) + "</w:p>";
    }

    private static WordPages fill(String body) throws IOException {
        var out = new ByteArrayOutputStream();
        WordFile.read(WordPages.of(body), "样张").fill(FACTS, out);
        return new WordPages(out.toByteArray());
    }

    @Test
    void aBlankCutIntoPiecesIsOneBlank() throws IOException {
        assertThat(fill(paragraph(run("甲{"), run("{who."), run("na"), run("me}"), run("}乙"))).paragraphs()).containsExactly("甲才让·东智、马𠮷祥乙");
    }

    @Test
    void severalBlanksInOneRun() throws IOException {
        assertThat(fill(paragraph(run("{{who.name}}与{{who.name}}"))).paragraphs()).containsExactly("才让·东智、马𠮷祥与才让·东智、马𠮷祥");
    }

    @Test
    void aValueOfSeveralLinesBecomesParagraphsOfTheSameLookAndIsNotReadAgain() throws IOException {
        assertThat(fill(paragraph(run("前{{what.text}}后"))).paragraphs()).containsExactly("前第一行", "第二行 {{who.name}} & <b>后");
    }

    @Test
    void whatStandsBetweenIsRepeatedInsideAParagraph() throws IOException {
        assertThat(fill(paragraph(run("{{#who}}（{{who.index}}）{{who.name}}；{{/who}}"))).paragraphs()).containsExactly("（1）才让·东智；（2）马𠮷祥；");
    }

    @Test
    void paragraphsAreRepeatedAndThoseOfTheMarksVanish() throws IOException {
        assertThat(fill(paragraph(run("{{#who}}")) + paragraph(run("{{who.name}}")) + paragraph(run("{{/who}}"))).paragraphs())
                .containsExactly("才让·东智", "马𠮷祥");
    }

    @Test
    void aRowIsRepeatedWhenItsFirstAndLastCellHoldTheMarks() throws IOException {
        String row = "<w:tr><w:tc>" + paragraph(run("{{#who}}{{who.index}}")) + "</w:tc><w:tc>" + paragraph(run("{{who.name}}{{/who}}")) + "</w:tc></w:tr>";
        WordPages filled = fill("<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>" + row + "</w:tbl>");
        assertThat(filled.paragraphs()).containsExactly("1", "才让·东智", "2", "马𠮷祥");
    }

    @Test
    void anEmptiedCellStillHoldsAParagraph() throws IOException {
        String cells = "<w:tc>" + paragraph(run("{{#nobody}}")) + paragraph(run("x")) + paragraph(run("{{/nobody}}")) + "</w:tc>";
        assertThat(fill("<w:tbl><w:tr>" + cells + "</w:tr></w:tbl>").paragraphs()).containsExactly("");
    }

    @Test
    void whatIsNoWordFileIsRefused() {
        assertThatThrownBy(() -> WordFile.read(new byte[] {1, 2, 3}, "坏.docx")).isInstanceOf(Refused.class).hasMessageContaining("坏.docx");
        assertThatThrownBy(() -> WordFile.read(WordPages.of("<w:p>"), "坏.docx")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> WordFile.read(WordPages.of("<w:p/><!DOCTYPE x>"), "坏.docx")).isInstanceOf(Refused.class);
    }
}
