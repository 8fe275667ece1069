package cn.anlan.command.part;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.community.Topic;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Refused;
import cn.anlan.roster.Literate;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static cn.anlan.TestHouse.TODAY;
import static cn.anlan.TestHouse.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A condition as it is typed behind {@code --where}. */
class WhereTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    @ParameterizedTest
    @CsvSource({"title=渠, title, =, 渠", "title~渠, title, ~, 渠", "amount_fen>=12, amount_fen, >=, 12", "date<=2026-01-05, date, <=, 2026-01-05",
        "' title =  渠 ', title, =, 渠", "title=, title, =, ''", "title=a=b, title, =, a=b", "title=>=3, title, =, >=3", "x9_y~z, x9_y, ~, z"})
    void fieldSignAndValue(String written, String field, String sign, String value) {
        assertThat(Where.parse(written)).contains(new Where(field, sign, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "title", "=x", "Title=x", "标题=x", "title>3", "title!=3", "9x=1", "--", "ti tle=x"})
    void whatIsNoConditionIsNone(String written) {
        assertThat(Where.parse(written)).isEmpty();
    }

    @Test
    void aValueMayHoldLineBreaks() {
        assertThat(Where.parse("title=一\n二")).contains(new Where("title", "=", "一\n二"));
    }

    private <E extends Entry> List<E> found(Class<E> type, String... conditions) {
        Register<E> register = house.register(type);
        Query query = Query.all();
        for (String written : conditions) {
            query = Where.parse(written).orElseThrow().narrow(query, register.shape(), house.wiring().registers());
        }
        return register.list(query, 9);
    }

    @Test
    void conditionsMeanWhatAClerkWrites() {
        Topic early = house.samples().topic("title", "修渠", "date", TODAY.minusDays(20), "attendees", 5L);
        Topic late = house.samples().topic("title", "修路", "area_code", TOWN, "attendees", 30L, "feedback", true);
        assertThat(found(Topic.class, "title~修")).containsExactly(late, early);
        assertThat(found(Topic.class, "title=修渠")).containsExactly(early);
        assertThat(found(Topic.class, "attendees>=６")).containsExactly(late);
        assertThat(found(Topic.class, "attendees<=5")).containsExactly(early);
        assertThat(found(Topic.class, "date<=" + TODAY.minusDays(20).toString().replace("-", "/"))).containsExactly(early);
        assertThat(found(Topic.class, "feedback=是")).containsExactly(late);
        assertThat(found(Topic.class, "feedback=否")).containsExactly(early);
        assertThat(found(Topic.class, "area_code=华藏寺镇")).containsExactly(late);
        assertThat(found(Topic.class, "area_code~华藏寺镇")).containsExactly(late, early);
        assertThat(found(Topic.class, "area_code~" + TOWN)).containsExactly(late, early);
        assertThat(found(Topic.class, "meeting_place=")).containsExactly(late, early);
        assertThat(found(Topic.class, "title~修", "attendees>=6", "feedback=1")).containsExactly(late);
    }

    @Test
    void oneCodeOfASetIsAskedForByNumberOrName() {
        String label = house.wiring().codes().label("literate_category", "10");
        Literate both = house.samples().literate("卓玛", Samples.idNumber("19800101", 2), "categories", Set.of("01", "10"));
        house.samples().literate("才让", Samples.idNumber("19800101", 1), "categories", Set.of("01"));
        assertThat(found(Literate.class, "categories=10")).containsExactly(both);
        assertThat(found(Literate.class, "categories=" + label)).containsExactly(both);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nickname=x", "date>=gestern", "attendees=viele", "area_code=天津", "category=没有这类", "feedback=也许", "area_code~天津"})
    void whatNobodyCanMeanIsRefusedByName(String written) {
        assertThatThrownBy(() -> found(Topic.class, written)).isInstanceOf(Refused.class).hasMessageNotContaining("⟦");
    }
}
