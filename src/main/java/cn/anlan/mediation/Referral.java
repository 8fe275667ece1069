package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Section;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A dispute handed on to, or received from, another office, and what came back (移送记录). */
@Entity(value = "referral", title = {"date", "doc_no"}, day = "date")
@RecordBuilder
public record Referral(
        String id, int revision, @Nullable String voidReason,
        @Section("referral") @NotNull @Link(value = "dispute", owner = true) String disputeId,
        @Valid Letter letter,
        @Valid Reply reply) implements Entry, ReferralBuilder.With {

    /** The letter (移送函). */
    @RecordBuilder
    public record Letter(
            @NotNull @Coded("referral_direction") @Initially("1") @Listed String direction,
            @Size(max = 100) @Listed @Nullable String fromOrg,
            @Size(max = 100) @Searched @Listed @Nullable String toOrg,
            @Size(max = 60) @Searched @Listed @Nullable String docNo,
            @NotNull @PastOrPresent @Initially("today") @Listed LocalDate date,
            @NotBlank @Size(max = 500) String reason) implements ReferralLetterBuilder.With {}

    /** What came back and when (反馈). */
    @RecordBuilder
    public record Reply(
            @Listed @Nullable LocalDate feedbackDue,
            @PastOrPresent @Listed @Nullable LocalDate feedbackDate,
            @Size(max = 1000) @Nullable String feedback) implements ReferralReplyBuilder.With {}
}
