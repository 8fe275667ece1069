package cn.anlan.command;

import cn.anlan.command.Terminal.Answer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every command there is, also for one added tomorrow. */
class EveryCommandTest {
    @TempDir
    Path folder;

    static Stream<String> commands() {
        return Anlan.line(InputStream.nullInputStream()).getSubcommands().keySet().stream();
    }

    private static void inWords(String text) {
        assertThat(text).isNotBlank().doesNotContain("⟦", "null", "Exception", "\tat ");
        assertThat(text.codePoints().anyMatch(Character::isIdeographic)).as(text).isTrue();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itExplainsItselfWithoutOpeningAnything(String command) {
        Answer help = Terminal.raw("", command, "--help");
        assertThat(help.code()).isZero();
        inWords(help.out());
        assertThat(help.out()).contains("anlan " + command);
        assertThat(help.err()).isEmpty();
        assertThat(Anlan.line(InputStream.nullInputStream()).getSubcommands().get(command).getCommandSpec().options())
                .allSatisfy(option -> inWords(String.join("", option.description())));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aWordItDoesNotKnowIsWrongUsageAndMakesNothing(String command) throws Exception {
        Path store = folder.resolve("store");
        Answer wrong = Terminal.raw("", command, "--no-such-option", "--store", store.toString());
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        inWords(wrong.err());
        assertThat(Files.exists(store)).isFalse();
    }

    /** Whatever is missing, it says so in words; it never waits for somebody to type. */
    @ParameterizedTest
    @MethodSource("commands")
    void withNothingSaidItAnswersAllTheSame(String command) {
        Answer answer = Terminal.raw("", command, "--store", folder.resolve("store").toString());
        assertThat(answer.code()).isIn(0, 1, 2);
        if (answer.code() > 0) {
            inWords(answer.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "lst", "LIST", "列表", "--lst", "-x", "list list", "../list"})
    void aCommandThereIsNotIsWrongUsage(String command) {
        Answer wrong = Terminal.raw("", command);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        inWords(wrong.err());
    }

    @Test
    void aloneItNamesItsCommands() {
        Answer help = Terminal.raw("", "--help");
        assertThat(help.code()).isZero();
        assertThat(commands()).allSatisfy(command -> assertThat(help.out()).contains(command));
        assertThat(Terminal.raw("", "--version").out()).startsWith("anlan ");
        assertThat(Terminal.raw("").code()).isEqualTo(2);
    }

    private Answer list(String... words) {
        return new Terminal(folder.resolve("store")).type(Stream.concat(Stream.of("list"), Stream.of(words)).toArray(String[]::new));
    }

    @Test
    void registersFieldsAndConditionsNobodyKnowsAreRefusedByName() {
        for (List<String> words : List.of(List.of("disputes"), List.of("dispute", "--sort", "nickname"), List.of("dispute", "--where", "nickname=1"),
                List.of("dispute", "--where", "register_date=gestern"))) {
            Answer refused = list(words.toArray(String[]::new));
            assertThat(refused.code()).as(String.join(" ", words)).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            inWords(refused.err());
        }
        Answer wrong = list("dispute", "--where", "nonsense");
        assertThat(wrong.code()).isEqualTo(2);
        inWords(wrong.err());
        assertThat(list("dispute", "--limit", "viele").code()).isEqualTo(2);
    }

    @Test
    void nothingFoundIsNoFailure() {
        Answer none = list("dispute", "--find", "没有");
        assertThat(none.code()).isZero();
        assertThat(none.err()).isEmpty();
        assertThat(list("dispute", "--json").out()).isEmpty();
    }
}
