package cn.anlan.reference;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Searched;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By when one kind of matter must be done, and when to remind of it (期限规则); local practice differs, so it is data. */
@Entity(value = "deadline_rule", title = {"item", "basis"}, tool = true)
public record DeadlineRule(String id, int revision, @Nullable String voidReason,
        @Valid Matter matter, @Valid Count count, @Valid Force force) implements Entry {
    private static final String WORKING_DAYS = "2";

    /** What is to be done, in the words of its sentence (事项): 应于…前〔act〕：〔since〕…起…日. */
    public record Matter(
            @NotNull @Coded("deadline_item") @Listed String item,
            @NotBlank @Size(max = 30) @Searched @Listed String act,
            @NotBlank @Size(max = 20) String since) {}

    /**
     * How its term is counted (计算). The day it begins with is never counted.
     *
     * @param rolls a last day on which no office works gives way to the next that one does
     * @param onDays instead of a number of days: the days of the month that each end a period; 31 is the last day
     * @param pausable time in which the matter rests is not counted
     * @param extensionDays how much longer it may take when everyone concerned agrees; null for not at all
     * @param warnDays how many days before the last one to remind of it, e.g. 7、3、0; a negative number is after it
     */
    public record Count(
            @NotNull @Min(0) @Max(3650) @Listed Integer days,
            @NotNull @Coded("day_count") @Initially("1") @Listed String countBy,
            @Listed boolean rolls,
            @Size(max = 40) @Pattern(regexp = "\\d{1,2}(\\D\\d{1,2})*") @Nullable String onDays,
            boolean pausable,
            @PositiveOrZero @Nullable Integer extensionDays,
            @Size(max = 40) @Pattern(regexp = "-?\\d{1,3}(\\D-?\\d{1,3})*") @Listed @Nullable String warnDays) {

        /** Whether working days are counted instead of calendar days. */
        public boolean byWorkingDays() {
            return WORKING_DAYS.equals(countBy);
        }

        /** The days of the month that end a period, in order; none for a rule that counts days. */
        public List<Integer> monthDays() {
            return numbers(onDays).stream().sorted().toList();
        }

        /** How many days before the last one to remind of it. */
        public List<Integer> warnings() {
            return numbers(warnDays);
        }

        private static List<Integer> numbers(@Nullable String written) {
            return written == null ? List.of() : Arrays.stream(written.split("[^-\\d]", -1)).map(Integer::valueOf).toList();
        }
    }

    /** From when to when it holds, unless the office does without it, and on what it rests (效力). */
    public record Force(
            @Listed boolean suspended,
            @Listed @Nullable LocalDate validFrom,
            @Listed @Nullable LocalDate validTo,
            @Size(max = 100) @Listed @Nullable String basis) {

        boolean holdsOn(LocalDate day) {
            return !suspended && (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }
    }

    /** Whether it holds for a matter that begins on a day. */
    public boolean holdsOn(LocalDate day) {
        return force.holdsOn(day);
    }
}
