package cn.anlan.security;

import cn.anlan.entry.Permission;
import cn.anlan.security.key.Holder;
import cn.anlan.security.key.KeyRing;
import cn.anlan.security.key.Keys;
import cn.anlan.store.attachment.Attachments;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who came in, as what, and with which keys (登录身份). A plain store is open to everybody, without a name. */
public final class Access implements Permission {
    /** Nobody in particular, in a store without keys. */
    public static final Access PLAIN = new Access(null, null, false);

    private static final String ATTACHMENT = "attachment";

    private final @Nullable Holder holder;
    private final @Nullable KeyRing ring;
    private final boolean byCode;

    private Access(@Nullable Holder holder, @Nullable KeyRing ring, boolean byCode) {
        this.holder = holder;
        this.ring = ring;
        this.byCode = byCode;
    }

    /** Of one whose password was right. */
    public static Access of(Keys.Opened opened) {
        return new Access(opened.holder(), opened.ring(), false);
    }

    /** Of one who brought the sheet from the safe; she must take a new password before anything else. */
    public static Access byCode(Keys.Opened opened) {
        return new Access(opened.holder(), opened.ring(), true);
    }

    /** The same person with the keys as they are now. */
    public Access with(KeyRing now) {
        return new Access(holder, now, byCode);
    }

    /** Whether she came in by the recovery code. */
    public boolean isByCode() {
        return byCode;
    }

    /** Who she is to the file of keys; empty in a plain store. */
    Optional<Holder> holder() {
        return Optional.ofNullable(holder);
    }

    /** How attachments are sealed: by the keys as they are at that moment, for somebody may be shown out meanwhile; in a plain store not at all. */
    public Attachments.Sealing sealing(Supplier<Access> now) {
        return ring == null ? Attachments.Sealing.none() : new Attachments.Sealing(
                plain -> now.get().ring().orElseThrow().seal(ATTACHMENT, plain), bytes -> now.get().ring().orElseThrow().opening(ATTACHMENT).apply(bytes));
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
