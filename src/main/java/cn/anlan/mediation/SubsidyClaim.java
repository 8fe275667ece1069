package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Derived;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Money;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.UniqueAmongLive;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A mediator's claim to be paid for one case (以案定补), once in its life. Bank card numbers are never kept, the last four digits at most. */
@Entity(value = "subsidy_claim", title = {"batch_no", "dispute_id"}, day = "period_to")
@RecordBuilder
public record SubsidyClaim(String id, int revision, @Nullable String voidReason,
        @Valid Batch batch, @Valid Matter matter, @Valid Review review) implements Entry, SubsidyClaimBuilder.With {

    /** With which others it is handed in (批次). */
    @RecordBuilder
    public record Batch(
            @NotBlank @Size(max = 40) @Derived @Searched @Listed String batchNo,
            @NotNull @Derived LocalDate periodFrom,
            @NotNull @Derived LocalDate periodTo) implements SubsidyClaimBatchBuilder.With {}

    /** For which case, to whom, and how much (申报). */
    @RecordBuilder
    public record Matter(
            @NotNull @Link("dispute") @Derived @UniqueAmongLive @Listed String disputeId,
            @NotNull @Link("mediator") @Derived @Listed String mediatorId,
            @NotBlank @Size(max = 30) @Derived @Listed String tier,
            @NotNull @PositiveOrZero @Money @Derived @Listed Long amountFen,
            @Size(max = 2000) @Derived @Nullable String selfCheck,
            @Size(max = 4) @Pattern(regexp = "\\d{4}") @Nullable String cardTail) implements SubsidyClaimMatterBuilder.With {}

    /** What office and county said, and when it was paid (审核发放). */
    @RecordBuilder
    public record Review(
            @NotNull @Coded("subsidy_status") @Initially("1") @Derived @Listed String status,
            @Size(max = 500) @Derived @Nullable String officeOpinion,
            @Size(max = 500) @Derived @Nullable String countyOpinion,
            @PastOrPresent @Derived @Listed @Nullable LocalDate paidDate) implements SubsidyClaimReviewBuilder.With {}
}
