package cn.anlan.mediation.dossier;

import cn.anlan.TestHouse;
import cn.anlan.entry.Period;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.desk.Step;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static cn.anlan.TestHouse.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

class ShelvesTest {
    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Shelves shelves() {
        return new Shelves(house.wiring().registers(), new Retention(house.wiring().codes()));
    }

    private Dispute archived(String kind, @Nullable Integer years, LocalDate day) {
        Dispute dispute = house.samples().disputeAt("20");
        house.samples().completeDossier(dispute);
        house.wiring().dossiers().numberAll(dispute.id());
        return house.samples().move(dispute, Step.ARCHIVE, "retention_kind", kind, "retention_years", years, "archive_date", day.toString());
    }

    @Test
    void aDossierEndsOnTheLastDayOfItsLastYear() {
        Dispute one = archived("1", null, TODAY);
        LocalDate last = LocalDate.of(TODAY.getYear() + 10, 12, 31);
        assertThat(shelves().ending(last.minusDays(1))).isEmpty();
        assertThat(shelves().ending(last)).singleElement().satisfies(shelved -> {
            assertThat(shelved.dispute()).isEqualTo(one);
            assertThat(shelved.until()).isEqualTo(last);
            assertThat(shelved.papers()).isEqualTo(6);
            assertThat(shelved.pages()).isEqualTo(3);
            assertThat(shelved.committee()).contains("人民调解委员会");
        });
    }

    @Test
    void theFirstToEndStandsFirstAndWhatIsKeptForEverNever() {
        Dispute longer = archived("2", null, TODAY);
        archived("3", null, TODAY);
        Dispute shorter = archived("1", 5, TODAY);
        assertThat(shelves().ending(TODAY.plusYears(100))).extracting(Shelves.Shelved::dispute).containsExactly(shorter, longer);
        assertThat(shelves().ending(TODAY)).isEmpty();
    }

    @Test
    void whatIsTakenDownAgainIsOnNoList() {
        Dispute dispute = archived("1", 1, TODAY);
        house.samples().move(dispute, Step.REOPEN, "reason", "补正");
        assertThat(shelves().ending(TODAY.plusYears(100))).isEmpty();
        assertThat(shelves().archived(new Period(TODAY, TODAY), null)).isEmpty();
    }

    @Test
    void whatIsHandedOverIsWhatWentOnTheShelfInThePeriodOfOneCommitteeOrAll() {
        Dispute dispute = archived("1", null, TODAY);
        String committee = dispute.handling().committeeId();
        assertThat(shelves().archived(new Period(TODAY, TODAY), null)).hasSize(1);
        assertThat(shelves().archived(new Period(TODAY, TODAY), committee)).hasSize(1);
        assertThat(shelves().archived(new Period(TODAY.minusDays(9), TODAY.minusDays(1)), null)).isEmpty();
        assertThat(shelves().archived(new Period(TODAY, TODAY), "01ARZ3NDEKTSV4RRFFQ69G5FAV")).isEmpty();
    }
}
