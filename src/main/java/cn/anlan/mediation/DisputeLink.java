package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Section;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Two disputes that belong together (关联纠纷): the same entered twice, related, or the old quarrel again. Shown on both. */
@Entity(value = "dispute_link", title = {"kind", "other_id"})
public record DisputeLink(
        String id, int revision, @Nullable String voidReason,
        @Section("link") @NotNull @Link(value = "dispute", owner = true) String disputeId,
        @NotNull @Link("dispute") @Listed String otherId,
        @NotNull @Coded("link_kind") @Initially("2") @Listed String kind,
        @Size(max = 200) @Listed @Nullable String note) implements Entry {}
