package cn.anlan.entry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something the office must do by a day (待办), with the sentence that says why; found out anew whenever somebody asks.
 *
 * @param register the register of the entry to open
 * @param id the entry to open; null when there is none yet and one is to be made
 * @param item what kind of matter, a code of list {@code deadline_item}
 * @param due a civil date in Asia/Shanghai; the matter is late the day after
 */
public record Due(String register, @Nullable String id, String title, String item, LocalDate due, Level level, String why) {

    /** How urgent (紧急程度): as the colour says it. */
    public enum Level {
        /** Not near yet. */
        PLAIN,
        /** The first day of reminding has come; amber. */
        SOON,
        /** Too late; red. */
        LATE
    }

    /** Days left on a day: 0 on the last one, negative when it is late. */
    public long daysLeft(LocalDate on) {
        return ChronoUnit.DAYS.between(on, due);
    }
}
