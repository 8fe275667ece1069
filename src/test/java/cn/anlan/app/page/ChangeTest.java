package cn.anlan.app.page;

import cn.anlan.TestHouse;
import cn.anlan.community.Topic;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.store.Journal;
import cn.anlan.store.Register;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The journal as a person reads it. */
class ChangeTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private List<Change> latest(int count) {
        return house.wiring().journal().before(Long.MAX_VALUE, count).stream().map(line -> Change.of(house.wiring().registers(), line)).toList();
    }

    private Change last() {
        return latest(1).get(0);
    }

    @Test
    void whatWasEnteredChangedVoidedAndBroughtBackIsToldInWords() {
        Register<Topic> topics = house.register(Topic.class);
        Topic topic = house.samples().topic();
        assertThat(last().what()).isEqualTo("新建议事协商议题「" + topics.title(topic) + "」");
        assertThat(last().differences()).isEmpty();
        topics.change(topic.id(), entry -> topics.shape().with(entry, Map.of("title", "修路")));
        assertThat(last().what()).startsWith("修改议事协商议题");
        assertThat(last().differences()).singleElement().asString().contains("修通三组水渠", "修路");
        topics.annul(topic.id(), "重复");
        assertThat(last().what()).startsWith("作废");
        topics.restore(topic.id());
        assertThat(last().what()).startsWith("恢复");
        assertThat(latest(4)).allSatisfy(change -> assertThat(change.opened()).isEqualTo(new Change.Opened("topic", topic.id())));
    }

    @Test
    void codesPlacesAndAmountsAreToldByName() {
        Register<Dispute> disputes = house.register(Dispute.class);
        Dispute dispute = house.samples().dispute();
        disputes.change(dispute.id(), entry -> disputes.shape().with(entry, Map.of("amount_fen", 120_050L, "area_code", TestHouse.TOWN, "type_sf", "01")));
        assertThat(last().differences()).hasSize(3).anyMatch(told -> told.contains("1200.50")).anyMatch(told -> told.contains("华藏寺镇"))
                .noneMatch(told -> told.contains("120050") || told.contains(TestHouse.TOWN));
    }

    @Test
    void aPartyIsSeenOnThePageOfItsCaseAndItsNumbersStayMasked() {
        Register<DisputeParty> parties = house.register(DisputeParty.class);
        Dispute dispute = house.samples().dispute();
        DisputeParty party = house.samples().party(dispute, "1", "张三");
        parties.change(party.id(), entry -> parties.shape().with(entry, Map.of("phone", "13909358888", "id_number", "620623197506150028")));
        assertThat(last().opened()).isEqualTo(new Change.Opened("dispute", dispute.id()));
        assertThat(last().differences()).isNotEmpty().noneMatch(told -> told.contains("13909358888") || told.contains("13909350000")
                || told.contains("19750615"));
        assertThat(last().what()).contains("张三");
    }

    /** A break in a text does not break the line of the journal, nor does a brace. */
    @Test
    void oddTitlesAreToldAsTheyAre() {
        Topic topic = house.samples().topic("title", "方案{1}与{0}");
        assertThat(last().what()).contains("方案{1}与{0}");
        assertThat(last().opened()).isEqualTo(new Change.Opened("topic", topic.id()));
    }

    @Test
    void aBackupIsToldByItsSizeAsPeopleCountIt() {
        house.wiring().journal().note(Journal.Action.BACKUP, Journal.Subject.HOUSE, "", Map.of("what", "made", "kind", "ASKED", "bytes", 2_834_260L));
        assertThat(last().differences()).contains("做了备份", "手工备份", "2 MB");
    }

    @Test
    void whatWasPrintedOrTakenOutIsToldWithItsParticulars() {
        Topic topic = house.samples().topic();
        house.wiring().journal().note(Journal.Action.PRINT, Journal.Subject.of("topic", topic), "给群众", Map.of("paper", "议题表"));
        assertThat(last().what()).startsWith("打印议事协商议题");
        assertThat(last().differences()).containsExactly("议题表");
        assertThat(last().line().reason()).isEqualTo("给群众");
        house.wiring().journal().note(Journal.Action.REVEAL, Journal.Subject.register("dispute_party"), "县局核查");
        assertThat(last().what()).startsWith("查看").contains("完整内容");
        assertThat(last().opened()).isNull();
    }

    @Test
    void anUndoIsALineOfItsOwn() {
        house.samples().topic();
        house.wiring().registers().undo();
        assertThat(last().what()).startsWith("作废");
        assertThat(last().line().reason()).isEqualTo("撤销");
    }
}
