package cn.anlan.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 14: a name with a middle dot, Tibetan and Tu parties, a company of twenty characters, a character beyond the first plane. */
class RareNamesTest {
    private static final String DAY = "2025-03-03";
    private static final String DOT = "才让·东智";
    private static final String RARE = "马𠮷祥";
    private static final String COMPANY = "天祝藏族自治县华藏寺镇祥建筑工程有限公司";

    @TempDir
    Path folder;

    private Clerk clerk;
    private String dispute = "";

    @BeforeEach
    void typeThem() {
        clerk = new Clerk(folder.resolve("first"));
        String mediator = clerk.seat();
        dispute = clerk.draft(DAY, "title", DOT + "与" + RARE + "、" + COMPANY + "纠纷", "people_count", "3");
        clerk.party(dispute, "1", DOT, "ethnic", "04", "sex", "1", "birth_date", "1980-01-01");
        clerk.party(dispute, "2", RARE, "ethnic", "30", "sex", "1", "birth_date", "1975-06-15");
        clerk.party(dispute, "2", COMPANY, "kind", "2", "id_type", null, "uscc", "91350100M000100Y43", "legal_rep", "赵总");
        clerk.move(dispute, "register");
        clerk.accept(dispute, mediator, DAY);
        clerk.session(dispute, mediator, DAY);
        clerk.move(dispute, "agree", "agreement", Clerk.written(DAY, DAY, List.of(), "content", RARE + "当场向" + DOT + "赔礼道歉"));
    }

    @Test
    void savedListedAndFound() {
        assertThat(COMPANY.length()).isEqualTo(20);
        assertThat(clerk.list("dispute_party")).extracting(party -> party.get("name")).containsExactlyInAnyOrder(DOT, RARE, COMPANY);
        assertThat(clerk.list("dispute_party", "ethnic=土族")).extracting(party -> party.get("name")).containsExactly(RARE);
        assertThat(clerk.type("list", "dispute_party").out()).contains(DOT, RARE, COMPANY);
        for (String words : new String[] {DOT, "东智", "𠮷", "𠮷祥", "crdz", "镇祥建筑"}) {
            assertThat(clerk.find("dispute", words)).as(words).extracting(one -> one.get("id")).containsExactly(dispute);
        }
    }

    @Test
    void printedExportedAndWhole() {
        assertThat(clerk.print(dispute, "人民调解协议书").words()).contains(DOT, RARE, COMPANY, "藏族", "土族");
        assertThat(clerk.bind(dispute).words()).contains(DOT, RARE, COMPANY);
        assertThat(clerk.book("mediation", "2025-03-01", "2025-03-31").words()).contains(DOT);
        assertThat(clerk.export("2025-03-01", "2025-03-31")).contains(DOT, RARE, COMPANY);
        clerk.check();
    }

    @Test
    void whatIsListedAsJsonIsTakenBackUnchanged() {
        for (Map<String, Object> party : clerk.list("dispute_party")) {
            assertThat(clerk.save("dispute_party", pairs(party))).isEqualTo(party.get("id"));
            assertThat(clerk.list("dispute_party", "id=" + party.get("id")).get(0)).as("not even a new revision").isEqualTo(party);
        }
        var second = new Clerk(folder.resolve("second"));
        String draft = second.draft(DAY);
        for (Map<String, Object> party : clerk.list("dispute_party")) {
            party.put("dispute_id", draft);
            party.remove("revision");
            second.save("dispute_party", pairs(party));
            assertThat(second.list("dispute_party", "id=" + party.get("id")).get(0)).containsAllEntriesOf(party);
        }
        second.check();
    }

    private static Object[] pairs(Map<String, Object> entry) {
        return entry.entrySet().stream().flatMap(one -> Stream.of(one.getKey(), one.getValue())).toArray();
    }
}
