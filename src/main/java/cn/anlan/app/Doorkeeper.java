package cn.anlan.app;

import cn.anlan.mediation.Mediator;
import cn.anlan.security.Access;
import cn.anlan.security.Accounts;
import cn.anlan.security.Drafts;
import cn.anlan.security.PasswordAdvice;
import cn.anlan.security.Tip;
import cn.anlan.security.key.Keys;
import cn.anlan.store.Journal;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.backup.Return;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows who came in, notes it, and keeps the accounts of the house (门卫). */
public final class Doorkeeper {
    private static final int MOST_PEOPLE = 500;

    private final Wiring house;
    private final Access access;
    private final Accounts accounts;
    private final @Nullable Tip tip;

    /** The keys of the store in a folder, once a return of a backup that was cut short has been finished: they are part of it. */
    public static Keys keys(Path folder, Clock clock) {
        new Return(folder).finish();
        return new Keys(folder, clock);
    }

    /** From now on {@code access} works in the house, and may do there what she may. */
    Doorkeeper(Path folder, Wiring house, Keys keys, Access access) {
        this.house = house;
        this.access = access;
        tip = access.ring().map(ring -> new Tip(folder, ring, house.journal())).orElse(null);
        accounts = new Accounts(keys, new Accounts.House(house.database(), house.journal(),
                () -> new PasswordAdvice(house.registers().asDesk(this::familiar))), access);
        house.registers().admit(access);
        if (access.ring().isPresent()) {
            house.journal().note(Journal.Action.LOGIN, Journal.Subject.HOUSE, "");
        }
    }

    /** What a password should not be made of: the office, its places, its people. */
    private List<String> familiar() {
        List<String> familiar = new ArrayList<>();
        house.settings().get("org_name").ifPresent(familiar::add);
        access.name().ifPresent(familiar::add);
        house.settings().get("home").ifPresent(home -> house.places().below(home, List.of("town", "village"))
                .forEach(place -> familiar.add(place.name())));
        Register<Mediator> mediators = house.registers().of(Mediator.class);
        mediators.list(Query.all(), MOST_PEOPLE).forEach(mediator -> familiar.add(mediators.title(mediator)));
        return familiar;
    }

    /** Where her half-filled form is kept; a store of samples keeps none. */
    public Optional<Drafts> drafts() {
        return access.ring().map(ring -> new Drafts(house.database().folder(), ring, access.name().orElse("")));
    }

    /** Who came in. */
    public Access access() {
        return access;
    }

    public Accounts accounts() {
        return accounts;
    }

    /** Whether the store is the one that was closed last, and no older copy of it. */
    boolean isCurrent() {
        return tip == null || tip.holds();
    }

    /** After a backup was put back on purpose: the store is current from now on. */
    public void acceptAsCurrent() {
        if (tip != null) {
            tip.renew();
        }
    }

    void close() {
        if (tip != null) {
            tip.note();
        }
    }
}
