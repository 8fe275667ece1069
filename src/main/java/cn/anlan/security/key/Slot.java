package cn.anlan.security.key;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way into the store (钥匙槽): somebody's password, the recovery code, or the county. Behind the lock lies the secret half of a mailbox,
 * in the mailbox the data key.
 *
 * @param lock null for the county, whose secret half is with the county
 * @param mailbox the open half
 * @param letter the newest data key, left in the mailbox
 */
record Slot(Kind kind, Holder holder, @Nullable Lock lock, byte[] mailbox, byte[] letter) {

    /** What opens it. */
    enum Kind {
        PASSWORD,
        RECOVERY,
        ESCROW
    }

    /**
     * What must be known to open it.
     *
     * @param cost null when the code is strong enough by itself
     * @param secret the mailbox's secret half, sealed
     */
    record Lock(@Nullable Cost cost, byte[] salt, byte[] secret) {}

    static Slot password(Holder holder, Cost cost, char[] password, KeyRing ring) {
        byte[] salt = Strongbox.random(16);
        return locked(Kind.PASSWORD, holder, new Lock(cost, salt, cost.key(password, salt)), ring);
    }

    static Slot recovery(RecoveryCode code, KeyRing ring) {
        return locked(Kind.RECOVERY, Holder.NOBODY, new Lock(null, new byte[0], code.key()), ring);
    }

    static Slot escrow(String county, byte[] open, KeyRing ring) {
        return new Slot(Kind.ESCROW, new Holder(county, "", null), null, open, Mailbox.drop(open, ring.newest()));
    }

    /** {@code open} still holds, in the place of the sealed secret, the key to seal it with. */
    private static Slot locked(Kind kind, Holder holder, Lock open, KeyRing ring) {
        KeyPair pair = Mailbox.make();
        byte[] secret = pair.getPrivate().getEncoded();
        var lock = new Lock(open.cost, open.salt, Strongbox.seal(open.secret, label(kind, holder, open.cost), secret));
        Arrays.fill(secret, (byte) 0);
        Arrays.fill(open.secret, (byte) 0);
        byte[] mailbox = pair.getPublic().getEncoded();
        return new Slot(kind, holder, lock, mailbox, Mailbox.drop(mailbox, ring.newest()));
    }

    /** Name and cost are sealed in: a slot made cheaper, or given to another, no longer opens. The role is not, it may change. */
    private static String label(Kind kind, Holder holder, @Nullable Cost cost) {
        return "slot " + kind + " " + holder.name() + " " + cost;
    }

    /** The newest data key, when the password is right. */
    Optional<byte[]> open(char[] password) {
        Lock here = lock;
        return here == null || here.cost == null ? Optional.empty() : open(here, here.cost.key(password, here.salt));
    }

    Optional<byte[]> open(RecoveryCode code) {
        Lock here = lock;
        return here == null ? Optional.empty() : open(here, code.key());
    }

    private Optional<byte[]> open(Lock here, byte[] key) {
        return Strongbox.open(key, label(kind, holder, here.cost), here.secret).flatMap(secret -> Mailbox.take(secret, mailbox, letter));
    }

    /** The same with the newest key of this ring in the mailbox. */
    Slot renewed(KeyRing ring) {
        return new Slot(kind, holder, lock, mailbox, Mailbox.drop(mailbox, ring.newest()));
    }

    Slot with(Holder now) {
        return new Slot(kind, now, lock, mailbox, letter);
    }

    boolean isOf(String name) {
        return kind == Kind.PASSWORD && holder.name().equals(name);
    }

    Map<String, Object> toJson() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", kind.name());
        object.put("name", holder.name());
        object.put("role", holder.role());
        object.put("mediator", holder.mediatorId() == null ? "" : holder.mediatorId());
        if (lock != null) {
            Cost cost = lock.cost;
            object.put("argon2id", cost == null ? List.of() : List.of(cost.kib(), cost.passes(), cost.lanes()));
            object.put("salt", text(lock.salt));
            object.put("secret", text(lock.secret));
        }
        object.put("mailbox", text(mailbox));
        object.put("letter", text(letter));
        return object;
    }

    /** Throws {@link RuntimeException} of any kind when the object is no slot. */
    static Slot of(Map<?, ?> object) {
        String mediator = String.valueOf(object.get("mediator"));
        var holder = new Holder(String.valueOf(object.get("name")), String.valueOf(object.get("role")), mediator.isEmpty() ? null : mediator);
        Lock lock = object.get("secret") == null ? null
                : new Lock(cost((List<?>) object.get("argon2id")), bytes(object.get("salt")), bytes(object.get("secret")));
        return new Slot(Kind.valueOf(String.valueOf(object.get("kind"))), holder, lock, bytes(object.get("mailbox")), bytes(object.get("letter")));
    }

    private static @Nullable Cost cost(@Nullable List<?> written) {
        List<Integer> numbers = new ArrayList<>();
        if (written != null) {
            written.forEach(number -> numbers.add(Integer.valueOf(String.valueOf(number))));
        }
        return numbers.isEmpty() ? null : Cost.written(numbers.get(0), numbers.get(1), numbers.get(2));
    }

    static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] bytes(@Nullable Object text) {
        return Base64.getDecoder().decode(String.valueOf(text));
    }
}
