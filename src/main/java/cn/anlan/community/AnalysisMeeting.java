package cn.anlan.community;

import cn.anlan.entry.Entry;
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
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A meeting at which a township or village weighs the month's disputes (矛盾纠纷分析研判会). */
@Entity(value = "analysis_meeting", title = {"date", "area_code"}, day = "date")
@RecordBuilder
public record AnalysisMeeting(String id, int revision, @Nullable String voidReason, @Valid Sitting sitting, @Valid Judgement judgement)
        implements Entry, AnalysisMeetingBuilder.With {

    /** When, where and who (会议). */
    @RecordBuilder
    public record Sitting(
            @NotNull @PastOrPresent @Initially("today") @Listed LocalDate date,
            @NotNull @PlaceOf({"town", "village"}) @Initially("home") @Listed String areaCode,
            @Size(max = 100) @Nullable String meetingPlace,
            @NotBlank @Size(max = 50) @Searched(pinyin = true) @Listed String meetingHost,
            @NotBlank @Size(max = 500) @Searched String participants,
            @Size(max = 50) @Nullable String recorder) implements AnalysisMeetingSittingBuilder.With {}

    /** How things stand, what matters most and what is done about it (研判). */
    @RecordBuilder
    public record Judgement(
            @NotBlank @Size(max = 2000) @Searched @Listed String situation,
            @Size(max = 2000) @Searched @Nullable String keyMatters,
            @Size(max = 2000) @Searched @Nullable String measures,
            @Size(max = 500) @Nullable String remark) implements AnalysisMeetingJudgementBuilder.With {}
}
