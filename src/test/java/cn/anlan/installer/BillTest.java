package cn.anlan.installer;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What the build of a package says when a part is shipped that no list names, or the other way round. */
class BillTest {
    private static final String SQLITE = "so\0003.40.1\0\1SQLite3 Multiple Ciphers 1.5.5\0";

    @TempDir
    private static Path compiled;
    @TempDir
    private Path folder;

    private final Map<String, Object> listed = new TreeMap<>();

    @BeforeAll
    static void compile() {
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", compiled.toString(), "-proc:none", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "installer/common/Bill.java")).isZero();
    }

    @BeforeEach
    void lay() throws Exception {
        Files.createDirectories(folder.resolve("built"));
        Files.createDirectories(folder.resolve("app/lib"));
        Files.createDirectories(folder.resolve("app/licences/texts"));
        Files.createDirectories(folder.resolve("app/runtime/legal/java.base"));
        Files.createDirectories(folder.resolve("app/runtime/lib"));
        Files.writeString(folder.resolve("app/runtime/lib/modules"), "classes");
        Files.writeString(folder.resolve("app/runtime/legal/java.base/LICENSE"), "GPL");
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_VERSION=\"25.0.3\"\n");
        Files.writeString(folder.resolve("app/licences/texts/OFL-Song.txt"), "OFL");
        jar(folder.resolve("app/lib/anlan.jar"), "font/Song-Regular.ttf", "letters");
        library("org.sqlite", "sqlite-jdbc", "Apache-2.0", "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so");
        Files.writeString(folder.resolve("app/lib/libsqlitejdbc.so"), SQLITE, StandardCharsets.ISO_8859_1);
        library("org.openjfx", "javafx-base", "GPL-2.0-with-classpath-exception", "A.class");
        Files.move(folder.resolve("built/javafx-base-1.0.jar"), folder.resolve("built/javafx-base-1.0-linux.jar"));
        listed.put("an empty one", part("org.openjfx", "javafx-base", "pkg:maven/org.openjfx/javafx-base@1.0?type=jar", "MIT", "00"));
    }

    private static void jar(Path file, String entry, String text) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Built, laid and listed, as a library is. */
    private void library(String group, String name, String licence, String entry) throws Exception {
        String jar = name + "-1.0.jar";
        jar(folder.resolve("built").resolve(jar), entry, SQLITE);
        jar(folder.resolve("app/lib").resolve(jar), "laid", "");
        String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve("built").resolve(jar))));
        String purl = "pkg:maven/" + group + "/" + name + "@1.0?" + (name.startsWith("javafx") ? "classifier=linux&" : "") + "type=jar";
        listed.put(name, part(group, name, purl, licence, sum));
    }

    private static Map<String, Object> part(String group, String name, String purl, String licence, String sum) {
        return Map.of("type", "library", "group", group, "name", name, "version", "1.0", "purl", purl,
                "licenses", List.of(Map.of("license", Map.of("id", licence))), "hashes", List.of(Map.of("alg", "SHA-256", "content", sum)));
    }

    /** What the tool says; nothing when the bill was completed. */
    private String run() throws Exception {
        Files.writeString(folder.resolve("app/licences/THIRD-PARTY.txt"),
                "(Apache-2.0) SQLite (org.sqlite:sqlite-jdbc:1.0 - x)\n(GPL) FX (org.openjfx:javafx-base:1.0 - x)\n");
        var whole = Map.of("metadata", Map.of("component", Map.of("name", "anlan")), "components", listed.values());
        Files.write(folder.resolve("app/licences/sbom.json"), JsonMapper.shared().writeValueAsBytes(whole));
        String[] words = {folder.resolve("app").toString(), folder.resolve("built").toString(), "linux", folder.resolve("release").toString()};
        try (var tool = new URLClassLoader(new URL[] {compiled.toUri().toURL()})) {
            tool.loadClass("Bill").getMethod("complete", String[].class).invoke(null, (Object) words);
            return "";
        } catch (InvocationTargetException wrong) {
            return String.valueOf(wrong.getCause().getMessage());
        }
    }

    private void assertRefused(String why) throws Exception {
        assertThat(run()).contains(why);
    }

    @Test
    void everyFileThatIsShippedStandsInItWithItsHash() throws Exception {
        assertThat(run()).isEmpty();
        JsonNode bill = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("app/licences/sbom.json")));
        assertThat(bill.at("/metadata/component").findValuesAsString("name")).containsExactlyInAnyOrder("anlan", "lib/anlan.jar", "Song-Regular.ttf");
        assertThat(bill.at("/metadata/component").toString()).contains("OFL-1.1");
        assertThat(bill.path("components").findValuesAsString("name")).contains("lib/sqlite-jdbc-1.0.jar", "lib/libsqlitejdbc.so", "SQLite",
                "SQLite3 Multiple Ciphers", "lib/javafx-base-1.0.jar", "Java runtime", "runtime/lib/modules");
        assertThat(bill.path("components").findValuesAsString("version")).contains("3.40.1", "1.5.5", "25.0.3");
        assertThat(bill.path("components").findValuesAsString("scope")).containsExactly("excluded");
        String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest("classes".getBytes(StandardCharsets.UTF_8)));
        assertThat(bill.toString()).contains(sum);
    }

    @Test
    void aLibraryThatIsShippedButNotListedStopsTheBuild() throws Exception {
        jar(folder.resolve("app/lib/stranger-2.0.jar"), "A.class", "");
        assertRefused("lib/stranger-2.0.jar stands in no bill");
    }

    @Test
    void aLibraryThatIsListedButNotShippedStopsTheBuild() throws Exception {
        library("org.junit", "junit", "EPL-2.0", "A.class");
        Files.delete(folder.resolve("app/lib/junit-1.0.jar"));
        assertRefused("org.junit/junit@1.0?type=jar stands in the bill");
    }

    @Test
    void aLibraryTheListForPeopleForgotStopsTheBuild() throws Exception {
        library("org.a", "a", "MIT", "A.class");
        assertRefused("a-1.0.jar is not in the list of third parties");
    }

    @Test
    void aLibraryThatIsAnotherOneThanWasListedStopsTheBuild() throws Exception {
        jar(folder.resolve("built/sqlite-jdbc-1.0.jar"), "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so", "other");
        assertRefused("SHA-256 differs");
    }

    @Test
    void aLicenceOfAnotherKindStopsTheBuild() throws Exception {
        library("org.sqlite", "sqlite-jdbc", "AGPL-3.0-only", "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so");
        assertRefused("[AGPL-3.0-only]");
    }

    @Test
    void aNativePartOfNobodyStopsTheBuild() throws Exception {
        Files.writeString(folder.resolve("app/lib/libstranger.so"), "");
        assertRefused("lib/libstranger.so comes from no jar");
    }

    @Test
    void aFontWithoutItsLicenceStopsTheBuild() throws Exception {
        Files.delete(folder.resolve("app/licences/texts/OFL-Song.txt"));
        assertRefused("Song-Regular.ttf has no OFL-Song.txt");
    }

    @Test
    void aJavaWithoutItsLicencesStopsTheBuild() throws Exception {
        Files.delete(folder.resolve("app/runtime/legal/java.base/LICENSE"));
        assertRefused("runtime/legal");
    }
}
