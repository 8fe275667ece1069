package cn.anlan.roster;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.PlaceOf;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A villager trained to bring law to neighbours (法律明白人). Source: 乡村“法律明白人”培养工作规范（试行）, 2021. */
@Entity(value = "literate", title = "name")
@RecordBuilder
public record Literate(
        String id, int revision, @Nullable String voidReason,
        @Valid Person person,
        @Valid Post post,
        @Valid Training training,
        @Valid Certificate certificate,
        @Valid Standing standing) implements Entry, LiterateBuilder.With {

    /** Who it is (个人信息). */
    @RecordBuilder
    public record Person(
            @NotBlank @Size(max = 50) @Searched(pinyin = true) @Listed String name,
            @NotNull @Coded("sex") @Listed String sex,
            @NotNull @Coded("ethnic") @Listed String ethnic,
            @NotNull @PastOrPresent LocalDate birthDate,
            @NotBlank @ResidentId @ResidentIdChecked(payload = Soft.class) @Sensitive(Sensitive.Kind.ID_NUMBER) @UniqueAmongLive @Searched
                    String idNumber,
            @NotBlank @Phone @Sensitive(Sensitive.Kind.PHONE) @Searched @Listed String phone,
            @NotNull @Coded("politics") String politics,
            @NotNull @Coded("education") String education) implements LiteratePersonBuilder.With {}

    /** For which village, and why this person (遴选). */
    @RecordBuilder
    public record Post(
            @NotNull @PlaceOf("village") @Listed String areaCode,
            @Size(max = 40) @Nullable String groupName,
            @NotEmpty @Coded("literate_category") @Listed Set<String> categories,
            @NotNull @Coded("nominate_way") String nominateWay,
            @Link("adviser") @Nullable String adviserId) implements LiteratePostBuilder.With {}

    /** The first training and its exam (初任培训). */
    @RecordBuilder
    public record Training(
            @PastOrPresent @Nullable LocalDate trainDate,
            @PastOrPresent @Nullable LocalDate examDate,
            @PositiveOrZero @Max(100) @Nullable Integer examScore,
            boolean examPass) implements LiterateTrainingBuilder.With {}

    /** Certified by whom and when (认定). */
    @RecordBuilder
    public record Certificate(
            @Size(max = 40) @UniqueAmongLive @Searched @Listed @Nullable String certNo,
            @PastOrPresent @Nullable LocalDate certDate,
            boolean badgeIssued,
            @PastOrPresent @Nullable LocalDate approveDate,
            @Size(max = 60) @Nullable String approveOrg) implements LiterateCertificateBuilder.With {}

    /** Serving or gone (状态). */
    @RecordBuilder
    public record Standing(
            @NotNull @Coded("literate_status") @Initially("1") @Listed String status,
            @PastOrPresent @When(field = "status", is = {"6", "7"}) @Nullable LocalDate exitDate,
            @Coded("exit_reason") @When(field = "status", is = {"6", "7"}) @Nullable String exitReason,
            @Size(max = 500) @Nullable String remark) implements LiterateStandingBuilder.With {}
}
