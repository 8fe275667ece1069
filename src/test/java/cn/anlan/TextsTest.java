package cn.anlan;

import cn.anlan.entry.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every word a person reads stands once in the texts, and every text is read by somebody. */
class TextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    /** Words that a class puts together with a key it is handed: the whole family counts as used. */
    private static final Pattern FAMILY = Pattern.compile(".*\\.(refused|guard|field|section|unreadable)\\..*");
    /** Calls that name a text; what comes after the name is filled in. */
    private static final Set<String> NAMES_A_TEXT = Set.of("Text.of", "Refused.of", "Refused.field");

    private static final List<SourceFile> SOURCES = SourceFile.readAll(Path.of("src/main/java"));
    private static final Map<String, String> TEXT = Texts.byKey();

    @Test
    void noKeyIsGivenTwice() throws IOException {
        List<String> twice = new ArrayList<>();
        for (Path file : Texts.files()) {
            Set<String> seen = new HashSet<>();
            Files.readAllLines(file).stream().filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('='))).filter(key -> !seen.add(key)).forEach(key -> twice.add(file + ": " + key));
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void noTextIsEmpty() {
        assertThat(TEXT).isNotEmpty().allSatisfy((key, text) -> assertThat(text).as(key).isNotEmpty());
    }

    /** Names of texts that code spells out whole. */
    private static Stream<SourceFile.Call> namingCalls() {
        return SOURCES.stream().flatMap(file -> file.calls().stream()).filter(call -> NAMES_A_TEXT.contains(call.name()));
    }

    /** A refused field stands before its sentence. */
    private static int keyAt(SourceFile.Call call) {
        return call.name().endsWith(".field") ? 1 : 0;
    }

    private static String keyOf(SourceFile.Call call) {
        return call.texts().get(keyAt(call));
    }

    @Test
    void everyTextNamedInCodeExists() {
        assertThat(namingCalls().map(TextsTest::keyOf).filter(key -> !key.isEmpty())).isNotEmpty()
                .allSatisfy(key -> assertThat(Text.find(key)).as(key).isPresent());
    }

    @Test
    void whatIsFilledInHasItsPlace() {
        assertThat(namingCalls().filter(call -> TEXT.containsKey(keyOf(call))).filter(call -> !isSpread(call))).isNotEmpty().allSatisfy(call ->
                assertThat(placeholders(Text.of(keyOf(call)))).as(keyOf(call)).isEqualTo(upTo(call.arguments() - keyAt(call) - 1)));
    }

    /** One argument that is an array of them cannot be counted here. */
    private static boolean isSpread(SourceFile.Call call) {
        return call.arguments() == keyAt(call) + 2 && placeholders(Text.of(keyOf(call))).size() > 1;
    }

    /** A sentence need not use everything it is given, but never asks for more than it gets. */
    @Test
    void placeholdersCountFromNought() {
        assertThat(TEXT).allSatisfy((key, text) -> {
            Set<Integer> used = placeholders(text);
            assertThat(used.size() < 2 || used.stream().mapToInt(Integer::intValue).max().orElse(0) < 4).as(key).isTrue();
        });
    }

    private static Set<Integer> placeholders(String text) {
        Set<Integer> found = new HashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(Integer.parseInt(matcher.group(1)));
        }
        return found;
    }

    private static Set<Integer> upTo(int count) {
        Set<Integer> all = new HashSet<>();
        for (int i = 0; i < count; i++) {
            all.add(i);
        }
        return all;
    }

    @Test
    void everyTextIsReadBySomebody() {
        Set<String> literals = new HashSet<>();
        SOURCES.forEach(file -> literals.addAll(file.literals()));
        Set<String> ofShapes = new HashSet<>();
        try (var house = TestHouse.opened()) {
            Stream.concat(house.wiring().registers().all().stream(), house.wiring().registers().sheets().stream()).forEach(register -> {
                String own = register.shape().room() + "." + register.name();
                ofShapes.add(own);
                register.shape().fields().forEach(field -> {
                    ofShapes.add(own + "." + field.name());
                    ofShapes.add(own + "." + field.name() + ".hint");
                    ofShapes.add(own + ".section." + field.section());
                    ofShapes.add("entry.field." + field.name());
                });
            });
        }
        assertThat(TEXT.keySet()).filteredOn(key -> !ofShapes.contains(key) && !literals.contains(key)
                && !isOfAFamily(key, literals) && !isHelp(key)).isEmpty();
    }

    /** The command line's own help: picocli reads it by the names of commands and options; AnlanTest holds it against them. */
    private static boolean isHelp(String key) {
        return key.matches("command\\.(anlan|usage|mixinStandardHelpOptions|store|json|user|password-file|purpose)(\\..*)?");
    }

    /** Its last part stands in code, or code puts it together from a family's beginning and a name of its own. */
    private static boolean isOfAFamily(String key, Set<String> literals) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        if (FAMILY.matcher(key).matches()) {
            return literals.contains(last) || Character.isUpperCase(last.charAt(0));
        }
        return key.startsWith("command.") ? isReadByPicocli(key.substring("command.".length()), literals)
                : literals.stream().anyMatch(literal -> literal.endsWith(".") && literal.length() > 3 && key.startsWith(literal));
    }

    /** Picocli finds headings by names of its own, a shared option under its name, and what is said of a command under the command's. */
    private static boolean isReadByPicocli(String key, Set<String> literals) {
        boolean heading = key.matches("(anlan\\.)?usage\\..*|mixinStandardHelpOptions\\..*");
        String command = key.startsWith("anlan.") ? key.split("\\.", -1)[1] : "";
        return heading || literals.contains(key) || literals.contains("--" + key) || literals.contains(command);
    }
}
