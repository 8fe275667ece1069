package cn.anlan.community;

import cn.anlan.TestHouse;
import cn.anlan.entry.Entry;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static cn.anlan.TestHouse.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

/** A register is a table, a record, labels and a line in Wiring; everything else it can do comes with that. */
class TopicRegisterTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void topicsAreNumberedPerPlaceAndYear() {
        assertThat(house.samples().topic().proposal().topicNo()).isEqualTo(VILLAGE + "2026001");
        assertThat(house.samples().topic().proposal().topicNo()).isEqualTo(VILLAGE + "2026002");
        assertThat(house.samples().topic("date", TODAY.minusYears(1)).proposal().topicNo()).isEqualTo(VILLAGE + "2025001");
    }

    @Test
    void aTopicIsSavedListedFoundSentAndUndone() {
        Register<Topic> topics = house.register(Topic.class);
        Topic topic = house.samples().topic();
        assertThat(topics.get(topic.id())).isEqualTo(topic);
        assertThat(topics.list(Query.all().is("category", "1").sortedBy("date", true), 10)).containsExactly(topic);
        assertThat(topics.list(Query.all().finding("水渠"), 10)).containsExactly(topic);
        assertThat(topics.list(Query.all().finding("xtszsq"), 10)).containsExactly(topic);
        assertThat(EntryJson.write(topics.shape(), topic)).contains("\"title\":\"修通三组水渠\"", "\"area_code\":\"" + VILLAGE + "\"");
        assertThat(house.wiring().registers().named("topic").shape().label()).isEqualTo("议事协商议题");
        house.wiring().registers().undo();
        assertThat(topics.list(Query.all(), 10)).isEmpty();
        assertThat(topics.find(topic.id())).map(Entry::voidReason).hasValue("撤销");
    }
}
