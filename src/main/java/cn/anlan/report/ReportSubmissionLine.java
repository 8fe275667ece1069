package cn.anlan.report;

import cn.anlan.entry.Entry;
import cn.anlan.entry.mark.Derived;
import cn.anlan.entry.mark.Entity;
import cn.anlan.entry.mark.Link;
import cn.anlan.entry.mark.Listed;
import cn.anlan.entry.mark.Section;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** One record behind a submitted report (提交明细), a case or a correction, as it was then. */
@Entity(value = "report_submission_line", title = "title")
public record ReportSubmissionLine(
        String id, int revision, @Nullable String voidReason,
        @Section("line") @NotNull @Link(value = "report_submission", owner = true) String submissionId,
        @Valid Source source,
        @Valid Share share) implements Entry {

    /** Which record, and which state of it (记录). */
    public record Source(
            @NotBlank @Size(max = 40) @Derived String register,
            @NotBlank @Size(max = 26) @Derived String entryId,
            @Derived @Min(1) @Listed int entryRevision,
            @NotBlank @Size(max = 200) @Derived @Listed String title) {}

    /**
     * What it added to the report (计入).
     *
     * @param rowKeys the rows it stood in, separated by spaces
     * @param contributions a JSON object: what it added to each column
     */
    public record Share(
            @NotBlank @Size(max = 500) @Derived String rowKeys,
            @NotBlank @Size(max = 4000) @Derived @Listed String contributions) {}
}
