package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Money;
import cn.anlan.entry.mark.Section;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing one party owes another under an agreement (履行项). */
@Entity(value = "agreement_item", title = {"content", "due_date"}, day = "due_date")
@RecordBuilder
public record AgreementItem(
        String id, int revision, @Nullable String voidReason,
        @Section("item") @NotNull @Link(value = "agreement", owner = true) String agreementId,
        @Valid Duty duty,
        @Valid Performed performed) implements Entry, AgreementItemBuilder.With {

    /** Who owes what (履行项). */
    @RecordBuilder
    public record Duty(
            @NotNull @Min(1) @Listed Integer seq,
            @NotNull @Link("dispute_party") @Listed String debtorParty,
            @Link("dispute_party") @Listed @Nullable String creditorParty,
            @NotNull @Coded("item_kind") @Initially("1") @Listed String kind,
            @Size(max = 500) @Listed @Nullable String content,
            @PositiveOrZero @Money @Listed @Nullable Long amountFen,
            @NotNull @Listed LocalDate dueDate) implements AgreementItemDutyBuilder.With {}

    /** What was done of it (履行情况). */
    @RecordBuilder
    public record Performed(
            @PastOrPresent @Listed @Nullable LocalDate doneDate,
            @PositiveOrZero @Money @Nullable Long doneAmountFen,
            @Coded("evidence_kind") @Nullable String evidence) implements AgreementItemPerformedBuilder.With {}
}
