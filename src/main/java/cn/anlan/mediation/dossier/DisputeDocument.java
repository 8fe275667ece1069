package cn.anlan.mediation.dossier;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Section;
import cn.anlan.entry.mark.When;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One paper of a dispute's dossier and how far it has come (卷内文书). Source: 人民调解文书格式 (2010), order of the dossier. */
@Entity(value = "dispute_document", title = "kind", day = "state_date")
@RecordBuilder
public record DisputeDocument(
        String id, int revision, @Nullable String voidReason,
        @Section("document") @NotNull @Link(value = "dispute", owner = true) String disputeId,
        @NotNull @Coded("document_kind") @Listed String kind,
        @Valid Standing standing,
        @Valid Binding binding) implements Entry, DisputeDocumentBuilder.With {

    /** How far it has come (文书状态). */
    @RecordBuilder
    public record Standing(
            @NotNull @Coded("document_state") @Initially("1") @Listed String state,
            @NotNull @PastOrPresent @Initially("today") @Listed LocalDate stateDate,
            @Size(max = 200) @When(field = "state", is = "9") @Listed @Nullable String reason) implements DisputeDocumentStandingBuilder.With {}

    /** Where it stands in the bound volume (装订): pages are numbered by hand after binding. */
    @RecordBuilder
    public record Binding(
            @Min(1) @Listed @Nullable Integer pageFrom,
            @Min(1) @Listed @Nullable Integer pageTo,
            @Min(1) @Nullable Integer copies,
            @Size(max = 200) @Nullable String note) implements DisputeDocumentBindingBuilder.With {

        /** How many pages it takes; 0 while they are not numbered. */
        public int pages() {
            return pageFrom == null || pageTo == null ? 0 : Math.max(0, pageTo - pageFrom + 1);
        }
    }
}
