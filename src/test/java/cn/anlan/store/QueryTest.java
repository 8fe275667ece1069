package cn.anlan.store;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.community.Topic;
import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
import cn.anlan.roster.Literate;
import cn.anlan.station.ServiceVisit;
import cn.anlan.store.Query.Lives;
import cn.anlan.store.Query.Op;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static cn.anlan.TestHouse.TODAY;
import static cn.anlan.TestHouse.TOWN;
import static cn.anlan.TestHouse.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QueryTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private List<Topic> topics(Query query) {
        return house.register(Topic.class).list(query, 100);
    }

    private static Query where(String field, Op op, @Nullable Object value) {
        return Query.all().where(field, op, value);
    }

    @Test
    void everyComparisonMeansWhatItSays() {
        Topic early = house.samples().topic("date", TODAY.minusDays(20), "title", "修渠", "attendees", 5L);
        Topic late = house.samples().topic("date", TODAY.minusDays(2), "title", "修路%", "area_code", TOWN, "feedback", true);
        assertThat(topics(where("title", Op.IS, "修渠"))).containsExactly(early);
        assertThat(topics(where("title", Op.CONTAINS, "%"))).containsExactly(late);
        assertThat(topics(where("title", Op.CONTAINS, "修"))).containsExactly(late, early);
        assertThat(topics(where("area_code", Op.STARTS, TOWN))).containsExactly(late, early);
        assertThat(topics(where("area_code", Op.STARTS, VILLAGE))).containsExactly(early);
        assertThat(topics(where("date", Op.FROM, TODAY.minusDays(2)))).containsExactly(late);
        assertThat(topics(where("date", Op.TO, TODAY.minusDays(20)))).containsExactly(early);
        assertThat(topics(where("attendees", Op.EMPTY, null))).containsExactly(late);
        assertThat(topics(where("attendees", Op.FILLED, null))).containsExactly(early);
        assertThat(topics(where("attendees", Op.FROM, 5L))).containsExactly(early);
        assertThat(topics(where("feedback", Op.IS, true))).containsExactly(late);
        assertThat(topics(Query.all().is("attendees", null))).containsExactly(late);
        assertThat(topics(where("title", Op.CONTAINS, "修").is("feedback", false))).containsExactly(early);
    }

    /** Half of what is written in Chinese beyond the twenty thousand usual characters lies beyond the first plane: 𠮷, 𬭚, and most rare names. */
    @ParameterizedTest
    @ValueSource(strings = {"井", "井𠮷", "𠮷", "𠮷田", "", "井\uFFFD", "井 %_", "𰻝"})
    void whatBeginsWithRareCharactersIsFound(String start) {
        List<String> titles = List.of("井", "井𠮷", "井𠮷渠", "井龙", "井\uFFFD口", "井😀", "𠮷", "𠮷田", "𠮷𠮷", "井 %_", "甜井", "𰻝𰻝面", "龘");
        titles.forEach(title -> house.samples().topic("title", title));
        assertThat(topics(where("title", Op.STARTS, start))).extracting(topic -> topic.proposal().title())
                .containsExactlyInAnyOrderElementsOf(titles.stream().filter(title -> title.startsWith(start)).toList());
    }

    @Test
    void aSetIsAskedForOneOfItsCodes() {
        Literate both = house.samples().literate("卓玛", Samples.idNumber("19800101", 2), "categories", Set.of("01", "10"));
        Literate one = house.samples().literate("才让", Samples.idNumber("19800101", 1), "categories", Set.of("01"));
        assertThat(house.register(Literate.class).list(where("categories", Op.HAS_CODE, "10"), 9)).containsExactly(both);
        assertThat(house.register(Literate.class).list(where("categories", Op.HAS_CODE, "01"), 9)).containsExactly(one, both);
        assertThat(house.register(Literate.class).list(where("categories", Op.HAS_CODE, "0"), 9)).isEmpty();
    }

    @Test
    void upToATimeTakesItsWholeMinute() {
        ServiceVisit visit = house.samples().visit(house.samples().point());
        Register<ServiceVisit> visits = house.register(ServiceVisit.class);
        LocalDateTime came = visit.reception().visitDt();
        assertThat(visits.list(where("visit_dt", Op.TO, came), 9)).containsExactly(visit);
        assertThat(visits.list(where("visit_dt", Op.TO, came.minusMinutes(1)), 9)).isEmpty();
        assertThat(visits.list(where("visit_dt", Op.FROM, came), 9)).containsExactly(visit);
    }

    @Test
    void aFieldThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> topics(where("nickname", Op.IS, "x"))).isInstanceOf(Refused.class).hasMessageContaining("nickname");
        assertThatThrownBy(() -> topics(Query.all().sortedBy("nickname", true))).isInstanceOf(Refused.class);
    }

    @Test
    void aCountGoesNoFurtherThanItsCap() {
        for (int i = 0; i < 7; i++) {
            house.samples().topic();
        }
        Register<Topic> topics = house.register(Topic.class);
        assertThat(topics.count(Query.all(), 5)).isEqualTo(5);
        assertThat(topics.count(Query.all(), 100)).isEqualTo(7);
        assertThat(topics.count(Query.all().finding("水渠"), 100)).isEqualTo(7);
        assertThat(topics.count(Query.all().lives(Lives.VOID), 100)).isZero();
    }

    /** One field of each kind a column can hold, with values that repeat and values that are missing. */
    @ParameterizedTest
    @ValueSource(strings = {"title", "date", "attendees", "feedback", "category", "area_code", "dispute_id", "topic_no", "meeting_place", "done_date"})
    void pagesAreTheWholeListInOrder(String sort) {
        fill(new Random(sort.hashCode()), 60);
        for (boolean down : List.of(false, true)) {
            Query query = Query.all().sortedBy(sort, down);
            List<Topic> expected = new ArrayList<>(topics(Query.all()));
            expected.sort(order(house.register(Topic.class).shape().field(sort), down));
            for (int size : List.of(1, 7, 60, 100)) {
                assertThat(walk(query, size)).as("%s by %s", size, sort).containsExactlyElementsOf(expected);
            }
            assertThat(house.register(Topic.class).page(query, null, 13, 9).rows()).containsExactlyElementsOf(expected.subList(13, 22));
        }
    }

    private void fill(Random random, int count) {
        String dispute = house.samples().dispute().id();
        for (int i = 0; i < count; i++) {
            house.samples().topic("title", List.of("甲", "乙", "A", "a", "𠮷").get(random.nextInt(5)), "date", TODAY.minusDays(30 + random.nextInt(5)),
                    "attendees", maybe(random, (long) random.nextInt(12)), "feedback", random.nextBoolean(),
                    "category", String.valueOf(1 + random.nextInt(4)), "area_code", random.nextBoolean() ? TOWN : VILLAGE,
                    "dispute_id", maybe(random, dispute), "meeting_place", maybe(random, "村委会" + random.nextInt(3)),
                    "done_date", maybe(random, TODAY.minusDays(random.nextInt(3))));
        }
    }

    private static @Nullable Object maybe(Random random, Object value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private List<Topic> walk(Query query, int size) {
        List<Topic> walked = new ArrayList<>();
        Page.Cursor cursor = null;
        do {
            Page<Topic> page = house.register(Topic.class).page(query, cursor, 0, size);
            walked.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null);
        return walked;
    }

    /** What the store promises: unfilled first going up, last going down; equal values in order of id. */
    private Comparator<Topic> order(Field field, boolean down) {
        var shape = house.register(Topic.class).shape();
        Comparator<Topic> up = Comparator.comparing((Topic topic) -> field.type().toColumn(shape.get(topic, field)),
                Comparator.nullsFirst(QueryTest::compare)).thenComparing(Topic::id);
        return down ? up.reversed() : up;
    }

    /** SQLite compares text by its bytes, that is by code point. */
    private static int compare(Object one, Object other) {
        return one instanceof Long number ? number.compareTo((Long) other)
                : Arrays.compareUnsigned(one.toString().getBytes(StandardCharsets.UTF_8),
                        other.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pagesOfAFindAreItsHitsInOrder() {
        fill(new Random(1), 30);
        Query query = Query.all().finding("水渠").sortedBy("attendees", false);
        assertThat(walk(query, 4)).hasSize(30).containsExactlyElementsOf(topics(query));
    }

    /** A list one scrolls through while others add to it neither repeats nor skips what was there. */
    @Test
    void whatIsAddedMeanwhileDoesNotShiftThePages() {
        fill(new Random(2), 20);
        Register<Topic> topics = house.register(Topic.class);
        List<Topic> before = topics(Query.all().sortedBy("date", true));
        Page<Topic> first = topics.page(Query.all().sortedBy("date", true), null, 0, 10);
        house.samples().topic("date", TODAY);
        Page<Topic> second = topics.page(Query.all().sortedBy("date", true), first.next(), 0, 10);
        assertThat(second.rows()).containsExactlyElementsOf(before.subList(10, 20));
    }

    @Test
    void eachWalksEverythingInOrderOfMaking() {
        fill(new Random(3), 12);
        List<String> walked = new ArrayList<>();
        house.register(Topic.class).each(Query.all(), topic -> walked.add(topic.id()));
        assertThat(walked).hasSize(12).isSorted();
    }

    @Test
    void onlyALongListGetsAnIndexToSortBy() throws SQLException {
        Register<Topic> topics = house.register(Topic.class);
        house.samples().topic();
        topics.prepareSort("due_date");
        topics.prepareSort(null);
        assertThat(hasSortIndex()).isFalse();
        Topic one = topics(Query.all()).get(0);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + house.wiring().database().path());
                var statement = connection.createStatement()) {
            String columns = String.join(", ", topics.shape().fields().stream().map(Field::name).filter(name -> !Set.of("id", "topic_no").contains(name)).toList());
            statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO topic (id, topic_no, change_no, "
                    + columns + ") SELECT printf('%026d', i), NULL, change_no, " + columns + " FROM topic, n WHERE id = '" + one.id() + "'");
        }
        topics.prepareSort("due_date");
        assertThat(hasSortIndex()).isTrue();
        assertThat(topics.page(Query.all().sortedBy("due_date", false), null, 0, 10).rows()).hasSize(10);
    }

    private boolean hasSortIndex() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + house.wiring().database().path());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'sort_topic_due_date'")) {
            return rows.next();
        }
    }
}
