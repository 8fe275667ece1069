package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.PlaceOf;
import cn.anlan.entry.mark.Searched;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One round in which a village or township looked for quarrels (排查记录), or reports that there are none (零报告). */
@Entity(value = "screening", title = {"date", "area_code"}, day = "date")
@RecordBuilder
public record Screening(String id, int revision, @Nullable String voidReason, @Valid Round round, @Valid Result result)
        implements Entry, ScreeningBuilder.With {

    /** When, where and by whom (排查). */
    @RecordBuilder
    public record Round(
            @NotNull @PastOrPresent @Initially("today") @Listed LocalDate date,
            @NotNull @PlaceOf({"town", "village"}) @Initially("home") @Listed String areaCode,
            @NotNull @Coded("screening_kind") @Initially("2") @Listed String kind,
            @NotBlank @Size(max = 100) @Searched @Listed String screeners) implements ScreeningRoundBuilder.With {}

    /** What came of it (结果). What was prevented is counted by kind, one kind a record: 防止自杀 and so on. */
    @RecordBuilder
    public record Result(
            @NotNull @PositiveOrZero @Initially("0") @Listed Integer foundCount,
            @NotNull @PositiveOrZero @Initially("0") @Listed Integer preventedCount,
            @Coded("prevent_kind") @Nullable String preventKind,
            @PositiveOrZero @Nullable Integer preventPeople,
            @Listed boolean isZeroReport,
            @Size(max = 500) @Nullable String remark) implements ScreeningResultBuilder.With {}
}
