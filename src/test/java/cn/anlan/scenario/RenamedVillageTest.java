package cn.anlan.scenario;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 13: a village gets a new name and code; its old cases keep the old name and count for the new code. */
class RenamedVillageTest {
    private static final String NEW = "620623100290";

    @TempDir
    Path folder;

    @Test
    void oldCasesKeepTheNameAndCountForTheNewCode() {
        var clerk = new Clerk(folder);
        String mediator = clerk.seat();
        String dispute = clerk.accepted(mediator, "2025-01-06");
        Object old = clerk.list("place", "code=" + Clerk.VILLAGE).get(0).get("id");
        clerk.save("place", "code", NEW, "name", "新柏林村", "level", "village", "parent", Clerk.TOWN, "urban_rural_class", "220");
        clerk.save("place", "id", old, "valid_to", "2025-06-30", "replaced_by", NEW);
        assertThat(clerk.list("dispute").get(0)).containsEntry("area_code", Clerk.VILLAGE);
        assertThat(clerk.type("list", "dispute").out()).contains("柏林沟村").doesNotContain("新柏林村");
        assertThat(clerk.print(dispute, "人民调解受理登记表").words()).contains("柏林沟村").doesNotContain("新柏林村");
        var rows = clerk.rows("T2", "2025-01-01", "2025-01-31");
        assertThat(rows).filteredOn(row -> row.get("row").equals("place_" + NEW)).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("accepted", 1).containsEntry("label", "新柏林村"));
        assertThat(rows).extracting(row -> row.get("row")).doesNotContain("place_" + Clerk.VILLAGE);
        String next = clerk.draft("2025-07-01", "area_code", NEW);
        assertThat(clerk.list("dispute", "id=" + next).get(0)).containsEntry("area_code", NEW);
        assertThat(clerk.export("2025-01-01", "2025-12-31")).contains("柏林沟村", "新柏林村");
        clerk.check();
    }
}
