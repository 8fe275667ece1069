package cn.anlan.scenario;

import cn.anlan.TestHouse;
import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.exchange.Finding;
import cn.anlan.exchange.Verifier;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeStep;
import cn.anlan.mediation.desk.Step;
import cn.anlan.report.form.Request;
import cn.anlan.store.Inspection;
import cn.anlan.store.Query;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever way disputes take over the desk, the house stays whole: its store, its reports, its list of what is due, its bundle. */
class RandomWalkTest {
    private static final int DISPUTES = 12;
    private static final int STEPS = 12;

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void noWalkBreaksTheHouse(@ForAll long seed) {
        try (var house = TestHouse.opened()) {
            var walk = new RandomWalk(house, seed);
            for (int i = 0; i < DISPUTES; i++) {
                walk.walk(STEPS);
            }
            assertThat(house.wiring().inspection().run()).isNotEmpty().allMatch(Inspection.Result::whole);
            everyStepIsBooked(house);
            reportsHold(house);
            todoAnswers(house);
            bundleVerifies(house);
        }
    }

    /** A walk proves nothing about a step it never takes. */
    @Test
    void walksTakeEveryStepThereIs() {
        try (var house = TestHouse.opened()) {
            var walk = new RandomWalk(house, 7);
            for (int i = 0; i < 100; i++) {
                walk.walk(16);
            }
            Set<String> taken = new TreeSet<>();
            house.register(DisputeStep.class).each(Query.all(), line -> taken.add(line.move().step()));
            assertThat(taken).contains(Arrays.stream(Step.values()).map(Step::code).toArray(String[]::new));
            assertThat(house.wiring().inspection().run()).allMatch(Inspection.Result::whole);
        }
    }

    /** The book of steps tells an unbroken way from draft to where a dispute stands. */
    private static void everyStepIsBooked(TestHouse house) {
        house.register(Dispute.class).each(Query.all(), dispute -> {
            String stage = "01";
            for (DisputeStep line : house.register(DisputeStep.class).list(Query.all().is("dispute_id", dispute.id()).sortedBy("id", false), 1_000)) {
                assertThat(line.move().fromStage()).isEqualTo(stage);
                stage = line.move().toStage();
            }
            assertThat(dispute.registration().stage()).isEqualTo(stage);
        });
    }

    private static void reportsHold(TestHouse house) {
        for (LocalDate month = RandomWalk.FIRST; !month.isAfter(RandomWalk.LAST); month = month.plusMonths(1)) {
            var period = new Period(month, month.plusMonths(1).minusDays(1));
            for (String code : List.of("T1", "T1-2010", "T2")) {
                for (boolean accepted : new boolean[] {false, true}) {
                    assertThat(house.wiring().reports().fill(new Request(code, period, accepted)).broken()).as("%s %s", code, period).isEmpty();
                }
            }
        }
    }

    private static void todoAnswers(TestHouse house) {
        for (LocalDate day = RandomWalk.FIRST; !day.isAfter(RandomWalk.LAST.plusMonths(3)); day = day.plusDays(9)) {
            assertThat(house.wiring().todo(day)).allSatisfy(due -> {
                assertThat(due.why()).isNotBlank().doesNotContain("⟦");
                assertThat(due.title()).isNotBlank();
            });
        }
    }

    private static void bundleVerifies(TestHouse house) {
        var settings = house.wiring().settings();
        settings.put("org_code", "620623100000");
        settings.put("org_name", Clerk.ORG_NAME);
        var period = new Period(RandomWalk.FIRST, TestHouse.TODAY);
        var bundles = house.wiring().bundles();
        assertThat(bundles.preflight(period, Progress.none())).filteredOn(Finding::isError).isEmpty();
        Path file = bundles.seal(period, house.folder(), Progress.none()).file();
        assertThat(Verifier.verify(file)).filteredOn(Finding::isError).isEmpty();
    }
}
