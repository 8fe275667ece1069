package cn.anlan.mediation.desk;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.CourtConfirmation;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.Query;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The court's part, from the day an agreement takes effect: how long, for what, and what the dispute says of it. */
class CourtStepsTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private static Map<String, @Nullable Object> application(@Nullable Object... pairs) {
        Map<String, @Nullable Object> application = Samples.map("apply_date", TODAY.toString(), "court", "天祝藏族自治县人民法院", "joint", true);
        application.putAll(Samples.map(pairs));
        return Samples.map("court_confirmation", application);
    }

    private static Map<String, @Nullable Object> court(@Nullable Object... pairs) {
        return Samples.map("court_confirmation", Samples.map(pairs));
    }

    private Dispute move(Dispute dispute, Step step, Map<String, @Nullable Object> facts) {
        return house.samples().move(dispute, step, facts);
    }

    private static String status(Dispute dispute) {
        return String.valueOf(dispute.outcome().confirmation().jcStatus());
    }

    @Test
    void anAgreementIsConfirmed() {
        Dispute dispute = house.samples().disputeAt("06");
        assertThat(house.wiring().mediation().courtUntil(dispute)).as("30 days from today").contains(TODAY.plusDays(30));
        Dispute applied = move(dispute, Step.COURT_APPLY, application());
        assertThat(status(applied)).isEqualTo("2");
        assertThat(applied.outcome().confirmation().jcApplyDate()).isEqualTo(TODAY);
        assertThat(house.wiring().mediation().courtUntil(applied)).isEmpty();
        Dispute accepted = move(applied, Step.COURT_ACCEPT, court("court_no", "（2026）甘0623调确字第5号"));
        assertThat(status(accepted)).isEqualTo("3");
        refused(accepted, Step.COURT_RULE, "请选择「裁定结果」");
        Dispute ruled = move(accepted, Step.COURT_RULE, court("result", "1", "result_date", TODAY.toString(), "doc_no", "5-1"));
        assertThat(status(ruled)).isEqualTo("4");
        assertThat(ruled.registration().stage()).as("the main line goes its own way").isEqualTo("06");
        assertThat(house.register(CourtConfirmation.class).list(Query.all(), 9)).singleElement().satisfies(one -> {
            assertThat(one.ruling().courtNo()).isEqualTo("（2026）甘0623调确字第5号");
            assertThat(one.ruling().acceptDate()).isEqualTo(TODAY);
            assertThat(one.ruling().docNo()).isEqualTo("5-1");
        });
    }

    @Test
    void aRejectedOneStaysRejectedAndAWithdrawnOneMayBeTriedAgain() {
        Dispute first = house.samples().disputeAt("06");
        assertThat(status(move(move(first, Step.COURT_APPLY, application()), Step.COURT_RULE, court("result", "2")))).isEqualTo("5");
        Dispute second = house.samples().disputeAt("06");
        Dispute withdrawn = move(move(second, Step.COURT_APPLY, application()), Step.COURT_WITHDRAW, court());
        assertThat(status(withdrawn)).isEqualTo("6");
        assertThat(status(move(withdrawn, Step.COURT_APPLY, application()))).isEqualTo("2");
        assertThat(house.register(CourtConfirmation.class).count(Query.all().is("dispute_id", second.id()), 9)).isEqualTo(2);
    }

    @Test
    void theThirtiethDayIsTheLast() {
        Dispute dispute = house.samples().disputeAt("06");
        LocalDate last = TODAY.plusDays(30);
        house.comes(last.plusDays(1));
        refused(dispute, Step.COURT_APPLY, application("apply_date", last.plusDays(1).toString()), "协议 " + TODAY + " 生效", "即 " + last + " 前", "「申请日期」");
        assertThat(status(move(dispute, Step.COURT_APPLY, application("apply_date", last.toString())))).isEqualTo("2");
    }

    @Test
    void bothSidesAskTogether() {
        Dispute dispute = house.samples().disputeAt("06");
        refused(dispute, Step.COURT_APPLY, Samples.map(), "请填写司法确认申请");
        refused(dispute, Step.COURT_APPLY, application("joint", false), "双方共同申请");
    }

    @Test
    void noCourtConfirmsADivorceAlone() {
        Dispute dispute = house.samples().disputeWithParties("type_sf", "01");
        for (Step step : new Step[] {Step.REGISTER, Step.ACCEPT, Step.RECORD}) {
            move(dispute, step, step == Step.ACCEPT ? house.samples().acceptance()
                    : step == Step.RECORD ? Samples.map("dispute_activity", house.samples().session()) : Samples.map());
        }
        Map<String, @Nullable Object> agreement = house.samples().written(dispute, null);
        agreement.putAll(Samples.map("total_amount_fen", null, "agreement_item", null, "content", "双方自愿离婚"));
        move(dispute, Step.AGREE, Samples.map("agreement", agreement));
        refused(dispute, Step.COURT_APPLY, application(), "只涉及婚姻、收养等身份关系的，法院不予司法确认");
        assertThat(status(move(dispute, Step.COURT_APPLY, application("has_property", true)))).isEqualTo("2");
    }

    @Test
    void whoOwnsTheLandIsNotForTheCourtEither() {
        Dispute dispute = house.samples().disputeAt("06");
        var disputes = house.register(Dispute.class);
        Dispute land = disputes.change(dispute.id(), now -> disputes.shape().with(now, Samples.map("type_sf", "0701")));
        refused(land, Step.COURT_APPLY, application(), "协议确认权属的，法院不予司法确认");
        Map<String, @Nullable Object> reasoned = application();
        reasoned.put("reason", "只约定放牧界线");
        assertThat(status(move(land, Step.COURT_APPLY, reasoned))).isEqualTo("2");
    }

    private void refused(Dispute dispute, Step step, String sentence) {
        refused(dispute, step, Samples.map(), sentence);
    }

    private void refused(Dispute dispute, Step step, Map<String, @Nullable Object> facts, String... sentences) {
        long last = house.wiring().journal().last();
        assertThatThrownBy(() -> move(dispute, step, facts)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.violations()).as(refused.getMessage()).hasSize(1)).hasMessageContainingAll(sentences);
        assertThat(house.wiring().journal().last()).isEqualTo(last);
    }
}
