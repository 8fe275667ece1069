package cn.anlan.manual;

import cn.anlan.Texts;
import cn.anlan.manual.Part.Kind;
import cn.anlan.manual.Run.Ink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The manual keeps to its form, leads where it says, and names only what is on the screen. */
class ManualTest {
    private static final Path FOLDER = Path.of("src/main/resources/manual");
    private static final Manual MANUAL = Manual.read();
    private static final long MOST_BYTES = 1_500_000;
    /** Behind its first words a text goes on with what differs from case to case, or with a key. */
    private static final Pattern GOES_ON = Pattern.compile("[\\u3000（｛{].*");
    private static final Pattern NUMBER = Pattern.compile("^[①-⑨] ?");

    private static Stream<Chapter> all() {
        return Stream.concat(MANUAL.chapters().stream(), Stream.of(Manual.card()));
    }

    private static Stream<Run> runs(Chapter chapter, Ink ink) {
        return chapter.parts().stream().flatMap(part -> part.runs().stream()).filter(run -> run.ink() == ink);
    }

    private static Set<String> pictures() {
        return all().flatMap(chapter -> chapter.parts().stream()).filter(part -> part.kind() == Kind.PICTURE).map(Part::mark).collect(Collectors.toSet());
    }

    @Test
    void everyChapterHasATitleSaysInALineWhatForAndWhatToDo() {
        assertThat(MANUAL.chapters().size()).isGreaterThan(20);
        for (Chapter chapter : MANUAL.chapters()) {
            assertThat(chapter.title()).as(chapter.name()).isNotBlank().hasSizeLessThan(14).doesNotContain("#");
            assertThat(chapter.parts().get(0).kind()).as(chapter.name()).isEqualTo(Kind.TEXT);
            assertThat(chapter.parts()).extracting(Part::kind).as(chapter.name()).containsAnyOf(Kind.STEP, Kind.POINT);
        }
        assertThat(MANUAL.chapters()).extracting(Chapter::title).doesNotHaveDuplicates();
    }

    @Test
    void stepsAreCountedFromOneUnderEveryHeading() {
        for (Chapter chapter : all().toList()) {
            int next = 1;
            for (Part part : chapter.parts()) {
                if (part.kind() == Kind.STEP) {
                    assertThat(part.mark()).as(chapter.name() + ": " + part.words()).isEqualTo(String.valueOf(next));
                    next++;
                } else if (part.kind() == Kind.HEADING) {
                    next = 1;
                }
            }
        }
    }

    @Test
    void referencesLeadToAChapter() {
        assertThat(all().flatMap(chapter -> runs(chapter, Ink.LINK))).isNotEmpty().allSatisfy(link ->
                assertThat(MANUAL.named(link.to()).title()).as(link.words()).isNotEmpty());
    }

    @Test
    void noMarkIsLeftOver() {
        assertThat(all().flatMap(chapter -> chapter.parts().stream()).map(Part::words).filter(words -> words.matches(".*(\\*\\*|`|]\\(|##|!\\[).*|\\s*"))).isEmpty();
    }

    /** A button that was renamed or taken away must be so in the manual as well. */
    @Test
    void whatStandsInBracketsStandsOnTheScreen() throws IOException {
        Set<String> screen = new HashSet<>();
        Texts.all().forEach(text -> {
            screen.add(text);
            screen.add(NUMBER.matcher(GOES_ON.matcher(text).replaceFirst("")).replaceFirst("").strip());
        });
        try (Stream<String> codes = Files.lines(Path.of("src/main/resources/codes/code.csv"))) {
            codes.map(line -> line.split(",", -1)[2]).forEach(screen::add);
        }
        assertThat(all().flatMap(chapter -> runs(chapter, Ink.NAME)).map(Run::words).map(words -> words.substring(1, words.length() - 1)).distinct())
                .isNotEmpty().isSubsetOf(screen);
    }

    @Test
    void everyPictureIsThereIsUsedAndTogetherTheyAreSmall() throws IOException {
        long bytes = 0;
        Set<String> files = new HashSet<>();
        try (Stream<Path> found = Files.list(FOLDER.resolve("shots"))) {
            for (Path file : found.toList()) {
                files.add(file.getFileName().toString());
                bytes += Files.size(file);
            }
        }
        assertThat(files).isEqualTo(pictures());
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    @Test
    void everyChapterIsInTheContents() throws IOException {
        try (Stream<Path> found = Files.list(FOLDER)) {
            assertThat(found.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".md")).map(file -> file.replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(all().map(Chapter::name).toList());
        }
        assertThat(MANUAL.chapters().stream().flatMap(chapter -> chapter.pages().stream())).doesNotHaveDuplicates();
    }

    @Test
    void aPageLeadsToItsChapterAndAnUnknownOneToTheFirst() {
        assertThat(MANUAL.about("dispute").name()).isEqualTo("dispute");
        assertThat(MANUAL.about("adviser_duty").name()).isEqualTo("station");
        assertThat(MANUAL.about("nothing")).isSameAs(MANUAL.chapters().get(0));
    }

    @Test
    void wordsAreFoundWhereverTheyStandAndAllOfThemMust() {
        assertThat(MANUAL.find("归档")).extracting(Chapter::name).contains("archive", "steps").doesNotContain("topic");
        assertThat(MANUAL.find("ctrl+z  回收站")).extracting(Chapter::name).contains("bin").doesNotContain("archive");
        assertThat(MANUAL.find("飞机票")).isEmpty();
        assertThat(MANUAL.find(" ")).isEqualTo(MANUAL.chapters());
    }

    @Test
    void aLineIsReadByItsMark() {
        assertThat(Part.read("## 出了`Esc`")).isEqualTo(new Part(Kind.HEADING, "", List.of(new Run(Ink.PLAIN, "出了", ""), new Run(Ink.KEY, "Esc", ""))));
        assertThat(Part.read("3. 点「保存」")).isEqualTo(new Part(Kind.STEP, "3", List.of(new Run(Ink.PLAIN, "点", ""), new Run(Ink.NAME, "「保存」", ""))));
        assertThat(Part.read("- **记住** 见[目录](start)")).isEqualTo(new Part(Kind.POINT, "",
                List.of(new Run(Ink.STRONG, "记住", ""), new Run(Ink.PLAIN, " 见", ""), new Run(Ink.LINK, "目录", "start"))));
        assertThat(Part.read("![① 保存](home.png)")).isEqualTo(new Part(Kind.PICTURE, "home.png", List.of(new Run(Ink.PLAIN, "① 保存", ""))));
        assertThat(Part.read("2026 年")).isEqualTo(new Part(Kind.TEXT, "", List.of(new Run(Ink.PLAIN, "2026 年", ""))));
    }
}
