package cn.anlan.village;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.PlaceOf;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Sensitive;
import cn.anlan.entry.mark.UniqueAmongLive;
import cn.anlan.reference.Phone;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A village or community of the township with what its file on self-government shows (村社区档案): one village, one file (一村一档). */
@Entity(value = "village", title = "village")
@RecordBuilder
public record Village(
        String id, int revision, @Nullable String voidReason,
        @Valid Place place,
        @Valid People people) implements Entry, VillageBuilder.With {

    /** Which village, and how big (村社区). */
    @RecordBuilder
    public record Place(
            @NotNull @PlaceOf("village") @UniqueAmongLive @Listed String village,
            @NotNull @Coded("village_type") @Initially("1") @Listed String villageType,
            @PositiveOrZero @Listed @Nullable Integer population,
            @PositiveOrZero @Listed @Nullable Integer households,
            @PositiveOrZero @Nullable Integer partyMembers,
            @PositiveOrZero @Nullable Integer groups) implements VillagePlaceBuilder.With {}

    /** Who leads it and who stands by (班子与联系). */
    @RecordBuilder
    public record People(
            @Size(max = 50) @Searched(pinyin = true) @Listed @Nullable String secretary,
            @Size(max = 50) @Searched(pinyin = true) @Listed @Nullable String director,
            @Phone @Sensitive(Sensitive.Kind.PHONE) @Searched @Listed @Nullable String phone,
            @Link("adviser") @Nullable String adviserId,
            @Link("committee") @Nullable String committeeId,
            @Size(max = 50) @Nullable String contact,
            @Size(max = 500) @Nullable String remark) implements VillagePeopleBuilder.With {}
}
