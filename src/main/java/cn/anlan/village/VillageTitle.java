package cn.anlan.village;

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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A title a village applied for, holds or lost: 民主法治示范村（社区）称号. Source: 全国民主法治示范村（社区）命名办法; a higher title rests on a lower one. */
@Entity(value = "village_title", title = {"batch", "doc_no"}, day = "name_date")
@RecordBuilder
public record VillageTitle(
        String id, int revision, @Nullable String voidReason,
        @Section("title") @NotNull @Link(value = "village", owner = true) String villageId,
        @Valid Naming naming,
        @Valid Review review,
        @Valid Revocation revocation) implements Entry, VillageTitleBuilder.With {

    /** Which title, since when (命名). */
    @RecordBuilder
    public record Naming(
            @NotNull @Coded("title_level") @Listed String level,
            @NotBlank @Size(max = 40) @Searched @Listed String batch,
            @NotNull @Coded("title_status") @Initially("1") @Listed String status,
            @Size(max = 60) @Searched @Listed @Nullable String docNo,
            @PastOrPresent @Listed @Nullable LocalDate nameDate,
            @Size(max = 40) @Searched @Nullable String certificateNo,
            boolean plaque) implements VillageTitleNamingBuilder.With {}

    /** When it was, and is next, looked at again (复核). */
    @RecordBuilder
    public record Review(
            @PastOrPresent @Nullable LocalDate lastReview,
            @Derived @Listed @Nullable LocalDate nextReviewDue) implements VillageTitleReviewBuilder.With {}

    /** When and why it was lost (撤销), and from when it may be sought again. */
    @RecordBuilder
    public record Revocation(
            @PastOrPresent @Nullable LocalDate revokeDate,
            @Size(max = 200) @Nullable String revokeReason,
            @Size(max = 60) @Nullable String revokeDocNo,
            @Derived @Nullable LocalDate reapplyFrom) implements VillageTitleRevocationBuilder.With {}
}
