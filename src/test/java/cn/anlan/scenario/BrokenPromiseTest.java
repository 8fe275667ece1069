package cn.anlan.scenario;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 5: half is paid, the rest is urged twice and not paid, and the case is closed as one for the court. */
class BrokenPromiseTest {
    private static final String SIGNED = "2025-01-06";

    @TempDir
    Path folder;

    @Test
    void halfPaidUrgedTwiceBreachedAndClosed() {
        var clerk = new Clerk(folder);
        String mediator = clerk.seat();
        String dispute = clerk.accepted(mediator, SIGNED, "amount_fen", "1000000");
        clerk.session(dispute, mediator, SIGNED);
        String debtor = clerk.partyOf(dispute, "2");
        String creditor = clerk.partyOf(dispute, "1");
        clerk.move(dispute, "agree", "agreement", Clerk.written(SIGNED, "2025-01-25", List.of(Clerk.owes(debtor, creditor, "500000", "2025-01-15"),
                Clerk.owes(debtor, creditor, "500000", "2025-01-25")), "total_amount_fen", "1000000"));
        Object first = clerk.list("agreement_item", "due_date=2025-01-15").get(0).get("id");
        clerk.save("agreement_item", "id", first, "done_date", "2025-01-15", "done_amount_fen", "500000");
        assertThat(clerk.due("perform", "2025-01-26")).containsEntry("due", "2025-01-25").containsEntry("overdue", true)
                .hasEntrySatisfying("title", title -> assertThat(title.toString()).endsWith("支付 5000.00 元"));
        assertThat(clerk.moveRefused(dispute, "performed", "reason", "算了")).contains("还有未完成的履行项");
        assertThat(clerk.moveRefused(dispute, "breach")).contains("督促履行");
        for (String day : new String[] {"2025-01-27", "2025-02-06"}) {
            clerk.move(dispute, "urge", "dispute_activity", Clerk.work(mediator, day, "content", "电话督促，称手头紧"));
        }
        assertThat(clerk.list("dispute_activity", "kind=6")).hasSize(2);
        assertThat(clerk.moveRefused(dispute, "close", "close_result", "2")).contains("现在不能");
        assertThat(clerk.move(dispute, "breach")).containsEntry("stage", "08");
        assertThat(clerk.moveRefused(dispute, "close", "close_date", "2025-02-20", "close_result", "2", "difficulty", "2", "resolve_mode", "01",
                "result_text", "告知起诉")).contains("去向");
        assertThat(clerk.move(dispute, "close", "close_date", "2025-02-20", "close_result", "2", "difficulty", "2", "resolve_mode", "01", "result_text",
                "告知起诉", "breach_outcome", "1")).containsEntry("stage", "20").containsEntry("breach_outcome", "1");
        assertThat(clerk.report("T1", "2025-02-01", "2025-02-28")).containsEntry("total", 1).containsEntry("success", 1).containsEntry("performed", 0)
                .containsEntry("written", 1);
        assertThat(clerk.list("dispute_step")).extracting(step -> step.get("step")).containsExactlyInAnyOrder("register", "accept", "record", "agree",
                "perform", "urge", "urge", "breach", "close");
        assertThat(clerk.todo("perform", "2025-03-01")).isEmpty();
        clerk.check();
    }
}
