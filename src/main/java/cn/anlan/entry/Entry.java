package cn.anlan.entry;

import org.jspecify.annotations.Nullable;

/** One immutable line of a register (台账条目): a Java record whose components carry the office's rules as annotations. */
public interface Entry {

    /** A ULID made once on this PC, never reused; the only key that leaves the house. */
    String id();

    /** 0 while never stored; +1 with each save. */
    int revision();

    /** Why the entry was declared void (作废原因); null while it lives. */
    @Nullable String voidReason();
}
