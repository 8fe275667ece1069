package cn.anlan.kit.list;

import cn.anlan.TestHouse;
import cn.anlan.community.Topic;
import cn.anlan.entry.Field;
import cn.anlan.entry.Type;
import cn.anlan.store.Page;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Op;
import cn.anlan.store.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static cn.anlan.TestHouse.TODAY;
import static cn.anlan.TestHouse.TOWN;
import static cn.anlan.TestHouse.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

/** A list walked page by page shows every entry once and in order, by whatever column; a filter means the same as looking at each entry. */
class EveryColumnTest {
    private static final int ENTRIES = 60;
    private static final String[] TITLES = {"修渠", "修路", "𠮷家湾", "才让·东智", "a", "A", "修渠", "%", "_", "修 渠"};

    private static TestHouse house;
    private static Register<Topic> topics;
    private static List<Topic> all;

    @BeforeAll
    static void open() {
        house = TestHouse.opened();
        topics = house.register(Topic.class);
        var random = new Random(7);
        for (int i = 0; i < ENTRIES; i++) {
            house.samples().topic("title", any(random, TITLES), "category", any(random, "1", "2", "3"), "date", TODAY.minusDays(random.nextInt(4)),
                    "area_code", any(random, TOWN, VILLAGE), "attendees", any(random, null, 0L, 3L, 12L), "meeting_date", any(random, null, TODAY, TODAY.minusDays(0)),
                    "meeting_place", any(random, null, "村委会", "戏台"), "feedback", random.nextBoolean(), "satisfaction", any(random, null, "1", "2"),
                    "due_date", any(random, null, TODAY.plusDays(3), TODAY.plusDays(30)));
        }
        all = topics.list(Query.all(), ENTRIES);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @SafeVarargs
    private static <T> @Nullable T any(Random random, @Nullable T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static @Nullable Object value(Topic topic, Field field) {
        return field.type().toColumn(topics.shape().get(topic, field));
    }

    private static List<Topic> walked(Query query, int page) {
        List<Topic> walked = new ArrayList<>();
        Page.Cursor cursor = null;
        do {
            Page<Topic> next = topics.page(query, cursor, 0, page);
            assertThat(next.rows()).hasSizeLessThanOrEqualTo(page);
            walked.addAll(next.rows());
            cursor = next.next();
        } while (cursor != null);
        return walked;
    }

    @Test
    void everyEntryIsShownOnceWhateverTheOrderAndThePage() {
        for (Field field : topics.shape().fields()) {
            if (field.type() != Type.LINK && field.type() != Type.CODES) {
                topics.prepareSort(field.name());
                for (boolean down : new boolean[] {true, false}) {
                    Query query = Query.all().sortedBy(field.name(), down);
                    List<Topic> atOnce = topics.list(query, ENTRIES);
                    assertThat(atOnce).as(field.name()).containsExactlyInAnyOrderElementsOf(all);
                    for (int page : new int[] {1, 7, 59, 60, 61}) {
                        assertThat(walked(query, page)).as("%s by %d, down %s", field.name(), page, down).isEqualTo(atOnce);
                    }
                }
            }
        }
    }

    @Test
    void whatStandsInTheColumnOnlyGoesUpOrDown() {
        for (Field field : topics.shape().fields()) {
            if (field.type() == Type.DATE || field.type() == Type.INTEGER || field.type() == Type.FLAG) {
                List<String> up = filled(topics.list(Query.all().sortedBy(field.name(), false), ENTRIES), field);
                assertThat(up).as(field.name()).isSorted();
                assertThat(filled(topics.list(Query.all().sortedBy(field.name(), true), ENTRIES), field)).as(field.name()).isSortedAccordingTo(Comparator.reverseOrder());
            }
        }
    }

    private static List<String> filled(List<Topic> rows, Field field) {
        return rows.stream().map(topic -> value(topic, field)).filter(Objects::nonNull)
                .map(column -> column instanceof Long number ? String.format("%012d", number) : String.valueOf(column)).toList();
    }

    @Test
    void rowsAreJumpedToAsTheyWouldBeWalkedTo() {
        for (String field : List.of("attendees", "title", "date", "satisfaction")) {
            Query query = Query.all().sortedBy(field, true);
            List<Topic> atOnce = topics.list(query, ENTRIES);
            Page.Cursor cursor = topics.page(query, null, 0, 10).next();
            for (int skip : new int[] {0, 1, 17, 49, 50, 500}) {
                assertThat(topics.page(query, cursor, skip, 5).rows()).as(field + " " + skip)
                        .isEqualTo(atOnce.subList(Math.min(ENTRIES, 10 + skip), Math.min(ENTRIES, 15 + skip)));
            }
        }
    }

    private static void means(String name, Op op, @Nullable Object asked, BiPredicate<@Nullable Object, @Nullable Object> holds) {
        Field field = topics.shape().field(name);
        Object column = asked instanceof List<?> ? asked : field.type().toColumn(asked);
        List<Topic> found = topics.list(Query.all().where(name, op, asked), ENTRIES);
        assertThat(found).as("%s %s %s", name, op, asked).containsExactlyInAnyOrderElementsOf(
                all.stream().filter(topic -> holds.test(value(topic, field), column)).toList());
        assertThat(topics.count(Query.all().where(name, op, asked), ENTRIES)).isEqualTo(found.size());
    }

    @SuppressWarnings("unchecked")
    private static int compare(@Nullable Object one, @Nullable Object other) {
        return ((Comparable<Object>) Objects.requireNonNull(one)).compareTo(Objects.requireNonNull(other));
    }

    @Test
    void everyFilterMeansTheSameAsLookingAtEachEntry() {
        Map<String, List<Object>> asked = new HashMap<>(Map.of("title", List.of("修渠", "𠮷家湾", "a", "%", "没有"), "attendees", List.of(0L, 3L, 5L, 13L),
                "date", List.of(TODAY, TODAY.minusDays(2), TODAY.minusYears(1)), "category", List.of("1", "9"), "feedback", List.of(true, false),
                "due_date", List.of(TODAY.plusDays(3), LocalDate.of(2099, 1, 1)), "satisfaction", List.of("1"), "area_code", List.of(TOWN, VILLAGE)));
        asked.forEach((field, values) -> {
            means(field, Op.EMPTY, null, (value, none) -> value == null);
            means(field, Op.FILLED, null, (value, none) -> value != null);
            for (Object each : values) {
                means(field, Op.IS, each, Objects::equals);
                means(field, Op.FROM, each, (value, bound) -> value != null && compare(value, bound) >= 0);
                means(field, Op.TO, each, (value, bound) -> value != null && compare(value, bound) <= 0);
            }
        });
        for (String part : List.of("修", "𠮷", "·", "%", "_", " ", "a", "没有")) {
            means("title", Op.CONTAINS, part, (value, text) -> value instanceof String title && text != null
                    && (title.contains(part) || part.equals("a") && title.contains("A")));
            means("area_code", Op.STARTS, part.equals("a") ? TOWN : VILLAGE, (value, start) -> value instanceof String code && code.startsWith(String.valueOf(start)));
        }
        means("category", Op.AMONG, List.of("1", "3"), (value, codes) -> "1".equals(value) || "3".equals(value));
        means("category", Op.AMONG, List.of(), (value, codes) -> false);
    }

    @Test
    void filtersOfOneListAllHold() {
        Query both = Query.all().where("category", Op.AMONG, List.of("1", "2")).where("date", Op.FROM, TODAY.minusDays(1)).where("attendees", Op.FILLED, null);
        assertThat(walked(both.sortedBy("attendees", false), 3)).containsExactlyInAnyOrderElementsOf(all.stream()
                .filter(topic -> !topic.proposal().category().equals("3") && !topic.proposal().date().isBefore(TODAY.minusDays(1)))
                .filter(topic -> topic.meeting().attendees() != null).toList()).isNotEmpty();
    }
}
