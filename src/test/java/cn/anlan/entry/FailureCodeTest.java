package cn.anlan.entry;

import java.io.IOException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The code a clerk reads out on the telephone: the same for the same failure, silent about whom it concerned. */
class FailureCodeTest {

    private static IllegalStateException fails(String word) {
        return new IllegalStateException(word);
    }

    private static IllegalStateException failsElsewhere(String word) {
        return new IllegalStateException(word);
    }

    @Test
    void itIsAnEAndSixSigns() {
        assertThat(FailureCode.of(fails("x"))).matches("E[0-9A-F]{6}");
    }

    @Test
    void theSameFailureFromTheSamePlaceHasTheSameCodeWhateverItSays() {
        assertThat(FailureCode.of(fails("张三"))).isEqualTo(FailureCode.of(fails("李四")));
    }

    @Test
    void anotherPlaceOrAnotherKindHasAnother() {
        assertThat(FailureCode.of(fails("x"))).isNotEqualTo(FailureCode.of(failsElsewhere("x")));
        assertThat(FailureCode.of(fails("x"))).isNotEqualTo(FailureCode.of(new IOException("x")));
    }

    @Test
    void aFailureThatNeverPassedThroughTheHouseHasACodeToo() {
        var foreign = new IOException("disk");
        foreign.setStackTrace(new StackTraceElement[] {new StackTraceElement("java.nio.Files", "write", "Files.java", 1)});
        assertThat(FailureCode.of(foreign)).matches("E[0-9A-F]{6}");
        foreign.setStackTrace(new StackTraceElement[0]);
        assertThat(FailureCode.of(foreign)).matches("E[0-9A-F]{6}");
    }
}
