package cn.anlan.station;

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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A centre, station or room where people get legal help (公共法律服务中心、站、室). */
@Entity(value = "service_point", title = "name")
@RecordBuilder
public record ServicePoint(
        String id, int revision, @Nullable String voidReason,
        @Valid Point point,
        @Valid Premises premises) implements Entry, ServicePointBuilder.With {

    /** Which and where (服务点). */
    @RecordBuilder
    public record Point(
            @NotNull @Coded("point_level") @Listed String level,
            @NotBlank @Size(max = 60) @Searched(pinyin = true) @Listed String name,
            @NotNull @PlaceOf({"county", "town", "village"}) @Initially("home") @Listed String areaCode,
            @Size(max = 200) @Searched @Listed @Nullable String address,
            @Phone @Sensitive(Sensitive.Kind.PHONE) @Searched @Listed @Nullable String phone) implements ServicePointPointBuilder.With {}

    /** What it has (场所): the list the county ticks. */
    @RecordBuilder
    public record Premises(
            @PositiveOrZero @Nullable Integer areaM2,
            @Size(max = 100) @Nullable String openHours,
            @Size(max = 200) @Nullable String staff,
            @Coded("facility") Set<String> facilities,
            @PastOrPresent @Nullable LocalDate established,
            @NotNull @Coded("point_status") @Initially("1") @Listed String status,
            @Size(max = 500) @Nullable String remark) implements ServicePointPremisesBuilder.With {}
}
