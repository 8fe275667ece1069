package cn.anlan.mediation;

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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A sentence clerks write every day, called up by a few letters and F4 (常用语). */
@Entity(value = "phrase", title = "short_key", tool = true)
public record Phrase(
        String id, int revision, @Nullable String voidReason,
        @Section("phrase") @NotBlank @Size(max = 10) @Pattern(regexp = "[a-z0-9]+") @UniqueAmongLive @Searched @Listed String shortKey,
        @NotNull @Coded("phrase_kind") @Initially("1") @Listed String kind,
        @NotBlank @Size(max = 1000) @Searched(pinyin = true) @Listed String words) implements Entry {}
