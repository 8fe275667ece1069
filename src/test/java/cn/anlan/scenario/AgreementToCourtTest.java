package cn.anlan.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static cn.anlan.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 4: a written agreement, thirty days in which both sides may ask the court, and what the court does not confirm. */
class AgreementToCourtTest {
    private static final String SIGNED = "2025-03-03";

    @TempDir
    Path folder;

    private Clerk clerk;
    private String mediator = "";

    @BeforeEach
    void open() {
        clerk = new Clerk(folder);
        mediator = clerk.seat();
    }

    private String agreed(String type) {
        String dispute = clerk.accepted(mediator, SIGNED, "type_sf", type);
        clerk.session(dispute, mediator, SIGNED);
        assertThat(clerk.move(dispute, "agree", "agreement", Clerk.written(SIGNED, "2025-06-30", List.of()))).containsEntry("stage", "06")
                .containsEntry("jc_status", "1");
        return dispute;
    }

    private static Map<String, Object> application(String day, Object... more) {
        Map<String, Object> application = map("apply_date", day, "court", "天祝县人民法院", "joint", true);
        application.putAll(map(more));
        return application;
    }

    @Test
    void theDaysAreCountedDown() {
        String dispute = agreed("02");
        assertThat(clerk.list("agreement").get(0)).containsEntry("effective_date", SIGNED);
        assertThat(clerk.todo("court", "2025-03-22")).isEmpty();
        for (String day : new String[] {"2025-03-23", "2025-03-28", "2025-03-31", "2025-04-02"}) {
            assertThat(clerk.due("court", day)).as(day).containsEntry("due", "2025-04-02").containsEntry("level", "soon")
                    .hasEntrySatisfying("why", why -> assertThat(why.toString()).contains("应于 4 月 2 日前共同申请司法确认", "30 日"));
        }
        assertThat(clerk.type("todo", "--on", "2025-03-31").out()).contains("还有 2 天", "司法确认");
        assertThat(clerk.todo("court", "2025-04-03")).as("the right is gone").isEmpty();
        assertThat(clerk.moveRefused(dispute, "court_apply", "court_confirmation", application("2025-04-03"))).contains("2025-04-02", "超过期限");
        assertThat(clerk.moveRefused(dispute, "court_apply", "court_confirmation", application("2025-04-02", "joint", false))).contains("双方共同申请");
        assertThat(clerk.move(dispute, "court_apply", "court_confirmation", application("2025-04-02"))).containsEntry("jc_status", "2");
        assertThat(clerk.todo("court", "2025-04-02")).isEmpty();
        assertThat(clerk.move(dispute, "court_accept", "court_confirmation", map("accept_date", "2025-04-03", "court_no", "（2025）甘0623诉前调确1号")))
                .containsEntry("jc_status", "3");
        assertThat(clerk.move(dispute, "court_rule", "court_confirmation", map("result", "1", "result_date", "2025-04-10"))).containsEntry("jc_status", "4");
        clerk.check();
    }

    @Test
    void aDivorceIsNoMatterForConfirmationUnlessMoneyIsInIt() {
        String divorce = agreed("01");
        assertThat(clerk.moveRefused(divorce, "court_apply", "court_confirmation", application(SIGNED))).contains("身份关系", "不予司法确认");
        assertThat(clerk.moveRefused(divorce, "court_apply", "reason", "坚持申请", "court_confirmation", application(SIGNED)))
                .as("no reason overrules it").contains("身份关系");
        assertThat(clerk.list("court_confirmation")).isEmpty();
        assertThat(clerk.move(divorce, "court_apply", "court_confirmation", application(SIGNED, "has_property", true))).containsEntry("jc_status", "2");
    }

    @Test
    void aBoundaryIsADoubtThatAReasonOverrules() {
        String land = agreed("03");
        assertThat(clerk.moveRefused(land, "court_apply", "court_confirmation", application(SIGNED))).contains("权属");
        assertThat(clerk.move(land, "court_apply", "reason", "只约定通行", "court_confirmation", application(SIGNED))).containsEntry("jc_status", "2");
    }
}
