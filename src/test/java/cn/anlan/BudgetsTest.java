package cn.anlan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How long, how wide and how many: the house stays small enough to be read. The figures are those of the programs we admire (style.md). */
class BudgetsTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    /** Records wider than eight components, and why nesting would not make them easier to read. */
    private static final Map<String, String> WIDE = Map.of(
            "Place", "a row of the division table, flat as the ministry publishes it",
            "Code", "a row of a code list, flat as it is shipped",
            "Line", "a row of the journal, flat as it is sealed");
    /** Files that hold Chinese characters as data rather than as words for a reader. */
    private static final Map<String, String> WITH_CHINESE_DATA = Map.of(
            "Type.java", "the signs people write between the parts of a list",
            "Written.java", "the signs and words people write dates and amounts with",
            "PhoneNumber.java", "what the forms say of a person without a telephone");
    /** The comma between the things of a list. */
    private static final String SEPARATOR = "、";
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\\u3001\\u3002\\uFF0C\\uFF1B\\uFF1A]");
    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

    private static List<SourceFile> sources = List.of();

    @BeforeAll
    static void read() {
        sources = SourceFile.readAll(MAIN);
    }

    @Test
    void filesAreShort() {
        assertThat(sources).filteredOn(file -> file.lines() > 400).extracting(SourceFile::name).as("files above 400 lines").isEmpty();
        assertThat(p95(sources, SourceFile::lines)).as("lines of the longest files but 5 %").isLessThanOrEqualTo(240);
    }

    @Test
    void methodsAreShort() {
        List<SourceFile.Method> methods = methods();
        assertThat(methods).filteredOn(method -> method.lines() > 50).as("methods above 50 lines").isEmpty();
        assertThat(p95(methods, SourceFile.Method::lines)).as("lines of the longest methods but 5 %").isLessThanOrEqualTo(20);
    }

    @Test
    void methodsTakeFewThings() {
        assertThat(methods()).filteredOn(method -> method.parameters() > 5).as("methods of more than 5 parameters").isEmpty();
    }

    @Test
    void recordsAreNarrow() {
        assertThat(sources.stream().flatMap(file -> file.records().stream()))
                .filteredOn(header -> header.parameters() > 8 && !WIDE.containsKey(header.name())).as("records of more than 8 components").isEmpty();
    }

    @Test
    void foldersAreSmall() {
        Map<String, Long> folders = sources.stream().filter(file -> !file.isPackageInfo())
                .collect(Collectors.groupingBy(file -> String.valueOf(file.path().getParent()), TreeMap::new, Collectors.counting()));
        folders.values().removeIf(files -> files <= 20);
        assertThat(folders).as("folders of more than 20 files").isEmpty();
    }

    @Test
    void wordsForAReaderStandInTheTexts() {
        List<String> found = new ArrayList<>();
        for (SourceFile file : sources) {
            if (!WITH_CHINESE_DATA.containsKey(file.name())) {
                file.literals().stream().filter(literal -> CHINESE.matcher(literal).find() && !literal.equals(SEPARATOR))
                        .forEach(literal -> found.add(file.name() + ": " + literal));
            }
        }
        assertThat(found).as("Chinese in string literals").isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(sources).filteredOn(file -> LEFT_FOR_LATER.matcher(file.text()).find()).extracting(SourceFile::name).isEmpty();
    }

    @Test
    void everyTypeSaysWhatItIs() {
        assertThat(sources.stream().flatMap(file -> file.undocumented().stream())).as("top-level types without Javadoc").isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndWhereNullIsMeant() {
        Set<Path> told = sources.stream().filter(SourceFile::isPackageInfo)
                .filter(file -> file.text().contains("@NullMarked") && file.text().startsWith("/**")).map(file -> file.path().getParent())
                .collect(Collectors.toSet());
        assertThat(sources.stream().map(file -> file.path().getParent()).filter(folder -> !MAIN.resolve("cn/anlan").equals(folder)))
                .allMatch(told::contains);
    }

    /** Six lines of test to ten of main, as the admired programs have. */
    @Test
    void thereAreTestsEnough() throws IOException {
        double main = lines(MAIN);
        double tests = lines(TESTS);
        assertThat(tests / main).as("%.0f lines of test to %.0f of main; 0.6 is the house's aim", tests, main).isGreaterThanOrEqualTo(0.6);
    }

    private static List<SourceFile.Method> methods() {
        return sources.stream().flatMap(file -> file.methods().stream()).toList();
    }

    private static <T> int p95(List<T> things, ToIntFunction<T> size) {
        int[] sizes = things.stream().mapToInt(size).sorted().toArray();
        return sizes[(int) Math.ceil(sizes.length * 0.95) - 1];
    }

    private static long lines(Path folder) throws IOException {
        long lines = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        return lines;
    }
}
