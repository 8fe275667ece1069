package cn.anlan.mediation.desk;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.entry.Refused;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.Query;
import cn.anlan.store.Series;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A case number is given once: to nobody else, whoever asks at the same time, and never again. */
class CaseNumbersTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Dispute accepted() {
        return house.samples().disputeAt("03");
    }

    private static String number(Dispute dispute) {
        return String.valueOf(dispute.registration().caseNo());
    }

    private Series series() {
        return new Series(house.wiring().database());
    }

    private String name() {
        String committee = house.register(Committee.class).list(Query.all(), 1).get(0).id();
        return "case_no/" + committee + "/" + TODAY.getYear();
    }

    @Test
    void numbersFollowEachOtherWithinTheYear() {
        assertThat(number(accepted())).isEqualTo("（2026）天华人调字第001号");
        assertThat(number(accepted())).isEqualTo("（2026）天华人调字第002号");
    }

    @Test
    void behindTheThousandthTheyGrowLonger() {
        accepted();
        series().continueFrom(name(), 998);
        assertThat(List.of(number(accepted()), number(accepted()), number(accepted()))).containsExactly("（2026）天华人调字第999号",
                "（2026）天华人调字第1000号", "（2026）天华人调字第1001号");
    }

    @Test
    void theNumberOfAVoidCaseIsNotGivenAgain() {
        Dispute first = accepted();
        house.register(Dispute.class).annul(first.id(), "重复登记");
        assertThat(number(accepted())).isEqualTo("（2026）天华人调字第002号");
    }

    private Dispute acceptedAs(String number) {
        Map<String, @Nullable Object> acceptance = house.samples().acceptance();
        acceptance.putAll(Samples.map("case_no", number, "note", "接纸质登记簿"));
        return house.samples().move(house.samples().disputeAt("02"), Step.ACCEPT, acceptance);
    }

    @Test
    void aNumberWrittenByHandIsPassedOverEvenWhenItsCaseIsVoid() {
        assertThat(number(acceptedAs("（2026）天华人调字第002号"))).endsWith("第002号");
        house.register(Dispute.class).annul(acceptedAs("（2026）天华人调字第003号").id(), "重复登记");
        assertThat(List.of(number(accepted()), number(accepted()))).containsExactly("（2026）天华人调字第001号", "（2026）天华人调字第004号");
        assertThatThrownBy(() -> acceptedAs("（2026）天华人调字第003号")).isInstanceOf(Refused.class).hasMessageContaining("第003号");
    }

    @Test
    void whatIsSettledByWordOfMouthIsNumberedByItself() {
        Dispute written = accepted();
        var registers = house.wiring().registers();
        var numbers = new CaseNumbers(registers, series());
        assertThat(registers.together(() -> numbers.next(written, CaseNumbers.ORAL))).isEqualTo("（2026）天华人调口字第001号");
        assertThat(number(accepted())).isEqualTo("（2026）天华人调字第002号");
    }

    @Test
    void anAcceptanceTakenBackLeavesNoGap() {
        accepted();
        String lost = house.wiring().registers().trial(() -> number(accepted()));
        assertThat(lost).endsWith("第002号");
        assertThat(number(accepted())).isEqualTo(lost);
    }

    @Test
    void manyWhoAskAtOnceGetANumberEach() throws Exception {
        accepted();
        List<Callable<String>> asking = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            asking.add(() -> number(accepted()));
        }
        Set<String> given = new HashSet<>();
        try (var clerks = Executors.newFixedThreadPool(4)) {
            for (Future<String> each : clerks.invokeAll(asking)) {
                given.add(each.get());
            }
        }
        assertThat(given).hasSize(12).allMatch(number -> number.matches("（2026）天华人调字第0(0[2-9]|1[0-3])号"));
        assertThat(house.wiring().journal().firstBrokenLink()).isEmpty();
    }
}
