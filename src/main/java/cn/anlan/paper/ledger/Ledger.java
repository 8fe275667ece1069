package cn.anlan.paper.ledger;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** A running register as operators print it (台账); its columns are data. Sources: forms used in the county, 人民调解工作手册 for the second. */
public enum Ledger {
    SCREENING,
    MEDIATION,
    ORAL,
    OPEN,
    REFERRAL,
    REVISIT,
    CONFIRMATION,
    MEETING;

    /**
     * What a ledger is made of (台账样式).
     *
     * @param register one line for each entry of it
     * @param day the field that says whether an entry belongs to a period
     * @param field an entry belongs here only if this field holds one of {@code codes}; empty for all
     */
    record Plan(String register, String day, String field, List<String> codes, List<Column> columns) {}

    /** A column: its heading, its width in percent, and what is filled in, with blanks as in templates. */
    record Column(String heading, int width, String blanks) {}

    /** The word of the command line, e.g. {@code oral}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its Chinese name. */
    public String label() {
        return Text.of("paper.ledger." + word());
    }

    /** The ledger of this word or Chinese name; throws {@link Refused} naming those there are. */
    public static Ledger of(String word) {
        return Arrays.stream(values()).filter(ledger -> ledger.word().equals(word) || ledger.label().equals(word)).findFirst()
                .orElseThrow(() -> Refused.of("paper.refused.no_ledger", word, Arrays.stream(values()).map(Ledger::word).collect(Collectors.joining(" "))));
    }

    Plan plan() {
        List<String[]> lines = text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> split(line)).toList();
        String[] head = lines.get(0);
        String[] condition = head[2].split("=", -1);
        List<Column> columns = lines.stream().skip(1).map(line -> new Column(line[0], Integer.parseInt(line[1]), line[2])).toList();
        return new Plan(head[0], head[1], condition[0], condition.length < 2 ? List.of() : List.of(condition[1].split(",", -1)), columns);
    }

    private static String[] split(String line) {
        return Arrays.stream(line.split("\\|", 3)).map(String::strip).toArray(String[]::new);
    }

    private String text() {
        String file = "/paper/ledger/" + word() + ".txt";
        try (InputStream in = Objects.requireNonNull(Ledger.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
