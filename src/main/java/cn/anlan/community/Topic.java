package cn.anlan.community;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Derived;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.PlaceOf;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.UniqueAmongLive;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A matter villagers talk over and settle together (议事协商议题), from the idea to the reply to whoever raised it. */
@Entity(value = "topic", title = {"topic_no", "title"}, day = "date")
@RecordBuilder
public record Topic(
        String id, int revision, @Nullable String voidReason,
        @Valid Proposal proposal,
        @Valid Review review,
        @Valid Meeting meeting,
        @Valid Realisation realisation) implements Entry, TopicBuilder.With {

    /** Who raised what (议题征集). */
    @RecordBuilder
    public record Proposal(
            @Size(max = 40) @Derived @UniqueAmongLive @Searched @Listed @Nullable String topicNo,
            @NotBlank @Size(max = 100) @Searched(pinyin = true) @Listed String title,
            @NotNull @Coded("topic_category") @Listed String category,
            @NotNull @Coded("topic_status") @Initially("1") @Listed String status,
            @NotNull @PastOrPresent @Initially("today") @Listed LocalDate date,
            @NotNull @PlaceOf({"town", "village"}) @Initially("home") @Listed String areaCode,
            @NotBlank @Size(max = 2000) @Searched String content,
            @Valid Origin origin) implements TopicProposalBuilder.With {}

    /** From whom (来源): a name may be left out. */
    @RecordBuilder
    public record Origin(
            @NotNull @Coded("topic_source") @Listed String source,
            @Size(max = 50) @Searched(pinyin = true) @Nullable String proposer,
            boolean anonymous,
            @Link("dispute") @Nullable String disputeId) implements TopicOriginBuilder.With {}

    /** Taken up or not, and why (审核). */
    @RecordBuilder
    public record Review(
            @Coded("topic_review") @Nullable String review,
            @Size(max = 200) @Nullable String reviewReason,
            @Size(max = 50) @Nullable String reviewBy,
            @PastOrPresent @Nullable LocalDate reviewDate) implements TopicReviewBuilder.With {}

    /** How it was talked over (协商). */
    @RecordBuilder
    public record Meeting(
            @Coded("topic_form") @Nullable String form,
            @PastOrPresent @Nullable LocalDate meetingDate,
            @Size(max = 100) @Nullable String meetingPlace,
            @Size(max = 50) @Nullable String meetingHost,
            @PositiveOrZero @Nullable Integer attendees,
            @PositiveOrZero @Nullable Integer representatives,
            @Size(max = 4000) @Nullable String opinions,
            @Valid Consensus consensus) implements TopicMeetingBuilder.With {}

    /** What was agreed, and made known (协商结果). */
    @RecordBuilder
    public record Consensus(
            @Coded("topic_result") @Listed @Nullable String result,
            @Size(max = 2000) @Searched @Nullable String resolution,
            boolean publicity,
            @PastOrPresent @Nullable LocalDate publicityDate) implements TopicConsensusBuilder.With {}

    /** Who does it by when, and what the proposer heard (落实). */
    @RecordBuilder
    public record Realisation(
            @Size(max = 50) @Nullable String responsible,
            @Listed @Nullable LocalDate dueDate,
            @Size(max = 1000) @Nullable String progress,
            @PastOrPresent @Nullable LocalDate doneDate,
            boolean feedback,
            @PastOrPresent @Nullable LocalDate feedbackDate,
            @Coded("satisfaction") @Nullable String satisfaction,
            @Size(max = 500) @Nullable String remark) implements TopicRealisationBuilder.With {}
}
