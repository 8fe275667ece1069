package cn.anlan.reference;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Violation;
import cn.anlan.roster.Literate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static cn.anlan.TestHouse.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

/** Each thing a field demands has a sentence that names the field and the cure. */
class ChecksTest {
    private static final Shape<Literate> SHAPE = Shape.of(Literate.class);

    private static TestHouse house;
    private static Checks checks;

    @BeforeAll
    static void open() {
        house = TestHouse.opened();
        checks = new Checks(house.wiring().codes(), house.wiring().places(), house.clock());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static Literate literate(@Nullable Object... changes) {
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("name", "马学文", "sex", "1", "ethnic", "03",
                "birth_date", LocalDate.of(1980, 1, 1), "id_number", Samples.idNumber("19800101", 1), "phone", "13909350002",
                "politics", "13", "education", "70", "area_code", TestHouse.VILLAGE, "categories", Set.of("01")));
        values.put("nominate_way", "1");
        values.put("status", "1");
        values.putAll(Samples.map(changes));
        return SHAPE.create("01ARZ3NDEKTSV4RRFFQ69G5FAV", values);
    }

    private static List<Violation> check(@Nullable Object... changes) {
        return checks.check(SHAPE, literate(changes), null);
    }

    @Test
    void whoIsRightlyEnteredHearsNothing() {
        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "sex", "ethnic", "birth_date", "id_number", "phone", "politics", "education", "area_code", "nominate_way", "status"})
    void whatMustBeFilledIsAskedFor(String field) {
        assertThat(check(field, null)).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.soft()).isFalse();
            assertThat(violation.sentence()).isEqualTo("「" + SHAPE.label(SHAPE.field(field)) + "」必填，请填写。");
        });
    }

    @Test
    void aSetMustHoldSomething() {
        assertThat(check("categories", Set.of())).singleElement().satisfies(violation -> assertThat(violation.sentence()).contains("至少选一项"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "　", "\t"})
    void spacesAreNoName(String name) {
        assertThat(check("name", name)).extracting(Violation::field).contains("name");
    }

    @Test
    void aNameHasFiftySignsAtMost() {
        assertThat(check("name", "张".repeat(50))).isEmpty();
        assertThat(check("name", "张".repeat(51))).singleElement().satisfies(violation -> assertThat(violation.sentence()).isEqualTo("「姓名」最多 50 个字，请缩短。"));
    }

    @Test
    void whatHappenedCannotLieAheadOfToday() {
        assertThat(check("train_date", TODAY)).isEmpty();
        assertThat(check("train_date", TODAY.plusDays(1))).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("train_date");
            assertThat(violation.sentence()).contains("不能晚于今天");
        });
    }

    @ParameterizedTest
    @CsvSource({"-1, 不能是负数", "101, 不能大于 100"})
    void aMarkLiesBetweenNoughtAndAHundred(long score, String word) {
        assertThat(check("exam_score", score)).singleElement().satisfies(violation -> assertThat(violation.sentence()).contains("考核成绩", word));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 60, 100})
    void marksInBetweenAreMarks(long score) {
        assertThat(check("exam_score", score)).isEmpty();
    }

    @Test
    void aWrongCheckDigitIsAWarningAndAWrongNumberIsNot() {
        String right = Samples.idNumber("19800101", 1);
        String miscopied = right.substring(0, 17) + (right.charAt(17) == '1' ? '2' : '1');
        assertThat(check("id_number", miscopied)).singleElement().satisfies(violation -> {
            assertThat(violation.soft()).isTrue();
            assertThat(violation.sentence()).contains("校验码");
        });
        assertThat(check("id_number", "620623800101001")).singleElement().satisfies(violation -> {
            assertThat(violation.soft()).isFalse();
            assertThat(violation.sentence()).contains("18 位");
        });
    }

    @Test
    void aTelephoneIsOneOrTheWordForNone() {
        assertThat(check("phone", "无")).isEmpty();
        assertThat(check("phone", "12345")).singleElement().satisfies(violation -> assertThat(violation.sentence()).contains("手机号或固定电话"));
    }

    @Test
    void aCodeMustStandInItsList() {
        assertThat(check("ethnic", "藏")).singleElement().satisfies(violation -> assertThat(violation.sentence()).contains("民族", "「藏」这一项"));
        assertThat(check("categories", Set.of("01", "77"))).singleElement().satisfies(violation -> assertThat(violation.sentence()).contains("「77」"));
    }

    @Test
    void aPlaceMustStandInTheTreeAndBeOfTheRightLevel() {
        assertThat(check("area_code", "620623100999")).singleElement().satisfies(violation -> assertThat(violation.sentence()).contains("620623100999"));
        assertThat(check("area_code", TestHouse.TOWN)).as("a town is no village").extracting(Violation::field).containsExactly("area_code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张\u0000三", "张\u0007三", "张\uD842三", "张\r三"})
    void whatCannotBeShownIsRefused(String name) {
        assertThat(check("name", name)).singleElement().satisfies(violation -> assertThat(violation.sentence()).contains("无法显示的字符"));
    }

    @Test
    void lineBreaksTabsAndRareCharactersAreText() {
        assertThat(check("remark", "第一行\n第二行\t𠮷田 རྒྱ་མཚོ 🙂")).isEmpty();
        assertThat(check("name", "𠮷田")).isEmpty();
    }

    @Test
    void severalThingsWrongAreToldInTheOrderOfTheForm() {
        assertThat(check("status", "x", "name", null, "phone", "12345", "area_code", "1")).extracting(Violation::field)
                .containsExactly("name", "phone", "area_code", "status");
    }

    @Test
    void aWordOutOfUseMayStayWhereItStoodButNotComeNew() {
        Literate old = literate("ethnic", "老代码");
        assertThat(checks.check(SHAPE, SHAPE.with(old, Map.of("name", "马学武")), old)).isEmpty();
        assertThat(checks.check(SHAPE, SHAPE.with(old, Map.of("ethnic", "另一个")), old)).extracting(Violation::field).containsExactly("ethnic");
    }
}
