package cn.anlan.app.page;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.app.page.Everywhere.Found;
import cn.anlan.community.Topic;
import cn.anlan.mediation.Dispute;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static cn.anlan.TestHouse.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

/** One question to every register of the house. */
class EverywhereTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Everywhere everywhere;

    @BeforeEach
    void open() {
        everywhere = new Everywhere(house.wiring().registers());
    }

    @Test
    void everyRegisterAnswersInItsTurn() {
        Dispute dispute = house.samples().dispute("title", "才让家草场纠纷");
        Topic topic = house.samples().topic("title", "才让家门口修路");
        house.samples().literate("才让", Samples.idNumber("19800101", 1));
        List<Found> found = everywhere.find("才让");
        assertThat(found).extracting(Found::register).containsExactlyInAnyOrder("dispute", "topic", "literate");
        assertThat(found).extracting(Found::register).as("what happened before who there is").endsWith("literate");
        assertThat(found).extracting(Found::id).contains(dispute.id(), topic.id());
        assertThat(found).allMatch(each -> each.where().isEmpty(), "the title says it all");
    }

    @Test
    void whatIsVoidComesBehindWhatIsNot() {
        Dispute lasting = house.samples().dispute("title", "才让家草场纠纷");
        Dispute mistaken = house.samples().dispute("title", "才让家草场界线纠纷");
        house.register(Dispute.class).annul(mistaken.id(), "重复登记");
        assertThat(everywhere.find("才让")).extracting(Found::id).containsExactly(lasting.id(), mistaken.id());
    }

    @Test
    void aPartyIsFoundInItsCaseAndItsNumberIsNotShown() {
        Dispute dispute = house.samples().dispute();
        house.samples().party(dispute, "1", "慕容雪", "phone", "13909357777");
        assertThat(everywhere.find("13909357777")).singleElement().satisfies(found -> {
            assertThat(found.register()).isEqualTo("dispute");
            assertThat(found.id()).isEqualTo(dispute.id());
            assertThat(found.where()).contains("慕容雪").doesNotContain("13909357777");
        });
        assertThat(everywhere.find("慕容雪")).singleElement().satisfies(found -> assertThat(found.where()).contains("慕容雪"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7777", "mrx", "murongxue", "慕容", "MRX"})
    void byItsLastDigitsOrItsSound(String typed) {
        Dispute dispute = house.samples().dispute();
        house.samples().party(dispute, "1", "慕容雪", "phone", "13909357777");
        assertThat(everywhere.find(typed)).extracting(Found::id).containsExactly(dispute.id());
    }

    @Test
    void whatIsVoidIsFoundAndMarked() {
        Topic topic = house.samples().topic("title", "重复登记的议题");
        house.register(Topic.class).annul(topic.id(), "重复");
        assertThat(everywhere.find("重复登记")).singleElement().satisfies(found -> assertThat(found.isVoid()).isTrue());
    }

    @Test
    void aHandfulFromEach() {
        for (int i = 0; i < 12; i++) {
            house.samples().topic("title", "同名议题" + i);
        }
        house.samples().dispute("title", "同名议题引起的纠纷");
        assertThat(everywhere.find("同名议题")).extracting(Found::register).hasSize(9).contains("dispute");
    }

    /** A long text is cut to a line, between two characters. */
    @Test
    void aFieldIsToldInOneLineThatBreaksNoCharacter() {
        for (int before = 36; before < 41; before++) {
            house.samples().topic("title", "议题" + before, "content", "甲".repeat(before) + "𠮷𠮷𠮷\n乙乙 找我" + before);
            assertThat(everywhere.find("找我" + before)).singleElement().satisfies(found -> {
                assertThat(found.where()).contains("…").doesNotContain("\n");
                assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(found.where())).isTrue();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　", "%", "_", "\"", "'", "*", "(", "AND", "OR NOT", "\\", "😀", "^a", "a:b", "-x", "NEAR(a b)"})
    void oddQuestionsAreAnsweredToo(String typed) {
        house.samples().topic("title", "修渠 100% (一期)");
        assertThat(everywhere.find(typed)).allSatisfy(found -> assertThat(found.title()).isNotBlank());
    }

    @Test
    void twoWordsMustBothBeThere() {
        Topic both = house.samples().topic("title", "东山根村修渠");
        house.samples().topic("title", "东山根村修路");
        assertThat(everywhere.find("修渠 东山")).extracting(Found::id).containsExactly(both.id());
        assertThat(everywhere.find("修渠 修路")).isEmpty();
    }

    @Test
    void aPlaceIsFoundBehindWhatHappened() {
        String village = house.wiring().places().name(VILLAGE);
        house.samples().topic("title", village + "修渠");
        List<Found> found = everywhere.find(village);
        assertThat(found).extracting(Found::register).startsWith("topic").contains("place");
    }
}
