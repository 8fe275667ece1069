package cn.anlan.kit.list;

import cn.anlan.TestHouse;
import cn.anlan.entry.Field;
import cn.anlan.kit.Shown;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.store.Register;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows of a list as a sheet takes them: as many lines and cells as there are rows and columns, whatever stands in them. */
class CopyAsTextTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private String copied(Dispute dispute, String... names) {
        Register<Dispute> register = house.register(Dispute.class);
        List<Field> fields = Stream.of(names).map(register.shape()::field).toList();
        return CopyAsText.text(register.shape(), fields, List.of(Shown.of(register, dispute)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"一\n二", "一\t二", "一\u2028二"})
    void aCellIsOneCell(String summary) {
        String text = copied(house.samples().dispute("summary", summary), "title", "summary", "stage");
        assertThat(text.split("\\R", -1)).hasSize(2).allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(3));
        assertThat(text.lines().toList().get(1)).contains("一 二");
    }

    @Test
    void whatIsEmptyKeepsItsPlace() {
        String text = copied(house.samples().dispute("amount_fen", null), "amount_fen", "title", "claims");
        assertThat(text.lines().toList().get(1)).isEqualTo("\t张三与李四邻里纠纷\t");
    }

    @Test
    void valuesReadAsOnScreen() {
        String text = copied(house.samples().dispute("amount_fen", 120_050L, "title", "𠮷生财与才让·东智"), "title", "amount_fen", "risk_level", "register_date",
                "area_code");
        assertThat(text.lines().toList().get(1).split("\t")).startsWith("𠮷生财与才让·东智", "1200.50").contains("2026-11-20").noneMatch("3"::equals);
        assertThat(text.lines().toList().get(1).split("\t")[4]).contains("华藏寺镇");
    }

    @Test
    void personalNumbersLeaveMasked() {
        Dispute dispute = house.samples().dispute();
        DisputeParty party = house.samples().party(dispute, "1", "张三", "id_number", "620623197506150028", "address", "华藏寺镇东山根村二组十号");
        Register<DisputeParty> parties = house.register(DisputeParty.class);
        String text = CopyAsText.text(parties.shape(), parties.shape().businessFields(), List.of(Shown.of(parties, party), Shown.of(parties, party)));
        assertThat(text).contains("张三", "620623********0028", "139****0000").doesNotContain("19750615", "13909350000", "十号");
        assertThat(text.lines()).hasSize(3);
    }

    @Test
    void everyFieldHasItsNameAbove() {
        Register<Dispute> register = house.register(Dispute.class);
        String text = CopyAsText.text(register.shape(), register.shape().businessFields(), List.of(Shown.of(register, house.samples().dispute())));
        assertThat(text.lines().findFirst().orElseThrow().split("\t")).hasSameSizeAs(register.shape().businessFields()).noneMatch(String::isBlank)
                .noneMatch(name -> name.contains("⟦"));
    }
}
