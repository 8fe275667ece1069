package cn.anlan.mediation.desk;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.DisputeStep;
import cn.anlan.mediation.Mediator;
import cn.anlan.mediation.QuickCase;
import cn.anlan.store.Query;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static cn.anlan.TestHouse.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A quarrel settled at the doorstep: twelve answers, one write, every guard kept. */
class QuickEntryTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private @Nullable Mediator mediator;

    @BeforeEach
    void someoneMediates() {
        mediator = house.samples().mediator();
    }

    private QuickCase typed(@Nullable Object... pairs) {
        Map<String, @Nullable Object> values = Samples.map("date", TODAY, "area_code", VILLAGE, "type_sf", "02", "applicant", "才让·东智 13909351234",
                "respondent", "𠮷生财", "people_count", 2L, "amount_fen", 30_000L, "lead_mediator_id", Objects.requireNonNull(mediator).id(), "on_the_spot", true,
                "summary", "院墙滴水", "content", "当场修好，赔三百元");
        values.putAll(Samples.map(pairs));
        return house.wiring().registers().sheet(QuickCase.class).create(values);
    }

    private Dispute quick(@Nullable Object... pairs) {
        return house.wiring().mediation().quick(typed(pairs), Map.of(), null);
    }

    @Test
    void isAWholeCaseClosedAndCounted() {
        long before = house.wiring().database().commits();
        Dispute dispute = quick();
        assertThat(house.wiring().database().commits()).as("one write").isEqualTo(before + 1);
        assertThat(dispute.registration().stage()).isEqualTo("20");
        assertThat(dispute.registration().caseNo()).isEqualTo("（2026）天华人调口字第001号");
        assertThat(dispute.registration().title()).isEqualTo("才让·东智与𠮷生财邻里纠纷");
        assertThat(dispute.outcome().closing().isSuccess()).isTrue();
        assertThat(dispute.outcome().closing().resultText()).isEqualTo("当场修好，赔三百元");
        assertThat(house.register(DisputeStep.class).list(Query.all().sortedBy("id", false), 99)).extracting(line -> line.move().step())
                .containsExactly("register", "accept", "record", "agree", "performed", "close");
        assertThat(house.register(DisputeParty.class).list(Query.all().sortedBy("id", false), 9)).extracting(party -> party.who().name())
                .containsExactly("才让·东智", "𠮷生财");
        assertThat(house.register(DisputeParty.class).list(Query.all().sortedBy("id", false), 9)).extracting(party -> party.person().contact().phone())
                .containsExactly("13909351234", "无");
        assertThat(house.register(Agreement.class).list(Query.all(), 9)).singleElement().satisfies(agreement -> {
            assertThat(agreement.heading().form()).isEqualTo("2");
            assertThat(agreement.heading().agreementNo()).isEqualTo(dispute.registration().caseNo());
            assertThat(agreement.performance().totalAmountFen()).isEqualTo(30_000L);
            assertThat(agreement.heading().effectiveDate()).isEqualTo(TODAY);
        });
        assertThat(house.register(Dispute.class).list(Query.all().finding("𠮷"), 9)).containsExactly(dispute);
    }

    @Test
    void whatIsNotOverYetWaitsToBeKept() {
        Dispute dispute = quick("on_the_spot", false, "perform_deadline", TODAY.plusDays(5));
        assertThat(dispute.registration().stage()).isEqualTo("06");
        assertThat(house.register(Agreement.class).list(Query.all(), 9)).singleElement()
                .satisfies(agreement -> assertThat(agreement.performance().performDeadline()).isEqualTo(TODAY.plusDays(5)));
    }

    @Test
    void aCompanyIsKnownByItsName() {
        quick("respondent", "甘肃省天祝华藏高原生态农牧业开发有限公司 0935-3122141");
        assertThat(house.register(DisputeParty.class).list(Query.all().is("role", "2"), 9)).singleElement().satisfies(party -> {
            assertThat(party.who().kind()).isEqualTo("2");
            assertThat(party.who().name()).hasSize(20);
            assertThat(party.person().contact().phone()).isEqualTo("0935-3122141");
        });
    }

    @Test
    void whatIsWrongIsSaidAtItsBoxAndNothingIsStored() {
        assertThatThrownBy(() -> quick("applicant", "", "summary", null, "type_sf", "10")).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.violations()).extracting(Violation::field).containsExactly("type_sf", "applicant", "summary"));
        assertThatThrownBy(() -> quick("respondent", "李四 139093")).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.violations()).extracting(Violation::field).containsExactly("respondent"));
        assertThat(house.register(Dispute.class).count(Query.all(), 9)).isZero();
        assertThat(quick().registration().caseNo()).as("no number was lost").endsWith("第001号");
    }

    @Test
    void aCrowdIsCalledOne() {
        assertThat(quick("people_count", 12L).facts().scope().scale()).isEqualTo("02");
    }
}
