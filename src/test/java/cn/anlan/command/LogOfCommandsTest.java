package cn.anlan.command;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import cn.anlan.app.OfficeLog;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What a save that was refused, and one that broke, leave in the log as it is shipped: no word of the person it was about. */
@Isolated("listens to the log of the whole program")
class LogOfCommandsTest {
    private static final String NAME = "张桂英";
    private static final String ID_NUMBER = "620623198001010016";
    private static final String PHONE = "13800005678";
    private static final String HOME = "朵什镇旱泉村三社";
    private static final String PERSON = """
            {"name":"%s","sex":"1","ethnic":"01","id_number":"%s","phone":"%s","politics":"13","education":"70",
             "area_code":"620623100001","categories":["01","05"],"nominate_way":"1","remark":"%s"}""";

    @TempDir
    private Path folder;
    private LoggerContext shipped = new LoggerContext();

    private static Logger everything() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @BeforeEach
    void listen() {
        shipped.setMDCAdapter(new LogbackMDCAdapter());
        shipped.putProperty("ANLAN_LOG", folder.resolve("log").toString());
        OfficeLog.lay(shipped);
        everything().addAppender(shipped.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("FILE"));
    }

    @AfterEach
    void leave() {
        everything().detachAppender("FILE");
        shipped.stop();
    }

    private Terminal.Answer save(String idNumber, String phone) {
        return new Terminal(folder.resolve("store")).answer(PERSON.formatted(NAME, idNumber, phone, HOME), "save", "literate", "--json", "-");
    }

    private void assertLogNamesNobody() {
        assertThat(folder.resolve("log/anlan.log")).content().doesNotContain(NAME, ID_NUMBER, PHONE, HOME, "6206231980");
    }

    @Test
    void aRefusedSaveLeavesNothing() {
        var wrong = save("620623198001010017", PHONE + "1");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("身份证", "手机");
        assertThat(new Terminal(folder.resolve("store")).answer("[{\"name\":\"" + NAME + "\",", "save", "literate", "--json", "-").code()).isNotZero();
        assertThat(new Terminal(folder.resolve("store")).type("save", "literate", "--json", NAME + ID_NUMBER).code()).isNotZero();
        assertLogNamesNobody();
        assertThat(folder.resolve("log/anlan.log")).isEmptyFile();
    }

    /** As when a database puts what it was given into its own message. */
    @Test
    void aSaveThatBreaksLeavesItsCodeAndItsPlaceOnly() throws Exception {
        assertThat(new Terminal(folder.resolve("store")).type("list", "literate").code()).isZero();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store/anlan.db"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER broken BEFORE INSERT ON literate BEGIN INSERT INTO \"%s %s %s %s\" VALUES (1); END"
                    .formatted(NAME, ID_NUMBER, PHONE, HOME));
        }
        var broken = save(ID_NUMBER, PHONE);
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).doesNotContain(NAME, ID_NUMBER);
        String code = broken.err().replaceAll("(?s).*(E[0-9A-F]{6}).*", "$1");
        assertThat(folder.resolve("log/anlan.log")).content().contains("Failure " + code, "SQLiteException", "because of");
        assertLogNamesNobody();
    }
}
