package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Derived;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Section;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A report that a dispute may turn worse: to whom, when, how, and who takes charge (激化上报). Source: 人民调解法 art. 25. */
@Entity(value = "escalation", title = {"reported_to", "report_dt"}, day = "report_dt")
@RecordBuilder
public record Escalation(
        String id, int revision, @Nullable String voidReason,
        @Section("report") @NotNull @Link(value = "dispute", owner = true) String disputeId,
        @Valid Report report,
        @Valid Danger danger,
        @Valid Charge charge) implements Entry, EscalationBuilder.With {

    /** From which level of risk to which, told to whom and how (上报). */
    @RecordBuilder
    public record Report(
            @Coded("risk_level") @Derived @Nullable String fromLevel,
            @NotNull @Coded("risk_level") @Initially("1") @Listed String toLevel,
            @NotNull @Initially("now") @Listed LocalDateTime reportDt,
            @NotBlank @Size(max = 100) @Listed String reportedTo,
            @NotNull @Coded("report_way") @Initially("1") @Listed String reportWay) implements EscalationReportBuilder.With {}

    /** What points to it, and what was done at once (激化情形). */
    @RecordBuilder
    public record Danger(
            @NotBlank @Size(max = 500) String signs,
            @Size(max = 500) @Nullable String measures) implements EscalationDangerBuilder.With {}

    /** Who answers for it from now on (包案责任). */
    @RecordBuilder
    public record Charge(
            @NotBlank @Size(max = 50) @Listed String leader,
            @NotBlank @Size(max = 100) String respOrg,
            @NotBlank @Size(max = 50) String respPerson) implements EscalationChargeBuilder.With {}
}
