package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Money;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Section;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How much a case of one difficulty is paid for, from one day to another (补贴标准); the county's paper sets it, so it is data. */
@Entity(value = "subsidy_tier", title = {"name", "amount_fen"}, tool = true)
public record SubsidyTier(String id, int revision, @Nullable String voidReason,
        @Section("tier") @NotBlank @Size(max = 30) @Searched @Listed String name,
        @NotNull @Coded("difficulty") @Listed String difficulty,
        @NotNull @PositiveOrZero @Money @Listed Long amountFen,
        @Valid Force force) implements Entry {

    /** From when to when (效力). */
    public record Force(
            @NotNull @Listed LocalDate validFrom,
            @Listed @Nullable LocalDate validTo,
            @Size(max = 200) @Listed @Nullable String basis) {}

    /** Whether it is the tier of a case of this difficulty closed on a day. */
    public boolean fits(@Nullable String hardness, LocalDate day) {
        return difficulty.equals(hardness) && !day.isBefore(force.validFrom) && (force.validTo == null || !day.isAfter(force.validTo));
    }
}
