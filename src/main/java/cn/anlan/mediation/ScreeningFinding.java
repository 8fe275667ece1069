package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Derived;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Section;
import cn.anlan.entry.mark.Sensitive;
import cn.anlan.reference.Phone;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** One quarrel found in a screening (排查发现), and the dispute it became. */
@Entity(value = "screening_finding", title = {"applicant", "summary"})
@RecordBuilder
public record ScreeningFinding(String id, int revision, @Nullable String voidReason,
        @Section("matter") @NotNull @Link(value = "screening", owner = true) String screeningId,
        @Valid Matter matter, @Valid Sides sides, @Valid Handling handling) implements Entry, ScreeningFindingBuilder.With {

    /** What it is about (情况). */
    @RecordBuilder
    public record Matter(
            @NotBlank @Size(max = 1000) @Searched @Listed String summary,
            @NotNull @Coded("dispute_type_sf") @Listed String typeSf,
            @Size(max = 200) @Nullable String happenAddress,
            @Min(1) @Max(999999) @Nullable Integer peopleCount) implements ScreeningFindingMatterBuilder.With {}

    /** Between whom (当事人). */
    @RecordBuilder
    public record Sides(
            @NotBlank @Size(max = 80) @Searched(pinyin = true) @Listed String applicant,
            @Size(max = 80) @Searched(pinyin = true) @Listed @Nullable String respondent,
            @Phone @Sensitive(Sensitive.Kind.PHONE) @Nullable String phone) implements ScreeningFindingSidesBuilder.With {}

    /** What is done about it (处理). */
    @RecordBuilder
    public record Handling(
            @NotNull @Coded("finding_outcome") @Initially("2") @Listed String outcome,
            @Link("dispute") @Derived @Listed @Nullable String disputeId) implements ScreeningFindingHandlingBuilder.With {}
}
