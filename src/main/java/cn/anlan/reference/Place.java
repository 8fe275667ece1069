package cn.anlan.reference;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Coded;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Section;
import cn.anlan.entry.mark.UniqueAmongLive;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place of the administrative division tree (行政区划), from province to village; codes are never overwritten, only ended.
 *
 * @param parent the code of the place above
 * @param replacedBy the code that took over when this one ended (撤并、更名)
 * @param sample shipped for trying the program, not an official name
 */
@Entity(value = "place", title = "name", tool = true)
public record Place(String id, int revision, @Nullable String voidReason,
        @Section("place") @NotBlank @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @UniqueAmongLive @Searched @Listed String code,
        @NotBlank @Size(max = 50) @Searched(pinyin = true) @Listed String name,
        @NotNull @Coded("place_level") @Listed String level,
        @Size(max = 12) @Listed @Nullable String parent,
        @Size(max = 3) @Nullable String urbanRuralClass,
        @Section("force") @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Size(max = 12) @Nullable String replacedBy,
        @Listed boolean sample) implements Entry {}
