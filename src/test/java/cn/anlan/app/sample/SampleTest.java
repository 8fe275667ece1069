package cn.anlan.app.sample;

import cn.anlan.TestHouse;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Violation;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.DisputeParty;
import cn.anlan.mediation.DisputeStep;
import cn.anlan.reference.Code;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SampleTest {
    private static final Sample.Plan TOWNSHIP = new Sample.Plan(TestHouse.TOWN, 200, 7, Sample.LAST_DAY);

    @TempDir
    static Path folder;

    private static final List<Wiring> OPEN = new ArrayList<>();

    @BeforeAll
    static void fill() {
        Sample.fill(folder.resolve("town"), TOWNSHIP, Progress.none());
        OPEN.add(open(folder.resolve("town")));
    }

    @AfterAll
    static void close() {
        OPEN.forEach(Wiring::close);
    }

    private static Wiring town() {
        return OPEN.get(0);
    }

    private static Wiring open(Path store) {
        return new Wiring(store, Clock.fixed(Sample.LAST_DAY.atTime(LocalTime.NOON).atZone(Period.ZONE).toInstant(),
                Period.ZONE));
    }

    private static List<String> everything(Wiring house) {
        List<String> lines = new ArrayList<>();
        house.registers().all().forEach(register -> write(register, lines));
        return lines;
    }

    private static <E extends Entry> void write(Register<E> register, List<String> lines) {
        register.each(Query.all().lives(Query.Lives.BOTH), entry -> lines.add(register.name() + EntryJson.write(register.shape(), entry)));
    }

    @Test
    void theSameSeedMakesTheSameTownship() {
        Sample.fill(folder.resolve("again"), TOWNSHIP, Progress.none());
        try (var again = open(folder.resolve("again"))) {
            assertThat(everything(again)).containsExactlyElementsOf(everything(town()));
        }
    }

    @Test
    void anotherSeedMakesAnother() {
        Sample.fill(folder.resolve("other"), new Sample.Plan(TestHouse.TOWN, 5, 8, Sample.LAST_DAY), Progress.none());
        try (var other = open(folder.resolve("other"))) {
            assertThat(everything(other)).doesNotContainAnyElementsOf(everything(town()).stream().filter(line -> line.startsWith("dispute{")).toList());
        }
    }

    @Test
    void everyEntryIsOneTheRulesAccept() {
        List<String> wrong = new ArrayList<>();
        town().registers().all().forEach(register -> recheck(register, wrong));
        assertThat(wrong).isEmpty();
    }

    private static <E extends Entry> void recheck(Register<E> register, List<String> wrong) {
        for (E entry : register.list(Query.all(), 10_000)) {
            register.recheck(entry).stream().filter(violation -> !violation.soft()).map(Violation::sentence)
                    .forEach(sentence -> wrong.add(register.name() + " " + entry.id() + ": " + sentence));
        }
    }

    @Test
    void disputesStandAtEveryStage() {
        Set<String> stages = new HashSet<>();
        town().registers().of(Dispute.class).each(Query.all(), dispute -> stages.add(dispute.registration().stage()));
        assertThat(town().registers().of(Dispute.class).count(Query.all(), 1000)).isEqualTo(200);
        Set<String> lasting = new HashSet<>(town().codes().all("dispute_stage").stream().map(Code::code).toList());
        // passed through at once: an agreement is being kept or is kept, what ended without one is closed the same week
        lasting.removeAll(Set.of("05", "07", "08", "10", "11", "12", "13"));
        assertThat(stages).containsAll(lasting);
        Set<String> passed = new HashSet<>();
        town().registers().of(DisputeStep.class).each(Query.all(), line -> passed.add(line.move().toStage()));
        assertThat(passed).contains("02", "03", "04", "05", "06", "07", "10", "11", "12", "13", "20", "30");
    }

    @Test
    void peopleOfSeveralEthnicGroupsLiveHere() {
        List<DisputeParty> parties = town().registers().of(DisputeParty.class).list(Query.all(), 1000);
        assertThat(parties).extracting(party -> party.who().name()).anyMatch(name -> name.contains("·"));
        assertThat(parties).extracting(party -> party.person().ethnic()).contains("01", "04", "03", "30");
        assertThat(everything(town())).as("a rare character beyond the basic plane").anyMatch(line -> line.codePoints().anyMatch(c -> c > 0xFFFF));
    }

    @Test
    void theJournalHoldsAndTheStoreIsWhole() {
        assertThat(town().journal().firstBrokenLink()).isEmpty();
    }

    @Test
    void aStoreInUseIsNotMixedWithSamples() {
        assertThatThrownBy(() -> Sample.fill(folder.resolve("town"), TOWNSHIP, Progress.none())).isInstanceOf(Refused.class).hasMessageContaining("已有纠纷");
        assertThatThrownBy(() -> Sample.fill(folder.resolve("nowhere"), new Sample.Plan("999999", 1, 1, Sample.LAST_DAY), Progress.none()))
                .isInstanceOf(Refused.class).hasMessageContaining("999999");
    }

    /** 640 literates, 85 villages with a title, 198 service points: the county's published totals. */
    @Test
    void theSampleCountyHasTheCountysTotals() {
        Sample.fill(folder.resolve("county"), new Sample.Plan("620623", 0, 1, Sample.LAST_DAY), Progress.none());
        try (var county = open(folder.resolve("county"))) {
            assertThat(county.registers().named("literate").count(Query.all(), 10_000)).isEqualTo(640);
            assertThat(county.registers().named("village_title").count(Query.all(), 10_000)).isEqualTo(85);
            assertThat(county.registers().named("service_point").count(Query.all(), 10_000)).isEqualTo(198);
            assertThat(county.registers().named("village").count(Query.all(), 10_000)).isEqualTo(178);
        }
    }
}
