package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Derived;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Money;
import cn.anlan.entry.mark.PlaceOf;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Sensitive;
import cn.anlan.entry.mark.UniqueAmongLive;
import cn.anlan.entry.mark.When;
import cn.anlan.reference.Phone;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A dispute the office has in hand, from the first report to the shelf (矛盾纠纷). Source: forms of 人民调解 (2010), GB/T 31000-2015. */
@Entity(value = "dispute", title = "title", day = "register_date")
@RecordBuilder
public record Dispute(
        String id, int revision, @Nullable String voidReason,
        @Valid Registration registration,
        @Valid Facts facts,
        @Valid Risk risk,
        @Valid Handling handling,
        @Valid Outcome outcome) implements Entry, DisputeBuilder.With {

    /** How it stands in the book (登记). */
    @RecordBuilder
    public record Registration(
            @NotBlank @Size(max = 100) @Searched(pinyin = true) @Listed String title,
            @Size(max = 30) @Derived @UniqueAmongLive @Searched @Nullable String caseCode,
            @Size(max = 60) @Derived @Searched @Listed @Nullable String caseNo,
            @NotNull @Coded("dispute_stage") @Initially("01") @Derived @Listed String stage,
            @NotNull @PastOrPresent @Initially("today") @Listed LocalDate registerDate,
            @PositiveOrZero @Derived @Nullable Integer bizYear,
            @NotNull @PlaceOf({"town", "village"}) @Initially("home") @Listed String areaCode,
            @Valid Source source) implements DisputeRegistrationBuilder.With {}

    /** Where it came from (案件来源). */
    @RecordBuilder
    public record Source(
            @NotNull @Coded("case_source") String sourceCode,
            @Coded("screen_source") @Nullable String leadSource,
            @Size(max = 100) @When(field = "source_code", is = {"31", "32", "33", "34", "39"}) @Nullable String referredFromOrg,
            @Size(max = 60) @When(field = "source_code", is = {"31", "32", "33", "34", "39"}) @Nullable String referredFromDocNo,
            @Size(max = 60) @Searched @Nullable String externalRef) implements DisputeSourceBuilder.With {}

    /** What it is about (纠纷情况). */
    @RecordBuilder
    public record Facts(
            @NotNull @Coded("dispute_type_sf") @Listed String typeSf,
            @Coded("dispute_type_zz") @Nullable String typeZz,
            @NotNull @PastOrPresent LocalDate happenDate,
            @NotBlank @Size(max = 200) String happenAddress,
            @NotBlank @Size(max = 1000) @Searched String summary,
            @Size(max = 1000) @Nullable String claims,
            @Valid Scope scope) implements DisputeFactsBuilder.With {}

    /** How many it touches and how much is at stake (规模). */
    @RecordBuilder
    public record Scope(
            @NotNull @Coded("scale") @Initially("01") String scale,
            @NotNull @Min(1) @Max(999999) Integer peopleCount,
            @PositiveOrZero @Money @Nullable Long amountFen,
            @Size(max = 100) @Searched @Nullable String involvedOrg,
            @Coded("vulnerable") Set<String> vulnerableFlags,
            boolean ethnicReligious) implements DisputeScopeBuilder.With {}

    /** How it might turn worse (风险研判). */
    @RecordBuilder
    public record Risk(
            @NotNull @Coded("risk_level") @Initially("3") @Listed String riskLevel,
            @Coded("warn_level") @Nullable String warnLevel,
            boolean riskCrime,
            boolean riskPetition,
            boolean riskStability,
            @Coded("supervise_level") @Initially("0") @Nullable String superviseLevel,
            @Valid Charge charge) implements DisputeRiskBuilder.With {}

    /** Who answers for it (包案责任). */
    @RecordBuilder
    public record Charge(
            @Size(max = 50) @Nullable String leader,
            @Size(max = 100) @Nullable String respOrg,
            @Size(max = 50) @Nullable String respPerson,
            @Phone @Sensitive(Sensitive.Kind.PHONE) @Nullable String respPhone) implements DisputeChargeBuilder.With {}

    /** Who mediates it, and with whose consent (受理). Source: 人民调解法 art. 17. */
    @RecordBuilder
    public record Handling(
            boolean consentApplicant,
            boolean consentRespondent,
            @Derived @Nullable LocalDate acceptDate,
            @Link("committee") @Nullable String committeeId,
            @Link("mediator") @Listed @Nullable String leadMediatorId,
            @Size(max = 100) @Nullable String assistMediators,
            @Valid Term term) implements DisputeHandlingBuilder.With {}

    /** Until when (化解时限): 30 days, longer only with the parties' consent. */
    @RecordBuilder
    public record Term(
            @Derived @Listed @Nullable LocalDate deadline,
            @PositiveOrZero @Derived @Nullable Integer extendCount,
            @Derived @Nullable LocalDate extendTo,
            @Derived boolean extendConsent) implements DisputeTermBuilder.With {}

    /** How it ended (结果). */
    @RecordBuilder
    public record Outcome(
            @Valid Ending ending,
            @Valid Referring referring,
            @Valid Confirmation confirmation,
            @Valid Closing closing) implements DisputeOutcomeBuilder.With {}

    /** Why it ended without an agreement, or the agreement was not kept (终止). */
    @RecordBuilder
    public record Ending(
            @Coded("not_accept_reason") @Nullable String notAcceptReason,
            @Coded("fail_reason") @Nullable String failReason,
            @Coded("withdrawn_by") @Nullable String withdrawnBy,
            @Nullable LocalDate endDate,
            boolean toldOtherRemedies,
            @Coded("breach_outcome") @Nullable String breachOutcome) implements DisputeEndingBuilder.With {}

    /** To whom it was handed on (移送转办). */
    @RecordBuilder
    public record Referring(
            @Size(max = 100) @Nullable String referTargetOrg,
            @Size(max = 200) @Nullable String referReason,
            @Nullable LocalDate referDate,
            boolean referredBack) implements DisputeReferringBuilder.With {}

    /** How the court stands to the agreement (司法确认). Source: 人民调解法 art. 33: both sides apply within 30 days of effect. */
    @RecordBuilder
    public record Confirmation(
            @Coded("jc_status") @Initially("0") @Nullable String jcStatus,
            @Nullable LocalDate jcApplyDate,
            @Size(max = 60) @Nullable String jcCourt,
            @Size(max = 60) @Nullable String jcCourtNo,
            @Nullable LocalDate jcResultDate) implements DisputeConfirmationBuilder.With {}

    /** What came of it (结案). */
    @RecordBuilder
    public record Closing(
            @Coded("difficulty") @Nullable String difficulty,
            @Derived boolean isDifficult,
            @Coded("resolve_mode") @Nullable String resolveMode,
            @Derived boolean isSuccess,
            @Size(max = 1000) @Nullable String resultText,
            @Nullable LocalDate closeDate,
            @Coded("close_result") @Nullable String closeResult,
            @Valid Filing filing) implements DisputeClosingBuilder.With {}

    /** On the shelf (归档) and reviewed (考评). */
    @RecordBuilder
    public record Filing(
            @Nullable LocalDate archiveDate,
            @Coded("retention_kind") @Nullable String retentionKind,
            @PositiveOrZero @Nullable Integer retentionYears,
            @Nullable LocalDate evalDate,
            @Size(max = 500) @Nullable String evalOpinion,
            @Size(max = 500) @Nullable String remark) implements DisputeFilingBuilder.With {}
}
