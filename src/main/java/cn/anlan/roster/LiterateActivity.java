package cn.anlan.roster;

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
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing a literate did for the village (履职记录). */
@Entity(value = "literate_activity", title = {"date", "kind"}, day = "date")
@RecordBuilder
public record LiterateActivity(
        String id, int revision, @Nullable String voidReason,
        @Section("deed") @NotNull @Link(value = "literate", owner = true) String literateId,
        @Valid Deed deed,
        @Valid Related related) implements Entry, LiterateActivityBuilder.With {

    /** What, when, for how many (履职). */
    @RecordBuilder
    public record Deed(
            @NotNull @PastOrPresent @Initially("today") @Listed LocalDate date,
            @NotNull @Coded("literate_activity_kind") @Listed String kind,
            @Size(max = 100) @Listed @Nullable String place,
            @PositiveOrZero @Listed @Nullable Integer peopleServed,
            @NotBlank @Size(max = 1000) @Searched @Listed String summary) implements LiterateActivityDeedBuilder.With {}

    /** What it belonged to (关联). */
    @RecordBuilder
    public record Related(
            @Link("dispute") @Nullable String disputeId,
            @Link("service_visit") @Nullable String visitId,
            @Link("topic") @Nullable String topicId) implements LiterateActivityRelatedBuilder.With {}
}
