package cn.anlan.app.page;

import cn.anlan.TestHouse;
import cn.anlan.community.Topic;
import cn.anlan.entry.Due;
import cn.anlan.mediation.Dispute;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

/** The numbers of the workbench are those of the lists behind them. */
class FiguresTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Figures read(LocalDate day) {
        return Figures.read(house.wiring().registers(), house.wiring().codes(), asked -> asked.equals(TODAY) ? house.wiring().todo(asked) : List.<Due>of(), day);
    }

    @Test
    void aNewOfficeHasNothing() {
        Figures figures = read(TODAY);
        assertThat(figures.isEmpty()).isTrue();
        assertThat(figures.stages()).isEmpty();
        assertThat(figures.registers()).isNotEmpty().allSatisfy(count -> assertThat(count.label()).isNotBlank().doesNotContain("⟦"));
    }

    @Test
    void everyNumberIsThatOfItsList() {
        house.samples().disputeAt("04");
        house.samples().dispute();
        house.samples().dispute();
        Topic gone = house.samples().topic();
        house.register(Topic.class).annul(gone.id(), "重复");
        Figures figures = read(TODAY);
        assertThat(figures.isEmpty()).isFalse();
        for (List<Figures.Count> counts : List.of(figures.registers(), figures.stages())) {
            assertThat(counts).allSatisfy(count -> assertThat(house.wiring().registers().named(count.register()).count(count.query(), 1_000))
                    .as(count.label()).isEqualTo(count.number()));
        }
        assertThat(figures.stages()).extracting(Figures.Count::number).containsExactlyInAnyOrder(2L, 1L);
        assertThat(figures.registers()).filteredOn(count -> count.register().equals("topic")).singleElement()
                .satisfies(count -> assertThat(count.number()).as("void entries leave the numbers").isZero());
        assertThat(figures.registers()).filteredOn(count -> count.register().equals("dispute")).singleElement()
                .satisfies(count -> assertThat(count.number()).isEqualTo(house.register(Dispute.class).count(count.query(), 99)));
    }

    @Test
    void neitherChildrenNorToolsAreCounted() {
        assertThat(read(TODAY).registers()).extracting(Figures.Count::register).contains("dispute", "topic", "literate")
                .doesNotContain("dispute_party", "agreement_item", "code", "place").doesNotHaveDuplicates();
    }
}
