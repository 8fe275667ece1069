package cn.anlan.security.key;

import cn.anlan.entry.Refused;
import cn.anlan.store.disk.Turn;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The keys of one store (钥匙): who has one, how it is made, tried, given to another and taken away. Asks nobody whether that is allowed. */
public final class Keys {
    private static final String RECOVERY = "recovery";
    private static final String LOCK = ".keys.lock";
    /** How long a change waits for another program's, which takes about a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KeyFile file;
    private final Throttle throttle;
    private final Turn turn;
    private final Supplier<Cost> cost;

    /** Of the store in a folder; the clock measures how long one waits after wrong guesses. */
    public Keys(Path folder, Clock clock) {
        this(folder, clock, Cost::measured, PATIENCE);
    }

    Keys(Path folder, Clock clock, Supplier<Cost> cost, Duration patience) {
        this.file = new KeyFile(folder);
        this.throttle = new Throttle(folder, clock);
        this.turn = new Turn(folder.resolve(LOCK), patience, "security.refused.keys_in_use");
        this.cost = cost;
    }

    /** Who came in, and the keys she came in with. */
    public record Opened(Holder holder, KeyRing ring) {}

    /** The first key of a store, and the code that opens it without. */
    public record Begun(Opened opened, RecoveryCode code) {}

    /** Whether this store has keys, so that nobody gets in without one. */
    public boolean exist() {
        return file.exists();
    }

    /** Everyone with a password, in the order they were added. Throws {@link Refused} when the file of keys is damaged. */
    public List<Holder> holders() {
        return content().slots().stream().filter(slot -> slot.kind() == Slot.Kind.PASSWORD).map(Slot::holder).toList();
    }

    /** The county that can open this store with its own key, if it was given one. */
    public Optional<String> county() {
        return content().slots().stream().filter(slot -> slot.kind() == Slot.Kind.ESCROW).map(slot -> slot.holder().name()).findFirst();
    }

    /** How long somebody has to wait yet who guessed wrong too often; zero when she may try. */
    public Duration waits(String name) {
        Duration left = throttle.left(name);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Does something while nobody else changes the keys, in whatever program. Throws {@link Refused} when somebody is at it for too long. */
    public <T> T still(Callable<T> work) {
        return turn.take(work);
    }

    private KeyFile.Content content() {
        return file.read().get(0);
    }

    /** Makes the data key of a store that has none yet. Takes about a second. Throws {@link Refused} when it has one. */
    public Begun begin(Holder first, char[] password) {
        return still(() -> {
            if (exist()) {
                throw Refused.of("security.refused.begun");
            }
            KeyRing ring = KeyRing.fresh();
            RecoveryCode code = RecoveryCode.random();
            file.write(ring, List.of(Slot.password(first, cost.get(), password, ring), Slot.recovery(code, ring)));
            return new Begun(new Opened(first, ring), code);
        });
    }

    /** Tries a password; takes up to a second. Throws {@link Refused} when it is wrong, or this person has to wait. */
    public Opened open(String name, char[] password) {
        Found found = attempt(name, "security.refused.wrong_password", content -> content.of(name).flatMap(slot -> slot.open(password)));
        return new Opened(found.content.of(name).orElseThrow().holder(), found.ring);
    }

    /** Tries the recovery code; refused with the groups in which it was copied wrong. */
    public KeyRing open(RecoveryCode code) {
        List<Integer> slips = code.slips();
        if (!slips.isEmpty()) {
            throw Refused.of("security.refused.code_slips", String.join("、", slips.stream().map(String::valueOf).toList()));
        }
        return attempt(RECOVERY, "security.refused.wrong_code", content -> content.slots().stream().filter(slot -> slot.kind() == Slot.Kind.RECOVERY).findFirst()
                .flatMap(slot -> slot.open(code))).ring;
    }

    private record Found(KeyFile.Content content, KeyRing ring) {}

    /** The file first; its copy where it says something else and the file does not open. A try counts as failed until it has succeeded. */
    private Found attempt(String name, String wrongKey, Function<KeyFile.Content, Optional<byte[]>> way) {
        throttle.require(name);
        int failures = throttle.failed(name);
        boolean fits = false;
        for (KeyFile.Content content : file.read()) {
            Optional<byte[]> newest = way.apply(content);
            Optional<KeyRing> ring = newest.flatMap(content::ring);
            if (ring.isPresent()) {
                throttle.succeeded(name);
                return new Found(content, ring.get());
            }
            fits |= newest.isPresent();
        }
        throw fits ? Refused.of("security.refused.keys_changed") : failures < Throttle.FREE ? Refused.of(wrongKey, Throttle.FREE - failures)
                : Refused.of("security.refused.wrong_again");
    }

    /** Gives somebody a key, or another password to one who has a key. Takes about a second. */
    public void put(KeyRing ring, Holder holder, char[] password) {
        Slot slot = Slot.password(holder, cost.get(), password, ring);
        rewrite(ring, slots -> {
            int at = index(slots, holder.name());
            if (at < 0) {
                slots.add(slot);
            } else {
                slots.set(at, slot);
            }
            return slots;
        });
        throttle.succeeded(holder.name());
    }

    /** Says something else of who has a key; her password stays. The name stays too. */
    public void change(KeyRing ring, String name, UnaryOperator<Holder> change) {
        rewrite(ring, slots -> {
            slots.replaceAll(slot -> slot.isOf(name) ? slot.with(change.apply(slot.holder())) : slot);
            return slots;
        });
    }

    /** Takes a key away and makes a new data key, for she may have kept the old one; with it the store is to be written anew. */
    public KeyRing remove(KeyRing ring, String name) {
        KeyRing renewed = ring.renewed();
        rewrite(ring, renewed, slots -> new ArrayList<>(slots.stream().filter(slot -> !slot.isOf(name)).map(slot -> slot.renewed(renewed)).toList()));
        return renewed;
    }

    /** A new recovery code; the old sheet opens nothing from now on. */
    public RecoveryCode renewCode(KeyRing ring) {
        RecoveryCode code = RecoveryCode.random();
        Slot slot = Slot.recovery(code, ring);
        rewrite(ring, slots -> {
            slots.removeIf(old -> old.kind() == Slot.Kind.RECOVERY);
            slots.add(slot);
            return slots;
        });
        return code;
    }

    /**
     * Lets the county open this store with its own X25519 key, so that it can help an office that lost everything.
     *
     * @param openPem the open half, PEM of the X.509 SubjectPublicKeyInfo as {@code openssl pkey -pubout} writes it; Refused when it is none
     */
    public void escrow(KeyRing ring, String county, String openPem) {
        byte[] open = readPem(openPem);
        rewrite(ring, slots -> {
            slots.removeIf(old -> old.kind() == Slot.Kind.ESCROW);
            slots.add(Slot.escrow(county, open, ring));
            return slots;
        });
    }

    private static byte[] readPem(String pem) {
        try {
            byte[] der = Base64.getDecoder().decode(pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", ""));
            return KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(der)).getEncoded();
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            throw Refused.of("security.refused.not_x25519");
        }
    }

    /** Forgets the older keys, once nothing is sealed with them any more. */
    public KeyRing settle(KeyRing ring) {
        KeyRing newest = ring.alone();
        rewrite(ring, newest, slots -> slots);
        return newest;
    }

    private static int index(List<Slot> slots, String name) {
        return slots.stream().map(slot -> slot.isOf(name)).toList().indexOf(true);
    }

    private void rewrite(KeyRing ring, UnaryOperator<List<Slot>> change) {
        rewrite(ring, ring, change);
    }

    private void rewrite(KeyRing present, KeyRing becomes, UnaryOperator<List<Slot>> change) {
        still(() -> {
            file.write(becomes, change.apply(new ArrayList<>(fitting(present).slots())));
            return becomes;
        });
    }

    /** What the file says now. Refused where the keys in hand are not the newest any more: writing by them would take the newer ones from everybody. */
    private KeyFile.Content fitting(KeyRing ring) {
        List<KeyFile.Content> found = file.read();
        if (found.stream().anyMatch(content -> content.generation() > ring.generation())) {
            throw Refused.of("security.refused.keys_moved");
        }
        return found.stream().filter(content -> content.generation() == ring.generation() && content.ring(ring.newest()).isPresent()).findFirst()
                .orElseThrow(() -> Refused.of("security.refused.keys_changed"));
    }
}
