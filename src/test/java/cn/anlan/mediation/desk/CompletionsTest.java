package cn.anlan.mediation.desk;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.mediation.Agreement;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.store.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static cn.anlan.TestHouse.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

class CompletionsTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void anOralAgreementTakesEffectWhenMade() {
        house.samples().disputeAt("07");
        assertThat(onlyAgreement().heading().effectiveDate()).isEqualTo(TODAY);
    }

    @Test
    void aWrittenAgreementTakesEffectWhenSignedByAllAndSealed() {
        house.samples().disputeAt("06");
        Agreement whole = onlyAgreement();
        assertThat(whole.heading().effectiveDate()).isEqualTo(TODAY);
        var agreements = house.register(Agreement.class);
        assertThat(agreements.save(whole.withSigning(whole.signing().withSealed(false))).heading().effectiveDate()).isNull();
        assertThat(agreements.change(whole.id(), a -> a.withSigning(a.signing().withSealed(true))).heading().effectiveDate()).isEqualTo(TODAY);
    }

    private Agreement onlyAgreement() {
        return house.register(Agreement.class).list(Query.all(), 10).get(0);
    }

    @Test
    void anIdNumberTellsSexAndBirthAndWhoIsAChild() {
        Dispute dispute = house.samples().dispute();
        DisputeParty grown = house.samples().party(dispute, "1", "张三", "id_type", "111",
                "id_number", Samples.idNumber("19750615", 2));
        assertThat(grown.person().sex()).isEqualTo("2");
        assertThat(grown.person().birthDate()).isEqualTo("1975-06-15");
        assertThat(grown.person().contact().isMinor()).isFalse();
        DisputeParty child = house.samples().party(dispute, "2", "李小", "guardian", "李四", "birth_date", TODAY.minusYears(14).plusDays(1));
        assertThat(child.person().contact().isMinor()).isTrue();
        house.comes(TODAY.plusDays(1));
        assertThat(house.register(DisputeParty.class).save(child).person().contact().isMinor()).isFalse();
    }

    @Test
    void otherPapersSayNothingOfThePerson() {
        DisputeParty stranger = house.samples().party(house.samples().dispute(), "1", "A", "id_type", "414",
                "id_number", Samples.idNumber("19750615", 2));
        assertThat(stranger.person().sex()).isNull();
        assertThat(stranger.person().birthDate()).isNull();
    }

    @Test
    void aDisputeGetsItsCodeItsYearAndTheOtherLinesType() {
        Dispute first = house.samples().dispute("type_sf", "0701");
        Dispute second = house.samples().dispute();
        assertThat(first.registration().caseCode()).isEqualTo(TOWN + "20261120" + "0001");
        assertThat(second.registration().caseCode()).isEqualTo(TOWN + "20261120" + "0002");
        assertThat(first.registration().bizYear()).isEqualTo(2026);
        assertThat(first.facts().typeZz()).isEqualTo("09");
        assertThat(house.samples().dispute("type_zz", "16").facts().typeZz()).isEqualTo("16");
    }

    @Test
    void everyTypeOfTheJusticeLineHasOneOfTheGovernanceLine() {
        var codes = house.wiring().codes();
        assertThat(codes.choices("dispute_type_sf", TODAY)).isNotEmpty().allSatisfy(type -> assertThat(
                codes.find("dispute_type_map", type.code()).filter(row -> codes.allows("dispute_type_zz", String.valueOf(row.parent()), TODAY)))
                .as(type.label()).isPresent());
    }

    @Test
    void fromRatherHardOnADisputeIsDifficult() {
        Dispute dispute = house.samples().dispute();
        var disputes = house.register(Dispute.class);
        assertThat(disputes.change(dispute.id(), d -> disputes.shape().with(d, Samples.map("difficulty", "3"))).outcome().closing().isDifficult())
                .isTrue();
        assertThat(disputes.change(dispute.id(), d -> disputes.shape().with(d, Samples.map("difficulty", "2"))).outcome().closing().isDifficult())
                .isFalse();
    }
}
