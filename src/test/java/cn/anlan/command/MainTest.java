package cn.anlan.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The program as a process of its own, and the script that starts it. */
@EnabledOnOs(OS.LINUX)
class MainTest {
    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended run(ProcessBuilder process) throws IOException, InterruptedException {
        process.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS"));
        process.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        int code = process.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
        return new Ended(code, Files.readString(out), Files.readString(err));
    }

    private Ended anlan(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "cn.anlan.Main"));
        line.addAll(List.of(words));
        return run(new ProcessBuilder(line));
    }

    @Test
    void withoutAScreenItNamesTheOtherWay() throws Exception {
        var ended = anlan();
        assertThat(ended.code).isEqualTo(1);
        assertThat(ended.err.lines()).singleElement().asString().contains("anlan demo --store", "anlan --help");
        assertThat(ended.out).isEmpty();
    }

    @Test
    void withACommandItIsTheCommandLineInTheUsersOwnFolder() throws Exception {
        var ended = anlan("list", "literate");
        assertThat(ended.err).isEmpty();
        assertThat(ended.code).isZero();
        assertThat(ended.out).contains("共 0 条");
        assertThat(folder.resolve("data/anlan/anlan.db")).isNotEmptyFile();
        assertThat(folder.resolve("data/anlan/log")).isDirectory();
    }

    private Path fakeJava(String says) throws IOException {
        Path java = folder.resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + says + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return java;
    }

    private Path link() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home with spaces/bin"));
        Files.copy(Path.of("installer/bin/anlan"), home.resolve("anlan"));
        return Files.createSymbolicLink(folder.resolve("link"), Path.of("home with spaces/bin/anlan"));
    }

    @Test
    void theScriptFindsItsHomeAndPassesTheProgramsFlags() throws Exception {
        var script = new ProcessBuilder("sh", link().toString(), "list", "two words");
        script.environment().put("ANLAN_JAVA", fakeJava("for a in \"$@\"; do echo \"$a\"; done").toString());
        var ended = run(script);
        assertThat(ended.code).isZero();
        assertThat(ended.out.lines()).contains(folder.toRealPath().resolve("home with spaces/lib/anlan.jar").toString(), "cn.anlan.Main")
                .endsWith("list", "two words");
        var flags = Pattern.compile("<java.program.flags>(.*)</java.program.flags>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(flags.find()).isTrue();
        assertThat(ended.out.lines()).contains(flags.group(1).split(" "));
        String windows = Files.readString(Path.of("installer/bin/anlan.bat"), StandardCharsets.US_ASCII);
        assertThat(windows).contains(flags.group(1).split(" ")).contains("\r\n");
        assertThat(List.of(ended.out, windows, Files.readString(Path.of("installer/windows/launcher.c"))))
                .allSatisfy(launcher -> assertThat(launcher).contains("-XX:-CreateCoredumpOnCrash").contains(flags.group(1).split(" ")));
    }

    /** Where the script is begun with an old Java in its way; others may lie in the folder {@code jdks}. */
    private Ended amongOldJava() throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("old/bin"));
        Files.move(fakeJava("echo 'openjdk version \"17.0.15\" 2025-04-15' >&2"), bin.resolve("java"));
        var script = new ProcessBuilder("sh", link().toString(), "list");
        script.environment().keySet().removeAll(List.of("ANLAN_JAVA", "JAVA25_HOME"));
        script.environment().put("JAVA_HOME", folder.resolve("old").toString());
        script.environment().put("PATH", bin + ":/usr/bin:/bin");
        script.environment().put("ANLAN_JDKS", folder.resolve("jdks").toString());
        return run(script);
    }

    @Test
    void anOldJavaIsRefusedInChinese() throws Exception {
        var ended = amongOldJava();
        assertThat(ended.code).isEqualTo(1);
        assertThat(ended.err).contains("Java 25");
    }

    @Test
    void aNewerJavaIsFoundWhereTheMachineKeepsThem() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("jdks/jdk 25/bin"));
        Files.move(fakeJava("[ \"$1\" != -version ] || echo 'openjdk version \"25.0.1\" 2025-10-21' >&2; echo \"$@\""), bin.resolve("java"));
        var ended = amongOldJava();
        assertThat(ended.err).isEmpty();
        assertThat(ended.code).isZero();
        assertThat(ended.out).endsWith("cn.anlan.Main list\n");
    }
}
