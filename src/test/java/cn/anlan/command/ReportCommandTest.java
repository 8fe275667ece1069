package cn.anlan.command;

import cn.anlan.report.Fixture;
import cn.anlan.store.EntryJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The golden fixture of domain.md §12 typed in with {@code anlan save} and {@code anlan move}, read back with {@code anlan report}. */
class ReportCommandTest {
    private static final String[] JANUARY = {"--from", "2024-12-26", "--to", "2025-01-25"};

    @TempDir
    private static Path folder;
    private static Terminal terminal;

    @BeforeAll
    static void typeIn() {
        terminal = new Terminal(folder);
        Fixture.enter(new Fixture.Door() {
            @Override
            public String save(String register, Map<String, ? extends @Nullable Object> entry) {
                var answer = terminal.answer(EntryJson.write(entry), "save", register, "--json", "-");
                assertThat(answer.err()).isEmpty();
                return String.valueOf(answer.objects().get(0).get("id"));
            }

            @Override
            public void move(String id, String step, Map<String, ? extends @Nullable Object> facts) {
                var answer = terminal.answer(EntryJson.write(facts), "move", "dispute", id, step, "--json", "-");
                assertThat(answer.err()).isEmpty();
            }
        });
    }

    private static Terminal.Answer report(String... words) {
        List<String> line = new ArrayList<>(List.of("report"));
        line.addAll(List.of(words));
        line.addAll(List.of(JANUARY));
        return terminal.type(line.toArray(String[]::new));
    }

    private static Map<String, Object> total(String... words) {
        var answer = report(words);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        return answer.objects().get(0);
    }

    @Test
    void theMediationTableIsTheHandMadeOne() {
        assertThat(total("T1", "--json")).containsEntry("row", "all").containsEntry("total", 9).containsEntry("people", 31).containsEntry("success", 7)
                .containsEntry("success_rate", "77.8").containsEntry("difficult", 2).containsEntry("amount_fen", "19250049")
                .containsEntry("kind_1", 4).containsEntry("kind_3", 4).containsEntry("kind_2", 1).containsEntry("active", 2).containsEntry("applied", 3)
                .containsEntry("entrusted", 4).containsEntry("type_03", 0).containsEntry("type_1103", 1).containsEntry("written", 5)
                .containsEntry("oral", 2).containsEntry("performed", 5).containsEntry("court_valid", 2);
        assertThat(total("T1-2010", "--json")).containsEntry("type_10", 1).containsEntry("type_99", 2);
        assertThat(total("T1", "--json", "--by", "accept")).containsEntry("total", 11);
    }

    @Test
    void theFlowIsTheHandMadeOne() {
        assertThat(total("T2", "--json")).containsEntry("opening", 0).containsEntry("accepted", 11).containsEntry("settled", 9).containsEntry("closing", 2);
        assertThat(report("T2").out()).contains("上期未结", "期末未结", "77.8");
    }

    @Test
    void behindANumberStandItsCases() {
        var cases = report("T2", "--cell", "all/closing", "--json");
        assertThat(cases.objects()).extracting(one -> one.get("title").toString().substring(0, 3)).containsExactlyInAnyOrder("K09", "K10");
        assertThat(report("T1", "--cell", "合计/口头").out()).contains("K01", "K11", "共 2 件").doesNotContain("K02");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThat(report("T77").err()).contains("T77", "T1-2010");
        assertThat(report("T1", "--by", "moon").err()).contains("moon", "accept");
        assertThat(report("T1", "--cell", "all").code()).isEqualTo(2);
        assertThat(report("T1", "--cell", "all/nonsense").err()).contains("nonsense");
        assertThat(terminal.type("report", "T1", "--from", "2025-01-25", "--to", "2025-01-01").code()).isEqualTo(1);
    }
}
