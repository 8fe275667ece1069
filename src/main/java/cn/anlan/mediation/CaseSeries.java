package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Section;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where a committee's case numbers of one year and kind begin (案号序列): paper books are continued, two PCs get a block each. */
@Entity(value = "case_series", title = {"year", "form"}, tool = true)
public record CaseSeries(
        String id, int revision, @Nullable String voidReason,
        @Section("series") @NotNull @Link(value = "committee", owner = true) String committeeId,
        @NotNull @Min(2000) @Max(2999) @Listed Integer year,
        @NotNull @Coded("agreement_form") @Initially("1") @Listed String form,
        @NotNull @Min(1) @Listed Integer startNo,
        @Size(max = 200) @Listed @Nullable String note) implements Entry {}
