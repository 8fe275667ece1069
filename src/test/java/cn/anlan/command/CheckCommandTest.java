package cn.anlan.command;

import cn.anlan.TestHouse;
import cn.anlan.community.Topic;
import cn.anlan.security.Access;
import cn.anlan.security.LockedHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code anlan check} finds a journal somebody meddled with, and an old store in the place of the new one. */
class CheckCommandTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Terminal terminal() {
        return new Terminal(house.folder());
    }

    /** Of three changes of one entry, the middle one is meddled with: {@code N} is its number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "forged  | UPDATE journal SET after = '{\"title\":\"不修\"}' WHERE no = N",
            "another's | UPDATE journal SET who = '别人' WHERE no = N",
            "another day's | UPDATE journal SET at = '2020-01-01T00:00+08:00' WHERE no = N",
            "removed | DELETE FROM journal WHERE no = N",
            "swapped | UPDATE journal SET step = 1 WHERE no IN (N, N + 1); UPDATE journal SET no = 999999 WHERE no = N; UPDATE journal SET no = N WHERE no = N + 1; UPDATE journal SET no = N + 1 WHERE no = 999999"})
    void aJournalMeddledWithIsFoundAndTheFirstBrokenLinkNamed(String how, String sql) throws SQLException {
        Topic topic = house.samples().topic();
        for (String title : new String[] {"修路", "修桥"}) {
            house.register(Topic.class).change(topic.id(), now -> now.withProposal(now.proposal().withTitle(title)));
        }
        long no = house.wiring().journal().of(topic.id()).get(1).no();
        Path store = house.wiring().database().path();
        house.shut();
        assertThat(terminal().type("check").code()).isZero();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store); var statement = connection.createStatement()) {
            for (String each : sql.replaceAll("\\bN\\b", String.valueOf(no)).split(";")) {
                statement.execute(each);
            }
        }
        Terminal.Answer answer = terminal().type("check");
        assertThat(answer.code()).as(how).isEqualTo(1);
        assertThat(answer.out()).as(how).containsPattern("日志链：.*从第 (" + no + "|" + (no + 1) + ") 号起断开");
    }

    @Test
    void anOldStoreInThePlaceOfTheNewIsFound() throws IOException {
        house.shut();
        Access director = Access.of(LockedHouse.lock(house.folder(), house.clock()).opened());
        house.reopenAs(director);
        Path store = house.wiring().database().path();
        house.shut();
        byte[] old = Files.readAllBytes(store);
        house.reopenAs(director);
        house.samples().topic();
        house.shut();
        assertThat(terminal().as(LockedHouse.DIRECTOR, LockedHouse.PASSWORD, "check").code()).isZero();
        Files.write(store, old);
        Terminal.Answer answer = terminal().as(LockedHouse.DIRECTOR, LockedHouse.PASSWORD, "check");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("较旧的一份");
        house.reopenAs(director);
    }
}
