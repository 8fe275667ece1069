package cn.anlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SamplesTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "04", "06", "07", "20", "30"})
    void aDisputeStandsWhereItWasLed(String stage) {
        assertThat(house.samples().disputeAt(stage).registration().stage()).isEqualTo(stage);
    }

    @Test
    void everyRegisterHasAnOrdinaryEntry() {
        var samples = house.samples();
        samples.title(samples.village());
        samples.literate("才让·东智", Samples.idNumber("19800101", 1));
        samples.visit(samples.point());
        samples.adviser();
        assertThat(samples.topic().revision()).isEqualTo(1);
    }
}
