package cn.anlan.entry;

import java.util.List;

/** A rule of the office across the fields of one entry (勾稽规则); the same list serves screen, import, pre-upload check and command line. */
@FunctionalInterface
public interface Rule<E extends Entry> {

    /** What is wrong with the entry; nothing when it is right. Fields may be unfilled: a rule says nothing about those. */
    List<Violation> check(E entry);
}
