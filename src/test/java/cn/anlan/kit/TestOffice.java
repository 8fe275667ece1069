package cn.anlan.kit;

import cn.anlan.Painting;
import cn.anlan.app.Wiring;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Mediator;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A real store in a folder of the test, and everything pages have at hand, without a window. Opened off the painting thread. */
public final class TestOffice implements AutoCloseable {
    public static final LocalDate TODAY = LocalDate.of(2026, 10, 31);
    public static final String TOWN = "620623100";

    public final Wiring house;
    public final Answers dialogs = new Answers();
    public final Office office;

    public TestOffice(Path folder) {
        Clock noon = Clock.fixed(ZonedDateTime.of(TODAY, LocalTime.of(12, 30), Period.ZONE).toInstant(), Period.ZONE);
        house = new Wiring(folder, noon);
        house.settings().put("clerk", "tester");
        house.settings().put(Memory.HOME, TOWN);
        var background = new Background(dialogs);
        office = new Office(house.registers(), house.journal(), house.codes(), house.places(), new Memory(house.settings(), background),
                background, dialogs, noon);
    }

    /** Waits until everything under way has come back and been painted. */
    public void settle() {
        Painting.calm();
        Painting.until("everything has come back", () -> office.background().idle());
        Painting.calm();
    }

    /** Does something on the painting thread and waits for what comes of it. */
    public <T> T onFx(Callable<T> work) {
        T result = Painting.does(work);
        settle();
        return result;
    }

    /** The same, for what has no result. */
    public void onFx(Runnable work) {
        onFx(() -> {
            work.run();
            return work;
        });
    }

    /** Stores an entry of these values. */
    public <E extends Entry> E stored(Class<E> type, Map<String, ? extends @Nullable Object> values) {
        Register<E> register = house.registers().of(type);
        return register.save(register.create(values));
    }

    /** The committee of the township and its one mediator. */
    public Mediator mediator() {
        Committee committee = stored(Committee.class, Map.of("name", "华藏寺镇人民调解委员会", "kind", "3", "area_code", TOWN,
                "short_name", "天华", "director", "李主任", "member_count", 5L, "has_female", true, "minority_member", true));
        return stored(Mediator.class, Map.of("name", "马调解", "sex", "1", "ethnic", "03", "birth_date", LocalDate.of(1980, 5, 5), "phone", "13909350001",
                "committee_id", committee.id()));
    }

    @Override
    public void close() {
        office.background().close();
        house.close();
    }
}
