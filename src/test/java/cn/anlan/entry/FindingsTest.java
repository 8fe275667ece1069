package cn.anlan.entry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is wrong with an entry reaches the clerk as sentences, the hard ones and those she may overrule. */
class FindingsTest {

    @Test
    void onlyWhatIsWrongIsNoted() {
        var found = new Findings("roster").refuseIf(false, "name", "under_age", 18).warnIf(false, "sex", "sex_contradicts_id");
        assertThat(found.all()).isEmpty();
    }

    @Test
    void aRefusalIsHardAndAWarningSoftInTheOrderTheyWereFound() {
        var found = new Findings("roster").warnIf(true, "sex", "sex_contradicts_id").refuseIf(true, "birth_date", "under_age", 18).all();
        assertThat(found).extracting(Violation::field).containsExactly("sex", "birth_date");
        assertThat(found).extracting(Violation::soft).containsExactly(true, false);
        assertThat(found.get(1).sentence()).isEqualTo("法律明白人须年满 18 周岁，请核对「出生日期」。");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-02, 2026-01-01, true", "2026-01-01, 2026-01-01, false", "2026-01-01, 2026-01-02, false", ", 2026-01-01, false",
        "2026-01-01, , false", ", , false"})
    void twoDaysAreOutOfOrderOnlyWhenBothAreKnown(@Nullable LocalDate first, @Nullable LocalDate second, boolean wrong) {
        var found = new Findings("roster").refuseUnlessInOrder(first, second, "exam_date", "examined_before_trained").all();
        assertThat(!found.isEmpty()).isEqualTo(wrong);
    }

    @Test
    void whatWasFoundDoesNotGrowAfterwards() {
        var found = new Findings("roster").warnIf(true, "sex", "sex_contradicts_id");
        List<Violation> first = found.all();
        found.warnIf(true, "birth_date", "birth_contradicts_id");
        assertThat(first).hasSize(1);
        assertThat(found.all()).hasSize(2);
    }

    @Test
    void aRefusalSaysEverySentenceOnALineOfItsOwn() {
        var refused = new Refused(List.of(Violation.hard("a", "甲。"), new Violation("b", "乙。", true)));
        assertThat(refused).hasMessage("甲。\n乙。");
        assertThat(refused.violations()).extracting(Violation::field).containsExactly("a", "b");
    }

    @Test
    void onlyWarningsCanBeOverruled() {
        assertThat(new Refused(List.of(new Violation("a", "甲。", true), new Violation("b", "乙。", true))).canBeOverruled()).isTrue();
        assertThat(new Refused(List.of(new Violation("a", "甲。", true), Violation.hard("b", "乙。"))).canBeOverruled()).isFalse();
    }

    @Test
    void aRefusalOfAFieldNamesItAndOneOfTheWholeDoesNot() {
        assertThat(Refused.field("name", "roster.refused.under_age", 18).violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("name");
            assertThat(violation.soft()).isFalse();
        });
        assertThat(Refused.of("roster.refused.under_age", 18).violations()).singleElement().satisfies(violation -> assertThat(violation.field()).isNull());
    }

    @Test
    void theViolationsOfARefusalAreNobodysToChange() {
        var refused = Refused.of("roster.refused.under_age", 18);
        assertThatThrownBy(() -> refused.violations().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aMissingSentenceShowsItsKeyRatherThanNothing() {
        assertThat(Text.of("roster.no_such_sentence")).isEqualTo("⟦roster.no_such_sentence⟧");
        assertThat(Text.find("roster.no_such_sentence")).isEmpty();
        assertThat(Text.of("no_such_room.at_all")).isEqualTo("⟦no_such_room.at_all⟧");
    }

    @Test
    void aSentenceIsFilledInPlaceByPlace() {
        assertThat(Text.of("paper.refused.no_header", "法律明白人", 50)).contains("「法律明白人」").contains("前 50 行").doesNotContain("{");
        assertThat(Text.of("paper.refused.no_header", "{1}", 7)).as("what a clerk typed may look like a place").contains("前 7 行");
    }

    @Test
    void aPeriodHoldsItsFirstAndItsLastDay() {
        var may = new Period(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31));
        assertThat(may.contains(LocalDate.of(2026, 5, 1))).isTrue();
        assertThat(may.contains(LocalDate.of(2026, 5, 31))).isTrue();
        assertThat(may.contains(LocalDate.of(2026, 4, 30))).isFalse();
        assertThat(may.contains(LocalDate.of(2026, 6, 1))).isFalse();
    }

    @Test
    void aPeriodMayBeOneDayButNotBackwards() {
        LocalDate day = LocalDate.of(2026, 5, 1);
        assertThat(new Period(day, day).contains(day)).isTrue();
        assertThatThrownBy(() -> new Period(day, day.minusDays(1))).isInstanceOf(Refused.class).hasMessageContaining("2026-05-01").hasMessageContaining("2026-04-30");
    }

    @Test
    void daysLeftAreNoneOnTheLastDayAndNegativeAfterIt() {
        LocalDate day = LocalDate.of(2026, 5, 10);
        var due = new Due("dispute", null, "张三与李四邻里纠纷", "revisit", day, Due.Level.SOON, "应于五月十日前回访");
        assertThat(due.daysLeft(day.minusDays(3))).isEqualTo(3);
        assertThat(due.daysLeft(day)).isZero();
        assertThat(due.daysLeft(day.plusDays(1))).isEqualTo(-1);
    }
}
