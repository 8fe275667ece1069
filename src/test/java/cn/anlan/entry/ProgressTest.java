package cn.anlan.entry;

import cn.anlan.Whim;
import cn.anlan.entry.Progress.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Long work tells how far it is often enough to be believed, seldom enough not to be slowed. */
class ProgressTest {
    private static final String REFUSAL = "paper.refused.cancelled";

    /** How many there are in all, how many are done, and what was told last and how often. */
    @ParameterizedTest
    @CsvSource({"0, 99, '', 0", "0, 250, 200/0, 2", "1, 1, 1/1, 1", "7, 7, 7/7, 7", "199, 199, 199/199, 199", "200, 200, 200/200, 100",
        "1000, 1000, 1000/1000, 100", "1000, 999, 990/1000, 99", "50000, 50000, 50000/50000, 100", "1000000, 1000000, 1000000/1000000, 2000"})
    void tellsHowFarItIs(long total, int steps, String last, int times) {
        Whim clerk = Whim.none();
        var counted = new Steps(clerk, total, REFUSAL);
        for (int i = 0; i < steps; i++) {
            counted.next();
        }
        assertThat(clerk.told).hasSize(times);
        assertThat(clerk.told.isEmpty() ? "" : clerk.told.get(times - 1)).isEqualTo(last);
    }

    @Test
    void whoThinksBetterOfItIsHeardAtTheNextStep() {
        var clerk = new Whim(2);
        var steps = new Steps(clerk, 5, REFUSAL);
        steps.next();
        steps.next();
        assertThatThrownBy(steps::next).isInstanceOf(Refused.class).hasMessage(Text.of(REFUSAL));
        assertThat(clerk.told).as("told how far it came").endsWith("3/5");
    }

    @Test
    void aPauseHearsWhateverTheStride() {
        var steps = new Steps(new Whim(0), 1_000_000, REFUSAL);
        assertThatCode(steps::next).doesNotThrowAnyException();
        assertThatThrownBy(steps::pause).isInstanceOf(Refused.class);
    }

    @Test
    void nobodyLooksAndNobodyMinds() {
        assertThat(Progress.none().isCancelled()).isFalse();
        var steps = new Steps(Progress.none(), 1, REFUSAL);
        steps.next();
        steps.pause();
    }
}
