package cn.anlan.store;

import cn.anlan.TestHouse;
import cn.anlan.community.Topic;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EntryJsonTest {
    private static final TestHouse HOUSE = TestHouse.opened();
    private static final Shape<Topic> TOPIC = Shape.of(Topic.class);

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    static Stream<Shape<?>> shapes() {
        return HOUSE.wiring().registers().all().stream().map(Register::shape);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    <E extends Entry> void whatIsWrittenIsReadBack(Shape<E> shape) {
        var random = new RandomEntries(shape.name().hashCode());
        for (int i = 0; i < 50; i++) {
            E entry = random.of(shape);
            String json = EntryJson.write(shape, entry);
            Map<String, Object> object = EntryJson.readAll(json).get(0);
            assertThat(object.keySet()).containsExactlyElementsOf(shape.fields().stream().map(field -> field.name()).toList());
            E back = shape.create(entry.id(), EntryJson.values(shape, object));
            assertThat(back).as(json).isEqualTo(stripped(shape, entry));
            assertThat(EntryJson.write(shape, back)).isEqualTo(json);
        }
    }

    /** A set's order is not kept, only what is in it. */
    private static <E extends Entry> E stripped(Shape<E> shape, E entry) {
        return shape.build(shape.values(entry));
    }

    @Test
    void oneObjectManyAndLinesAreAllRead() {
        assertThat(EntryJson.readAll("{\"title\":\"a\"}")).hasSize(1);
        assertThat(EntryJson.readAll("[{\"title\":\"a\"},{\"title\":\"b\"}]")).hasSize(2);
        assertThat(EntryJson.readAll("{\"title\":\"a\"}\n{\"title\":\"b\"}\n")).extracting(o -> o.get("title")).containsExactly("a", "b");
        assertThat(EntryJson.readAll("")).isEmpty();
        assertThat(EntryJson.readAll("[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":", "{title:1}", "[{}", "nonsense", "{\"a\":1}}"})
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> EntryJson.readAll(text)).isInstanceOf(Refused.class).hasMessageContaining("JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"a\"", "[1]", "[[{}]]", "null", "true"})
    void whatIsNoObjectIsRefused(String text) {
        assertThatThrownBy(() -> EntryJson.readAll(text)).isInstanceOf(Refused.class).hasMessageContaining("JSON");
    }

    @Test
    void aWrongKeyOrValueIsNamed() {
        assertThatThrownBy(() -> values("nickname", "a")).isInstanceOf(Refused.class).hasMessageContaining("nickname");
        assertThatThrownBy(() -> values("date", "2025-02-30")).isInstanceOf(Refused.class).hasMessageContaining("提出日期", "2025-02-30");
        assertThatThrownBy(() -> values("attendees", "many")).isInstanceOf(Refused.class).hasMessageContaining("整数");
        assertThatThrownBy(() -> values("title", List.of("a"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> values("publicity", "perhaps")).isInstanceOf(Refused.class).hasMessageContaining("是");
        assertThat(values("title", "a")).containsEntry("title", "a");
    }

    private static Map<String, @Nullable Object> values(String key, Object value) {
        return EntryJson.values(TOPIC, Map.of(key, value));
    }

    /** Fen in JSON are fen, as text or as a number; half of one is refused rather than rounded. */
    @Test
    void moneyIsFen() {
        Shape<?> items = HOUSE.wiring().registers().named("agreement_item").shape();
        assertThat(EntryJson.values(items, Map.of("amount_fen", "100000"))).containsEntry("amount_fen", 100_000L);
        assertThat(EntryJson.values(items, Map.of("amount_fen", 100000))).containsEntry("amount_fen", 100_000L);
        assertThatThrownBy(() -> EntryJson.values(items, Map.of("amount_fen", "1000.5"))).isInstanceOf(Refused.class);
    }
}
