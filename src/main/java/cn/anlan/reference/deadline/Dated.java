package cn.anlan.reference.deadline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dated facts a term is counted from (计期事实); civil dates in Asia/Shanghai.
 *
 * @param start the day it begins with, itself not counted
 * @param setTo the day everyone concerned agreed to go on until, or a letter sets; null when there is none
 * @param pauses when the matter rested
 * @param today the day one asks on
 */
public record Dated(LocalDate start, @Nullable LocalDate setTo, List<Pause> pauses, LocalDate today) {

    /** A time in which a matter rests (中止), both days included; one without an end lasts. */
    public record Pause(LocalDate from, @Nullable LocalDate to) {}

    /** A term that begins on a day and runs undisturbed. */
    public static Dated since(LocalDate start, LocalDate today) {
        return new Dated(start, null, List.of(), today);
    }

    public Dated setTo(@Nullable LocalDate day) {
        return new Dated(start, day, pauses, today);
    }

    public Dated paused(List<Pause> times) {
        return new Dated(start, setTo, List.copyOf(times), today);
    }

    boolean restsOn(LocalDate day) {
        return pauses.stream().anyMatch(pause -> !day.isBefore(pause.from) && !day.isAfter(pause.to == null ? today : pause.to));
    }
}
