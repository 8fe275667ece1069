package cn.anlan.security.key;

import cn.anlan.entry.Refused;
import cn.anlan.store.file.StoreKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The data keys of a store, by generation (钥匙串): 32 random bytes each, the newest in use, an older one kept only while something is still
 * sealed with it. Whatever is sealed is sealed with a key made of them for that one use.
 */
public final class KeyRing {
    /** Stands before whatever is sealed with a ring; a file without it is plain. */
    private static final byte[] MARK = "ANLK".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = MARK.length + Integer.BYTES;

    private final NavigableMap<Integer, byte[]> keys;

    KeyRing(NavigableMap<Integer, byte[]> keys) {
        this.keys = new TreeMap<>(keys);
    }

    static KeyRing fresh() {
        return new KeyRing(new TreeMap<>(Map.of(1, Strongbox.random(Strongbox.KEY_BYTES))));
    }

    /** The same with one more, newer key. */
    KeyRing renewed() {
        var more = new TreeMap<>(keys);
        more.put(generation() + 1, Strongbox.random(Strongbox.KEY_BYTES));
        return new KeyRing(more);
    }

    /** The newest alone. */
    KeyRing alone() {
        return new KeyRing(new TreeMap<>(keys.tailMap(generation(), true)));
    }

    /** The number of the newest key, from 1. */
    public int generation() {
        return keys.lastKey();
    }

    /** Whether it still holds keys before the newest, for what is not yet sealed anew. */
    public boolean hasOlder() {
        return keys.size() > 1;
    }

    NavigableMap<Integer, byte[]> keys() {
        return keys;
    }

    byte[] newest() {
        return keys.lastEntry().getValue();
    }

    /** A key of the newest for one use, 32 bytes. */
    byte[] derived(String use) {
        return Strongbox.derive(newest(), use);
    }

    /** For the store's file. */
    public StoreKey storeKey() {
        return new StoreKey(keys.descendingMap().values().stream().map(key -> Strongbox.derive(key, "store")).toList());
    }

    /** The newest key for the store's file; 32 bytes. */
    public byte[] newestStoreKey() {
        return derived("store");
    }

    /** Seals for one use with the newest key. */
    public byte[] seal(String use, byte[] plain) {
        byte[] sealed = Strongbox.seal(derived(use), use, plain);
        return ByteBuffer.allocate(HEAD + sealed.length).put(MARK).putInt(generation()).put(sealed).array();
    }

    /** What was sealed for this use with any key of the ring. Throws {@link Refused} when it was not, or was changed. */
    public byte[] open(String use, byte[] sealed) {
        byte[] key = isSealed(sealed) ? keys.get(generationOf(sealed)) : null;
        if (key == null) {
            throw Refused.of("security.refused.not_opened");
        }
        return Strongbox.open(Strongbox.derive(key, use), use, Arrays.copyOfRange(sealed, HEAD, sealed.length))
                .orElseThrow(() -> Refused.of("security.refused.not_opened"));
    }

    private static int generationOf(byte[] sealed) {
        return ByteBuffer.wrap(sealed, MARK.length, Integer.BYTES).getInt();
    }

    static boolean isSealed(byte[] bytes) {
        return bytes.length > HEAD && Arrays.equals(Arrays.copyOf(bytes, MARK.length), MARK);
    }

    /** Whether this needs sealing anew: it is plain, or sealed with an older key. */
    public boolean isOutdated(byte[] bytes) {
        return !isSealed(bytes) || generationOf(bytes) != generation();
    }

    /** Seals files of one use. */
    public UnaryOperator<byte[]> sealing(String use) {
        return plain -> seal(use, plain);
    }

    /** Opens files of one use; one that was written before the store was locked is as it is. */
    public UnaryOperator<byte[]> opening(String use) {
        return bytes -> isSealed(bytes) ? open(use, bytes) : bytes;
    }

    /** Overwrites the keys in memory. */
    public void wipe() {
        keys.values().forEach(key -> Arrays.fill(key, (byte) 0));
    }

    /** Never the keys. */
    @Override
    public String toString() {
        return "KeyRing " + keys.keySet();
    }
}
