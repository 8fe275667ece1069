package cn.anlan.app.sample;

import cn.anlan.reference.ResidentIdNumber;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.random.RandomGenerator;

/** The words and people sample data is made of (样例用词), drawn in the same order for the same seed. */
final class Words {
    private static final String COUNTY = "620623";
    private final Properties words = new Properties();
    private final RandomGenerator random;

    Words(RandomGenerator random) {
        this.random = random;
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream("/sample/words.properties"))) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** An invented person; the ID number is well formed, and its area code and sex fit. */
    record Person(String name, String ethnic, String sex, LocalDate birth, String idNumber, String phone) {}

    Person person(LocalDate today) {
        int draw = random.nextInt(100);
        String ethnic = draw < 66 ? "01" : draw < 86 ? "04" : draw < 92 ? "03" : draw < 98 ? "30" : "01";
        String name = switch (ethnic) {
            case "04" -> one("tibetan");
            case "03" -> one("hui");
            case "30" -> one("monguor");
            default -> draw == 98 ? one("rare") : one("surnames") + one("given");
        };
        boolean male = random.nextBoolean();
        LocalDate birth = today.minusYears(22 + random.nextInt(45)).minusDays(random.nextInt(365));
        int serial = random.nextInt(500) * 2 + (male ? 1 : 0);
        String seventeen = COUNTY + DateTimeFormatter.BASIC_ISO_DATE.format(birth) + String.format("%03d", serial);
        return new Person(name, ethnic, male ? "1" : "2", birth, seventeen + ResidentIdNumber.check(seventeen), phone());
    }

    String phone() {
        return "1" + List.of("38", "39", "51", "52", "80", "89").get(random.nextInt(6)) + String.format("%08d", random.nextInt(100_000_000));
    }

    /** One of the words listed under a key. */
    String one(String key) {
        String[] choices = text(key).split(" ", -1);
        return choices[random.nextInt(choices.length)];
    }

    String text(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    String text(String key, Object first, Object second) {
        return text(key).replace("{0}", first.toString()).replace("{1}", second.toString());
    }

    int number(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
