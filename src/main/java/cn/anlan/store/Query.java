package cn.anlan.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows (查询条件).
 *
 * @param filters all of them hold
 * @param find words to be found in the entry or its children; null for none
 * @param sort the field to sort by; null sorts by id, that is by time of making
 * @param lives which entries: living, void, or both
 */
public record Query(List<Filter> filters, @Nullable String find, @Nullable String sort, boolean descending, Lives lives) {
    /** Living and void entries (作废). */
    public enum Lives {
        LIVING,
        VOID,
        BOTH
    }

    /** How a filter compares (比较方式). */
    public enum Op {
        IS,
        CONTAINS,
        STARTS,
        FROM,
        TO,
        HAS_CODE,
        /** One of several codes; the value is their collection. */
        AMONG,
        EMPTY,
        FILLED
    }

    /** One condition on one field; the value is as the field's type has it, null where the comparison needs none. */
    public record Filter(String field, Op op, @Nullable Object value) {}

    /** All living entries, newest first. */
    public static Query all() {
        return new Query(List.of(), null, null, true, Lives.LIVING);
    }

    public Query where(String field, Op op, @Nullable Object value) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(new Filter(field, op, value));
        return new Query(List.copyOf(more), find, sort, descending, lives);
    }

    public Query is(String field, @Nullable Object value) {
        return where(field, value == null ? Op.EMPTY : Op.IS, value);
    }

    public Query finding(@Nullable String words) {
        return new Query(filters, words == null || words.isBlank() ? null : words.strip(), sort, descending, lives);
    }

    public Query sortedBy(@Nullable String field, boolean down) {
        return new Query(filters, find, field, down, lives);
    }

    public Query lives(Lives which) {
        return new Query(filters, find, sort, descending, which);
    }
}
