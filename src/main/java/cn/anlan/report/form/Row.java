package cn.anlan.report.form;

import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One row of a report (统计行): the cases whose {@code by} is one of these codes; all of them where {@code by} is null.
 *
 * @param level how deep it stands: 0 the whole, 1 a part, 2 a part of a part
 * @param parent the row a correction of this one adds to as well; null where there is none
 */
public record Row(String key, String label, int level, @Nullable String parent, @Nullable Field<String> by, Set<String> codes) {

    /** The row of everything. */
    public static Row all(String label) {
        return new Row("all", label, 0, null, null, Set.of());
    }

    /** A line of the report that only heads those below it. */
    public static Row heading(String key, String label) {
        return new Row(key, label, 1, null, null, Set.of(key));
    }

    public boolean isHeading() {
        return by == null && !codes.isEmpty();
    }

    /** The cases that stand in this row. */
    public Condition condition() {
        return isHeading() ? DSL.falseCondition() : by == null ? DSL.noCondition() : Facts.among(by, codes);
    }
}
