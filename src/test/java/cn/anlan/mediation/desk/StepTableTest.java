package cn.anlan.mediation.desk;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeStep;
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
            Map.entry("01", EnumSet.of(Step.REGISTER)),
            Map.entry("02", EnumSet.of(Step.ACCEPT, Step.NOT_ACCEPT, Step.REFER)),
            Map.entry("03", EnumSet.of(Step.RECORD, Step.EXTEND, Step.WITHDRAW, Step.REFER)),
            Map.entry("04", EnumSet.of(Step.RECORD, Step.EXTEND, Step.AGREE, Step.FAIL, Step.WITHDRAW, Step.REFER)),
            Map.entry("05", EnumSet.noneOf(Step.class)),
            Map.entry("06", EnumSet.of(Step.PERFORMED, Step.BREACH)),
            Map.entry("07", EnumSet.of(Step.CLOSE)),
            Map.entry("08", EnumSet.of(Step.RESUME, Step.CLOSE)),
            Map.entry("10", EnumSet.of(Step.CLOSE)),
            Map.entry("11", EnumSet.of(Step.CLOSE)),
            Map.entry("12", EnumSet.of(Step.CLOSE)),
            Map.entry("13", EnumSet.of(Step.REFER_BACK, Step.CLOSE)),
            Map.entry("20", EnumSet.of(Step.ARCHIVE)),
            Map.entry("30", EnumSet.of(Step.REOPEN)));

    @Test
    void everyStageIsInTheTable() {
        assertThat(house.wiring().codes().all("dispute_stage")).extracting(Code::code).containsExactlyInAnyOrderElementsOf(OPEN.keySet());
        assertThat(house.wiring().codes().all("dispute_step")).extracting(Code::code).contains(
                List.of(Step.values()).stream().map(Step::code).toArray(String[]::new));
    }

    @Test
    void aStepIsOpenFromItsStagesAndFromNoOther() {
        Dispute dispute = house.samples().dispute();
        OPEN.forEach((stage, open) -> {
            Dispute there = at(dispute, stage);
            assertThat(house.wiring().mediation().open(there)).as(stage).containsExactlyInAnyOrderElementsOf(open);
            for (Step step : EnumSet.complementOf(EnumSet.copyOf(withOne(open)))) {
                refused(there, step);
            }
        });
        assertThat(house.register(DisputeStep.class).count(Query.all(), 9)).as("a refused step is not booked").isZero();
    }

    /** EnumSet.copyOf wants one at least; REGISTER is checked apart where nothing is open. */
    private Set<Step> withOne(Set<Step> open) {
        return open.isEmpty() ? EnumSet.of(Step.REGISTER) : open;
    }

    @Test
    void anAgreementJustMadeWaitsForNobody() {
        refused(at(house.samples().dispute(), "05"), Step.REGISTER);
    }

    private Dispute at(Dispute dispute, String stage) {
        var disputes = house.register(Dispute.class);
        return disputes.change(dispute.id(), now -> disputes.shape().with(now, Samples.map("stage", stage)));
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
