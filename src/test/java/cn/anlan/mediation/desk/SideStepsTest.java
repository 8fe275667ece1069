package cn.anlan.mediation.desk;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeLink;
import cn.anlan.mediation.DisputeStep;
import cn.anlan.mediation.Escalation;
import cn.anlan.mediation.Referral;
import cn.anlan.store.Query;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What happens beside the main line: danger reported, supervision, letters answered, disputes that belong together, case numbers. */
class SideStepsTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Dispute move(Dispute dispute, Step step, @Nullable Object... facts) {
        return house.samples().move(dispute, step, facts);
    }

    private Map<String, @Nullable Object> report(@Nullable Object... pairs) {
        Map<String, @Nullable Object> report = Samples.map("to_level", "1", "report_dt", TODAY + "T08:50", "reported_to", "华藏寺派出所", "report_way", "2",
                "signs", "一方扬言持械", "leader", "李书记", "resp_org", "镇综治中心", "resp_person", "马调解");
        report.putAll(Samples.map(pairs));
        return report;
    }

    @Test
    void redComesWithAReport() {
        Dispute dispute = house.samples().disputeAt("04");
        var disputes = house.register(Dispute.class);
        var orange = disputes.shape().with(dispute, Samples.map("risk_level", "1", "leader", "李书记", "resp_org", "镇综治中心", "resp_person", "马调解"));
        assertThatThrownBy(() -> disputes.save(orange)).isInstanceOf(Refused.class).hasMessageContaining("「风险等级」升为红色须同时上报");
        assertThatThrownBy(() -> move(dispute, Step.ESCALATE, "escalation", report("reported_to", null))).isInstanceOf(Refused.class)
                .hasMessageContaining("上报对象");
        Dispute red = move(dispute, Step.ESCALATE, "escalation", report());
        assertThat(red.risk().riskLevel()).isEqualTo("1");
        assertThat(red.risk().charge().leader()).isEqualTo("李书记");
        assertThat(red.registration().stage()).isEqualTo("04");
        assertThat(house.register(Escalation.class).list(Query.all(), 9)).singleElement()
                .satisfies(one -> assertThat(one.report().fromLevel()).isEqualTo("3"));
        assertThatThrownBy(() -> move(red, Step.ESCALATE, "escalation", report("to_level", "3"))).isInstanceOf(Refused.class)
                .hasMessageContaining("不能低于现在的等级");
        assertThat(disputes.save(disputes.shape().with(red, Samples.map("summary", "又起争执"))).risk().riskLevel()).isEqualTo("1");
    }

    @Test
    void supervisionHasALeaderAndIsLiftedWithAReason() {
        Dispute dispute = house.samples().disputeAt("03");
        assertThatThrownBy(() -> move(dispute, Step.SUPERVISE, "supervise_level", "1")).isInstanceOf(Refused.class).hasMessageContaining("「包案领导」");
        Dispute watched = move(dispute, Step.SUPERVISE, "supervise_level", "2", "leader", "王镇长", "note", "县委政法委挂牌");
        assertThat(watched.risk().superviseLevel()).isEqualTo("2");
        assertThatThrownBy(() -> move(watched, Step.SUPERVISE, "supervise_level", "0")).isInstanceOf(Refused.class).hasMessageContaining("请写明原因");
        assertThat(move(watched, Step.SUPERVISE, "supervise_level", "0", "reason", "已化解").risk().superviseLevel()).isEqualTo("0");
    }

    @Test
    void aDisputeHandedOverByTheCourtIsAnswered() {
        Dispute dispute = house.samples().disputeWithParties("source_code", "31", "referred_from_org", "县法院", "referred_from_doc_no", "（2026）委派3号");
        Dispute registered = move(dispute, Step.REGISTER);
        Referral letter = house.register(Referral.class).list(Query.all(), 9).get(0);
        assertThat(letter.letter().direction()).isEqualTo("2");
        assertThat(letter.letter().docNo()).isEqualTo("（2026）委派3号");
        assertThat(letter.reply().feedbackDue()).isEqualTo(TODAY.plusDays(4)).as("seven days from the day it was registered");
        assertThatThrownBy(() -> move(registered, Step.FEEDBACK)).isInstanceOf(Refused.class).hasMessageContaining("「反馈情况」");
        move(registered, Step.FEEDBACK, "referral", Samples.map("feedback", "已受理，正在调解"));
        assertThat(house.register(Referral.class).get(letter.id()).reply().feedbackDate()).isEqualTo(TODAY);
        assertThat(house.wiring().mediation().open(registered)).doesNotContain(Step.FEEDBACK);
    }

    @Test
    void twoDisputesAreLinkedOnceAndSeenFromBothSides() {
        Dispute one = house.samples().dispute();
        Dispute other = house.samples().dispute();
        var desk = house.wiring().mediation();
        DisputeLink link = desk.link(one.id(), other.id(), "3");
        assertThat(desk.link(other.id(), one.id(), "3")).isEqualTo(link);
        assertThat(desk.links(one.id())).containsExactly(link);
        assertThat(desk.links(other.id())).containsExactly(link);
        assertThatThrownBy(() -> desk.link(one.id(), one.id(), "1")).isInstanceOf(Refused.class).hasMessageContaining("就是这件纠纷本身");
    }

    private Dispute accept(@Nullable Object... more) {
        Map<String, @Nullable Object> acceptance = house.samples().acceptance();
        acceptance.putAll(Samples.map(more));
        return house.samples().move(house.samples().disputeAt("02"), Step.ACCEPT, acceptance);
    }

    @Test
    void writtenAndOralNumbersRunApart() {
        assertThat(accept().registration().caseNo()).isEqualTo("（2026）天华人调字第001号");
        assertThat(accept("series", "2").registration().caseNo()).isEqualTo("（2026）天华人调口字第001号");
        assertThat(accept("series", "2").registration().caseNo()).isEqualTo("（2026）天华人调口字第002号");
        assertThat(accept().registration().caseNo()).isEqualTo("（2026）天华人调字第002号");
    }

    @Test
    void aPaperBookIsContinuedWhereItStands() {
        Dispute first = accept();
        var series = house.register(cn.anlan.mediation.CaseSeries.class);
        series.save(series.create(Samples.map("committee_id", first.handling().committeeId(), "year", 2026L, "form", "1", "start_no", 58L)));
        assertThat(accept().registration().caseNo()).endsWith("第058号");
        assertThat(accept().registration().caseNo()).endsWith("第059号");
        assertThat(accept("series", "2").registration().caseNo()).as("another series").endsWith("第001号");
    }

    @Test
    void aNumberByHandHasAReasonAndIsNeverUsedTwice() {
        Dispute first = accept();
        assertThatThrownBy(() -> accept("case_no", "（2026）天华人调字第002号")).isInstanceOf(Refused.class).hasMessageContaining("手工填写");
        Dispute byHand = accept("case_no", "（2026）天华人调字第002号", "reason", "纸质登记簿已编");
        assertThat(byHand.registration().caseNo()).isEqualTo("（2026）天华人调字第002号");
        assertThat(house.register(DisputeStep.class).list(Query.all().is("dispute_id", byHand.id()), 1).get(0).move().reason()).isEqualTo("纸质登记簿已编");
        assertThat(accept().registration().caseNo()).as("what a hand took is passed over").endsWith("第003号");
        house.register(Dispute.class).annul(first.id(), "重复登记");
        assertThatThrownBy(() -> accept("case_no", "（2026）天华人调字第001号", "reason", "补用")).isInstanceOf(Refused.class)
                .hasMessageContainingAll("第001号", "即使作废也不再用");
        assertThat(house.register(Dispute.class).list(Query.all().lives(Query.Lives.VOID), 9)).singleElement()
                .satisfies(gone -> assertThat(gone.registration().caseNo()).endsWith("第001号"));
    }
}
