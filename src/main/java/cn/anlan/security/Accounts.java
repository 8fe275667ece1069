package cn.anlan.security;

import cn.anlan.entry.Refused;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.KeyRing;
import cn.anlan.security.key.Keys;
import cn.anlan.security.key.RecoveryCode;
import cn.anlan.store.Database;
import cn.anlan.store.Journal;
import cn.anlan.store.Journal.Action;
import cn.anlan.store.Journal.Subject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The desk of accounts (账户): lets people in, changes what they are, shows them out; whoever is not allowed to is refused, all is journaled. */
public final class Accounts {
    private final Keys keys;
    private final House house;
    private final int generationAtLogin;
    private final ReentrantLock still = new ReentrantLock();
    private volatile Access access;

    /**
     * What it works on.
     *
     * @param advice for the password of somebody of this name; knows what it must not be made of
     */
    public record House(Database database, Journal journal, Function<String, PasswordAdvice> advice) {}

    public Accounts(Keys keys, House house, Access access) {
        this.keys = keys;
        this.house = house;
        this.access = access;
        this.generationAtLogin = access.ring().map(KeyRing::generation).orElse(0);
    }

    /** Everyone who may come in. */
    public List<Holder> all() {
        require();
        return keys.holders();
    }

    /** Everyone who may come in, with when she last did; reads the whole journal. */
    public List<Account> list() {
        require();
        Map<String, OffsetDateTime> logins = house.journal.latest(Action.LOGIN);
        String here = access.name().orElse("");
        return keys.holders().stream().map(holder -> new Account(holder, Optional.ofNullable(logins.get(holder.name())), keys.waits(holder.name()),
                holder.name().equals(here))).toList();
    }

    /** The county that could open this store; empty when none was entrusted with it. */
    public Optional<String> county() {
        return access.ring().isEmpty() ? Optional.empty() : keys.county();
    }

    /** Lets somebody in who has no account yet. */
    public void admit(Holder holder, char[] password) {
        require();
        HolderRules.requireMediator(holder);
        house.advice.apply(holder.name()).require(password);
        locked(() -> {
            HolderRules.requireName(holder, keys.holders());
            keys.put(ring(), holder, password);
            note("added", holder.name() + " " + Role.of(holder.role()).label());
            return holder;
        });
    }

    /** Gives one who forgot her password another; her waiting is over. */
    public void reset(String name, char[] password) {
        require();
        house.advice.apply(name).require(password);
        locked(() -> {
            Holder holder = known(name);
            keys.put(ring(), holder, password);
            note("reset", name);
            return holder;
        });
    }

    /** Changes one's own password; the old one is asked for once more. */
    public void changePassword(char[] old, char[] password) {
        String name = access.name().orElseThrow(() -> Refused.of("security.refused.plain"));
        Holder holder = keys.open(name, old).holder();
        house.advice.apply(name).require(password);
        locked(() -> {
            keys.put(ring(), holder, password);
            note("password", name);
            return holder;
        });
    }

    /** The first thing one does who came in by the recovery code: she takes a new password, and the sheet is replaced by the one answered. */
    public RecoveryCode comeBack(char[] password) {
        Holder holder = access.holder().filter(one -> access.isByCode()).orElseThrow(() -> Refused.of("security.refused.plain"));
        house.advice.apply(holder.name()).require(password);
        return locked(() -> {
            keys.put(ring(), holder, password);
            RecoveryCode code = keys.renewCode(ring());
            note("recover", holder.name());
            return code;
        });
    }

    /** Makes somebody something else, from her next login on. The name says whom. */
    public void appoint(Holder becomes) {
        require();
        Role role = Role.of(becomes.role());
        HolderRules.requireMediator(becomes);
        locked(() -> {
            known(becomes.name());
            HolderRules.keepOneKeeper(keys.holders(), becomes.name(), role);
            keys.change(ring(), becomes.name(), before -> becomes);
            note("role", becomes.name() + " " + role.label());
            return becomes;
        });
    }

    /**
     * Shows somebody out, and writes the store anew under a key she never had. Takes seconds on a full store; writers wait meanwhile. She is out in
     * any case: when the disk is full or others are at work, {@link Refused} says that the store will be written anew at the next start.
     */
    public void dismiss(String name) {
        require();
        locked(() -> {
            known(name);
            HolderRules.keepOneKeeper(keys.holders(), name, Role.CLERK);
            if (access.name().filter(name::equals).isPresent()) {
                throw Refused.of("security.refused.oneself");
            }
            KeyRing renewed = keys.remove(ring(), name);
            access = access.with(renewed);
            note("removed", name);
            try {
                house.database.rekey(renewed.newestStoreKey());
            } catch (Refused notNow) {
                throw Refused.of("security.refused.rekey_later", name, String.valueOf(notNow.getMessage())).because(notNow);
            }
            return renewed;
        });
    }

    /** A new recovery code; the sheet printed before opens nothing from now on. */
    public RecoveryCode renewCode() {
        require();
        return locked(() -> {
            RecoveryCode code = keys.renewCode(ring());
            note("recovery", "");
            return code;
        });
    }

    /** Lets the county open this store, see {@link Keys#escrow}. */
    public void entrust(String county, String openPem) {
        require();
        locked(() -> {
            keys.escrow(ring(), county, openPem);
            note("escrow", county);
            return county;
        });
    }

    /**
     * Forgets the older keys, once nothing is sealed with them any more; {@code done} is asked again while nobody else changes the keys. Not in the
     * session in which the key was changed: its forms and its store may still have the older one.
     */
    boolean settle(Callable<Boolean> done) {
        return locked(() -> {
            boolean may = ring().hasOlder() && ring().generation() == generationAtLogin && done.call();
            if (may) {
                access = access.with(keys.settle(ring()));
            }
            return may;
        });
    }

    /** Does something while the keys stay as they are: copies them and what they seal into one backup. */
    public <T> T still(Callable<T> work) {
        return locked(work);
    }

    /** Neither on another thread nor in another program anybody changes the keys meanwhile. */
    private <T> T locked(Callable<T> work) {
        still.lock();
        try {
            return keys.still(work);
        } finally {
            still.unlock();
        }
    }

    /** The keys as they are now. */
    public Access access() {
        return access;
    }

    private KeyRing ring() {
        return access.ring().orElseThrow(() -> Refused.of("security.refused.plain"));
    }

    private void require() {
        Role role = access.who().orElseThrow(() -> Refused.of("security.refused.plain"));
        if (!role.keepsAccounts()) {
            throw Refused.of("security.refused.not_keeper", role.label());
        }
    }

    private Holder known(String name) {
        return keys.holders().stream().filter(holder -> holder.name().equals(name)).findFirst()
                .orElseThrow(() -> Refused.of("security.refused.unknown", name));
    }

    private void note(String what, String whom) {
        house.journal.note(Action.ACCOUNT, Subject.HOUSE, "", Map.of("what", what, "whom", whom));
    }
}
