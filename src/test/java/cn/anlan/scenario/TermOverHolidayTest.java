package cn.anlan.scenario;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 3: the last day falls into the Spring Festival of 2025; amber, red, and an extension only with everybody's consent. */
class TermOverHolidayTest {
    @TempDir
    Path folder;

    private Clerk clerk;
    private String dispute = "";

    @BeforeEach
    void acceptOnTheLastDayOfTheYear() {
        clerk = new Clerk(folder);
        dispute = clerk.accepted(clerk.seat(), "2024-12-31");
    }

    @Test
    void amberThenRed() {
        assertThat(clerk.list("dispute").get(0)).containsEntry("deadline", "2025-02-05");
        assertThat(clerk.todo("mediate", "2025-01-28")).isEmpty();
        assertThat(clerk.due("mediate", "2025-01-29")).containsEntry("due", "2025-02-05").containsEntry("level", "soon").containsEntry("overdue", false)
                .hasEntrySatisfying("why", why -> assertThat(why.toString()).startsWith("应于 2 月 5 日前办结：受理 2024 年 12 月 31 日起").contains("30 日", "遇春节顺延"));
        assertThat(clerk.due("mediate", "2025-02-05")).containsEntry("level", "soon");
        assertThat(clerk.due("mediate", "2025-02-06")).containsEntry("level", "late").containsEntry("overdue", true);
        assertThat(clerk.type("todo", "--on", "2025-02-06").out()).contains("超期 1 天", "张三与李四邻里纠纷", "遇春节顺延");
    }

    @Test
    void extendedOnlyWithConsentOnceAndNotTooFar() {
        assertThat(clerk.moveRefused(dispute, "extend", "extend_to", "2025-02-28")).contains("各方当事人同意");
        assertThat(clerk.moveRefused(dispute, "extend", "extend_to", "2025-04-30", "extend_consent", true)).contains("延期最长到");
        assertThat(clerk.due("mediate", "2025-02-06")).as("nothing changed").containsEntry("overdue", true);
        assertThat(clerk.move(dispute, "extend", "extend_to", "2025-02-28", "extend_consent", true)).containsEntry("deadline", "2025-02-28")
                .containsEntry("extend_count", 1);
        assertThat(clerk.todo("mediate", "2025-02-06")).isEmpty();
        assertThat(clerk.due("mediate", "2025-02-28")).containsEntry("level", "soon")
                .hasEntrySatisfying("why", why -> assertThat(why.toString()).contains("经各方同意延期"));
        assertThat(clerk.due("mediate", "2025-03-01")).containsEntry("level", "late");
        assertThat(clerk.moveRefused(dispute, "extend", "extend_to", "2025-03-01", "extend_consent", true)).contains("已延期过一次");
        clerk.check();
    }
}
