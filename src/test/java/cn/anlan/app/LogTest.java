package cn.anlan.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The log as it is shipped: failures with their places, never with what a record said; a new file when one is full. */
class LogTest {
    private static final String ID_NUMBER = "620623198001010016";

    @TempDir
    Path folder;

    private LoggerContext context() {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("ANLAN_LOG", folder.toString());
        OfficeLog.lay(context);
        return context;
    }

    @Test
    void aFailureIsLoggedWithoutItsWords() throws Exception {
        LoggerContext context = context();
        var deep = new IllegalArgumentException("张三 " + ID_NUMBER);
        var failed = new IllegalStateException("Row of 张三", deep);
        failed.addSuppressed(deep);
        context.getLogger("cn.anlan.test").error("Failure {}", "E-17", failed);
        context.stop();
        assertThat(folder.resolve("anlan.log")).content().contains("Failure E-17", "java.lang.IllegalStateException",
                "because of java.lang.IllegalArgumentException", "LogTest.aFailureIsLoggedWithoutItsWords").doesNotContain(ID_NUMBER, "张三");
    }

    @Test
    void aFullLogMakesRoom() throws Exception {
        LoggerContext context = context();
        var logger = context.getLogger("cn.anlan.test");
        String line = "x".repeat(1_000);
        for (int i = 0; i < 3_000; i++) {
            logger.warn(line);
        }
        context.stop();
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".log")).toList()).hasSizeGreaterThan(1)
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(2_600_000));
        }
    }

    @Test
    void whatIsOfNoUseToWhoeverMendsItIsNotLogged() throws Exception {
        LoggerContext context = context();
        context.getLogger("org.flywaydb.core").info("jdbc:sqlite:secret");
        context.stop();
        assertThat(folder.resolve("anlan.log")).content().isEmpty();
    }
}
