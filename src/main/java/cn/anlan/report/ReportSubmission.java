package cn.anlan.report;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Derived;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Listed;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A report that was handed in (报表提交): it keeps its numbers, with every record behind them as it was; void when taken back. */
@Entity(value = "report_submission", title = {"report", "period_from", "period_to"}, day = "submitted_on", tool = true)
@RecordBuilder
public record ReportSubmission(
        String id, int revision, @Nullable String voidReason,
        @Valid Target target,
        @Valid Handing handing) implements Entry, ReportSubmissionBuilder.With {

    /** The report meant (报表). */
    @RecordBuilder
    public record Target(
            @NotNull @Coded("report_code") @Listed String report,
            @NotNull @Coded("report_counted_by") @Initially("close") @Listed String countedBy,
            @NotNull @Listed LocalDate periodFrom,
            @NotNull @Listed LocalDate periodTo) implements ReportSubmissionTargetBuilder.With {}

    /** When, by whom, and on which state of the journal (提交). */
    @RecordBuilder
    public record Handing(
            @NotNull @Initially("today") @Listed LocalDate submittedOn,
            @NotBlank @Size(max = 50) @Listed String submittedBy,
            @NotNull @PositiveOrZero @Derived @Initially("0") @Listed Integer records,
            @NotNull @PositiveOrZero @Derived @Initially("0") Long highWater,
            @Size(max = 500) @Nullable String remark) implements ReportSubmissionHandingBuilder.With {}
}
