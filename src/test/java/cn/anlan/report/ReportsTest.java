package cn.anlan.report;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.Screening;
import cn.anlan.reference.Place;
import cn.anlan.report.form.Column;
import cn.anlan.report.form.Request;
import cn.anlan.store.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static cn.anlan.report.Fixture.JANUARY;
import static cn.anlan.report.Fixture.T1;
import static cn.anlan.report.Fixture.T2;
import static cn.anlan.report.Fixture.filled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The golden fixture of domain.md §12 against its hand-made tables. Tests only read. */
class ReportsTest {
    private static final TestHouse HOUSE = TestHouse.opened();
    private static Fixture fixture;

    @BeforeAll
    static void enter() {
        fixture = Fixture.enter(HOUSE);
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private static Report fill(Request request) {
        return HOUSE.wiring().reports().fill(request);
    }

    @Test
    void theTownshipsTotalIsTheHandMadeOne() {
        Report report = fill(T1);
        assertThat(filled(report, "all")).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("total", "9"), Map.entry("people", "31"), Map.entry("success", "7"), Map.entry("success_rate", "77.8"),
                Map.entry("difficult", "2"), Map.entry("amount_fen", "19.25"), Map.entry("kind_1", "4"), Map.entry("kind_3", "4"), Map.entry("kind_2", "1"),
                Map.entry("active", "2"), Map.entry("applied", "3"), Map.entry("entrusted", "4"), Map.entry("from_33", "1"), Map.entry("from_34", "1"),
                Map.entry("from_31", "1"), Map.entry("from_39", "1"), Map.entry("type_01", "1"), Map.entry("type_02", "1"), Map.entry("type_04", "1"),
                Map.entry("type_06", "1"), Map.entry("type_07", "1"), Map.entry("type_13", "1"), Map.entry("type_99", "1"), Map.entry("type_1001", "1"),
                Map.entry("type_1103", "1"), Map.entry("written", "5"), Map.entry("oral", "2"), Map.entry("performed", "5"),
                Map.entry("court_applied", "2"), Map.entry("court_valid", "2"), Map.entry("accepted", "11"), Map.entry("in_hand", "2")));
        assertThat(report.value(report.layout().row("all"), report.layout().column("amount_fen"))).isEqualTo(19_250_049);
        assertThat(report.broken()).isEmpty();
    }

    @Test
    void everyCommitteeHasItsRowUnderItsKind() {
        Report report = fill(T1);
        assertThat(report.layout().rows()).extracting(row -> row.level() + row.label()).containsExactly("0合计", "1村调委会小计", "2柏林沟村调委会",
                "1居调委会小计", "2城关社区调委会", "1乡镇调委会小计", "2华藏寺镇调委会");
        assertThat(filled(report, fixture.committee("1"))).containsEntry("total", "4").containsEntry("success", "3").containsEntry("amount_fen", "2.06");
        assertThat(filled(report, "kind_3")).containsEntry("total", "4").containsEntry("success_rate", "75.0").containsEntry("people", "17");
        assertThat(filled(report, "城关社区调委会")).containsEntry("total", "1").containsEntry("in_hand", "1");
    }

    @Test
    void theFormOf2010CountsConsumersAmongOthers() {
        Report report = fill(new Request("T1-2010", JANUARY, false));
        assertThat(filled(report, "all")).containsEntry("type_10", "1").containsEntry("type_99", "2").doesNotContainKeys("type_11", "type_1001");
        assertThat(report.layout().columns()).filteredOn(column -> column.key().startsWith("type_")).hasSize(15);
        assertThat(fill(T1).layout().columns()).filteredOn(column -> column.key().startsWith("type_")).hasSize(18);
        assertThat(report.broken()).isEmpty();
    }

    @Test
    void theFlowIsTheHandMadeOne() {
        Report report = fill(T2);
        assertThat(filled(report, "all")).containsExactlyInAnyOrderEntriesOf(Map.of("accepted", "11", "settled", "9", "resolved", "7", "closing", "2",
                "resolve_rate", "77.8", "people", "37", "crowd", "1"));
        assertThat(titles(T2, "all", "closing")).containsExactlyInAnyOrder("K09", "K10");
        assertThat(filled(report, "place_" + TestHouse.VILLAGE)).containsEntry("accepted", "4");
        assertThat(filled(report, "place_" + TestHouse.TOWN)).containsEntry("accepted", "5").containsEntry("closing", "1");
        assertThat(report.broken()).isEmpty();
    }

    private static List<String> titles(Request request, String row, String column) {
        return HOUSE.wiring().reports().behind(request, row, column, 100).stream().map(one -> one.title().substring(0, 3)).toList();
    }

    @Test
    void theLastDayCountsAndTheNextDoesNot() {
        assertThat(titles(T1, "all", "total")).containsExactly("K01", "K05", "K02", "K06", "K11", "K04", "K03", "K07", "K08");
        var february = new Request("T1", new Period(LocalDate.of(2025, 1, 26), LocalDate.of(2025, 2, 25)), false);
        assertThat(titles(february, "all", "total")).containsExactly("K09");
        assertThat(titles(new Request("T1", new Period(LocalDate.of(2024, 11, 26), LocalDate.of(2024, 12, 25)), false), "all", "total")).containsExactly("K13");
        Report flow = fill(new Request("T2", february.period(), false));
        assertThat(filled(flow, "all")).containsEntry("opening", "2").containsEntry("settled", "1").containsEntry("closing", "1");
        assertThat(flow.broken()).isEmpty();
    }

    @Test
    void behindEveryNumberStandJustSoManyCases() {
        for (Request request : List.of(T1, T2, new Request("T1-2010", JANUARY, true))) {
            Report report = fill(request);
            report.layout().rows().stream().filter(row -> !row.isHeading()).forEach(row -> report.layout().columns().stream()
                    .filter(column -> column.measure() instanceof Column.Count).forEach(column ->
                            assertThat(HOUSE.wiring().reports().behind(request, row.key(), column.key(), 100)).as(row.key() + "/" + column.key())
                                    .hasSize((int) report.value(row, column))));
        }
        assertThat(titles(T1, "all", "success_rate")).as("behind a share stands its whole").hasSize(9);
        assertThat(titles(T1, "合计", "疑难复杂（件）")).containsExactly("K06", "K03");
    }

    @Test
    void countedByAcceptanceTheOpenCasesAreInIt() {
        Report report = fill(new Request("T1", JANUARY, true));
        assertThat(filled(report, "all")).containsEntry("total", "11").containsEntry("success", "8").containsEntry("oral", "3");
        assertThat(report.broken()).isEmpty();
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> fill(new Request("T77", JANUARY, false))).isInstanceOf(Refused.class).hasMessageContaining("T77").hasMessageContaining("T2");
        assertThatThrownBy(() -> titles(T1, "all", "nonsense")).isInstanceOf(Refused.class).hasMessageContaining("nonsense").hasMessageContaining("success");
    }

    @Test
    void screeningsCountWithTheirVillageAndCommittee() {
        try (var house = TestHouse.opened()) {
            Fixture.enter(house);
            var screenings = house.register(Screening.class);
            screenings.save(screenings.create(Samples.map("date", LocalDate.of(2025, 1, 25), "area_code", TestHouse.VILLAGE, "kind", "2", "screeners", "王网格",
                    "found_count", 2L, "prevented_count", 1L, "prevent_kind", "3", "prevent_people", 11L)), "试");
            screenings.save(screenings.create(Samples.map("date", LocalDate.of(2025, 2, 3), "area_code", TestHouse.VILLAGE, "kind", "2", "screeners", "王网格",
                    "found_count", 0L, "prevented_count", 0L, "is_zero_report", true)), "试");
            Report report = house.wiring().reports().fill(T1);
            assertThat(filled(report, "柏林沟村调委会")).containsEntry("screenings", "1").containsEntry("found", "2").containsEntry("prevented", "1")
                    .containsEntry("prevented_3", "1").containsEntry("prevented_3_people", "11").containsEntry("total", "4").doesNotContainKey("prevented_1");
            assertThat(report.broken()).isEmpty();
            Report flow = house.wiring().reports().fill(T2);
            assertThat(filled(flow, "place_" + TestHouse.VILLAGE)).containsEntry("screenings", "1").containsEntry("accepted", "4");
            assertThat(flow.broken()).isEmpty();
            assertThat(house.wiring().reports().behind(T1, "all", "found", 10)).singleElement().satisfies(one -> {
                assertThat(one.isScreening()).isTrue();
                assertThat(one.day()).isEqualTo(LocalDate.of(2025, 1, 25));
                assertThat(one.title()).isNotBlank();
            });
            ReportSubmission submission = house.wiring().submissions().submit(T1, null);
            assertThat(house.wiring().submissions().differences(submission)).isEmpty();
        }
    }

    /** Scenario 13: the village gets a new code; its old case keeps the old name and counts for the new one. */
    @Test
    void aVillageThatWasRenamedCountsUnderItsNewCode() {
        try (var house = TestHouse.opened()) {
            Fixture.enter(house);
            var places = house.register(Place.class);
            Place old = places.list(Query.all().is("code", TestHouse.VILLAGE), 1).get(0);
            places.save(new Place(house.wiring().registers().newId(), 0, null, "620623100290", "新柏林村", "village", TestHouse.TOWN, "220", null, null, null, false));
            places.change(old.id(), place -> places.shape().with(place, Map.of("replaced_by", "620623100290", "valid_to", LocalDate.of(2025, 6, 30))));
            Report report = house.wiring().reports().fill(T2);
            assertThat(filled(report, "place_620623100290")).containsEntry("accepted", "4");
            assertThat(report.layout().rows()).extracting(row -> row.label()).contains("新柏林村").doesNotContain(old.name());
            assertThat(report.broken()).isEmpty();
            Dispute dispute = house.register(Dispute.class).list(Query.all().is("area_code", TestHouse.VILLAGE), 1).get(0);
            var shape = house.register(Dispute.class).shape();
            assertThat(house.wiring().registers().show(shape.field("area_code"), dispute.registration().areaCode())).contains(old.name());
        }
    }
}
