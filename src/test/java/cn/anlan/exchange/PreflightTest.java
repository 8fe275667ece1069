package cn.anlan.exchange;

import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Ulid;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.Mediator;
import cn.anlan.reference.Checks;
import cn.anlan.reference.Code;
import cn.anlan.reference.Place;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Before sealing the clerk hears what is wrong, with the record to jump to. */
class PreflightTest {
    @TempDir
    private Path folder;

    @Test
    void aTidyOfficeHearsNothing() throws IOException {
        try (Township town = Township.in(folder)) {
            assertThat(preflight(town, Township.PERIOD)).isEmpty();
        }
    }

    @Test
    void missingSettingsAreErrors() throws IOException {
        try (Township town = Township.in(folder)) {
            town.house.settings().put("org_code", "6206");
            town.house.settings().put("home", "");
            assertThat(preflight(town, Township.PERIOD)).hasSize(2).allMatch(Finding::isError);
        }
    }

    @Test
    void aWarningIsToldUntilSomebodySavesWithAReason() throws IOException {
        try (Township town = Township.in(folder)) {
            Register<Dispute> disputes = town.house.registers().of(Dispute.class);
            Dispute dispute = disputes.list(Query.all(), 1).get(0);
            Bundles stricter = withRule(town, new Violation("title", "rule of a later year", true), dispute.id());
            assertThat(stricter.preflight(Township.PERIOD, Progress.none())).singleElement().satisfies(finding -> {
                assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
                assertThat(finding.part()).isEqualTo("dispute");
                assertThat(finding.entryId()).isEqualTo(dispute.id());
                assertThat(finding.sentence()).contains(disputes.title(dispute), "rule of a later year");
            });
            disputes.save(disputes.shape().with(dispute, Map.of("people_count", 40L)), "核对过");
            assertThat(stricter.preflight(Township.PERIOD, Progress.none())).isEmpty();
        }
    }

    @Test
    void anErrorIsToldWithItsRecord() throws IOException {
        try (Township town = Township.in(folder)) {
            String id = town.house.registers().of(Dispute.class).list(Query.all(), 1).get(0).id();
            assertThat(withRule(town, Violation.hard("title", "forbidden"), id).preflight(Township.PERIOD, Progress.none()))
                    .singleElement().matches(Finding::isError).matches(finding -> id.equals(finding.entryId()));
        }
    }

    /** The same store under a program whose rules have one more thing to say of one dispute. */
    private static Bundles withRule(Township town, Violation said, String id) {
        var house = town.house;
        var registers = new Registers(house.journal(), new Checks(house.codes(), house.places(), Township.CLOCK), house.codes(), house.places(), new Ulid());
        registers.open(Code.class);
        registers.open(Place.class);
        registers.open(Committee.class);
        registers.open(Mediator.class);
        registers.open(Dispute.class, dispute -> dispute.id().equals(id) ? List.of(said) : List.of());
        return new Bundles(new Bundles.Office(house.database(), house.settings(), registers, house.journal(), List::of, Township.CLOCK));
    }

    @Test
    void aPeriodThatHasNotEndedAndAClockThatWentBackAreTold() throws IOException {
        try (Township town = Township.in(folder)) {
            LocalDate today = LocalDate.now(Township.CLOCK);
            assertThat(preflight(town, new Period(today, today.plusDays(1)))).singleElement().matches(finding -> !finding.isError());
            var early = new Bundles(new Bundles.Office(town.house.database(), town.house.settings(), town.house.registers(), town.house.journal(), List::of,
                    Clock.offset(Township.CLOCK, Duration.ofDays(-2))));
            assertThat(early.preflight(Township.PERIOD, Progress.none())).filteredOn(Finding::isError).hasSize(1);
        }
    }

    private static List<Finding> preflight(Township town, Period period) {
        return town.bundles().preflight(period, Progress.none());
    }
}
