package cn.anlan.app;

import cn.anlan.mediation.Mediator;
import cn.anlan.security.Access;
import cn.anlan.security.Accounts;
import cn.anlan.security.Drafts;
import cn.anlan.security.PasswordAdvice;
import cn.anlan.security.RecoverySheet;
import cn.anlan.security.Renewal;
import cn.anlan.security.Tip;
import cn.anlan.security.key.KeyRing;
import cn.anlan.security.key.Keys;
import cn.anlan.store.Journal;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.backup.Return;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows who came in, notes it, and keeps the accounts of the house (门卫). */
public final class Doorkeeper {
    private static final int MOST_PEOPLE = 500;

    private final Wiring house;
    private final Access access;
    private final Accounts accounts;
    private final Renewal renewal;
    private final RecoverySheet sheet;
    private final @Nullable Tip tip;

    /** The keys of the store in a folder, once a return of a backup that was cut short has been finished: they are part of it. */
    public static Keys keys(Path folder, Clock clock) {
        new Return(folder).finish();
        return new Keys(folder, clock);
    }

    /** From now on {@code access} works in the house, and may do there what she may. */
    Doorkeeper(Wiring house, Keys keys, Access access, Clock clock) {
        Path folder = house.database().folder();
        this.house = house;
        this.access = access;
        accounts = new Accounts(keys, new Accounts.House(house.database(), house.journal(), this::advice), access);
        renewal = new Renewal(folder, accounts, house.attachments());
        renewal.sealSmall();
        sheet = new RecoverySheet(house.printing().press(), () -> house.settings().get("org_name").orElse(""), clock, house.journal());
        tip = access.ring().map(ring -> new Tip(folder, ring, house.journal())).orElse(null);
        house.registers().admit(access);
        if (access.ring().isPresent()) {
            house.journal().note(Journal.Action.LOGIN, Journal.Subject.HOUSE, "", access.isByCode() ? Map.of("by", "code") : Map.of());
        }
    }

    /** What is thought of a password of somebody of this name. Reads the books, so not on the painting thread. */
    public PasswordAdvice advice(String name) {
        List<String> familiar = house.registers().asDesk(this::familiar);
        familiar.add(name);
        return new PasswordAdvice(familiar);
    }

    /** What a password should not be made of: the office, its places, its people. */
    private List<String> familiar() {
        List<String> familiar = new ArrayList<>();
        List.of("org_name", "clerk").forEach(key -> house.settings().get(key).ifPresent(familiar::add));
        access.name().ifPresent(familiar::add);
        house.settings().get("home").ifPresent(home -> house.places().below(home, List.of("town", "village"))
                .forEach(place -> familiar.add(place.name())));
        familiar.addAll(mediators().values());
        return familiar;
    }

    /** The mediators by their id, to tell whose account one is. */
    public Map<String, String> mediators() {
        return house.registers().asDesk(() -> {
            Map<String, String> names = new LinkedHashMap<>();
            Register<Mediator> mediators = house.registers().of(Mediator.class);
            mediators.list(Query.all(), MOST_PEOPLE).forEach(mediator -> names.put(mediator.id(), mediators.title(mediator)));
            return names;
        });
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

    /** Seals anew what has an older key. */
    public Renewal renewal() {
        return renewal;
    }

    /** What a recovery code is printed on. */
    public RecoverySheet sheet() {
        return sheet;
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

    /** Overwrites the keys in memory; the house is closed already. */
    public void forget() {
        List.of(access, accounts.access()).forEach(each -> each.ring().ifPresent(KeyRing::wipe));
    }

    void close() {
        renewal.stop();
        if (tip != null) {
            tip.note();
        }
    }
}
