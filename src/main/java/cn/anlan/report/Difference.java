package cn.anlan.report;

import cn.anlan.report.form.Column;
import cn.anlan.report.form.Row;
import java.util.List;

/**
 * One number that is no longer what was submitted (提交后变化), or is for other reasons.
 *
 * @param before as submitted; cases, people or fen
 * @param now as it would be counted today
 */
public record Difference(Row row, Column column, long before, long now, List<Cause> causes) {

    /** What a record did to a number since. */
    public enum Kind {
        CAME,
        WENT,
        CHANGED
    }

    /**
     * A record behind a difference.
     *
     * @param before what it added when the report was submitted
     * @param now what it adds today
     * @param changes what was changed since, from the journal: field, old → new, who, when
     */
    public record Cause(Kind kind, String register, String id, String title, long before, long now, List<String> changes) {}
}
