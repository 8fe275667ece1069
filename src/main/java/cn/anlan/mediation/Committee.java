package cn.anlan.mediation;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.PlaceOf;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Sensitive;
import cn.anlan.reference.Phone;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A people's mediation committee (人民调解委员会), whose seal stands under an agreement. Source: 人民调解法 art. 7–11. */
@Entity(value = "committee", title = "name")
@RecordBuilder
public record Committee(
        String id, int revision, @Nullable String voidReason,
        @Valid Body body,
        @Valid Members members,
        @Valid Contact contact) implements Entry, CommitteeBuilder.With {

    /** What it is called and where it sits (调委会). */
    @RecordBuilder
    public record Body(
            @NotBlank @Size(max = 60) @Searched(pinyin = true) @Listed String name,
            @NotNull @Coded("committee_kind") @Listed String kind,
            @NotNull @PlaceOf({"county", "town", "village"}) @Initially("home") @Listed String areaCode,
            @NotBlank @Size(max = 10) String shortName,
            @Size(max = 60) @Nullable String sealName,
            @PastOrPresent @Nullable LocalDate established) implements CommitteeBodyBuilder.With {}

    /** Who sits on it (组成). */
    @RecordBuilder
    public record Members(
            @NotBlank @Size(max = 50) @Searched(pinyin = true) @Listed String director,
            @NotNull @Min(1) @Listed Integer memberCount,
            boolean hasFemale,
            boolean minorityMember) implements CommitteeMembersBuilder.With {}

    /** Where to find it (联系). */
    @RecordBuilder
    public record Contact(
            @Phone @Sensitive(Sensitive.Kind.PHONE) @Searched @Listed @Nullable String phone,
            @Size(max = 200) @Nullable String office,
            @Size(max = 500) @Nullable String remark) implements CommitteeContactBuilder.With {}
}
