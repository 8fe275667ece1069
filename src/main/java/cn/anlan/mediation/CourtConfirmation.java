package cn.anlan.mediation;

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
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An agreement before the court, applied for by both sides together (司法确认). Source: 人民调解法 art. 33, 法释〔2011〕5号. */
@Entity(value = "court_confirmation", title = {"court", "apply_date"}, day = "apply_date")
@RecordBuilder
public record CourtConfirmation(
        String id, int revision, @Nullable String voidReason,
        @Section("application") @NotNull @Link(value = "dispute", owner = true) String disputeId,
        @Valid Application application,
        @Valid Ruling ruling) implements Entry, CourtConfirmationBuilder.With {

    /** Who applied where and when (申请). */
    @RecordBuilder
    public record Application(
            @NotNull @PastOrPresent @Initially("today") @Listed LocalDate applyDate,
            @NotBlank @Size(max = 60) @Searched @Listed String court,
            boolean joint,
            boolean hasProperty) implements CourtConfirmationApplicationBuilder.With {}

    /** What the court made of it (法院处理). */
    @RecordBuilder
    public record Ruling(
            @PastOrPresent @Listed @Nullable LocalDate acceptDate,
            @Size(max = 60) @Searched @Listed @Nullable String courtNo,
            @Coded("jc_result") @Listed @Nullable String result,
            @PastOrPresent @Listed @Nullable LocalDate resultDate,
            @Size(max = 60) @Searched @Nullable String docNo) implements CourtConfirmationRulingBuilder.With {}
}
