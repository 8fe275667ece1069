package cn.anlan.mediation.screening;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Due;
import cn.anlan.entry.Due.Level;
import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.exchange.Finding;
import cn.anlan.exchange.Verifier;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.Screening;
import cn.anlan.mediation.ScreeningFinding;
import cn.anlan.reference.DeadlineRule;
import cn.anlan.store.Query;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static cn.anlan.TestHouse.TOWN;
import static cn.anlan.TestHouse.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScreeningDeskTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    @TempDir
    Path stick;

    @BeforeEach
    void aTownshipWithOneVillage() {
        house.samples().committee();
        house.samples().committee("name", "某村人民调解委员会", "kind", "1", "short_name", "天华岔", "area_code", VILLAGE);
    }

    private ScreeningDesk desk() {
        return house.wiring().screenings();
    }

    private static LocalDate november(int day) {
        return LocalDate.of(2026, 11, day);
    }

    private List<String> due(LocalDate day) {
        house.comes(day);
        return house.wiring().todo(day).stream().filter(due -> due.register().equals("screening"))
                .map(due -> due.item() + " " + due.due() + " " + due.level()).toList();
    }

    private Screening screening(LocalDate day, @Nullable Object... pairs) {
        Map<String, @Nullable Object> values = Samples.map("date", day, "area_code", VILLAGE, "kind", "2", "screeners", "网格员", "found_count", 1L,
                "prevented_count", 0L);
        values.putAll(Samples.map(pairs));
        var book = house.register(Screening.class);
        return book.save(book.create(values));
    }

    @Test
    void villagesReportTwiceAMonthAndTheTownshipOnce() {
        assertThat(due(november(11))).isEmpty();
        assertThat(due(november(12))).containsExactly("screen_village 2026-11-15 SOON");
        screening(november(12));
        assertThat(due(november(15))).isEmpty();
        assertThat(due(november(27))).containsExactlyInAnyOrder("screen_village 2026-11-30 SOON", "screen_town 2026-11-30 SOON");
        assertThat(due(LocalDate.of(2026, 12, 1))).as("the period gone by is late").contains("screen_village 2026-11-30 LATE");
        Due village = house.wiring().todo(november(30)).stream().filter(due -> due.item().equals("screen_village")).findFirst().orElseThrow();
        assertThat(village.why()).isEqualTo("应于 11 月 30 日前报送村级排查情况：排查期 11 月 16 日至 11 月 30 日（第 2 次提醒，共 2 次）");
        assertThat(village.id()).as("there is nothing to open yet").isNull();
    }

    @Test
    void nothingFoundIsSaidWithOneClickAndOncePerPeriodAndPlace() {
        house.comes(november(20));
        Screening nil = desk().nil(VILLAGE, november(20));
        assertThat(nil.result().isZeroReport()).isTrue();
        assertThat(nil.round().screeners()).isEqualTo(TestHouse.CLERK);
        assertThatThrownBy(() -> desk().nil(VILLAGE, november(20))).isInstanceOf(Refused.class).hasMessageContaining("2026-11-16 至 2026-11-30");
        assertThat(desk().nil(TOWN, november(20)).round().kind()).isEqualTo("5");
        assertThatThrownBy(() -> desk().nil(TOWN, november(2))).isInstanceOf(Refused.class).hasMessageContaining("2026-11-01 至 2026-11-30");
        assertThat(desk().nil(VILLAGE, november(10)).round().date()).as("the half month before is another period").isEqualTo("2026-11-10");
        assertThatThrownBy(() -> desk().nil("620623", november(20))).isInstanceOf(Refused.class);
        assertThat(desk().missing(november(20))).isEmpty();
    }

    @Test
    void aPlaceThatFoundSomethingMakesNoNilReport() {
        house.comes(november(20));
        screening(november(18));
        assertThatThrownBy(() -> desk().nil(VILLAGE, november(20))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> screening(november(3), "is_zero_report", true)).isInstanceOf(Refused.class).hasMessageContaining("都应为零");
        assertThatThrownBy(() -> screening(november(3), "found_count", 0L)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.canBeOverruled()).isTrue());
        assertThatThrownBy(() -> screening(november(3), "prevent_kind", "1")).isInstanceOf(Refused.class).hasMessageContaining("涉及人数");
        assertThatThrownBy(() -> screening(november(3), "prevent_people", 2L)).isInstanceOf(Refused.class).hasMessageContaining("预防效果");
    }

    @Test
    void inSensitiveTimesTheTownshipReportsEveryDay() {
        var rules = house.register(DeadlineRule.class);
        DeadlineRule nil = rules.list(Query.all().is("item", "nil_report"), 1).get(0);
        rules.save(rules.shape().with(nil, Map.of("suspended", false, "valid_from", november(9), "valid_to", november(12))));
        assertThat(due(november(8))).isEmpty();
        assertThat(due(november(9))).containsExactly("nil_report 2026-11-09 SOON");
        desk().nil(TOWN, november(9));
        assertThat(due(november(9))).isEmpty();
        assertThat(due(november(10))).containsExactly("nil_report 2026-11-10 SOON");
        assertThat(due(november(11))).containsExactly("nil_report 2026-11-10 LATE", "nil_report 2026-11-11 SOON");
        assertThat(due(november(13))).as("over").containsExactly("screen_village 2026-11-15 SOON");
    }

    @Test
    void whatWasFoundBecomesDisputesByOneClick() {
        house.comes(november(18));
        Screening screening = screening(november(18), "found_count", 2L);
        finding(screening, "张三", "李四", "2");
        finding(screening, "王五", null, "2");
        finding(screening, "赵六", "钱七", "1");
        List<String> made = desk().toDisputes(screening.id());
        assertThat(made).hasSize(2);
        var drafts = house.register(Dispute.class).list(Query.all(), 10);
        assertThat(drafts).extracting(dispute -> dispute.registration().title()).containsExactlyInAnyOrder("张三与李四邻里纠纷", "因院墙滴水发生争执");
        assertThat(drafts).allSatisfy(dispute -> {
            assertThat(dispute.registration().stage()).isEqualTo("01");
            assertThat(dispute.registration().areaCode()).isEqualTo(VILLAGE);
        });
        assertThat(house.register(ScreeningFinding.class).list(Query.all().where("dispute_id", Query.Op.FILLED, null), 10))
                .extracting(finding -> finding.handling().disputeId()).containsExactlyInAnyOrderElementsOf(made);
        assertThatThrownBy(() -> desk().toDisputes(screening.id())).isInstanceOf(Refused.class).hasMessageContaining("没有待转的纠纷");
    }

    private void finding(Screening screening, String one, @Nullable String other, String outcome) {
        var findings = house.register(ScreeningFinding.class);
        findings.save(findings.create(Samples.map("screening_id", screening.id(), "summary", "因院墙滴水发生争执", "type_sf", "02", "applicant", one,
                "respondent", other, "outcome", outcome)));
    }

    /** Scenario 12: a month without a single dispute, said with one click, and the county's file is whole. */
    @Test
    void aMonthWithoutDisputesIsReportedAndTheBundleIsValid() {
        Map.of("org_code", "620623100000", "org_name", "华藏寺镇综治中心", "install_id", "01KWDMR6E0K2HQED0RB817E3H1", "epoch", "01KWDMR6E0K2HQED0RB817E3H2")
                .forEach(house.wiring().settings()::put);
        house.comes(november(30));
        desk().nil(TOWN, november(30));
        desk().nil(VILLAGE, november(30));
        desk().nil(VILLAGE, november(15));
        assertThat(desk().missing(november(30))).isEmpty();
        assertThat(house.register(Dispute.class).count(Query.all(), 1)).isZero();
        var month = new Period(november(1), november(30));
        assertThat(house.wiring().bundles().preflight(month, Progress.none())).filteredOn(finding -> finding.level() == Finding.Level.ERROR).isEmpty();
        Path bundle = house.wiring().bundles().seal(month, stick, Progress.none()).file();
        assertThat(Verifier.verify(bundle)).isEmpty();
        assertThat(house.wiring().bundles().preview(month)).filteredOn(preview -> preview.register().equals("screening"))
                .singleElement().satisfies(preview -> assertThat(preview.inPeriod()).isEqualTo(3));
        assertThat(house.wiring().todo(november(30))).noneMatch(due -> due.level() == Level.LATE);
    }
}
