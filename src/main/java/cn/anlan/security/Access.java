package cn.anlan.security;

import cn.anlan.entry.Permission;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.KeyRing;
import cn.anlan.security.key.Keys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who came in, as what, and with which keys (登录身份). A plain store is open to everybody, without a name. */
public final class Access implements Permission {
    /** Nobody in particular, in a store without keys. */
    public static final Access PLAIN = new Access(null, null);

    private final @Nullable Holder holder;
    private final @Nullable KeyRing ring;

    private Access(@Nullable Holder holder, @Nullable KeyRing ring) {
        this.holder = holder;
        this.ring = ring;
    }

    /** Of one whose password was right. */
    public static Access of(Keys.Opened opened) {
        return new Access(opened.holder(), opened.ring());
    }

    /** The same person with the keys as they are now. */
    public Access with(KeyRing now) {
        return new Access(holder, now);
    }

    /** Empty in a plain store. */
    public Optional<KeyRing> ring() {
        return Optional.ofNullable(ring);
    }

    /** Her name, as the journal writes it; empty in a plain store. */
    public Optional<String> name() {
        return Optional.ofNullable(holder).map(Holder::name);
    }

    /** Empty in a plain store. */
    public Optional<Role> who() {
        return Optional.ofNullable(holder).map(known -> Role.of(known.role()));
    }

    @Override
    public boolean may(Act act, String register) {
        return who().map(role -> role.may(act, register)).orElse(true);
    }

    @Override
    public boolean mayMove(String register, String step) {
        return who().map(role -> role.mayMove(step)).orElse(true);
    }

    @Override
    public Optional<Own> own() {
        return who().filter(role -> role == Role.MEDIATOR).map(mediator -> new Own("dispute", "lead_mediator_id",
                holder == null || holder.mediatorId() == null ? "" : holder.mediatorId(), name().orElse("")));
    }

    @Override
    public String role() {
        return who().map(Role::label).orElse("");
    }
}
