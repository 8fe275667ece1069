package cn.anlan;

import cn.anlan.kit.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One stylesheet: each look is defined once, for something that exists; a rule nobody's part bears is dead. */
class StyleSheetTest {
    private static final Path FOLDER = Path.of("src/main/resources/style");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{[^}]*}");
    private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    private static final Pattern ID = Pattern.compile("#([a-zA-Z][\\w-]*)");
    /** The parts of controls, named by JavaFX, ControlsFX, Ikonli and AtlantaFX. */
    private static final Set<String> CONTROLS = Set.of("root", "text-field", "text-area", "text-input", "button", "toggle-button", "combo-box-base",
            "check-combo-box", "menu-button", "content", "tab-pane", "tab-header-area", "headers-region", "tab", "ikonli-font-icon", "label", "split-pane",
            "table-cell", "table-row-cell", "column-header", "filler", "text", "scroll-pane", "viewport", "list-cell", "list-view", "check-box", "scroll-bar",
            "small", "hyperlink", "table-view", "placeholder", "arrow-button");
    /** Classes whose names are put together: what a word of the manual is written in. */
    private static final Set<String> COMPOSED = Set.of("manual-strong", "manual-name");

    private static String sheet = "";
    private static String code = "";

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            List<Path> sheets = all.filter(file -> file.toString().endsWith(".css")).toList();
            assertThat(sheets).as("one stylesheet").hasSize(1);
            sheet = Files.readString(sheets.get(0)).replaceAll("(?s)/\\*.*?\\*/", "");
        }
        var text = new StringBuilder();
        for (SourceFile file : SourceFile.readAll(Path.of("src/main/java"))) {
            text.append(file.text());
        }
        code = text.toString();
    }

    private static Set<String> named(Pattern kind) {
        Set<String> named = new TreeSet<>();
        RULE.matcher(sheet).results().map(rule -> rule.group(1)).forEach(selectors ->
                kind.matcher(selectors).results().map(found -> found.group(1)).forEach(named::add));
        return named;
    }

    @Test
    void everyRuleIsForSomething() {
        Set<String> dressed = Arrays.stream(Style.values()).map(Style::css).collect(Collectors.toSet());
        assertThat(named(CLASS)).filteredOn(name -> !CONTROLS.contains(name) && !COMPOSED.contains(name) && !dressed.contains(name)
                && !code.contains('"' + name + '"')).as("classes no code bears").isEmpty();
        assertThat(named(ID)).filteredOn(name -> !code.contains('"' + name + '"') && !isComposed(name)).as("ids no code gives").isEmpty();
    }

    /** Ids of pages and tables begin with the word of their kind. */
    private static boolean isComposed(String id) {
        return id.startsWith("page-") || id.startsWith("table-");
    }

    @Test
    void everyLookIsPutOnSomewhere() {
        assertThat(Style.values()).filteredOn(style -> !code.contains("Style." + style.name())).as("looks nobody puts on").isEmpty();
    }

    /** The clerk sets one size (字号) for the whole window; what is written in points would stay small. */
    @Test
    void everyLetterGrowsWithTheSizeTheClerkSets() {
        assertThat(RULE.matcher(sheet).results().map(MatchResult::group).filter(rule -> rule.contains("-fx-font-size"))
                .filter(rule -> rule.matches("(?s).*-fx-font-size:\\s*\\d+px.*")).map(rule -> rule.strip().split("\\s", 2)[0])).containsExactly(".root");
    }

    @Test
    void nothingIsDefinedTwice() {
        var places = new TreeMap<String, List<String>>();
        for (MatchResult rule : RULE.matcher(sheet).results().toList()) {
            for (String selector : rule.group(1).split(",")) {
                places.computeIfAbsent(selector.strip().replaceAll("\\s+", " "), none -> new ArrayList<>()).add(rule.group());
            }
        }
        places.values().removeIf(rules -> rules.size() < 2 || rules.stream().anyMatch(rule -> rule.contains(",")));
        assertThat(places).as("selectors with two rules").isEmpty();
    }
}
