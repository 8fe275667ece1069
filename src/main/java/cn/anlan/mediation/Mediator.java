package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Sensitive;
import cn.anlan.entry.mark.Soft;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A people's mediator (人民调解员). Source: 人民调解法 art. 13–16. */
@Entity(value = "mediator", title = "name")
@RecordBuilder
public record Mediator(
        String id, int revision, @Nullable String voidReason,
        @Valid Person person,
        @Valid Post post) implements Entry, MediatorBuilder.With {

    /** Who it is (个人信息). */
    @RecordBuilder
    public record Person(
            @NotBlank @Size(max = 50) @Searched(pinyin = true) @Listed String name,
            @NotNull @Coded("sex") @Listed String sex,
            @NotNull @Coded("ethnic") @Listed String ethnic,
            @NotNull @PastOrPresent LocalDate birthDate,
            @ResidentId @ResidentIdChecked(payload = Soft.class) @Sensitive(Sensitive.Kind.ID_NUMBER) @Searched @Nullable String idNumber,
            @NotBlank @Phone @Sensitive(Sensitive.Kind.PHONE) @Searched @Listed String phone,
            @Valid Background background) implements MediatorPersonBuilder.With {}

    /** What the annual report on the force counts (政治面貌与学历). */
    @RecordBuilder
    public record Background(
            @Coded("politics") @Nullable String politics,
            @Coded("education") @Nullable String edu,
            boolean legalBackground) implements MediatorBackgroundBuilder.With {}

    /** Where and since when (任职). */
    @RecordBuilder
    public record Post(
            @NotNull @Link("committee") @Listed String committeeId,
            @Listed boolean fullTime,
            @Coded("mediator_category") @Listed Set<String> categories,
            @Size(max = 40) @Searched @Nullable String certificateNo,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            @Size(max = 500) @Nullable String remark) implements MediatorPostBuilder.With {}
}
