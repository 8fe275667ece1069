package cn.anlan.station;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.PlaceOf;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Section;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What an adviser did for a village that day (顾问工作日志); the basis of the quarterly review and the fee. */
@Entity(value = "adviser_duty", title = {"start_dt", "village"}, day = "start_dt")
@RecordBuilder
public record AdviserDuty(
        String id, int revision, @Nullable String voidReason,
        @Section("duty") @NotNull @Link(value = "adviser", owner = true) String adviserId,
        @Valid Duty duty,
        @Valid Work work,
        @Valid Report report) implements Entry, AdviserDutyBuilder.With {

    /** Where, when and how (值班). */
    @RecordBuilder
    public record Duty(
            @NotNull @PlaceOf("village") @Listed String village,
            @NotNull @PastOrPresent @Listed LocalDateTime startDt,
            @NotNull @Listed LocalDateTime endDt,
            @PositiveOrZero @Max(24) @Listed @Nullable Integer hours,
            @NotNull @Coded("duty_way") @Initially("1") @Listed String way) implements AdviserDutyDutyBuilder.With {}

    /** How much of what (服务). */
    @RecordBuilder
    public record Work(
            @PositiveOrZero @Listed @Nullable Integer consultCount,
            @PositiveOrZero @Listed @Nullable Integer lectureCount,
            @PositiveOrZero @Nullable Integer lecturePeople,
            @PositiveOrZero @Nullable Integer contractCount,
            @PositiveOrZero @Nullable Integer mediationCount,
            @PositiveOrZero @Nullable Integer draftCount) implements AdviserDutyWorkBuilder.With {}

    /** In words, with the villager who can confirm it (情况). */
    @RecordBuilder
    public record Report(
            @NotBlank @Size(max = 1000) @Searched @Listed String summary,
            @Size(max = 50) @Nullable String villageSigner) implements AdviserDutyReportBuilder.With {}
}
