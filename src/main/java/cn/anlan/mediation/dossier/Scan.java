package cn.anlan.mediation.dossier;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Derived;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Section;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A scan that came in without telling where it belongs (收件箱): it waits until somebody assigns it to a dispute. */
@Entity(value = "scan", title = "original_name", tool = true)
@RecordBuilder
public record Scan(
        String id, int revision, @Nullable String voidReason,
        @Valid Attachment.Content content,
        @Section("scan") @NotNull @Initially("now") @Derived @Listed LocalDateTime receivedAt,
        @Size(max = 200) @Derived @Listed @Nullable String found,
        @Link("attachment") @Derived @Listed @Nullable String attachmentId) implements Entry, ScanBuilder.With {}
