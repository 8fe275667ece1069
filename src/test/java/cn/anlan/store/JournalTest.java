package cn.anlan.store;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.community.Topic;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.desk.Step;
import cn.anlan.store.Journal.Action;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JournalTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Journal journal() {
        return house.wiring().journal();
    }

    private Topic rename(Topic topic, String title) {
        return house.register(Topic.class).change(topic.id(), now -> now.withProposal(now.proposal().withTitle(title)));
    }

    private Topic stored(Topic topic) {
        return house.register(Topic.class).get(topic.id());
    }

    @Test
    void everyChangeTellsBeforeAndAfterWhoAndWhen() {
        Topic topic = house.samples().topic();
        house.pass(Duration.ofMinutes(5));
        rename(topic, "修路");
        List<Journal.Line> history = journal().of(topic.id());
        assertThat(history).extracting(Journal.Line::action).containsExactly(Action.CHANGE, Action.CREATE);
        assertThat(history.get(0).before()).isEqualTo("{\"title\":\"修通三组水渠\"}");
        assertThat(history.get(0).after()).isEqualTo("{\"title\":\"修路\"}");
        assertThat(history.get(0).who()).isEqualTo(TestHouse.CLERK);
        assertThat(history.get(0).at()).isEqualTo(TestHouse.TODAY + "T09:05+08:00");
        assertThat(history.get(0).subject()).isEqualTo(new Journal.Subject("topic", topic.id(), 2));
        assertThat(history.get(1).before()).isNull();
        assertThat(history.get(1).after()).contains("\"title\":\"修通三组水渠\"").doesNotContain("null");
        assertThat(journal().when(history.get(1).no())).hasValue(history.get(1).at());
    }

    @Test
    void whatIsWrittenTogetherIsOneStep() {
        Dispute dispute = house.samples().disputeWithParties();
        house.samples().move(dispute, Step.REGISTER);
        List<Journal.Line> move = journal().lastStepOf(TestHouse.CLERK);
        assertThat(move).extracting(line -> line.subject().register()).containsExactlyInAnyOrder("dispute", "dispute_step");
        assertThat(move).extracting(Journal.Line::step).containsOnly(move.get(move.size() - 1).no());
        assertThat(journal().lastStepOf("别人")).isEmpty();
    }

    @Test
    void theChainHoldsAcrossOpenings() {
        house.samples().topic();
        house.reopen();
        house.samples().topic();
        assertThat(journal().firstBrokenLink()).isEmpty();
        assertThat(journal().before(journal().last() + 1, 5)).extracting(Journal.Line::no).isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .hasSize(5);
    }

    @Test
    void aForgedLineIsFound() throws SQLException {
        Topic topic = rename(house.samples().topic(), "修路");
        long no = journal().of(topic.id()).get(0).no();
        house.samples().topic();
        behindItsBack("UPDATE journal SET after = '{\"title\":\"不修\"}' WHERE no = " + no);
        assertThat(journal().firstBrokenLink()).hasValue(no);
    }

    @Test
    void aRemovedLineIsFound() throws SQLException {
        Topic topic = rename(rename(house.samples().topic(), "修路"), "修桥");
        long no = journal().of(topic.id()).get(1).no();
        behindItsBack("DELETE FROM journal WHERE no = " + no);
        assertThat(journal().firstBrokenLink()).hasValue(no + 1);
    }

    private String saidOfTheJournal() {
        return house.wiring().inspection().run().stream().filter(result -> result.name().equals("journal")).map(Inspection.Result::detail).findFirst()
                .orElseThrow();
    }

    /** The chain itself cannot tell that its last links are gone. */
    @Test
    void linesTakenOffTheEndAreFoundAndStayFound() throws SQLException {
        house.samples().topic();
        journal().note(Action.PRINT, Journal.Subject.HOUSE, "存档");
        long last = journal().last();
        assertThat(saidOfTheJournal()).isEmpty();
        behindItsBack("DELETE FROM journal WHERE no = " + last);
        assertThat(journal().firstBrokenLink()).isEmpty();
        assertThat(saidOfTheJournal()).contains("第 " + last + " 号", "第 " + (last - 1) + " 号", "备份");
        house.samples().topic();
        assertThat(journal().last()).as("written on over the gap").isGreaterThanOrEqualTo(last);
        house.reopen();
        assertThat(saidOfTheJournal()).contains("第 " + last + " 号");
    }

    @Test
    void aWriteTakenBackLeavesTheEndWhereItWas() {
        house.samples().topic();
        long last = journal().last();
        assertThatThrownBy(() -> house.wiring().database().write(() -> {
            house.samples().topic();
            throw new IllegalStateException();
        })).isInstanceOf(IllegalStateException.class);
        assertThat(journal().last()).isEqualTo(last);
        assertThat(journal().lostEnd()).isEmpty();
    }

    /** An older program writes on and notes nothing; the newer one goes on from where it finds the journal. */
    @Test
    void aNoteLeftBehindByAnOlderProgramIsNoFault() throws SQLException {
        house.samples().topic();
        String noted = house.wiring().settings().get("journal_tip").orElseThrow();
        house.samples().topic();
        behindItsBack("UPDATE setting SET value = '" + noted + "' WHERE key = 'journal_tip'");
        assertThat(saidOfTheJournal()).isEmpty();
        behindItsBack("DELETE FROM setting WHERE key = 'journal_tip'");
        assertThat(saidOfTheJournal()).isEmpty();
        house.samples().topic();
        assertThat(house.wiring().settings().get("journal_tip")).isEqualTo(journal().tip());
        behindItsBack("UPDATE setting SET value = 'x' WHERE key = 'journal_tip'");
        assertThat(saidOfTheJournal()).isNotEmpty();
    }

    @Test
    void swappedLinesAreFound() throws SQLException {
        Topic topic = rename(rename(house.samples().topic(), "修路"), "修桥");
        long no = journal().of(topic.id()).get(1).no();
        behindItsBack("UPDATE journal SET step = 1", "UPDATE journal SET no = 999999 WHERE no = " + no,
                "UPDATE journal SET no = " + no + " WHERE no = " + (no + 1), "UPDATE journal SET no = " + (no + 1) + " WHERE no = 999999");
        assertThat(journal().firstBrokenLink()).isPresent();
    }

    @Test
    void aLineMovedToAnotherPersonIsFound() throws SQLException {
        Topic topic = house.samples().topic();
        long no = journal().of(topic.id()).get(0).no();
        behindItsBack("UPDATE journal SET who = '别人' WHERE no = " + no);
        assertThat(journal().firstBrokenLink()).hasValue(no);
    }

    /** A forger who knows how lines are sealed would have to seal every later one anew. */
    @Test
    void aLineForgedWithASealOfItsOwnBreaksTheNext() throws Exception {
        Topic topic = rename(rename(house.samples().topic(), "修路"), "修桥");
        Journal.Line real = journal().of(topic.id()).get(1);
        assertThat(seal(hash(real.no() - 1), real, real.after())).as("lines are sealed like this").isEqualTo(hash(real.no()));
        byte[] seal = seal(hash(real.no() - 1), real, "{\"title\":\"不修\"}");
        behindItsBack("UPDATE journal SET after = '{\"title\":\"不修\"}', hash = x'" + HexFormat.of().formatHex(seal) + "' WHERE no = " + real.no());
        assertThat(journal().firstBrokenLink()).hasValue(real.no() + 1);
    }

    @Test
    void aLineTakenOutWithTheNextSealedAnewLeavesAGap() throws Exception {
        Topic topic = rename(rename(house.samples().topic(), "修路"), "修桥");
        Journal.Line last = journal().of(topic.id()).get(0);
        String seal = HexFormat.of().formatHex(seal(hash(last.no() - 2), last, last.after()));
        behindItsBack("DELETE FROM journal WHERE no = " + (last.no() - 1), "UPDATE journal SET hash = x'" + seal + "' WHERE no = " + last.no());
        assertThat(journal().firstBrokenLink()).hasValue(last.no());
    }

    /** SHA-256 over the hash of the line before and each part behind its length. */
    private static byte[] seal(byte[] before, Journal.Line line, String after) throws Exception {
        var sealed = new ByteArrayOutputStream();
        var out = new DataOutputStream(sealed);
        out.write(before);
        for (Object part : Arrays.asList(line.no(), line.step(), line.at(), line.who(), line.action().word(), line.subject().register(), line.subject().id(),
                line.subject().revision(), line.before(), after, line.reason())) {
            byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
            out.writeInt(part == null ? -1 : bytes.length);
            out.write(part == null ? new byte[0] : bytes);
        }
        return MessageDigest.getInstance("SHA-256").digest(sealed.toByteArray());
    }

    private byte[] hash(long no) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + house.wiring().database().path());
                var statement = connection.createStatement(); var row = statement.executeQuery("SELECT hash FROM journal WHERE no = " + no)) {
            return row.getBytes(1);
        }
    }

    /** With a connection of its own, as a forger would. */
    private void behindItsBack(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + house.wiring().database().path());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void undoTakesBackAChangeAndAgainPutsItBack() {
        Topic topic = house.samples().topic();
        rename(topic, "修路");
        house.wiring().registers().undo();
        assertThat(stored(topic).proposal().title()).isEqualTo("修通三组水渠");
        house.wiring().registers().undo();
        assertThat(stored(topic).proposal().title()).isEqualTo("修路");
        assertThat(stored(topic).revision()).isEqualTo(4);
    }

    @Test
    void undoOfANewEntryVoidsItAndAgainRestoresIt() {
        Topic topic = house.samples().topic();
        house.wiring().registers().undo();
        assertThat(stored(topic).voidReason()).isEqualTo("撤销");
        house.wiring().registers().undo();
        assertThat(stored(topic).voidReason()).isNull();
    }

    @Test
    void undoOfAVoidBringsBackAndAgainVoids() {
        Topic topic = house.samples().topic();
        house.register(Topic.class).annul(topic.id(), "重复");
        house.wiring().registers().undo();
        assertThat(stored(topic).voidReason()).isNull();
        house.wiring().registers().undo();
        assertThat(stored(topic).voidReason()).isNotNull();
    }

    @Test
    void undoOfARestoreVoidsAgain() {
        Topic topic = house.samples().topic();
        house.register(Topic.class).annul(topic.id(), "重复");
        house.register(Topic.class).restore(topic.id());
        house.wiring().registers().undo();
        assertThat(stored(topic).voidReason()).isNotNull();
    }

    @Test
    void aDesksMoveIsTakenBackWhole() {
        Dispute before = house.samples().disputeAt("04");
        Dispute after = house.samples().move(before, Step.AGREE, "agreement", house.samples().written(before, null));
        assertThat(after.registration().stage()).isEqualTo("06");
        house.wiring().registers().undo();
        assertThat(house.register(Dispute.class).get(before.id()).registration().stage()).isEqualTo("04");
        for (String child : List.of("agreement", "agreement_item")) {
            assertThat(house.wiring().registers().named(child).count(Query.all(), 9)).as(child).isZero();
        }
        house.wiring().registers().undo();
        assertThat(house.register(Dispute.class).get(before.id()).registration().stage()).isEqualTo("06");
        assertThat(house.wiring().registers().named("agreement_item").count(Query.all(), 9)).isEqualTo(1);
    }

    @Test
    void whatOthersBuiltUponIsNotUndone() {
        Topic topic = rename(house.samples().topic(), "修路");
        house.wiring().settings().put("clerk", "李录入");
        rename(topic, "修桥");
        house.wiring().settings().put("clerk", TestHouse.CLERK);
        long last = journal().last();
        assertThatThrownBy(() -> house.wiring().registers().undo()).isInstanceOf(Refused.class).hasMessageContaining("修桥");
        assertThat(stored(topic).proposal().title()).isEqualTo("修桥");
        assertThat(journal().last()).isEqualTo(last);
    }

    @Test
    void whoDidNothingHasNothingToUndo() {
        house.wiring().settings().put("clerk", "李录入");
        assertThatThrownBy(() -> house.wiring().registers().undo()).isInstanceOf(Refused.class).hasMessageContaining("没有可以撤销");
        house.wiring().settings().put("clerk", " ");
        assertThatThrownBy(() -> house.wiring().registers().undo()).isInstanceOf(Refused.class).hasMessageContaining("使用人");
    }

    @Test
    void anUndoOfAFilledFieldEmptiesItAgain() {
        Topic topic = house.samples().topic();
        Register<Topic> topics = house.register(Topic.class);
        topics.save(topics.shape().with(topic, Samples.map("attendees", 12L, "feedback", true)));
        house.wiring().registers().undo();
        assertThat(stored(topic)).usingRecursiveComparison().ignoringFields("revision").isEqualTo(topic);
    }

    @Test
    void readingIsNotedWithItsPurposeInsideTheChain() throws SQLException {
        Topic topic = house.samples().topic();
        long no = journal().note(Action.REVEAL, Journal.Subject.of("topic", topic), " 当事人核对 ", Map.of("field", "attendees"));
        journal().note(Action.EXPORT, Journal.Subject.register("topic"), "报县司法局", Map.of("rows", 3));
        journal().note(Action.PRINT, Journal.Subject.HOUSE, "存档");
        List<Journal.Line> lines = journal().before(Long.MAX_VALUE, 3);
        assertThat(lines).extracting(Journal.Line::action).containsExactly(Action.PRINT, Action.EXPORT, Action.REVEAL);
        assertThat(lines).extracting(Journal.Line::reason).containsExactly("存档", "报县司法局", "当事人核对");
        assertThat(lines.get(2).subject()).isEqualTo(new Journal.Subject("topic", topic.id(), 1));
        assertThat(lines.get(2).after()).isEqualTo("{\"field\":\"attendees\"}");
        assertThat(journal().before(Long.MAX_VALUE, new Journal.Filter("topic", null, Action.REVEAL), 9)).hasSize(1);
        assertThat(journal().firstBrokenLink()).isEmpty();
        behindItsBack("UPDATE journal SET reason = '无' WHERE no = " + no);
        assertThat(journal().firstBrokenLink()).hasValue(no);
    }

    @Test
    void aNoteIsNoChangeOfTheEntry() {
        Topic topic = rename(house.samples().topic(), "修路");
        journal().note(Action.REVEAL, Journal.Subject.of("topic", topic), "核对");
        assertThat(journal().of(topic.id())).extracting(Journal.Line::action).containsExactly(Action.CHANGE, Action.CREATE);
        house.wiring().registers().undo();
        assertThat(stored(topic).proposal().title()).isEqualTo("修通三组水渠");
        var inspection = house.wiring().inspection();
        assertThat(inspection.run()).allMatch(Inspection.Result::whole);
    }

    @Test
    void aNoteNeedsAPurposeAndNeverClaimsAChange() {
        assertThatThrownBy(() -> journal().note(Action.EXPORT, Journal.Subject.HOUSE, "  ")).isInstanceOf(Refused.class).hasMessageContaining("用途");
        assertThatThrownBy(() -> journal().note(Action.VOID, Journal.Subject.HOUSE, "试")).isInstanceOf(IllegalArgumentException.class);
    }
}
