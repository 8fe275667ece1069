package cn.anlan.store;

import cn.anlan.TestHouse;
import cn.anlan.community.Topic;
import cn.anlan.entry.Field;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Type;
import cn.anlan.store.Query.Lives;
import cn.anlan.store.Query.Op;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static cn.anlan.TestHouse.TOWN;
import static cn.anlan.TestHouse.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

/** Filters drawn at random, several at once, against the same meaning said in plain words over the list in memory. */
class FilterTest {
    private static final List<String> WORDS = List.of("修渠", "修路", "修", "100%", "a_b", "A_B", "axb", "\\", "'", "\"x\"", "𠮷田", "𠮷", "井\uFFFD", "ÉCOLE", "école", "甲 乙");
    private static final List<String> FIELDS = List.of("title", "date", "attendees", "feedback", "category", "area_code", "meeting_place", "done_date");

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private final Random random = new Random(42);
    private Shape<Topic> shape;
    private List<Topic> all = List.of();

    @BeforeEach
    void fill() {
        Register<Topic> topics = house.register(Topic.class);
        shape = topics.shape();
        house.wiring().registers().together(() -> {
            for (int i = 0; i < 70; i++) {
                Topic topic = house.samples().topic("title", word(), "date", TODAY.minusDays(4 + random.nextInt(5)), "attendees", maybe((long) random.nextInt(6)),
                        "feedback", random.nextBoolean(), "category", String.valueOf(1 + random.nextInt(4)), "area_code", random.nextBoolean() ? TOWN : VILLAGE,
                        "meeting_place", maybe(word()), "done_date", maybe(TODAY.minusDays(random.nextInt(4))));
                if (random.nextInt(6) == 0) {
                    topics.annul(topic.id(), "录错");
                }
            }
            return shape;
        });
        all = topics.list(Query.all().lives(Lives.BOTH), 100);
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private @Nullable Object maybe(Object value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private Query.Filter filter() {
        Field field = shape.field(FIELDS.get(random.nextInt(FIELDS.size())));
        Op op = switch (random.nextInt(8)) {
            case 0 -> Op.EMPTY;
            case 1 -> Op.FILLED;
            case 2 -> Op.FROM;
            case 3 -> Op.TO;
            case 4 -> field.type() == Type.TEXT ? Op.CONTAINS : Op.IS;
            case 5 -> field.type() == Type.TEXT || field.type() == Type.PLACE ? Op.STARTS : Op.IS;
            case 6 -> field.type() == Type.CODE ? Op.AMONG : Op.IS;
            default -> Op.IS;
        };
        Object value = op == Op.EMPTY || op == Op.FILLED ? null : op == Op.AMONG ? List.of("1", "3") : switch (field.type()) {
            case DATE -> TODAY.minusDays(random.nextInt(9));
            case INTEGER -> (long) random.nextInt(6);
            case FLAG -> random.nextBoolean();
            case CODE -> String.valueOf(1 + random.nextInt(4));
            case PLACE -> random.nextBoolean() ? TOWN : VILLAGE;
            default -> word();
        };
        return new Query.Filter(field.name(), op, value);
    }

    /** What a filter means to a clerk. Letters of the Latin alphabet are alike, small or large; nothing unfilled compares with anything. */
    private boolean holds(Query.Filter filter, Topic topic) {
        Field field = shape.field(filter.field());
        Object here = field.type().toColumn(shape.get(topic, field));
        Object wanted = filter.op() == Op.AMONG ? filter.value() : field.type().toColumn(filter.value());
        if (here == null || filter.op() == Op.EMPTY || filter.op() == Op.FILLED) {
            return (here == null) == (filter.op() == Op.EMPTY);
        }
        return switch (filter.op()) {
            case IS -> here.equals(wanted);
            case CONTAINS -> small(here).contains(small(wanted));
            case STARTS -> here.toString().startsWith(String.valueOf(wanted));
            case FROM -> compare(here, wanted) >= 0;
            case TO -> compare(here, wanted) <= 0;
            case AMONG -> ((List<?>) Objects.requireNonNull(wanted)).contains(here);
            case HAS_CODE, EMPTY, FILLED -> throw new IllegalArgumentException(filter.toString());
        };
    }

    private static String small(@Nullable Object text) {
        var small = new StringBuilder();
        String.valueOf(text).codePoints().map(c -> c < 128 ? Character.toLowerCase(c) : c).forEach(small::appendCodePoint);
        return small.toString();
    }

    private static int compare(Object one, @Nullable Object other) {
        return one instanceof Long number ? number.compareTo((Long) other)
                : Arrays.compareUnsigned(one.toString().getBytes(StandardCharsets.UTF_8), String.valueOf(other).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean lives(Lives lives, Topic topic) {
        return lives == Lives.BOTH || (topic.voidReason() == null) == (lives == Lives.LIVING);
    }

    @Test
    void everyFilterMeansWhatItSaysAndSeveralMeanAllOfThem() {
        Register<Topic> topics = house.register(Topic.class);
        int some = 0;
        for (int i = 0; i < 600; i++) {
            List<Query.Filter> filters = new ArrayList<>();
            for (int each = 1 + random.nextInt(3); each > 0; each--) {
                filters.add(filter());
            }
            Lives lives = Lives.values()[random.nextInt(3)];
            Query query = Query.all().lives(lives);
            for (Query.Filter filter : filters) {
                query = query.where(filter.field(), filter.op(), filter.value());
            }
            List<Topic> expected = all.stream().filter(topic -> lives(lives, topic) && filters.stream().allMatch(filter -> holds(filter, topic))).toList();
            some += expected.isEmpty() ? 0 : 1;
            assertThat(topics.list(query, 100)).as("%s %s", lives, filters).containsExactlyElementsOf(expected);
            assertThat(topics.count(query, 1000)).isEqualTo(expected.size());
        }
        assertThat(some).as("filters that found something").isGreaterThan(200);
    }
}
