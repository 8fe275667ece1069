package cn.anlan.app.sample;

import cn.anlan.app.Wiring;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Progress.Steps;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.entry.Ulid;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.Mediator;
import cn.anlan.reference.Place;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Fills a store with a sample township or the whole sample county (样例数据): the same for the same plan, every entry through its register,
 * every step of a dispute through the desk.
 */
public final class Sample {
    /** The last day of sample data made from the command line, so that it comes out the same whenever it is made. */
    public static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    private static final int AT_ONCE = 50;
    private static final LocalTime CLOSING_TIME = LocalTime.of(17, 0);

    /**
     * What to make.
     *
     * @param place code of a township, or of the county for all its townships
     * @param cases how many disputes
     * @param lastDay the day the sample data was, as it were, entered (Asia/Shanghai)
     */
    public record Plan(String place, int cases, long seed, LocalDate lastDay) {}

    /** Where a dispute is mediated, and by whom. */
    record Seat(Place village, String committeeId, String mediatorId, String mediator) {}

    private final Wiring house;
    private final Plan plan;
    private final Words words;

    private Sample(Wiring house, Plan plan) {
        this.house = house;
        this.plan = plan;
        this.words = new Words(new Random(plan.seed));
    }

    /** Fills the store in a folder, telling how many disputes are made so far; refused when it holds disputes already, or when cancelled half way. */
    public static void fill(Path folder, Plan plan, Progress progress) {
        Clock clock = Clock.fixed(ZonedDateTime.of(plan.lastDay, CLOSING_TIME, Period.ZONE).toInstant(), Period.ZONE);
        try (var house = new Wiring(folder, clock, new Ulid(clock, new Random(plan.seed)))) {
            if (house.registers().of(Dispute.class).count(Query.all().lives(Query.Lives.BOTH), 1) > 0) {
                throw Refused.of("app.refused.not_empty");
            }
            new Sample(house, plan).fill(new Steps(progress, plan.cases, "app.refused.sample_cancelled"));
        }
    }

    private void fill(Steps steps) {
        settle();
        List<Seat> seats = house.registers().together(this::seats);
        house.registers().together(() -> {
            new SampleRosters(house, words, plan).fill();
            return seats;
        });
        steps.pause();
        var cases = new SampleCases(house, words, plan.lastDay);
        for (int done = 0; done < plan.cases; done += AT_ONCE) {
            int upTo = Math.min(plan.cases, done + AT_ONCE);
            int from = done;
            house.registers().together(() -> {
                for (int i = from; i < upTo; i++) {
                    cases.make(words.oneOf(seats));
                    steps.next();
                }
                return upTo;
            });
        }
        house.registers().together(() -> {
            new SampleScreenings(house, words, plan).fill(seats);
            return seats;
        });
    }

    private void settle() {
        Place home = house.places().find(plan.place).orElseThrow(() -> Refused.of("app.refused.no_place", plan.place));
        Map<String, String> settings = new HashMap<>();
        settings.put("home", home.code());
        settings.put("org_code", (home.code() + "000000000000").substring(0, 12));
        settings.put("org_name", Text.of("app.org_name", home.name()));
        settings.put("sample", plan.place);
        settings.put("clerk", Text.of("app.sample_clerk"));
        settings.put("install_id", house.registers().newId());
        settings.forEach((key, value) -> {
            if (house.settings().get(key).isEmpty()) {
                house.settings().put(key, value);
            }
        });
    }

    /** A committee and a mediator for every village, and for every township one of its own. */
    private List<Seat> seats() {
        List<Seat> seats = new ArrayList<>();
        for (Place place : house.places().below(plan.place, List.of("town", "village"))) {
            boolean town = place.level().equals("town");
            String name = town ? place.name() : house.places().path(place.code()).replace(" · ", "");
            Words.Person director = words.person(plan.lastDay);
            Committee committee = save(Committee.class, Map.of(
                    "name", words.text("committee", name, ""), "kind", town ? "3" : isCommunity(place) ? "2" : "1", "area_code", place.code(),
                    "short_name", shortName(place), "director", director.name(),
                    "member_count", (long) words.number(3, 7), "has_female", true, "minority_member", true, "phone", director.phone()));
            Words.Person person = words.person(plan.lastDay);
            Mediator mediator = save(Mediator.class, Map.of("name", person.name(), "ethnic", person.ethnic(), "id_number", person.idNumber(),
                    "phone", person.phone(), "committee_id", committee.id(), "full_time", town, "start_date", plan.lastDay.minusYears(2)));
            if (!town) {
                seats.add(new Seat(place, committee.id(), mediator.id(), person.name()));
            }
        }
        return seats;
    }

    /** County, township and village each by its first letters, as case numbers have it. */
    private String shortName(Place place) {
        String town = house.places().name(place.code().substring(0, 9));
        return words.text("county_short") + town.substring(0, 1) + (place.level().equals("town") ? "" : place.name().substring(0, 2));
    }

    /** Residents' committees have numbers below 200 in their township. Source: the statistical division codes. */
    static boolean isCommunity(Place village) {
        return Integer.parseInt(village.code().substring(9)) < 200;
    }

    private <E extends Entry> E save(Class<E> type, Map<String, ? extends @Nullable Object> values) {
        Register<E> register = house.registers().of(type);
        return register.save(register.create(values));
    }
}
