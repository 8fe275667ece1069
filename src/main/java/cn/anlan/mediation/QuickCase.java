package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Money;
import cn.anlan.entry.mark.PlaceOf;
import cn.anlan.entry.mark.Section;
import cn.anlan.entry.mark.When;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A quarrel settled at the doorstep, on one screen (简易纠纷): twelve answers the mediation desk makes a whole case of.
 * Source: 人民调解法 art. 28, an agreement by word of mouth is enough when the mediator writes it down.
 */
@Entity(value = "quick_case", title = "summary", stored = false)
public record QuickCase(
        String id, int revision, @Nullable String voidReason,
        @Valid Matter matter,
        @Valid Sides sides,
        @Valid Handling handling,
        @Valid Account account) implements Entry {

    /** When, where and of what kind (何时何地). */
    public record Matter(
            @NotNull @PastOrPresent @Initially("today") LocalDate date,
            @NotNull @PlaceOf({"town", "village"}) @Initially("home") String areaCode,
            @NotNull @Coded("dispute_type_sf") @Initially("02") String typeSf) {}

    /** Between whom; a telephone number may follow a name (双方). */
    public record Sides(
            @Section("matter") @NotBlank @Size(max = 100) String applicant,
            @NotBlank @Size(max = 100) String respondent,
            @NotNull @Min(2) @Max(999999) @Initially("2") Integer peopleCount) {}

    /** By whom, for how much, and whether it is over (办理). */
    public record Handling(
            @Section("matter") @PositiveOrZero @Money @Nullable Long amountFen,
            @NotNull @Link("mediator") String leadMediatorId,
            @Initially("1") boolean onTheSpot,
            @When(field = "on_the_spot", is = "0") @Nullable LocalDate performDeadline) {}

    /** What it was about, what was agreed and what came of it (经过). */
    public record Account(
            @NotBlank @Size(max = 1000) String summary,
            @NotBlank @Size(max = 4000) String content,
            @Size(max = 200) @Nullable String resultText) {}
}
