package cn.anlan.scenario;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static cn.anlan.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 1: neighbours quarrel, it is settled on the spot, the oral form is printed, one surname finds it again. */
class QuickQuarrelTest {
    @TempDir
    Path folder;

    private Clerk clerk;
    private String mediator = "";

    @BeforeEach
    void open() {
        clerk = new Clerk(folder);
        mediator = clerk.seat();
    }

    private @Nullable Object[] typed(@Nullable Object... more) {
        Map<String, @Nullable Object> values = map("date", "2025-01-03", "area_code", Clerk.VILLAGE, "type_sf", "02", "applicant",
                "尉迟恭 13909351234", "respondent", "李四", "amount_fen", "30000", "lead_mediator_id", mediator, "on_the_spot", true, "summary", "院墙滴水",
                "content", "当场修好，赔三百元");
        values.putAll(map(more));
        return values.entrySet().stream().flatMap(one -> Stream.of(one.getKey(), one.getValue())).toArray();
    }

    @Test
    void settledPrintedFoundCountedAndSent() {
        var stored = clerk.quick(typed());
        assertThat(stored).containsEntry("stage", "20").containsEntry("case_no", "（2025）天华人调口字第001号").containsEntry("close_date", "2025-01-03");
        String id = String.valueOf(stored.get("id"));
        assertThat(clerk.print(id, "人民调解口头协议登记表").words()).contains("尉迟恭", "李四", "院墙滴水", "当场修好，赔三百元", "马调解");
        for (String words : new String[] {"尉迟", "尉", "yc", "yuchi", "1234", "院墙"}) {
            assertThat(clerk.find("dispute", words)).as(words).extracting(one -> one.get("id")).containsExactly(id);
        }
        assertThat(clerk.find("dispute", "赵")).isEmpty();
        assertThat(clerk.report("T1", "2025-01-01", "2025-01-31")).containsEntry("total", 1).containsEntry("oral", 1).containsEntry("success", 1)
                .containsEntry("performed", 1).containsEntry("amount_fen", "30000");
        assertThat(clerk.book("mediation", "2025-01-01", "2025-01-31").words()).contains("尉迟恭", "天华人调口字第001号");
        assertThat(clerk.export("2025-01-01", "2025-01-31")).contains(id, "尉迟恭");
        clerk.check();
    }

    @Test
    void whatIsNotKeptYetComesBackOnItsDay() {
        assertThat(clerk.quick(typed("on_the_spot", false, "perform_deadline", "2025-01-20"))).containsEntry("stage", "06");
        assertThat(clerk.due("perform", "2025-01-18")).containsEntry("due", "2025-01-20").containsEntry("overdue", false);
        assertThat(clerk.due("perform", "2025-01-21")).containsEntry("overdue", true);
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsStored() {
        assertThat(clerk.quickRefused(typed("respondent", null))).contains("被申请人");
        assertThat(clerk.quickRefused(typed("lead_mediator_id", "01JZHARDCASE00000000000000"))).isNotBlank();
        assertThat(clerk.quickRefused(typed("nonsense", "1"))).contains("nonsense");
        assertThat(clerk.list("dispute")).isEmpty();
        assertThat(clerk.list("dispute_party")).isEmpty();
    }
}
