package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Derived;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Section;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One move of a dispute from one stage to the next (办理步骤); written by the desk alone. */
@Entity(value = "dispute_step", title = {"step", "step_date"}, day = "step_date")
@RecordBuilder
public record DisputeStep(
        String id, int revision, @Nullable String voidReason,
        @Section("step") @NotNull @Link(value = "dispute", owner = true) @Derived String disputeId,
        @Valid Move move) implements Entry, DisputeStepBuilder.With {

    /** From where to where, how and when (步骤). */
    @RecordBuilder
    public record Move(
            @NotNull @Coded("dispute_stage") @Derived @Listed String fromStage,
            @NotNull @Coded("dispute_stage") @Derived @Listed String toStage,
            @NotNull @Coded("dispute_step") @Derived @Listed String step,
            @NotNull @Derived @Listed LocalDate stepDate,
            @Size(max = 200) @Derived @Listed @Nullable String reason,
            @Size(max = 500) @Derived @Listed @Nullable String note) implements DisputeStepMoveBuilder.With {}
}
