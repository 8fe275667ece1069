package cn.anlan.reference.deadline;

import cn.anlan.entry.Period;

/** One period of something that comes round (一期), and by when it is to be done. */
public record Window(Period period, Deadline deadline) {}
