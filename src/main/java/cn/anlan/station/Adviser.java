package cn.anlan.station;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Sensitive;
import cn.anlan.entry.mark.UniqueAmongLive;
import cn.anlan.reference.Phone;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A lawyer who advises villages under contract (村居法律顾问). */
@Entity(value = "adviser", title = {"name", "firm"})
@RecordBuilder
public record Adviser(
        String id, int revision, @Nullable String voidReason,
        @Valid Person person,
        @Valid Contract contract) implements Entry, AdviserBuilder.With {

    /** Who it is (顾问). */
    @RecordBuilder
    public record Person(
            @NotBlank @Size(max = 50) @Searched(pinyin = true) @Listed String name,
            @NotBlank @Size(max = 80) @Searched(pinyin = true) @Listed String firm,
            @NotBlank @Size(max = 30) @UniqueAmongLive @Searched @Listed String licenceNo,
            @NotBlank @Phone @Sensitive(Sensitive.Kind.PHONE) @Searched @Listed String phone) implements AdviserPersonBuilder.With {}

    /** For whom and how long (聘用). */
    @RecordBuilder
    public record Contract(
            @NotNull @Listed LocalDate contractFrom,
            @NotNull @Listed LocalDate contractTo,
            @Size(max = 300) @Searched @Listed @Nullable String villages,
            @NotNull @Coded("adviser_status") @Initially("1") @Listed String status,
            @Size(max = 500) @Nullable String remark) implements AdviserContractBuilder.With {}
}
