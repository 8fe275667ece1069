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
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A number of a report corrected by hand (报表更正), for a case that stands only on paper; the cell is marked wherever it is shown. */
@Entity(value = "report_adjust", title = {"report", "row_label", "column_label"}, day = "period_to", tool = true)
@RecordBuilder
public record ReportAdjust(
        String id, int revision, @Nullable String voidReason,
        @Valid Target target,
        @Valid Cell cell,
        @Valid Correction correction) implements Entry, ReportAdjustBuilder.With {

    /** The report meant (报表). */
    @RecordBuilder
    public record Target(
            @NotNull @Coded("report_code") @Listed String report,
            @NotNull @Coded("report_counted_by") @Initially("close") String countedBy,
            @NotNull @Listed LocalDate periodFrom,
            @NotNull @Listed LocalDate periodTo) implements ReportAdjustTargetBuilder.With {}

    /** The cell meant (单元格). */
    @RecordBuilder
    public record Cell(
            @NotBlank @Size(max = 60) String rowKey,
            @NotBlank @Size(max = 100) @Listed String rowLabel,
            @NotBlank @Size(max = 40) String columnKey,
            @NotBlank @Size(max = 60) @Listed String columnLabel) implements ReportAdjustCellBuilder.With {}

    /** How much and why (更正): cases, people or fen to be added; less than nought takes away. */
    @RecordBuilder
    public record Correction(
            @NotNull @Listed Long delta,
            @NotBlank @Size(max = 200) @Listed String reason,
            @Size(max = 50) @Derived @Listed @Nullable String madeBy) implements ReportAdjustCorrectionBuilder.With {}
}
