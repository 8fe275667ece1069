package cn.anlan.station;

import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.store.Query;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static cn.anlan.TestHouse.TODAY;
import static cn.anlan.TestHouse.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A visitor who came with a quarrel is handed over to mediation, entered once. */
class VisitDeskTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private ServiceVisit quarrel(@Nullable Object... pairs) {
        List<@Nullable Object> all = new ArrayList<>(List.of("service_kind", "3", "visitor_name", "杨万寿", "question", "邻居开荒占了自家地界"));
        all.addAll(java.util.Arrays.asList(pairs));
        return house.samples().visit(house.samples().point("area_code", VILLAGE), all.toArray());
    }

    private Dispute handedOver(ServiceVisit visit) {
        ServiceVisit done = house.wiring().visits().toDispute(visit.id());
        return house.register(Dispute.class).get(String.valueOf(done.result().disputeId()));
    }

    @Test
    void theCaseBeginsWhereAndWhenTheVisitorCame() {
        ServiceVisit visit = quarrel("phone", "13909350009", "sex", "1", "ethnic", "03", "address", "东山根村二组");
        Dispute dispute = handedOver(visit);
        assertThat(dispute.registration().title()).isEqualTo("邻居开荒占了自家地界");
        assertThat(dispute.registration().areaCode()).isEqualTo(VILLAGE);
        assertThat(dispute.registration().registerDate()).isEqualTo(TODAY);
        assertThat(dispute.facts().summary()).isEqualTo("邻居开荒占了自家地界");
        DisputeParty applicant = house.samples().parties(dispute, "1").get(0);
        assertThat(applicant.who().name()).isEqualTo("杨万寿");
        assertThat(applicant.person().contact().phone()).isEqualTo("13909350009");
        ServiceVisit closed = house.register(ServiceVisit.class).get(visit.id());
        assertThat(closed.reception().status()).isEqualTo("3");
        assertThat(closed.result().result()).isEqualTo("2");
        assertThat(closed.result().doneDate()).isEqualTo(TODAY);
    }

    /** Thirty characters are thirty characters, also where one of them is rare, and a title is one line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九𠮷家占地|一二三四五六七八九十一二三四五六七八九十一二三四五六七八九𠮷",
        "𠮷一二三四五六七八九十一二三四五六七八九十一二三四五六七八𠮷𠮷|𠮷一二三四五六七八九十一二三四五六七八九十一二三四五六七八𠮷",
        "\"第一行\n第二行\"|第一行 第二行", "\"  占地\n\n又吵架 \"|占地 又吵架"})
    void aLongOrBrokenQuestionBecomesATitle(String question, String title) {
        Dispute dispute = handedOver(quarrel("question", question));
        assertThat(dispute.registration().title()).isEqualTo(title);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(dispute.registration().title())).isTrue();
        assertThat(dispute.facts().summary()).isEqualTo(question);
    }

    @Test
    void aVeryLongQuestionIsCutBetweenCharacters() {
        String question = "地".repeat(999) + "𠮷".repeat(400);
        Dispute dispute = handedOver(quarrel("question", question));
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(String.valueOf(dispute.facts().summary()))).isTrue();
        assertThat(question).startsWith(String.valueOf(dispute.facts().summary()));
        assertThat(dispute.facts().summary().length()).isBetween(999, 1000);
    }

    @Test
    void whoLeftNoPhoneAndNoAddressIsNotedAsHavingNone() {
        DisputeParty applicant = house.samples().parties(handedOver(quarrel()), "1").get(0);
        assertThat(applicant.person().contact().phone()).isEqualTo("无");
        DisputeParty withAddress = house.samples().parties(handedOver(quarrel("address", "二组")), "1").get(0);
        assertThat(withAddress.person().contact().phone()).isNull();
    }

    @Test
    void namelessOneIsAskedForHerNameAndNothingIsEntered() {
        ServiceVisit visit = quarrel("visitor_name", null);
        assertThatThrownBy(() -> house.wiring().visits().toDispute(visit.id())).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.violations()).singleElement().satisfies(wrong -> assertThat(wrong.field()).isEqualTo("visitor_name")));
        assertThat(house.register(Dispute.class).count(Query.all(), 9)).isZero();
        assertThat(house.register(ServiceVisit.class).get(visit.id())).isEqualTo(visit);
    }

    @Test
    void nobodyIsHandedOverTwice() {
        ServiceVisit visit = quarrel();
        handedOver(visit);
        assertThatThrownBy(() -> house.wiring().visits().toDispute(visit.id())).isInstanceOf(Refused.class);
        assertThat(house.register(Dispute.class).count(Query.all(), 9)).isEqualTo(1);
    }

    @Test
    void onlyAQuarrelIsAndNoVoidVisit() {
        ServiceVisit question = quarrel("service_kind", "1");
        assertThat(house.wiring().visits().canBecomeDispute(question)).isFalse();
        assertThatThrownBy(() -> house.wiring().visits().toDispute(question.id())).isInstanceOf(Refused.class);
        ServiceVisit gone = house.register(ServiceVisit.class).annul(quarrel().id(), "重复登记");
        assertThat(house.wiring().visits().canBecomeDispute(gone)).isFalse();
        assertThatThrownBy(() -> house.wiring().visits().toDispute(gone.id())).isInstanceOf(Refused.class);
        assertThat(house.register(Dispute.class).count(Query.all(), 9)).isZero();
    }

    @Test
    void oneUndoTakesTheWholeHandingOverBack() {
        ServiceVisit visit = quarrel();
        Dispute dispute = handedOver(visit);
        house.wiring().registers().undo();
        assertThat(house.register(Dispute.class).get(dispute.id()).voidReason()).isNotNull();
        ServiceVisit again = house.register(ServiceVisit.class).get(visit.id());
        assertThat(again.result().disputeId()).isNull();
        assertThat(again.reception().status()).isEqualTo(visit.reception().status());
    }

    @Test
    void everyPointCountsItsOwnDay() {
        ServicePoint one = house.samples().point();
        ServicePoint other = house.samples().point("name", "东山根村公共法律服务室", "area_code", VILLAGE);
        List<ServiceVisit> visits = List.of(house.samples().visit(one), house.samples().visit(one), house.samples().visit(other),
                house.samples().visit(one, "visit_dt", TODAY.minusDays(1).atTime(9, 0)));
        assertThat(visits).extracting(visit -> visit.reception().visitNo()).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(visits).extracting(visit -> String.valueOf(visit.reception().visitNo())).map(no -> no.substring(no.length() - 3))
                .containsExactly("001", "002", "001", "001");
        ServiceVisit moved = house.register(ServiceVisit.class).change(visits.get(0).id(), visit -> house.register(ServiceVisit.class).shape()
                .with(visit, Map.of("visit_dt", TODAY.minusDays(2).atTime(9, 0))));
        assertThat(moved.reception().visitNo()).as("a number given stays").isEqualTo(visits.get(0).reception().visitNo());
    }
}
