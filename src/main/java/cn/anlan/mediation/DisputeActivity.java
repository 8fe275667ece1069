package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Section;
import cn.anlan.entry.mark.Sensitive;
import cn.anlan.entry.mark.When;
import cn.anlan.reference.Phone;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One piece of work on a dispute: a visit, a mediation session, a call, an urging, a report upwards (过程记录). */
@Entity(value = "dispute_activity", title = {"kind", "start_dt"}, day = "start_dt")
@RecordBuilder
public record DisputeActivity(
        String id, int revision, @Nullable String voidReason,
        @Section("work") @NotNull @Link(value = "dispute", owner = true) String disputeId,
        @NotNull @Coded("activity_kind") @Listed String kind,
        @Valid Session session,
        @Valid Inquiree inquiree,
        @Valid Record record) implements Entry, DisputeActivityBuilder.With {

    /** When, where and who (时间与人员). */
    @RecordBuilder
    public record Session(
            @NotNull @Initially("now") @Listed LocalDateTime startDt,
            @Nullable LocalDateTime endDt,
            @NotBlank @Size(max = 100) @Listed String place,
            @NotNull @Link("mediator") @Listed String hostMediatorId,
            @NotBlank @Size(max = 50) String recorder,
            @Size(max = 200) @Nullable String attendees,
            @Size(max = 200) @Nullable String invited) implements DisputeActivitySessionBuilder.With {}

    /** Who was asked in an investigation (被调查人). */
    @RecordBuilder
    public record Inquiree(
            @Size(max = 50) @When(field = "kind", is = "1") @Nullable String inquireeName,
            @Coded("sex") @When(field = "kind", is = "1") @Nullable String inquireeSex,
            @Coded("ethnic") @When(field = "kind", is = "1") @Nullable String inquireeEthnic,
            @Phone @Sensitive(Sensitive.Kind.PHONE) @When(field = "kind", is = "1") @Nullable String inquireePhone)
            implements DisputeActivityInquireeBuilder.With {}

    /** What was said and what came of it (记录). */
    @RecordBuilder
    public record Record(
            boolean toldRights,
            @NotBlank @Size(max = 4000) @Searched String content,
            @Coded("activity_outcome") @When(field = "kind", is = "2") @Listed @Nullable String outcome,
            @Nullable LocalDateTime nextDt) implements DisputeActivityRecordBuilder.With {}
}
