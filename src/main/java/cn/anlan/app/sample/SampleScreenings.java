package cn.anlan.app.sample;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Period;
import cn.anlan.mediation.Screening;
import cn.anlan.mediation.ScreeningFinding;
import cn.anlan.mediation.SubsidyClaim;
import cn.anlan.mediation.subsidy.Candidate;
import cn.anlan.mediation.subsidy.ClaimStep;
import cn.anlan.reference.Place;
import cn.anlan.store.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

import static cn.anlan.app.sample.SampleRosters.values;

/** The sample's screenings and claims (样例排查与补贴): three months of half-monthly reports, most of them nil, and last half year's batch. */
final class SampleScreenings {
    private static final int MONTHS = 3;
    private static final int MOST_CLAIMED = 12;
    /** Among more cases than these nobody looks for a sample's claims. */
    private static final int MOST_CASES = 5_000;

    private final Wiring house;
    private final Words words;
    private final Sample.Plan plan;
    private final Register<Screening> screenings;

    SampleScreenings(Wiring house, Words words, Sample.Plan plan) {
        this.house = house;
        this.words = words;
        this.plan = plan;
        this.screenings = house.registers().of(Screening.class);
    }

    void fill(List<Sample.Seat> seats) {
        LocalDate last = plan.lastDay();
        for (int back = MONTHS - 1; back >= 0; back--) {
            LocalDate month = last.minusMonths(back).withDayOfMonth(1);
            for (Sample.Seat seat : seats) {
                half(seat, month.plusDays(words.number(11, 14)));
                half(seat, month.plusDays(words.number(25, month.lengthOfMonth() - 1)));
            }
        }
        for (Place town : house.places().below(plan.place(), List.of("town"))) {
            for (int back = MONTHS - 1; back > 0; back--) {
                LocalDate month = last.minusMonths(back);
                screenings.save(screenings.create(values("date", month.withDayOfMonth(month.lengthOfMonth()), "area_code", town.code(), "kind", "5",
                        "screeners", words.person(last).name(), "found_count", (long) words.number(1, 4), "prevented_count", 0L)));
            }
        }
        if (plan.cases() <= MOST_CASES) {
            claims();
        }
    }

    /** One half month of one village; of the present one a few are still missing. */
    private void half(Sample.Seat seat, LocalDate day) {
        boolean present = day.isAfter(plan.lastDay().minusDays(16));
        if (day.isAfter(plan.lastDay()) || present && words.chance(15)) {
            return;
        }
        boolean found = words.chance(18);
        Map<String, @Nullable Object> screening = values("date", day, "area_code", seat.village().code(), "kind", "2", "screeners", seat.mediator(),
                "found_count", found ? 1L : 0L, "prevented_count", 0L, "is_zero_report", !found);
        if (found && words.chance(20)) {
            screening.putAll(values("prevented_count", 1L, "prevent_kind", words.oneOf(List.of("2", "3")), "prevent_people", (long) words.number(2, 9)));
        }
        Screening stored = screenings.save(screenings.create(screening));
        if (found) {
            String type = words.oneOf(List.of("02", "06", "07", "13"));
            Words.Person one = words.person(plan.lastDay());
            Words.Person other = words.person(plan.lastDay());
            Register<ScreeningFinding> findings = house.registers().of(ScreeningFinding.class);
            findings.save(findings.create(values("screening_id", stored.id(), "summary", words.text("type." + type, one.name(), other.name()),
                    "type_sf", type, "applicant", one.name(), "respondent", other.name(), "phone", one.phone(), "people_count", (long) words.number(2, 5),
                    "outcome", words.chance(70) ? "1" : words.chance(50) ? "2" : "3")));
        }
    }

    /** The batch of the half year gone by: handed in, most of it passed and paid, one sent back. */
    private void claims() {
        LocalDate end = LocalDate.of(plan.lastDay().getYear(), plan.lastDay().getMonthValue() > 6 ? 7 : 1, 1).minusDays(1);
        var period = new Period(end.plusDays(1).minusMonths(6), end);
        List<String> payable = house.subsidies().candidates(period).stream().filter(each -> each.check().reasons().isEmpty())
                .map(Candidate::dispute).map(dispute -> dispute.id()).limit(MOST_CLAIMED).toList();
        if (payable.isEmpty()) {
            return;
        }
        String half = words.text(end.getMonthValue() == 6 ? "first_half" : "second_half", end.getYear(), "");
        List<SubsidyClaim> claims = house.subsidies().claim(half, period, payable);
        house.subsidies().moveAll(half, ClaimStep.SUBMIT);
        for (SubsidyClaim claim : claims.subList(1, claims.size())) {
            house.subsidies().move(claim.id(), ClaimStep.APPROVE, words.text("approved"));
            if (words.chance(80)) {
                house.subsidies().move(claim.id(), ClaimStep.PAY, null);
            }
        }
        house.subsidies().move(claims.get(0).id(), ClaimStep.RETURN, words.text("returned"));
    }
}
