package cn.anlan.reference.deadline;

import cn.anlan.TestHouse;
import cn.anlan.entry.Due.Level;
import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import cn.anlan.reference.DeadlineRule;
import cn.anlan.store.Query;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Terms by the rules and days off that ship with the program: holidays of 2025 and 2026 as the State Council gave them. */
class DeadlinesTest {
    private static final TestHouse HOUSE = TestHouse.opened();

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private static Deadlines shipped() {
        return HOUSE.wiring().deadlines();
    }

    private static Deadline of(String item, Dated facts) {
        return shipped().of(item, facts).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "mediate, 2026-09-01, 2026-10-08, 应于 10 月 8 日前办结：受理 9 月 1 日起 30 日，遇国庆节顺延",
        "mediate, 2025-05-03, 2025-06-03, 应于 6 月 3 日前办结：受理 5 月 3 日起 30 日，遇端午节顺延",
        "mediate, 2025-05-13, 2025-06-12, 应于 6 月 12 日前办结：受理 5 月 13 日起 30 日",
        "mediate, 2026-10-22, 2026-11-23, 应于 11 月 23 日前办结：受理 10 月 22 日起 30 日，遇周末顺延",
        "mediate, 2025-09-11, 2025-10-11, 应于 10 月 11 日前办结：受理 9 月 11 日起 30 日",
        "mediate, 2025-01-31, 2025-03-03, 应于 3 月 3 日前办结：受理 1 月 31 日起 30 日，遇周末顺延",
        "mediate, 2024-01-30, 2024-02-29, 应于 2 月 29 日前办结：受理 1 月 30 日起 30 日",
        "mediate, 2025-12-20, 2026-01-19, 应于 2026 年 1 月 19 日前办结：受理 12 月 20 日起 30 日",
        "court, 2026-01-17, 2026-02-24, 应于 2 月 24 日前共同申请司法确认：协议生效 1 月 17 日起 30 日，遇春节顺延",
        "accept, 2025-09-30, 2025-10-11, 应于 10 月 11 日前作出是否受理的决定：登记 9 月 30 日起 3 个工作日",
        "accept, 2026-11-20, 2026-11-25, 应于 11 月 25 日前作出是否受理的决定：登记 11 月 20 日起 3 个工作日",
        "feedback, 2024-02-22, 2024-02-29, 应于 2 月 29 日前反馈办理情况：移送 2 月 22 日起 7 日",
        "feedback, 2025-02-22, 2025-03-03, 应于 3 月 3 日前反馈办理情况：移送 2 月 22 日起 7 日，遇周末顺延",
        "file, 2026-04-06, 2026-05-06, 应于 5 月 6 日前归档：结案 4 月 6 日起 30 日",
        "file, 2026-04-02, 2026-05-06, 应于 5 月 6 日前归档：结案 4 月 2 日起 30 日，遇劳动节顺延",
        "revisit, 2026-09-20, 2026-10-05, 应于 10 月 5 日前回访：签订协议 9 月 20 日起 15 日",
        "perform, 2026-10-04, 2026-10-04, 应于 10 月 4 日前履行：协议约定 10 月 4 日",
        "red_risk, 2026-11-21, 2026-11-21, 应于 11 月 21 日前报告公安机关和有关部门：红色风险登记 11 月 21 日"})
    void aTermEndsOnItsDayAndSaysWhy(String item, LocalDate start, LocalDate due, String why) {
        Deadline deadline = of(item, Dated.since(start, start));
        assertThat(deadline.due()).isEqualTo(due);
        assertThat(deadline.why().replaceAll("（.*", "")).isEqualTo(why);
    }

    @Test
    void timeInWhichTheMatterRestsIsNotCounted() {
        LocalDate start = LocalDate.of(2026, 3, 2);
        var appraisal = new Dated.Pause(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 19));
        Deadline over = of("mediate", Dated.since(start, start).paused(List.of(appraisal)));
        assertThat(over.due()).isEqualTo("2026-04-13");
        assertThat(over.why()).isEqualTo("应于 4 月 13 日前办结：受理 3 月 2 日起 30 日，中止 10 日不计，遇周末顺延");
        var lasting = new Dated.Pause(LocalDate.of(2026, 3, 10), null);
        Deadline open = of("mediate", Dated.since(start, LocalDate.of(2026, 3, 14)).paused(List.of(lasting)));
        assertThat(open.due()).isEqualTo("2026-04-07");
        assertThat(open.why()).isEqualTo("应于 4 月 7 日前办结：受理 3 月 2 日起 30 日，中止 5 日不计，遇清明节顺延");
        var twice = List.of(appraisal, new Dated.Pause(LocalDate.of(2026, 3, 15), LocalDate.of(2026, 3, 20)));
        assertThat(of("mediate", Dated.since(start, start).paused(twice)).why()).as("no day rests twice").contains("中止 11 日不计");
        assertThat(of("court", Dated.since(start, start).paused(List.of(appraisal))).due()).as("a statutory right runs on").isEqualTo("2026-04-01");
    }

    @Test
    void withEveryonesConsentItMayTakeLonger() {
        LocalDate start = LocalDate.of(2026, 9, 1);
        Deadline longer = of("mediate", Dated.since(start, start).setTo(LocalDate.of(2026, 11, 5)));
        assertThat(longer.due()).isEqualTo("2026-11-05");
        assertThat(longer.why()).isEqualTo("应于 11 月 5 日前办结：受理 9 月 1 日起 30 日，经各方同意延期");
        assertThat(of("mediate", Dated.since(start, start).setTo(start.plusDays(3))).due()).as("nobody extends backwards").isEqualTo("2026-10-08");
        assertThat(shipped().latestExtension("mediate", Dated.since(start, start))).contains(LocalDate.of(2026, 11, 9));
        assertThat(shipped().latestExtension("court", Dated.since(start, start))).isEmpty();
    }

    @Test
    void aDayALetterSetsGoesBeforeTheUsualOne() {
        Deadline soon = of("feedback", Dated.since(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 2)).setTo(LocalDate.of(2026, 11, 5)));
        assertThat(soon.due()).isEqualTo("2026-11-05");
        assertThat(soon.why()).isEqualTo("应于 11 月 5 日前反馈办理情况：移送 11 月 2 日起 7 日，另定至该日");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-20, PLAIN, ''", "2026-06-21, SOON, （第 1 次提醒，共 4 次）", "2026-06-26, SOON, （第 2 次提醒，共 4 次）",
        "2026-06-29, SOON, （第 3 次提醒，共 4 次）", "2026-07-01, SOON, （第 4 次提醒，共 4 次）", "2026-07-02, LATE, ''"})
    void theCourtsThirtyDaysAreRemindedOfOnTheTwentiethTwentyFifthTwentyEighthAndLast(LocalDate today, Level level, String reminder) {
        Deadline deadline = of("court", Dated.since(LocalDate.of(2026, 6, 1), today));
        assertThat(deadline.level()).isEqualTo(level);
        assertThat(deadline.why()).isEqualTo("应于 7 月 1 日前共同申请司法确认：协议生效 6 月 1 日起 30 日" + reminder);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-16, PLAIN, ''", "2026-11-17, SOON, （第 1 次提醒，共 3 次）", "2026-11-20, SOON, （第 2 次提醒，共 3 次）",
        "2026-11-21, LATE, ''"})
    void whatIsOwedIsRemindedOfThreeDaysBeforeOnTheDayAndTheDayAfter(LocalDate today, Level level, String reminder) {
        Deadline deadline = of("perform", Dated.since(LocalDate.of(2026, 11, 20), today));
        assertThat(deadline.level()).isEqualTo(level);
        assertThat(deadline.why()).isEqualTo("应于 11 月 20 日前履行：协议约定 11 月 20 日" + reminder);
    }

    @ParameterizedTest
    @CsvSource({
        "screen_village, 2026-02-10, 2026-02-01, 2026-02-15", "screen_village, 2026-02-15, 2026-02-01, 2026-02-15",
        "screen_village, 2026-02-16, 2026-02-16, 2026-02-28", "screen_village, 2024-02-29, 2024-02-16, 2024-02-29",
        "screen_village, 2026-12-31, 2026-12-16, 2026-12-31", "screen_town, 2026-04-30, 2026-04-01, 2026-04-30",
        "screen_town, 2026-02-01, 2026-02-01, 2026-02-28"})
    void whatComesRoundHasItsPeriods(String item, LocalDate day, LocalDate from, LocalDate to) {
        assertThat(shipped().window(item, day, day).orElseThrow().period()).isEqualTo(new Period(from, to));
    }

    @Test
    void aPeriodSaysWhatItIs() {
        LocalDate day = LocalDate.of(2026, 2, 10);
        Deadline deadline = shipped().window("screen_village", day, day).orElseThrow().deadline();
        assertThat(deadline.why()).isEqualTo("应于 2 月 15 日前报送村级排查情况：排查期 2 月 1 日至 2 月 15 日");
        assertThat(deadline.due()).isEqualTo("2026-02-15");
        assertThat(deadline.level()).isEqualTo(Level.PLAIN);
        assertThat(shipped().window("screen_village", day, LocalDate.of(2026, 2, 12)).orElseThrow().deadline().level()).isEqualTo(Level.SOON);
    }

    @Test
    void nilReportsRunOnlyWhileTheOfficeSaysSo() {
        LocalDate day = LocalDate.of(2027, 3, 3);
        assertThat(shipped().window("nil_report", day, day)).isEmpty();
        var daily = with("nil_report", Map.of("suspended", false, "valid_from", LocalDate.of(2027, 3, 1), "valid_to", LocalDate.of(2027, 3, 15)));
        assertThat(daily.window("nil_report", day, day).orElseThrow().deadline().why()).isEqualTo("应于 3 月 3 日前上报零报告：报告期 3 月 3 日");
        assertThat(daily.window("nil_report", LocalDate.of(2027, 3, 16), day)).isEmpty();
        var weekly = with("nil_report", Map.of("suspended", false, "valid_from", LocalDate.of(2027, 3, 1), "valid_to", LocalDate.of(2027, 3, 15), "days", 7L));
        assertThat(weekly.window("nil_report", LocalDate.of(2027, 3, 9), day).orElseThrow().period())
                .isEqualTo(new Period(LocalDate.of(2027, 3, 8), LocalDate.of(2027, 3, 14)));
        assertThat(weekly.window("nil_report", LocalDate.of(2027, 3, 15), day).orElseThrow().period())
                .isEqualTo(new Period(LocalDate.of(2027, 3, 15), LocalDate.of(2027, 3, 15)));
    }

    @Test
    void someCountWorkingDays() {
        var working = with("mediate", Map.of("count_by", "2", "rolls", false));
        LocalDate start = LocalDate.of(2025, 9, 1);
        Deadline deadline = working.of("mediate", Dated.since(start, start)).orElseThrow();
        assertThat(deadline.due()).isEqualTo("2025-10-17");
        assertThat(deadline.why()).isEqualTo("应于 10 月 17 日前办结：受理 9 月 1 日起 30 个工作日");
    }

    @Test
    void aNewRuleHoldsForWhatBeginsUnderIt() {
        var rules = HOUSE.register(DeadlineRule.class);
        DeadlineRule old = rules.list(Query.all().is("item", "mediate"), 1).get(0);
        Map<String, @Nullable Object> values = values(old);
        values.putAll(Map.of("days", 20L, "valid_from", LocalDate.of(2027, 1, 1)));
        var both = new Deadlines(HOUSE.wiring().calendar(), List.of(old, rules.create(values)));
        LocalDate last = LocalDate.of(2026, 12, 31);
        assertThat(both.of("mediate", Dated.since(last, last)).orElseThrow().why()).contains("30 日");
        assertThat(both.of("mediate", Dated.since(last.plusDays(1), last)).orElseThrow().why()).contains("20 日");
    }

    @Test
    void aRuleThatContradictsItselfIsRefused() {
        var rules = HOUSE.register(DeadlineRule.class);
        DeadlineRule old = rules.list(Query.all().is("item", "screen_town"), 1).get(0);
        Map<String, @Nullable Object> values = values(old);
        values.putAll(Map.of("on_days", "32", "valid_from", LocalDate.of(2027, 1, 2), "valid_to", LocalDate.of(2027, 1, 1)));
        assertThatThrownBy(() -> rules.save(rules.create(values))).isInstanceOf(Refused.class).hasMessageContaining("月末").hasMessageContaining("早于起日");
        values.put("on_days", "半月");
        assertThatThrownBy(() -> rules.save(rules.create(values))).hasMessageContaining("格式不对");
    }

    /** The shipped rule for an item, changed in these fields, as the only rule. */
    private static Deadlines with(String item, Map<String, Object> changes) {
        var rules = HOUSE.register(DeadlineRule.class);
        Map<String, @Nullable Object> values = values(rules.list(Query.all().is("item", item), 1).get(0));
        values.putAll(changes);
        return new Deadlines(HOUSE.wiring().calendar(), List.of(rules.create(values)));
    }

    private static Map<String, @Nullable Object> values(DeadlineRule rule) {
        var shape = HOUSE.register(DeadlineRule.class).shape();
        Map<String, @Nullable Object> values = new HashMap<>();
        shape.businessFields().forEach(field -> values.put(field.name(), shape.get(rule, field)));
        return values;
    }
}
