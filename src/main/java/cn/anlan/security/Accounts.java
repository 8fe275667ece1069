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
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The desk of accounts (账户): lets people in, changes what they are, shows them out; whoever is not allowed to is refused, all is journaled. */
public final class Accounts {
    private final Keys keys;
    private final House house;
    private Access access;

    /**
     * What it works on.
     *
     * @param advice knows the names a password must not be made of
     */
    public record House(Database database, Journal journal, Supplier<PasswordAdvice> advice) {}

    public Accounts(Keys keys, House house, Access access) {
        this.keys = keys;
        this.house = house;
        this.access = access;
    }

    /** Everyone who may come in. */
    public List<Holder> all() {
        require();
        return keys.holders();
    }

    /** Lets somebody in, or gives one who forgot it another password. */
    public void admit(Holder holder, char[] password) {
        require();
        if (holder.name().isBlank()) {
            throw Refused.of("security.refused.no_name");
        }
        Role role = Role.of(holder.role());
        if (role == Role.MEDIATOR && holder.mediatorId() == null) {
            throw Refused.of("security.refused.no_mediator", holder.name());
        }
        keepOneKeeper(holder.name(), role);
        house.advice.get().require(password);
        boolean known = keys.holders().stream().anyMatch(one -> one.name().equals(holder.name()));
        keys.put(ring(), holder, password);
        note(known ? "reset" : "added", holder.name() + " " + role.label());
    }

    /** Changes one's own password; the old one is asked for once more. */
    public void changePassword(char[] old, char[] password) {
        String name = access.name().orElseThrow(() -> Refused.of("security.refused.plain"));
        Holder holder = keys.open(name, old).holder();
        house.advice.get().require(password);
        keys.put(ring(), holder, password);
        note("password", name);
    }

    /** Makes somebody something else. */
    public void appoint(String name, Role role) {
        require();
        known(name);
        keepOneKeeper(name, role);
        keys.change(ring(), name, holder -> new Holder(name, role.word(), holder.mediatorId()));
        note("role", name + " " + role.label());
    }

    /** Shows somebody out, and writes the store anew under a key she never had. Takes seconds on a full store; writers wait meanwhile. */
    public void dismiss(String name) {
        require();
        known(name);
        keepOneKeeper(name, Role.CLERK);
        if (access.name().filter(name::equals).isPresent()) {
            throw Refused.of("security.refused.oneself");
        }
        KeyRing renewed = keys.remove(ring(), name);
        access = access.with(renewed);
        house.database.rekey(renewed.newestStoreKey());
        note("removed", name);
    }

    /** A new recovery code; the sheet printed before opens nothing from now on. */
    public RecoveryCode renewCode() {
        require();
        RecoveryCode code = keys.renewCode(ring());
        note("recovery", "");
        return code;
    }

    /** Lets the county open this store, see {@link Keys#escrow}. */
    public void entrust(String county, String openPem) {
        require();
        keys.escrow(ring(), county, openPem);
        note("escrow", county);
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

    private void known(String name) {
        if (keys.holders().stream().noneMatch(holder -> holder.name().equals(name))) {
            throw Refused.of("security.refused.unknown", name);
        }
    }

    /** An office nobody can let people into is locked for good. */
    private void keepOneKeeper(String name, Role becomes) {
        boolean another = keys.holders().stream().anyMatch(holder -> !holder.name().equals(name) && Role.of(holder.role()).keepsAccounts());
        if (!another && !becomes.keepsAccounts()) {
            throw Refused.of("security.refused.last_keeper");
        }
    }

    private void note(String what, String whom) {
        house.journal.note(Action.ACCOUNT, Subject.HOUSE, "", Map.of("what", what, "whom", whom));
    }
}
