package cn.anlan.mediation.dossier;

import cn.anlan.mediation.Dispute;
import cn.anlan.reference.Code;
import cn.anlan.reference.CodeLists;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a dossier is kept (保管期限), as dated data: list {@code retention_years}, label = years, parent = the retention kind, in force from one
 * day to another. Codes are the kind and a number of their own, so that a county may date new years.
 * A kind without a line is kept for ever. Years are counted from 1 January after the dossier went on the shelf, as archives do.
 */
public final class Retention {
    private static final String LIST = "retention_years";
    /** 确认有效, of list {@code jc_status}. */
    private static final String CONFIRMED = "4";

    private final CodeLists codes;

    public Retention(CodeLists codes) {
        this.codes = codes;
    }

    /**
     * The kind usually chosen, a proposal until the county says otherwise: for ever where land, grassland or houses are at stake, many people, or
     * the court; long for a written agreement; short for the rest.
     */
    static String proposed(Dispute dispute, boolean written) {
        String type = dispute.facts().typeSf();
        String scale = dispute.facts().scope().scale();
        boolean forEver = type.startsWith("07") || type.equals("03") || !scale.equals("01")
                || CONFIRMED.equals(dispute.outcome().confirmation().jcStatus());
        return forEver ? "3" : written ? "2" : "1";
    }

    /** Years a kind is kept when put on the shelf on a day; null for ever, or while no kind is chosen. */
    public @Nullable Integer years(@Nullable String kind, LocalDate day) {
        return codes.choices(LIST, day).stream().filter(code -> code.parent() != null && code.parent().equals(kind)).map(Code::label)
                .map(Integer::valueOf).findFirst().orElse(null);
    }

    /** The last day a dossier on the shelf is kept; empty when for ever, or not on the shelf. */
    public Optional<LocalDate> until(Dispute dispute) {
        var filing = dispute.outcome().closing().filing();
        LocalDate shelved = filing.archiveDate();
        if (shelved == null) {
            return Optional.empty();
        }
        Integer years = filing.retentionYears() == null ? years(filing.retentionKind(), shelved) : filing.retentionYears();
        return Optional.ofNullable(years).map(count -> LocalDate.of(shelved.getYear() + count, 12, 31));
    }
}
