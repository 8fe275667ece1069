package cn.anlan.mediation.desk;

import cn.anlan.entry.Violation;
import cn.anlan.mediation.Dispute;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the desk asks of the archive (档案室) before a dispute is put on the shelf. */
public interface Shelf {

    /** Before archiving what the dossier still lacks, a sentence each; nothing for any other step. */
    List<Violation> check(Step step, Dispute dispute);

    /** How many years a dossier of this retention kind is kept when put there on a day; null is for ever. */
    @Nullable Integer years(@Nullable String retentionKind, LocalDate day);
}
