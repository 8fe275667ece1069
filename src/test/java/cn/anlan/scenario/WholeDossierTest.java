package cn.anlan.scenario;

import cn.anlan.paper.print.Printed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 2: three parties, one a company, one with an agent; the dossier is bound, and shelved once the rights notice is ticked. */
class WholeDossierTest {
    private static final String DAY = "2025-03-03";
    private static final Pattern LINE = Pattern.compile(
            "(人民调解申请书|人民调解受理登记表|当事人权利义务告知书|授权委托书|人民调解记录|人民调解协议书)(\\d+)(?:-(\\d+))?");

    @TempDir
    Path folder;

    private Clerk clerk;
    private String dispute = "";

    @BeforeEach
    void closeACase() {
        clerk = new Clerk(folder);
        String mediator = clerk.seat();
        dispute = clerk.draft(DAY, "people_count", "3", "title", "张三、李四与某公司损害赔偿纠纷");
        String applicant = clerk.party(dispute, "1", "张三", "agent_name", "王律师", "agent_phone", "13909350009", "agent_scope", List.of("1", "5"));
        clerk.party(dispute, "2", "李四");
        String company = clerk.party(dispute, "2", "天祝县某某建筑工程有限责任公司", "kind", "2", "id_type", null, "uscc", "91350100M000100Y43",
                "legal_rep", "赵总");
        clerk.move(dispute, "register");
        clerk.accept(dispute, mediator, DAY);
        clerk.session(dispute, mediator, DAY);
        var paid = Clerk.owes(company, applicant, "500000", DAY);
        paid.put("done_date", DAY);
        paid.put("done_amount_fen", "500000");
        assertThat(clerk.move(dispute, "agree", "agreement", Clerk.written(DAY, DAY, List.of(paid)))).containsEntry("stage", "07");
        clerk.move(dispute, "close", "close_date", DAY, "close_result", "1", "difficulty", "1", "resolve_mode", "01", "result_text", "赔偿已付清");
    }

    @Test
    void theIndexTellsThePagesAndThePagesBearTheirNumbers() {
        Printed dossier = clerk.bind(dispute);
        assertThat(dossier.page(1)).contains("人民调解卷宗", "张三");
        assertThat(dossier.words()).contains("王律师", "天祝县某某建筑工程有限责任公司", "赵总");
        Matcher lines = LINE.matcher(String.join("\n", dossier.lines(2)).replace(" ", ""));
        List<String> seen = new ArrayList<>();
        while (lines.find()) {
            seen.add(lines.group(1));
            assertThat(dossier.page(Integer.parseInt(lines.group(2)) + 2)).as(lines.group()).contains(lines.group(1));
        }
        assertThat(seen).contains("人民调解申请书", "当事人权利义务告知书", "授权委托书", "人民调解记录", "人民调解协议书");
        for (int page = 3; page < dossier.pages(); page++) {
            assertThat(dossier.lines(page)).as("page %d", page).contains(String.valueOf(page - 2));
        }
    }

    @Test
    void itGoesOnTheShelfOnlyWithTheRightsNotice() {
        clerk.bind(dispute);
        assertThat(clerk.moveRefused(dispute, "archive", "retention_kind", "2")).contains("当事人权利义务告知书", "人民调解协议书", "授权委托书");
        for (String kind : new String[] {"cover", "index", "application", "identity", "attorney", "session", "agreement", "back"}) {
            clerk.tick(dispute, kind, DAY);
        }
        assertThat(clerk.moveRefused(dispute, "archive", "retention_kind", "2").lines()).singleElement().asString().contains("当事人权利义务告知书");
        clerk.tick(dispute, "rights", DAY);
        assertThat(clerk.move(dispute, "archive", "retention_kind", "2", "archive_date", "2025-03-10")).containsEntry("stage", "30")
                .containsEntry("archive_date", "2025-03-10");
        assertThat(clerk.saveRefused("dispute", "id", dispute, "summary", "改写")).contains("已归档");
        clerk.check();
    }

    @Test
    void takenDownAgainItComesBackToTheFilingList() {
        for (String kind : new String[] {"cover", "index", "application", "rights", "identity", "attorney", "session", "agreement", "back"}) {
            clerk.tick(dispute, kind, DAY);
        }
        assertThat(clerk.due("file", "2025-04-01")).containsEntry("due", "2025-04-02").containsEntry("id", dispute);
        clerk.move(dispute, "archive", "retention_kind", "2", "archive_date", "2025-03-10");
        assertThat(clerk.todo("file", "2025-04-05")).isEmpty();
        assertThat(clerk.moveRefused(dispute, "reopen")).contains("原因");
        assertThat(clerk.move(dispute, "reopen", "reason", "补正笔录")).containsEntry("stage", "20").containsEntry("archive_date", null);
        assertThat(clerk.due("file", "2025-04-05")).containsEntry("id", dispute).containsEntry("overdue", true);
        assertThat(clerk.move(dispute, "archive", "retention_kind", "2", "archive_date", "2025-04-07")).containsEntry("archive_date", "2025-04-07");
    }
}
