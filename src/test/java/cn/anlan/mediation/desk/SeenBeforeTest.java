package cn.anlan.mediation.desk;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.desk.SeenBefore.Person;
import cn.anlan.mediation.desk.SeenBefore.Question;
import cn.anlan.mediation.desk.SeenBefore.Seen;
import cn.anlan.mediation.desk.SeenBefore.Why;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static cn.anlan.TestHouse.TODAY;
import static cn.anlan.TestHouse.TOWN;
import static cn.anlan.TestHouse.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Whoever comes again is known again: by number, by telephone, by name, by its sound, with the same other side, at the same place. */
class SeenBeforeTest {
    private static final TestHouse HOUSE = TestHouse.opened();
    private static final String NUMBER = Samples.idNumber("19790614", 151);
    private static final String OTHER_VILLAGE = "620623100202";
    private static final int NAMESAKES = 30;

    @BeforeAll
    static void file() {
        Dispute lately = dispute("张秀英与李国强邻里纠纷", 3, VILLAGE, "02");
        HOUSE.samples().party(lately, "1", "张秀英", "id_number", NUMBER, "phone", "13909351234");
        HOUSE.samples().party(lately, "2", "李国强", "phone", "13809355678");
        Dispute longAgo = dispute("王占魁与马得福草场纠纷", 30, OTHER_VILLAGE, "07");
        HOUSE.samples().party(longAgo, "1", "王占魁", "phone", "13709350002");
        HOUSE.samples().party(longAgo, "2", "马得福", "phone", "13709350003");
        Dispute annulled = dispute("赵无用与钱无用纠纷", 1, OTHER_VILLAGE, "01");
        HOUSE.samples().party(annulled, "1", "赵无用");
        HOUSE.register(Dispute.class).annul(annulled.id(), "重复登记");
        Dispute common = dispute("刘伟与陈静借款纠纷", 6, OTHER_VILLAGE, "04");
        HOUSE.samples().party(common, "1", "刘伟", "phone", "13609350001");
        HOUSE.samples().party(common, "2", "陈静", "phone", "13609350002");
        HOUSE.wiring().registers().together(() -> {
            for (int i = 0; i < NAMESAKES; i++) {
                Dispute other = dispute("纠纷" + i, 5, "620623100205", "05");
                HOUSE.samples().party(other, "1", i % 2 == 0 ? "刘伟" : "陈静");
                HOUSE.samples().party(other, "2", "旁人" + i);
            }
            return NAMESAKES;
        });
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private static Dispute dispute(String title, int monthsAgo, String place, String type) {
        return HOUSE.samples().dispute("title", title, "register_date", TODAY.minusMonths(monthsAgo), "happen_date", TODAY.minusMonths(monthsAgo),
                "area_code", place, "type_sf", type);
    }

    private static Person person(String role, String name, String phone, String number) {
        return new Person(role, name, phone, number);
    }

    private static Person named(String role, String name) {
        return person(role, name, "", "");
    }

    private static List<Seen> look(String place, String type, @Nullable String within, Person... people) {
        return new SeenBefore(HOUSE.wiring().registers()).look(new Question(List.of(people), place, type, within, TODAY));
    }

    static Stream<Arguments> reasons() {
        String lately = "张秀英与李国强邻里纠纷";
        String longAgo = "王占魁与马得福草场纠纷";
        return Stream.of(
                arguments("the number, whatever the name", Why.SAME_ID, lately, List.of(person("1", "张秀莲", "", NUMBER))),
                arguments("the number alone, name not typed yet", Why.SAME_ID, lately, List.of(person("1", "", "", NUMBER))),
                arguments("name and tail of the telephone", Why.SAME_PHONE, lately, List.of(person("2", "张秀英", "09371234", ""))),
                arguments("the name alone", Why.SAME_NAME, lately, List.of(named("1", "张秀英"))),
                arguments("the name, another telephone", Why.SAME_NAME, lately, List.of(person("1", "张秀英", "13900000000", ""))),
                arguments("a name that sounds alike", Why.SAME_SOUND, lately, List.of(named("1", "章秀英"))),
                arguments("another that sounds alike", Why.SAME_SOUND, lately, List.of(named("1", "张绣英"))),
                arguments("both sides within twelve months", Why.PAIR_LATELY, lately, List.of(named("1", "张秀英"), named("2", "李国强"))),
                arguments("both sides the other way round", Why.SWAPPED, lately, List.of(named("1", "李国强"), named("2", "张秀英"))),
                arguments("both sides, one by number and misspelt", Why.PAIR_LATELY, lately, List.of(person("1", "张秀瑛", "", NUMBER), named("2", "李国强"))),
                arguments("both sides long ago", Why.PAIR, longAgo, List.of(named("1", "王占魁"), named("2", "马得福"))),
                arguments("one side long ago", Why.SAME_NAME, longAgo, List.of(named("2", "王占魁"))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("reasons")
    void everyReasonIsSeen(String why, Why expected, String title, List<Person> people) {
        List<Seen> seen = look("", "", null, people.toArray(Person[]::new));
        assertThat(seen).as(why).isNotEmpty();
        assertThat(seen.get(0).why()).isEqualTo(expected);
        assertThat(seen.get(0).dispute().registration().title()).isEqualTo(title);
    }

    @Test
    void theSamePlaceAndKindWithinTwelveMonthsIsToldLast() {
        assertThat(look(VILLAGE, "02", null, named("1", "新来的"))).singleElement().satisfies(seen -> assertThat(seen.why()).isEqualTo(Why.SAME_PLACE));
        assertThat(look(VILLAGE, "02", null)).as("before anyone is named").hasSize(1);
        assertThat(look(VILLAGE, "02", null, named("1", "张秀英"))).as("told once").singleElement()
                .satisfies(seen -> assertThat(seen.why()).isEqualTo(Why.SAME_NAME));
        assertThat(look(VILLAGE, "03", null)).as("another kind").isEmpty();
        assertThat(look(OTHER_VILLAGE, "07", null)).as("longer ago than twelve months").isEmpty();
        assertThat(look(TOWN, "02", null)).as("a whole town is no place").isEmpty();
    }

    @Test
    void nobodyIsTakenForAnother() {
        assertThat(look("", "", null, named("1", "张三"))).isEmpty();
        assertThat(look("", "", null, named("1", "张"))).as("one character is not a name yet").isEmpty();
        assertThat(look("", "", null, person("1", "丁一", "13909351234", ""))).as("a telephone alone is a family's").isEmpty();
        assertThat(look("", "", null, person("1", "丁一", "", "620623"))).as("half a number").isEmpty();
        assertThat(look("", "", null, named("1", "赵无用"))).as("void").isEmpty();
        assertThat(look("", "", null)).isEmpty();
    }

    @Test
    void theDisputeInHandIsNotItsOwnPast() {
        Dispute again = dispute("张秀英又来了", 0, VILLAGE, "99");
        HOUSE.samples().party(again, "2", "张秀英");
        List<Seen> seen = look("", "", again.id(), named("1", "李国强"));
        assertThat(seen).extracting(one -> one.dispute().id()).doesNotContain(again.id());
        assertThat(seen.get(0).why()).as("the stored side counts with the typed one").isEqualTo(Why.SWAPPED);
        HOUSE.register(Dispute.class).annul(again.id(), "试");
    }

    @Test
    void theSamePairIsFoundAmongManyNamesakes() {
        List<Seen> seen = look("", "", null, named("1", "刘伟"), named("2", "陈静"));
        assertThat(seen.get(0).why()).isEqualTo(Why.PAIR_LATELY);
        assertThat(seen.get(0).dispute().registration().title()).isEqualTo("刘伟与陈静借款纠纷");
        assertThat(seen).as("no more than fit beside the form").hasSize(4);
    }
}
