package cn.anlan.scenario;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 12: a month without a quarrel is reported as such, once, and its bundle is as good as any. */
class NilMonthTest {
    @TempDir
    Path folder;

    private Clerk clerk;

    @BeforeEach
    void open() {
        clerk = new Clerk(folder);
    }

    @Test
    void theMonthIsAskedForReportedAndSent() {
        clerk.seat();
        assertThat(clerk.due("screen_town", "2025-02-27")).containsEntry("due", "2025-02-28").containsEntry("register", "screening");
        Object[] nil = {"date", "2025-02-27", "area_code", Clerk.TOWN, "kind", "5", "screeners", "王录入", "is_zero_report", true};
        clerk.save("screening", nil);
        assertThat(clerk.todo("screen_town", "2025-02-27")).isEmpty();
        assertThat(clerk.saveRefused("screening", nil)).contains("2025-02-01", "不再作零报告");
        assertThat(clerk.saveRefused("screening", "date", "2025-03-03", "area_code", Clerk.TOWN, "kind", "5", "screeners", "王录入", "is_zero_report", true,
                "found_count", "1")).contains("零报告");
        assertThat(clerk.report("T1", "2025-02-01", "2025-02-28")).containsEntry("total", 0).containsEntry("success_rate", "—");
        assertThat(clerk.report("T2", "2025-02-01", "2025-02-28")).containsEntry("opening", 0).containsEntry("accepted", 0).containsEntry("closing", 0);
        assertThat(clerk.export("2025-02-01", "2025-02-28")).contains("2025-02-27");
        clerk.check();
    }

    @Test
    void anOfficeWithNothingAtAllStillSendsAValidBundle() {
        assertThat(clerk.export("2025-02-01", "2025-02-28")).contains(Clerk.ORG_NAME);
        clerk.check();
    }
}
