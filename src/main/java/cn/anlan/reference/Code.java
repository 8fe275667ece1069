package cn.anlan.reference;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Searched;
import cn.anlan.entry.mark.Section;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One value of a code list (代码), in force from one day to another; ministries revise lists, so they are data.
 *
 * @param list the list's name, e.g. {@code dispute_type_sf}
 * @param parent the code it rolls up to in reports
 * @param sort its place in the pick list
 * @param local added in this county
 */
@Entity(value = "code", title = {"list", "label"}, tool = true)
public record Code(String id, int revision, @Nullable String voidReason,
        @Section("code") @NotBlank @Size(max = 40) @Searched @Listed String list,
        @NotBlank @Size(max = 20) @Searched @Listed String code,
        @NotBlank @Size(max = 60) @Searched(pinyin = true) @Listed String label,
        @Size(max = 20) @Listed @Nullable String parent,
        int sort,
        @Section("force") @Listed @Nullable LocalDate validFrom,
        @Listed @Nullable LocalDate validTo,
        boolean local) implements Entry {}
