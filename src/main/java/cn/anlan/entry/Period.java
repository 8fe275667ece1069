package cn.anlan.entry;

import java.time.LocalDate;
import java.time.ZoneId;

/** The days a report or a bundle speaks of (起止日期), both included; civil dates in Asia/Shanghai. */
public record Period(LocalDate from, LocalDate to) {
    /** The zone of every civil date in the house. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Throws {@link Refused} when the last day lies before the first. */
    public Period {
        if (to.isBefore(from)) {
            throw Refused.of("entry.refused.period", from, to);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
