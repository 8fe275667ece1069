package cn.anlan.store.file;

import java.util.List;

/**
 * What a store's file is read and written with (库钥): 32 raw bytes, and behind them the keys before it, one of which the file may still have
 * after a change of keys that was cut short. None for a plain store, which holds samples only. Never shown, never part of an address.
 */
public final class StoreKey {
    /** No key: the file can be read by anybody. */
    public static final StoreKey NONE = new StoreKey(List.of());

    private static final int LENGTH = 32;

    private final List<byte[]> newestFirst;

    public StoreKey(List<byte[]> newestFirst) {
        if (newestFirst.stream().anyMatch(key -> key.length != LENGTH)) {
            throw new IllegalArgumentException("A key has " + LENGTH + " bytes");
        }
        this.newestFirst = List.copyOf(newestFirst);
    }

    boolean isNone() {
        return newestFirst.isEmpty();
    }

    List<byte[]> newestFirst() {
        return newestFirst;
    }
}
