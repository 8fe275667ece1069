package cn.anlan.mediation.subsidy;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.AgreementItem;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeActivity;
import cn.anlan.mediation.SubsidyClaim;
import cn.anlan.mediation.SubsidyTier;
import cn.anlan.mediation.desk.Step;
import cn.anlan.store.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SubsidyDeskTest {
    private static final Period HALF_YEAR = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 12, 31));
    private static final String BATCH = "2026年下半年";

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private SubsidyDesk desk() {
        return house.wiring().subsidies();
    }

    /** Closed, kept on the spot, its papers in order. */
    private Dispute paidCase() {
        Dispute closed = house.samples().disputeAt("20");
        house.samples().completeDossier(closed);
        return closed;
    }

    private Candidate candidate(Dispute dispute) {
        return candidate(dispute, HALF_YEAR);
    }

    private Candidate candidate(Dispute dispute, Period period) {
        return desk().candidates(period).stream().filter(each -> each.dispute().id().equals(dispute.id())).findFirst().orElseThrow();
    }

    @Test
    void aCaseThatHoldsIsPaidByItsDifficulty() {
        Candidate candidate = candidate(paidCase());
        assertThat(candidate.check().isPayable()).as(candidate.check().words()).isTrue();
        assertThat(candidate.check().words()).isEqualTo("事实清楚。\n程序规范。\n协议规范。\n已结案。\n已履行。\n文书齐全。\n有补贴标准。\n未重复申报。");
        assertThat(candidate.tier()).isNotNull().satisfies(tier -> assertThat(tier.amountFen()).isEqualTo(5_000));
        assertThat(candidate.parties()).isEqualTo("张三、李四");
        assertThat(candidate.form()).isEqualTo("2");
        List<SubsidyClaim> claims = desk().claim(BATCH, HALF_YEAR, List.of(candidate.dispute().id()));
        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.review().status()).isEqualTo("1");
            assertThat(claim.matter().amountFen()).isEqualTo(5_000);
            assertThat(claim.matter().selfCheck()).contains("已履行");
        });
    }

    @Test
    void whatIsNotAsItShouldBeIsToldAndNotPaid() {
        Dispute bare = house.samples().disputeAt("20");
        assertThat(candidate(bare).check().reasons()).startsWith("文书不全：").contains("权利义务告知书");
        var activities = house.register(DisputeActivity.class);
        DisputeActivity session = activities.list(Query.all().is("dispute_id", bare.id()), 1).get(0);
        activities.annul(session.id(), "记错了");
        assertThat(candidate(bare).check().reasons()).contains("缺双方同意、受理或已告知权利义务的调解会记录。");
        long before = house.wiring().journal().last();
        Dispute good = paidCase();
        long last = house.wiring().journal().last();
        assertThat(last).isGreaterThan(before);
        assertThatThrownBy(() -> desk().claim(BATCH, HALF_YEAR, List.of(good.id(), bare.id()))).isInstanceOf(Refused.class)
                .hasMessageContaining("张三与李四邻里纠纷：").hasMessageContaining("文书不全");
        assertThat(house.wiring().journal().last()).as("all or none").isEqualTo(last);
        assertThatThrownBy(() -> desk().claim(" ", HALF_YEAR, List.of(good.id()))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk().claim(BATCH, HALF_YEAR, List.of(house.samples().disputeAt("04").id()))).isInstanceOf(Refused.class)
                .hasMessageContaining("尚未结案");
    }

    @Test
    void whatIsNotPerformedIsNotPaid() {
        Dispute owing = house.samples().disputeAt("06");
        house.samples().move(owing, Step.URGE, "dispute_activity", house.samples().session("kind", "6", "outcome", null));
        house.samples().move(owing, Step.BREACH, "reason", "当事人明确反悔");
        house.samples().move(owing, Step.CLOSE, "close_result", "2", "difficulty", "2", "resolve_mode", "01", "result_text", "已起诉", "breach_outcome", "1");
        assertThat(candidate(owing).check().reasons()).contains("协议未履行完毕，不予补贴。");
        assertThat(house.register(AgreementItem.class).count(Query.all(), 9)).isEqualTo(1);
    }

    @Test
    void aCaseIsPaidOnceAndTheSameQuarrelIsLookedAtTwice() {
        Dispute first = paidCase();
        Dispute again = paidCase();
        desk().claim(BATCH, HALF_YEAR, List.of(first.id()));
        assertThat(candidate(first).check().reasons()).isEqualTo("此案已申报过，一案只补一次。");
        assertThatThrownBy(() -> desk().claim(BATCH, HALF_YEAR, List.of(first.id()))).isInstanceOf(Refused.class).hasMessageContaining("只补一次");
        Candidate twin = candidate(again);
        assertThat(twin.check().isPayable()).as("a doubt, not a refusal").isTrue();
        assertThat(twin.check().reasons()).startsWith("十二个月内相同当事人的同类纠纷已申报：张三与李四邻里纠纷");
        assertThat(desk().claim("另一批", HALF_YEAR, List.of(again.id()))).hasSize(1);
    }

    @Test
    void theSameQuarrelIsRememberedForTwelveMonths() {
        Period winter = new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31));
        Dispute again = paidCase();
        desk().claim("早一批", new Period(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 10, 31)), List.of(paidCase().id()));
        assertThat(candidate(again, winter).check().reasons()).isEmpty();
        desk().claim("后一批", new Period(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 11, 1)), List.of(paidCase().id()));
        assertThat(candidate(again, winter).check().reasons()).startsWith("十二个月内相同当事人的同类纠纷已申报");
    }

    @Test
    void aPromiseFoundOpenAfterwardsIsNotPaid() {
        Dispute agreed = house.samples().disputeAt("04");
        Dispute kept = house.samples().move(agreed, Step.AGREE, "agreement", house.samples().written(agreed, TODAY));
        Dispute closed = house.samples().move(kept, Step.CLOSE, house.samples().closing("1"));
        house.samples().completeDossier(closed);
        assertThat(candidate(closed).check().reasons()).isEmpty();
        var items = house.register(AgreementItem.class);
        AgreementItem item = items.list(Query.all(), 1).get(0);
        items.save(items.shape().with(item, Samples.map("done_date", null, "done_amount_fen", null)));
        assertThat(candidate(closed).check().reasons()).isEqualTo("协议未履行完毕，不予补贴。");
    }

    @Test
    void ofTwoTiersInForceTheLaterHolds() {
        var tiers = house.register(SubsidyTier.class);
        tiers.save(tiers.create(Samples.map("name", "简易", "difficulty", "1", "amount_fen", 8_000L, "valid_from", TODAY)));
        assertThat(candidate(paidCase()).tier()).isNotNull().satisfies(tier -> assertThat(tier.amountFen()).isEqualTo(8_000));
    }

    @Test
    void aSessionAtWhichNobodyWasToldOfRightsIsNotProper() {
        Dispute closed = paidCase();
        var activities = house.register(DisputeActivity.class);
        activities.list(Query.all().is("dispute_id", closed.id()), 9).forEach(session ->
                activities.save(activities.shape().with(session, Samples.map("told_rights", false)), "记录有误"));
        assertThat(candidate(closed).check().reasons()).contains("缺双方同意、受理或已告知权利义务的调解会记录。");
    }

    @Test
    void aTierHoldsFromOneDayToAnother() {
        var tiers = house.register(SubsidyTier.class);
        SubsidyTier old = tiers.list(Query.all().is("difficulty", "1"), 1).get(0);
        SubsidyTier ending = tiers.save(tiers.shape().with(old, Map.of("valid_to", TODAY)));
        Dispute closed = paidCase();
        assertThat(candidate(closed).tier()).as("on its last day").isEqualTo(ending);
        tiers.save(tiers.shape().with(ending, Map.of("valid_to", TODAY.minusDays(1))));
        assertThat(candidate(closed).check().reasons()).isEqualTo("难易程度没有对应的补贴标准。");
        tiers.save(tiers.create(Samples.map("name", "简易", "difficulty", "1", "amount_fen", 8_000L, "valid_from", TODAY)));
        assertThat(candidate(closed).tier()).isNotNull().satisfies(tier -> assertThat(tier.amountFen()).isEqualTo(8_000));
    }

    @Test
    void aClaimGoesItsWayUntilItIsPaid() {
        SubsidyClaim claim = desk().claim(BATCH, HALF_YEAR, List.of(paidCase().id())).get(0);
        assertThat(desk().open(claim)).containsExactly(ClaimStep.SUBMIT);
        assertThatThrownBy(() -> desk().move(claim.id(), ClaimStep.PAY, null)).isInstanceOf(Refused.class).hasMessageContaining("草稿");
        desk().move(claim.id(), ClaimStep.SUBMIT, null);
        assertThatThrownBy(() -> desk().move(claim.id(), ClaimStep.RETURN, " ")).isInstanceOf(Refused.class).hasMessageContaining("写明原因");
        SubsidyClaim back = desk().move(claim.id(), ClaimStep.RETURN, "缺收条");
        assertThat(back.review().officeOpinion()).isEqualTo("缺收条");
        assertThat(desk().open(back)).containsExactly(ClaimStep.SUBMIT, ClaimStep.REJECT);
        desk().move(claim.id(), ClaimStep.SUBMIT, null);
        assertThat(desk().moveAll(BATCH, ClaimStep.APPROVE)).isEqualTo(1);
        SubsidyClaim paid = desk().move(claim.id(), ClaimStep.PAY, null);
        assertThat(paid.review().status()).isEqualTo("6");
        assertThat(paid.review().paidDate()).isEqualTo(TODAY);
        assertThat(desk().open(paid)).isEmpty();
    }

    @Test
    void theTableOfABatchAddsUpAndHoldsNoCardNumber() {
        SubsidyClaim first = desk().claim(BATCH, HALF_YEAR, List.of(paidCase().id())).get(0);
        var claims = house.register(SubsidyClaim.class);
        claims.save(claims.shape().with(first, Map.of("card_tail", "4321")));
        desk().claim(BATCH, HALF_YEAR, List.of(paidCase().id()));
        ClaimTable table = desk().table(BATCH);
        assertThat(table.headings()).hasSize(11).startsWith("序号", "调委会", "案号").endsWith("卡号后四位");
        assertThat(table.rows()).hasSize(3).allSatisfy(row -> assertThat(row).hasSize(11));
        assertThat(table.rows().get(0)).startsWith("1", "华藏寺镇人民调解委员会").contains("张三、李四", "邻里纠纷", "口头协议", "简单", "是", "马调解", "50.00");
        assertThat(table.rows().get(0).get(10)).isEqualTo("4321");
        assertThat(table.rows().get(2)).contains("合计 2 件", "100.00");
        assertThatThrownBy(() -> desk().table("没有这批")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> claims.save(claims.shape().with(claims.get(first.id()), Map.of("card_tail", "6222021001")))).isInstanceOf(Refused.class);
    }
}
