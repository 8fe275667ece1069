package cn.anlan.mediation.desk;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeStep;
import cn.anlan.mediation.Referral;
import cn.anlan.reference.Code;
import cn.anlan.store.Query;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every stage with every step, against the table of 办理流程 as the office knows it. */
class StepTableTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private static final Map<String, Set<Step>> OPEN = Map.ofEntries(
            Map.entry("01", EnumSet.of(Step.REGISTER, Step.ESCALATE)),
            Map.entry("02", EnumSet.of(Step.ACCEPT, Step.NOT_ACCEPT, Step.REFER, Step.SUPERVISE, Step.ESCALATE)),
            Map.entry("03", EnumSet.of(Step.RECORD, Step.EXTEND, Step.WITHDRAW, Step.REFER, Step.SUPERVISE, Step.ESCALATE)),
            Map.entry("04", EnumSet.of(Step.RECORD, Step.EXTEND, Step.AGREE, Step.FAIL, Step.WITHDRAW, Step.REFER, Step.SUPERVISE, Step.ESCALATE)),
            Map.entry("05", EnumSet.noneOf(Step.class)),
            Map.entry("06", EnumSet.of(Step.PERFORMED, Step.URGE, Step.BREACH, Step.SUPERVISE, Step.ESCALATE)),
            Map.entry("07", EnumSet.of(Step.CLOSE)),
            Map.entry("08", EnumSet.of(Step.RESUME, Step.URGE, Step.CLOSE, Step.SUPERVISE, Step.ESCALATE)),
            Map.entry("10", EnumSet.of(Step.CLOSE)),
            Map.entry("11", EnumSet.of(Step.CLOSE)),
            Map.entry("12", EnumSet.of(Step.CLOSE)),
            Map.entry("13", EnumSet.of(Step.REFER_BACK, Step.CLOSE)),
            Map.entry("20", EnumSet.of(Step.ARCHIVE)),
            Map.entry("30", EnumSet.of(Step.REOPEN)));

    /** What is open on top of that where the court comes in, by the state of court confirmation. */
    private static final Map<String, Set<Step>> COURT = Map.of(
            "0", EnumSet.noneOf(Step.class),
            "1", EnumSet.of(Step.COURT_APPLY),
            "2", EnumSet.of(Step.COURT_ACCEPT, Step.COURT_RULE, Step.COURT_WITHDRAW),
            "3", EnumSet.of(Step.COURT_RULE, Step.COURT_WITHDRAW),
            "4", EnumSet.noneOf(Step.class),
            "5", EnumSet.noneOf(Step.class),
            "6", EnumSet.of(Step.COURT_APPLY),
            "9", EnumSet.noneOf(Step.class));
    private static final Set<String> AFTER_AGREEMENT = Set.of("06", "07", "08", "20");
    /** A letter that waits for its answer can be answered wherever the dispute stands, until it is on the shelf. */
    private static final Set<String> ANSWERED_AT = Set.of("02", "03", "04", "06", "07", "08", "10", "11", "12", "13", "20");

    @Test
    void everyStageIsInTheTable() {
        assertThat(house.wiring().codes().all("dispute_stage")).extracting(Code::code).containsExactlyInAnyOrderElementsOf(OPEN.keySet());
        assertThat(house.wiring().codes().all("dispute_step")).extracting(Code::code).contains(
                List.of(Step.values()).stream().map(Step::code).toArray(String[]::new));
    }

    @Test
    void everyStepIsInTheTable() {
        Set<Step> somewhere = EnumSet.of(Step.FEEDBACK);
        OPEN.values().forEach(somewhere::addAll);
        COURT.values().forEach(somewhere::addAll);
        assertThat(somewhere).containsExactlyInAnyOrder(Step.values());
        assertThat(house.wiring().codes().all("jc_status")).extracting(Code::code).containsExactlyInAnyOrderElementsOf(COURT.keySet());
    }

    @Test
    void anOpenStepIsNeverRefusedForWhereTheDisputeStands() {
        Dispute dispute = house.samples().dispute();
        OPEN.forEach((stage, open) -> COURT.forEach((court, ofCourt) -> {
            Set<Step> wanted = EnumSet.noneOf(Step.class);
            wanted.addAll(open);
            wanted.addAll(AFTER_AGREEMENT.contains(stage) ? ofCourt : Set.of());
            for (Step step : wanted) {
                Dispute there = at(dispute, stage, court);
                try {
                    assertThat(house.samples().move(there, step, "reason", "试").registration().stage()).isEqualTo(step.leadsTo(stage));
                } catch (Refused guarded) {
                    assertThat(guarded).as("%s from %s/%s", step, stage, court).hasMessageNotContaining("现在不能");
                }
            }
        }));
    }

    @Test
    void aStepIsOpenFromItsStagesAndFromNoOther() {
        Dispute dispute = house.samples().dispute();
        OPEN.forEach((stage, open) -> COURT.forEach((court, ofCourt) -> {
            Set<Step> wanted = EnumSet.noneOf(Step.class);
            wanted.addAll(open);
            wanted.addAll(AFTER_AGREEMENT.contains(stage) ? ofCourt : Set.of());
            check(at(dispute, stage, court), wanted);
        }));
        assertThat(house.register(DisputeStep.class).count(Query.all(), 9)).as("a refused step is not booked").isZero();
    }

    @Test
    void aLetterNotYetAnsweredCanBe() {
        Dispute dispute = house.samples().dispute();
        var letters = house.register(Referral.class);
        letters.save(letters.create(Samples.map("dispute_id", dispute.id(), "direction", "1", "to_org", "县法院", "date", TestHouse.TODAY, "reason", "涉及确权")));
        OPEN.forEach((stage, open) -> {
            Set<Step> wanted = EnumSet.noneOf(Step.class);
            wanted.addAll(open);
            if (ANSWERED_AT.contains(stage)) {
                wanted.add(Step.FEEDBACK);
            }
            check(at(dispute, stage, "0"), wanted);
        });
    }

    private void check(Dispute there, Set<Step> wanted) {
        assertThat(house.wiring().mediation().open(there)).as("%s/%s", there.registration().stage(), there.outcome().confirmation().jcStatus())
                .containsExactlyInAnyOrderElementsOf(wanted);
        for (Step step : Step.values()) {
            if (!wanted.contains(step)) {
                refused(there, step);
            }
        }
    }

    @Test
    void anAgreementJustMadeWaitsForNobody() {
        refused(at(house.samples().dispute(), "05", "0"), Step.REGISTER);
    }

    private Dispute at(Dispute dispute, String stage, String court) {
        var disputes = house.register(Dispute.class);
        var registers = house.wiring().registers();
        return registers.together(() -> registers.asDesk(() -> disputes.change(dispute.id(),
                now -> disputes.shape().with(now, Samples.map("stage", stage, "jc_status", court, "jc_apply_date", TestHouse.TODAY)))));
    }

    private void refused(Dispute there, Step step) {
        String stage = there.registration().stage();
        assertThatThrownBy(() -> house.samples().move(there, step)).as("%s from %s", step, stage).isInstanceOf(Refused.class)
                .hasMessageContaining("现在不能「" + house.wiring().codes().label("dispute_step", step.code()) + "」")
                .hasMessageContaining("「" + house.wiring().codes().label("dispute_stage", stage) + "」");
        assertThat(house.register(Dispute.class).get(there.id())).isEqualTo(there);
    }

    @Test
    void aStepIsKnownByItsWord() {
        for (Step step : Step.values()) {
            assertThat(Step.of(step.code())).isEqualTo(step);
        }
        assertThatThrownBy(() -> Step.of("dance")).isInstanceOf(Refused.class).hasMessageContaining("dance", "register");
    }
}
