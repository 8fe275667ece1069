package cn.anlan.mediation.dossier;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Derived;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Section;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A scan or photo that belongs to a paper of a dispute (附件); its bytes stand beside the store under their own hash. */
@Entity(value = "attachment", title = "original_name", day = "added_at")
@RecordBuilder
public record Attachment(
        String id, int revision, @Nullable String voidReason,
        @Section("attachment") @NotNull @Link(value = "dispute", owner = true) String disputeId,
        @NotNull @Coded("document_kind") @Listed String kind,
        @Valid Content content,
        @NotNull @Initially("now") @Derived @Listed LocalDateTime addedAt,
        @Size(max = 200) @Nullable String note) implements Entry, AttachmentBuilder.With {

    /**
     * What was taken in (内容).
     *
     * @param sha256 of the bytes as taken in, 64 hex digits
     * @param bytes their number
     * @param takenAt when the camera says it was taken; the camera's own clock
     */
    @RecordBuilder
    public record Content(
            @NotBlank @Size(max = 200) @Searched @Listed String originalName,
            @NotNull @Coded("media_type") @Derived @Listed String mediaType,
            @NotBlank @Size(min = 64, max = 64) @Derived String sha256,
            @NotNull @Min(1) @Derived @Listed Integer bytes,
            @NotNull @Min(1) @Derived @Listed Integer pages,
            @Derived @Nullable LocalDateTime takenAt) implements AttachmentContentBuilder.With {}
}
