package cn.anlan.paper.form;

import cn.anlan.TestHouse;
import cn.anlan.app.sample.HardCase;
import cn.anlan.paper.word.WordFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static cn.anlan.store.attachment.Attachments.hash;
import static org.assertj.core.api.Assertions.assertThat;

/** Word files say which version of our template they were made of; one made of an older version is told of and used. */
class TemplateVersionsTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    static Stream<Form> printed() {
        return Stream.of(Form.values()).filter(Form::isPrinted);
    }

    private Documents documents() {
        return house.wiring().printing().documents();
    }

    private Path own(Form form) {
        return documents().templates().folder().resolve(form.label() + ".docx");
    }

    /** A form's page is not changed without being counted up: the page's hash stands beside its number in form-versions.txt of the tests. */
    @ParameterizedTest
    @MethodSource("printed")
    void aChangedPageIsCountedUp(Form form) throws IOException {
        var known = new Properties();
        try (InputStream in = Objects.requireNonNull(TemplateVersionsTest.class.getResourceAsStream("/paper/form-versions.properties"))) {
            known.load(in);
        }
        String now = Templates.version(form) + " " + hash(Templates.source(form)).substring(0, 16);
        assertThat(now).as("raise %s in paper/form/versions.properties when its page changed, and note it here", form.word()).isEqualTo(known.getProperty(form.word()));
    }

    @Test
    void whatIsHandedOutSaysItsVersion() throws IOException {
        documents().templates().handOut();
        WordFile file = WordFile.read(Files.readAllBytes(own(Form.AGREEMENT)), "x");
        assertThat(file.version()).contains("agreement " + Templates.version(Form.AGREEMENT));
        assertThat(printed().flatMap(form -> documents().templates().aged(form).stream())).isEmpty();
    }

    @Test
    void anOlderOneIsToldOfAndUsed() throws IOException {
        documents().templates().handOut();
        rewrite(own(Form.AGREEMENT), "agreement " + Templates.version(Form.AGREEMENT), "agreement 0", "人民调解协议书", "本镇自己的协议书");
        assertThat(documents().templates().aged(Form.AGREEMENT)).hasValueSatisfying(said -> assertThat(said).contains("人民调解协议书.docx", "第 0 版", "仍按您改的用"));
        Document made = documents().of(documents().open(HardCase.plant(house.wiring().registers())), Form.AGREEMENT).get(0);
        assertThat(documents().remarks(List.of(made))).hasSize(1);
        var out = new ByteArrayInputStream(documents().word(made));
        assertThat(entry(out, "word/document.xml")).contains("本镇自己的协议书").doesNotContain("{{");
        assertThat(documents().templates().check()).as("old is no fault").isEmpty();
    }

    @Test
    void oneOfTheirOwnOrOfAnotherFormIsNotToldOf() throws IOException {
        documents().templates().handOut();
        rewrite(own(Form.AGREEMENT), "AnlanTemplate", "SomethingElse", "x", "x");
        rewrite(own(Form.COVER), "cover " + Templates.version(Form.COVER), "rubbish", "x", "x");
        assertThat(printed().flatMap(form -> documents().templates().aged(form).stream())).isEmpty();
    }

    /** The file with one text replaced in its properties and one in its words. */
    private static void rewrite(Path file, String property, String other, String words, String otherWords) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file))); var to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write((entry.getName().startsWith("docProps") ? text.replace(property, other) : text.replace(words, otherWords)).getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.write(file, out.toByteArray());
    }

    private static String entry(InputStream file, String name) throws IOException {
        try (var zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
