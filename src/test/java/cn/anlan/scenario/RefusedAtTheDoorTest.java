package cn.anlan.scenario;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 6: one side does not want to be mediated; the matter is turned away and never counted as a mediated case. */
class RefusedAtTheDoorTest {
    private static final String DAY = "2025-01-06";

    @TempDir
    Path folder;

    @Test
    void turnedAwayAndNeverCounted() {
        var clerk = new Clerk(folder);
        String mediator = clerk.seat();
        String dispute = clerk.draft(DAY);
        clerk.party(dispute, "1", "张三");
        clerk.party(dispute, "2", "李四");
        clerk.move(dispute, "register");
        Object[] unwilling = clerk.consent(mediator, DAY);
        unwilling[5] = false;
        assertThat(clerk.moveRefused(dispute, "accept", unwilling)).contains("不予受理");
        assertThat(clerk.moveRefused(dispute, "not_accept")).contains("不予受理的原因");
        assertThat(clerk.move(dispute, "not_accept", "not_accept_reason", "1", "end_date", DAY)).containsEntry("stage", "10").containsEntry("case_no", null);
        assertThat(clerk.print(dispute, "不予受理告知书").words()).contains("张三");
        assertThat(clerk.move(dispute, "close", "close_result", "6", "close_date", DAY)).containsEntry("stage", "20").containsEntry("is_success", false);
        for (String by : new String[] {"close", "accept"}) {
            assertThat(clerk.report("T1", "2025-01-01", "2025-01-31", "--by", by)).containsEntry("total", 0).containsEntry("accepted", 0)
                    .containsEntry("people", 0);
        }
        assertThat(clerk.report("T2", "2025-01-01", "2025-01-31")).containsEntry("accepted", 0).containsEntry("settled", 0).containsEntry("closing", 0);
        assertThat(clerk.export("2025-01-01", "2025-01-31")).contains(dispute);
        clerk.check();
    }
}
