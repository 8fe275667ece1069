package cn.anlan.report.form;

import org.jooq.Condition;
import org.jooq.Field;

/**
 * One column of a report (指标).
 *
 * @param key its word on the command line, in corrections and submissions
 * @param group the heading above it; columns of one group stand side by side
 */
public record Column(String key, String group, String label, Measure measure) {

    /** What the column's numbers are (计量). */
    public sealed interface Measure {}

    /** So many cases (件). */
    public record Count(Condition when) implements Measure {}

    /** So many people, or so many of something else a record counts (人、件). */
    public record Sum(Field<Long> of, Condition when) implements Measure {}

    /** So much money, in fen. */
    public record Fen(Field<Long> of, Condition when) implements Measure {}

    /** One column as a share of another (%), worked out from the two. */
    public record Rate(String part, String whole) implements Measure {}

    public static Column count(String key, String group, String label, Condition when) {
        return new Column(key, group, label, new Count(when));
    }

    /** Whether the number is worked out from other columns and has no cases of its own. */
    public boolean isDerived() {
        return measure instanceof Rate;
    }
}
