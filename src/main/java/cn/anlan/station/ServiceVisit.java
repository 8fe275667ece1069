package cn.anlan.station;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Derived;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Sensitive;
import cn.anlan.entry.mark.Soft;
import cn.anlan.entry.mark.UniqueAmongLive;
import cn.anlan.entry.mark.When;
import cn.anlan.reference.Phone;
import cn.anlan.reference.ResidentId;
import cn.anlan.reference.ResidentIdChecked;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One person's call at a service point, and what became of it (来访登记). The diary of a station; names may be left out. */
@Entity(value = "service_visit", title = {"visit_no", "visitor_name"}, day = "visit_dt")
@RecordBuilder
public record ServiceVisit(
        String id, int revision, @Nullable String voidReason,
        @Valid Reception reception,
        @Valid Visitor visitor,
        @Valid Matter matter,
        @Valid Result result) implements Entry, ServiceVisitBuilder.With {

    /** When, how and by whom (接待). */
    @RecordBuilder
    public record Reception(
            @NotNull @Link("service_point") @Listed String pointId,
            @Size(max = 40) @Derived @UniqueAmongLive @Searched @Nullable String visitNo,
            @NotNull @PastOrPresent @Initially("now") @Listed LocalDateTime visitDt,
            @NotNull @Coded("visit_channel") @Initially("1") @Listed String channel,
            @NotBlank @Size(max = 50) String receiver,
            @NotNull @Coded("visit_status") @Initially("1") @Listed String status) implements ServiceVisitReceptionBuilder.With {}

    /** Who came, as far as told (来访人): bands instead of exact data. */
    @RecordBuilder
    public record Visitor(
            @Size(max = 50) @Searched(pinyin = true) @Listed @Nullable String visitorName,
            @Coded("sex") @Nullable String sex,
            @Coded("age_band") @Nullable String ageBand,
            @Coded("ethnic") @Nullable String ethnic,
            @ResidentId @ResidentIdChecked(payload = Soft.class) @Sensitive(Sensitive.Kind.ID_NUMBER)
                    @When(field = "service_kind", is = "2") @Searched @Nullable String idNumber,
            @Phone @Sensitive(Sensitive.Kind.PHONE) @Searched @Nullable String phone,
            @Size(max = 200) @Sensitive(Sensitive.Kind.ADDRESS) @Nullable String address,
            @Coded("crowd") Set<String> crowd) implements ServiceVisitVisitorBuilder.With {}

    /** What was asked and answered (事项). */
    @RecordBuilder
    public record Matter(
            @NotNull @Coded("service_kind") @Listed String serviceKind,
            @NotNull @Coded("law_field") @Listed String lawField,
            @NotBlank @Size(max = 2000) @Searched String question,
            @NotBlank @Size(max = 2000) String answer) implements ServiceVisitMatterBuilder.With {}

    /** What became of it (结果). */
    @RecordBuilder
    public record Result(
            @NotNull @Coded("visit_result") @Initially("1") @Listed String result,
            @Size(max = 100) @When(field = "result", is = {"2", "3", "4"}) @Nullable String referTo,
            @Nullable LocalDate doneDate,
            @Coded("visit_satisfaction") @Initially("0") @Nullable String satisfaction,
            @Link("dispute") @Nullable String disputeId) implements ServiceVisitResultBuilder.With {}
}
