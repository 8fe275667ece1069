package cn.anlan.mediation.deadline;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Due;
import cn.anlan.entry.Due.Level;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeActivity;
import cn.anlan.mediation.Escalation;
import cn.anlan.mediation.Referral;
import cn.anlan.mediation.Revisit;
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

/** What is due in disputes, day by day. */
class DisputeDuesTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private List<Due> on(LocalDate day) {
        return house.wiring().todo(day).stream().filter(due -> due.register().equals("dispute")).toList();
    }

    private List<String> items(LocalDate day) {
        return on(day).stream().map(Due::item).toList();
    }

    private Due only(String item, LocalDate day) {
        return on(day).stream().filter(due -> due.item().equals(item)).findFirst().orElseThrow();
    }

    private static LocalDate november(int day) {
        return LocalDate.of(2026, 11, day);
    }

    /** Scenario 3: the last day falls into the holiday; amber, red, and an extension that needs everyone's consent. */
    @Test
    void aTermRunsOutOverAHolidayAndIsExtendedOnlyWithConsent() {
        LocalDate first = LocalDate.of(2026, 9, 1);
        house.comes(first);
        Dispute registered = house.samples().move(house.samples().disputeWithParties("register_date", first, "happen_date", first), Step.REGISTER);
        Dispute accepted = house.samples().move(registered, Step.ACCEPT, house.samples().acceptance());
        assertThat(accepted.handling().term().deadline()).isEqualTo("2026-10-08");
        assertThat(items(LocalDate.of(2026, 9, 30))).isEmpty();
        Due amber = only("mediate", LocalDate.of(2026, 10, 1));
        assertThat(amber.level()).isEqualTo(Level.SOON);
        assertThat(amber.due()).isEqualTo(accepted.handling().term().deadline());
        assertThat(amber.why()).isEqualTo("应于 10 月 8 日前办结：受理 9 月 1 日起 30 日，遇国庆节顺延（第 1 次提醒，共 3 次）");
        assertThat(only("mediate", LocalDate.of(2026, 10, 8)).level()).isEqualTo(Level.SOON);
        Due red = only("mediate", LocalDate.of(2026, 10, 9));
        assertThat(red.level()).isEqualTo(Level.LATE);
        assertThat(red.daysLeft(LocalDate.of(2026, 10, 9))).isEqualTo(-1);

        house.comes(LocalDate.of(2026, 10, 9));
        assertThatThrownBy(() -> house.samples().move(accepted, Step.EXTEND, "extend_to", "2026-11-06")).isInstanceOf(Refused.class)
                .hasMessageContaining("各方当事人同意");
        assertThat(only("mediate", LocalDate.of(2026, 10, 9)).level()).as("nothing changed").isEqualTo(Level.LATE);
        assertThatThrownBy(() -> house.samples().move(accepted, Step.EXTEND, "extend_to", "2026-11-10", "extend_consent", true))
                .isInstanceOf(Refused.class).hasMessageContaining("2026-11-09");
        Dispute extended = house.samples().move(accepted, Step.EXTEND, "extend_to", "2026-11-06", "extend_consent", true);
        assertThat(extended.handling().term().deadline()).isEqualTo("2026-11-06");
        assertThat(items(LocalDate.of(2026, 10, 9))).isEmpty();
        assertThat(house.wiring().disputeDues().of(extended, LocalDate.of(2026, 10, 9)).get(0).why())
                .isEqualTo("应于 11 月 6 日前办结：受理 9 月 1 日起 30 日，经各方同意延期");
        assertThat(only("mediate", november(7)).level()).isEqualTo(Level.LATE);
    }

    @Test
    void whileExpertsAreAtWorkTheTermRests() {
        Dispute dispute = house.samples().disputeAt("04");
        var activities = house.register(DisputeActivity.class);
        Map<String, ?> appraisal = Samples.map("dispute_id", dispute.id(), "kind", "9", "start_dt", TODAY.plusDays(1).atTime(9, 0),
                "end_dt", TODAY.plusDays(10).atTime(17, 0), "place", "县鉴定所", "host_mediator_id", dispute.handling().leadMediatorId(),
                "recorder", "马调解", "told_rights", true, "content", "委托鉴定伤情");
        activities.save(activities.create(appraisal));
        assertThat(house.wiring().disputeDues().of(dispute, TODAY).get(0).why())
                .isEqualTo("应于 2027 年 1 月 4 日前办结：受理 11 月 23 日起 30 日，中止 10 日不计，遇周末顺延");
    }

    @Test
    void aRegisteredMatterWaitsThreeWorkingDaysForADecision() {
        house.samples().disputeAt("02");
        assertThat(items(TODAY)).isEmpty();
        assertThat(only("accept", TODAY.plusDays(1)).why()).isEqualTo("应于 11 月 25 日前作出是否受理的决定：登记 11 月 20 日起 3 个工作日（第 1 次提醒，共 2 次）");
        assertThat(only("accept", TODAY.plusDays(9)).level()).isEqualTo(Level.LATE);
    }

    @Test
    void anAgreementIsPerformedRevisitedAndTakenToCourtInTime() {
        Dispute dispute = house.samples().disputeAt("06");
        assertThat(items(TODAY)).isEmpty();
        assertThat(only("revisit", TODAY.plusDays(12)).due()).isEqualTo(TODAY.plusDays(15));
        Due owed = only("perform", TODAY.plusDays(17));
        assertThat(owed.title()).endsWith("支付 1000.00 元");
        assertThat(owed.due()).isEqualTo(TODAY.plusDays(20));
        assertThat(only("perform", TODAY.plusDays(21)).level()).isEqualTo(Level.LATE);
        assertThat(only("court", TODAY.plusDays(20)).due()).isEqualTo(TODAY.plusDays(30));
        assertThat(items(TODAY.plusDays(31))).as("the right is gone").doesNotContain("court");
        assertThat(only("revisit_due", TODAY.plusDays(36)).level()).isEqualTo(Level.LATE);

        house.comes(TODAY.plusDays(13));
        var revisits = house.register(Revisit.class);
        Map<String, ?> call = Samples.map("dispute_id", dispute.id(), "revisit_date", TODAY.plusDays(12), "party",
                house.samples().parties(dispute, "1").get(0).id(), "mode", "2", "revisitor", "马调解", "perform_state", "3", "content", "尚未付款");
        revisits.save(revisits.create(call));
        assertThat(items(TODAY.plusDays(15))).as("called on once").doesNotContain("revisit");
        assertThat(items(TODAY.plusDays(36))).as("but not since it fell due").contains("revisit_due");
    }

    @Test
    void aClosedDisputeIsFiledAndThenForgotten() {
        Dispute closed = house.samples().disputeAt("20");
        assertThat(items(TODAY.plusDays(22))).isEmpty();
        Due file = only("file", TODAY.plusDays(23));
        assertThat(file.due()).isEqualTo(TODAY.plusDays(30));
        assertThat(file.id()).isEqualTo(closed.id());
        house.samples().completeDossier(closed);
        house.samples().move(closed, Step.ARCHIVE, "retention_kind", "1");
        assertThat(items(TODAY.plusDays(60))).isEmpty();
        house.samples().move(closed, Step.REOPEN, "reason", "补正笔录");
        assertThat(only("file", TODAY.plusDays(60)).level()).as("taken down again").isEqualTo(Level.LATE);
    }

    @Test
    void aLetterInADossierOnTheShelfIsAskedAfterNoMore() {
        Dispute dispute = house.samples().disputeAt("03");
        house.samples().move(dispute, Step.REFER, "refer_target_org", "县自然资源局", "refer_reason", "确权", "refer_date", TODAY.toString());
        Dispute closed = house.samples().move(dispute, Step.CLOSE, "close_result", "5");
        assertThat(items(TODAY.plusDays(5))).as("until it is shelved").contains("feedback");
        house.samples().completeDossier(closed);
        house.samples().move(closed, Step.ARCHIVE, "retention_kind", "1");
        assertThat(items(TODAY.plusDays(5))).isEmpty();
        house.samples().move(closed, Step.REOPEN, "reason", "来了复函");
        assertThat(items(TODAY.plusDays(5))).contains("feedback");
    }

    @Test
    void aRedRiskNobodyWasToldOfIsToBeReportedAtOnce() {
        Dispute red = house.samples().move(house.samples().disputeAt("02"), Step.ESCALATE, "escalation", Samples.map("to_level", "1",
                "report_dt", TODAY + "T08:30", "reported_to", "派出所", "report_way", "1", "signs", "扬言报复", "leader", "张镇长",
                "resp_org", "司法所", "resp_person", "李所长"));
        assertThat(red.risk().riskLevel()).isEqualTo("1");
        assertThat(items(TODAY)).isEmpty();
        var escalations = house.register(Escalation.class);
        escalations.annul(escalations.list(Query.all(), 1).get(0).id(), "报错了人");
        assertThat(only("red_risk", TODAY).why()).isEqualTo("应于 11 月 20 日前报告公安机关和有关部门：红色风险登记 11 月 20 日");
        assertThat(only("red_risk", TODAY).level()).isEqualTo(Level.LATE);
        house.register(Dispute.class).annul(red.id(), "重复登记");
        assertThat(items(TODAY)).isEmpty();
    }

    @Test
    void aReferralIsAskedAfterUntilItIsAnswered() {
        Dispute dispute = house.samples().disputeAt("03");
        house.samples().move(dispute, Step.REFER, "refer_target_org", "县自然资源局", "refer_reason", "确权", "refer_date", TODAY.toString());
        assertThat(items(TODAY)).isEmpty();
        Due answer = only("feedback", TODAY.plusDays(5));
        assertThat(answer.title()).endsWith("县自然资源局");
        assertThat(answer.due()).isEqualTo(TODAY.plusDays(7));
        assertThat(answer.why()).isEqualTo("应于 11 月 30 日前反馈办理情况：移送 11 月 23 日起 7 日（第 1 次提醒，共 2 次）");
        var referrals = house.register(Referral.class);
        Referral letter = referrals.list(Query.all().is("dispute_id", dispute.id()), 1).get(0);
        referrals.save(referrals.shape().with(letter, Map.of("feedback_date", TODAY, "feedback", "已立案办理")));
        assertThat(items(TODAY.plusDays(5))).isEmpty();
    }
}
