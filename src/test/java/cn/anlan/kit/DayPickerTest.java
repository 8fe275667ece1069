package cn.anlan.kit;

import cn.anlan.UiTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Days are written one way, whichever way they are typed. */
@UiTest
class DayPickerTest {
    private static String typed(String text, LocalDate before) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            var picker = new DayPicker();
            picker.setValue(before);
            picker.setValue(picker.getConverter().fromString(text));
            return picker.getConverter().toString(picker.getValue());
        });
    }

    @Test
    void whateverWayADayIsTypedItIsWrittenAsEverywhere() {
        LocalDate before = LocalDate.of(2026, 10, 26);
        assertThat(typed("20261125", before)).isEqualTo("2026-11-25");
        assertThat(typed("2026年11月5日", before)).isEqualTo("2026-11-05");
        assertThat(typed("2026/11/5", before)).isEqualTo("2026-11-05");
    }

    @Test
    void whatIsNoDayIsNotTaken() {
        LocalDate before = LocalDate.of(2026, 10, 26);
        assertThat(typed("2026-02-30", before)).isEqualTo("2026-10-26");
        assertThat(typed("明天", before)).isEqualTo("2026-10-26");
        assertThat(typed(" ", before)).isEmpty();
    }
}
