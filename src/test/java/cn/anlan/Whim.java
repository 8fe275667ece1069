package cn.anlan;

import cn.anlan.entry.Progress;
import java.util.ArrayList;
import java.util.List;

/** Somebody who thinks better of long work after she was asked so many times whether she still wants it. */
public final class Whim implements Progress {
    private final int patience;
    private int asked;
    /** What she was told of how far the work is. */
    public final List<String> told = new ArrayList<>();

    public Whim(int patience) {
        this.patience = patience;
    }

    /** Somebody who never does. */
    public static Whim none() {
        return new Whim(Integer.MAX_VALUE);
    }

    @Override
    public synchronized void at(long done, long total) {
        told.add(done + "/" + total);
    }

    @Override
    public synchronized boolean isCancelled() {
        return asked++ >= patience;
    }

    /** Whether she was asked once more after she had enough. */
    public synchronized boolean wasHeard() {
        return asked > patience;
    }
}
