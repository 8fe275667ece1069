package cn.anlan.mediation.dossier;

import cn.anlan.Samples;
import cn.anlan.TestHouse;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.desk.Step;
import cn.anlan.reference.Code;
import cn.anlan.store.Query;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static cn.anlan.TestHouse.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

class RetentionTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    /** Kind of quarrel, scale, confirmation, whether agreed in writing; 1 short, 2 long, 3 for ever. */
    @ParameterizedTest
    @CsvSource({
            "02, 01, 0, false, 1",
            "02, 01, 1, true, 2",
            "02, 01, 5, true, 2",
            "07, 01, 0, false, 3",
            "03, 01, 0, true, 3",
            "02, 02, 0, false, 3",
            "02, 01, 4, true, 3"})
    void whatIsProposedFollowsFromWhatWasAtStake(String type, String scale, String confirmation, boolean written, String kind) {
        var shape = house.register(Dispute.class).shape();
        Dispute dispute = shape.with(house.samples().dispute(), Samples.map("type_sf", type, "scale", scale, "jc_status", confirmation));
        assertThat(Retention.proposed(dispute, written)).isEqualTo(kind);
    }

    @Test
    void aDossierIsKeptAsLongAsTheRuleOfItsDaySaid() {
        var codes = house.register(Code.class);
        Code ten = codes.list(Query.all().is("list", "retention_years").is("code", "1-10"), 1).get(0);
        codes.save(codes.shape().with(ten, Samples.map("valid_to", TODAY)));
        codes.save(codes.create(Samples.map("list", "retention_years", "code", "1-20", "label", "20", "parent", "1", "sort", 1L,
                "valid_from", TODAY.plusDays(1), "local", true)));
        var retention = new Retention(house.wiring().codes());
        assertThat(retention.years("1", TODAY)).isEqualTo(10);
        assertThat(retention.years("1", TODAY.plusDays(1))).isEqualTo(20);
        assertThat(retention.until(archived(null))).contains(LocalDate.of(TODAY.getYear() + 10, 12, 31));
        assertThat(retention.until(archived(15))).as("told by hand").contains(LocalDate.of(TODAY.getYear() + 15, 12, 31));
    }

    private Dispute archived(@Nullable Integer years) {
        Dispute dispute = house.samples().disputeAt("20");
        house.samples().completeDossier(dispute);
        return house.samples().move(dispute, Step.ARCHIVE, "retention_kind", "1", "retention_years", years);
    }
}
