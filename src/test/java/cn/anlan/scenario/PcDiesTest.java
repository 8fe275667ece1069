package cn.anlan.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 11: the PC dies; the backup comes back on another one, numbers go on without colliding, the county gets a new row of bundles. */
class PcDiesTest {
    private static final Pattern ROW = Pattern.compile("\"epoch\"\\s*:\\s*\"(\\w+)\".*?\"seq\"\\s*:\\s*(\\d+).*?\"mode\"\\s*:\\s*\"(\\w+)\"", Pattern.DOTALL);

    @TempDir
    Path folder;

    private static Map<String, Object> quarrel(Clerk clerk, String mediator, String applicant) {
        return clerk.quick("date", "2025-01-03", "area_code", Clerk.VILLAGE, "type_sf", "02", "applicant", applicant, "respondent", "李四", "amount_fen", "30000",
                "lead_mediator_id", mediator, "on_the_spot", true, "summary", "院墙滴水", "content", "当场修好，赔三百元");
    }

    private static Set<String> of(List<Map<String, Object>> disputes, String field) {
        Set<String> values = new TreeSet<>();
        disputes.forEach(dispute -> values.add(String.valueOf(dispute.get(field))));
        return values;
    }

    private static Matcher row(String bundle) {
        Matcher row = ROW.matcher(bundle);
        assertThat(row.find()).as(bundle.substring(0, Math.min(600, bundle.length()))).isTrue();
        return row;
    }

    @Test
    void yesterdaysBackupGoesOnOnAnotherPc() throws IOException {
        var old = new Clerk(folder.resolve("old"));
        String mediator = old.seat();
        var kept = quarrel(old, mediator, "张三");
        old.export("2025-01-01", "2025-01-31");
        Matcher before = row(old.export("2025-01-01", "2025-01-31"));
        assertThat(before.group(2)).isEqualTo("2");
        Path stick = folder.resolve("stick");
        assertThat(old.type("backup", "--out", stick.toString()).out()).contains("完好");
        var lost = quarrel(old, mediator, "赵六");

        var other = new Clerk(folder.resolve("new"));
        try (var files = Files.list(stick)) {
            assertThat(other.type("restore", files.findFirst().orElseThrow().toString()).out()).contains("跳过 20 个", "移到了");
        }
        other.check();
        assertThat(of(other.list("dispute"), "id")).containsExactly(String.valueOf(kept.get("id")));
        var next = quarrel(other, mediator, "王五");
        String number = String.valueOf(next.get("case_no"));
        assertThat(number).isNotIn(kept.get("case_no"), lost.get("case_no")).isGreaterThan(String.valueOf(lost.get("case_no")));
        assertThat(next.get("id")).isNotIn(kept.get("id"), lost.get("id"));
        Matcher after = row(other.export("2025-01-01", "2025-01-31"));
        assertThat(after.group(1)).as("a new row").isNotEqualTo(before.group(1));
        assertThat(after.group(2)).isEqualTo("1");
        assertThat(after.group(3)).isEqualTo("full");
        other.check();
    }
}
