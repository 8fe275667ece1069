package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Section;
import cn.anlan.entry.mark.When;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A call on a party after the agreement: kept, content, quiet? (回访记录). Source: 人民调解法 art. 31, filling guide of the 2010 forms. */
@Entity(value = "revisit", title = {"revisit_date", "party"}, day = "revisit_date")
@RecordBuilder
public record Revisit(
        String id, int revision, @Nullable String voidReason,
        @Section("visit") @NotNull @Link(value = "dispute", owner = true) String disputeId,
        @Valid Call call,
        @Valid Finding finding) implements Entry, RevisitBuilder.With {

    /** When, whom and how (回访). */
    @RecordBuilder
    public record Call(
            @NotNull @PastOrPresent @Initially("today") @Listed LocalDate revisitDate,
            @NotNull @Link("dispute_party") @Listed String party,
            @Size(max = 60) @Nullable String agreementNo,
            @NotNull @Coded("revisit_mode") @Initially("2") @Listed String mode,
            @Size(max = 100) @Nullable String reason,
            @NotBlank @Size(max = 50) @Listed String revisitor) implements RevisitCallBuilder.With {}

    /** What was found (回访情况). */
    @RecordBuilder
    public record Finding(
            @Coded("perform_state") @Listed @Nullable String performState,
            @Coded("satisfaction") @Listed @Nullable String satisfaction,
            @Listed boolean hiddenRisk,
            @Size(max = 500) @When(field = "hidden_risk", is = "1") @Nullable String hiddenRiskText,
            @NotBlank @Size(max = 2000) @Searched String content) implements RevisitFindingBuilder.With {}
}
