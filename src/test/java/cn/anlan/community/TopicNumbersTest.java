package cn.anlan.community;

import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static cn.anlan.TestHouse.TOWN;
import static cn.anlan.TestHouse.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Numbers of topics, given once, however many are entered at once. */
class TopicNumbersTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private static String number(Topic topic) {
        return String.valueOf(topic.proposal().topicNo());
    }

    @Test
    void enteredAtOnceEachGetsItsOwn() throws Exception {
        List<String> numbers = new ArrayList<>();
        try (var clerks = Executors.newFixedThreadPool(4)) {
            List<Callable<Topic>> entries = IntStream.range(0, 40).<Callable<Topic>>mapToObj(i -> () -> house.samples().topic("title", "议题" + i)).toList();
            for (Future<Topic> entered : clerks.invokeAll(entries)) {
                numbers.add(number(entered.get()));
            }
        }
        assertThat(numbers).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                IntStream.rangeClosed(1, 40).mapToObj(i -> VILLAGE + "2026" + String.format("%03d", i)).toList());
        assertThat(house.wiring().journal().firstBrokenLink()).isEqualTo(Optional.empty());
    }

    @Test
    void oneThatWasRefusedTakesNoNumber() {
        assertThatThrownBy(() -> house.samples().topic("title", " ")).isInstanceOf(Refused.class);
        assertThat(number(house.samples().topic())).endsWith("001");
    }

    @Test
    void aVoidNumberIsNotGivenAgain() {
        Register<Topic> topics = house.register(Topic.class);
        Topic first = house.samples().topic();
        topics.annul(first.id(), "重复");
        assertThat(number(house.samples().topic())).endsWith("002");
        assertThat(number(topics.restore(first.id()))).endsWith("001");
        assertThat(topics.count(Query.all(), 9)).isEqualTo(2);
    }

    @Test
    void anotherPlaceOrYearCountsForItself() {
        assertThat(number(house.samples().topic("area_code", TOWN))).isEqualTo(TOWN + "2026001");
        assertThat(number(house.samples().topic())).isEqualTo(VILLAGE + "2026001");
        assertThat(number(house.samples().topic("date", TODAY.minusYears(1)))).isEqualTo(VILLAGE + "2025001");
    }

    @Test
    void aNumberStaysWhenThePlaceIsCorrected() {
        Register<Topic> topics = house.register(Topic.class);
        Topic topic = house.samples().topic();
        Topic moved = topics.change(topic.id(), entry -> topics.shape().with(entry, Map.of("area_code", TOWN)));
        assertThat(number(moved)).isEqualTo(number(topic));
    }

    @Test
    void theNextMorningTheCountGoesOn() {
        house.samples().topic();
        house.reopen();
        assertThat(number(house.samples().topic())).endsWith("002");
    }
}
