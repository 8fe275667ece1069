package cn.anlan.reference;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Initially;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Section;
import cn.anlan.entry.mark.UniqueAmongLive;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that is not what its weekday says (节假日与调休): off, or worked on a weekend to pay for a day off. The State Council gives each
 * year's in a notice; an office without a network types or imports them.
 */
@Entity(value = "work_day", title = {"date", "name"}, tool = true)
public record WorkDay(String id, int revision, @Nullable String voidReason,
        @Section("day") @NotNull @UniqueAmongLive @Listed LocalDate date,
        @NotNull @Coded("work_day_kind") @Initially("1") @Listed String kind,
        @NotBlank @Size(max = 30) @Searched(pinyin = true) @Listed String name,
        @Size(max = 100) @Listed @Nullable String source) implements Entry {
    /** Kind 放假. */
    public static final String OFF = "1";
    /** Kind 调休上班. */
    public static final String WORKED = "2";
}
