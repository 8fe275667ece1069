package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Derived;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Money;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Section;
import cn.anlan.entry.mark.When;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the parties of a dispute agreed, in writing or by word of mouth (调解协议). Source: 人民调解法 art. 28–30. */
@Entity(value = "agreement", title = {"agreement_no", "sign_date"}, day = "sign_date")
@RecordBuilder
public record Agreement(
        String id, int revision, @Nullable String voidReason,
        @Section("agreement") @NotNull @Link(value = "dispute", owner = true) String disputeId,
        @Valid Heading heading,
        @Valid Terms terms,
        @Valid Performance performance,
        @Valid Signing signing) implements Entry, AgreementBuilder.With {

    /** Its form and number (协议). */
    @RecordBuilder
    public record Heading(
            @NotNull @Coded("agreement_form") @Initially("2") @Listed String form,
            @NotBlank @Size(max = 60) @Searched @Listed String agreementNo,
            @NotNull @PastOrPresent @Initially("today") @Listed LocalDate signDate,
            @Derived @Listed @Nullable LocalDate effectiveDate,
            @Min(1) @Nullable Integer copies) implements AgreementHeadingBuilder.With {}

    /** What was agreed on which facts (协议内容). */
    @RecordBuilder
    public record Terms(
            @NotBlank @Size(max = 4000) String facts,
            @Size(max = 4000) @When(field = "form", is = "1") @Nullable String disputePoints,
            @NotBlank @Size(max = 4000) @Searched String content) implements AgreementTermsBuilder.With {}

    /** How, where and by when it is to be kept (履行). */
    @RecordBuilder
    public record Performance(
            @NotBlank @Size(max = 200) @Listed String performMode,
            @Size(max = 100) @Nullable String performPlace,
            @NotNull @Listed LocalDate performDeadline,
            @PositiveOrZero @Money @Listed @Nullable Long totalAmountFen) implements AgreementPerformanceBuilder.With {}

    /** Who signed and sealed (签章): a written agreement takes effect when all have. */
    @RecordBuilder
    public record Signing(
            boolean partiesSigned,
            boolean mediatorSigned,
            @When(field = "form", is = "1") boolean sealed) implements AgreementSigningBuilder.With {}
}
