package cn.anlan.report.form;

import cn.anlan.entry.Text;
import java.util.List;

/**
 * What must agree within each row of a report (勾稽关系): the sum of some columns equals that of others, or does not exceed it.
 *
 * @param key its sentence in the texts
 * @param left keys of columns, a minus before those that are taken away; none sum up to nought
 */
public record CrossFooting(String key, List<String> left, Op op, List<String> right) {

    /** How two sums stand to each other. */
    public enum Op {
        EQUALS,
        AT_MOST
    }

    public static CrossFooting equal(String key, List<String> left, String right) {
        return new CrossFooting(key, left, Op.EQUALS, List.of(right));
    }

    public static CrossFooting atMost(String key, List<String> left, String right) {
        return new CrossFooting(key, left, Op.AT_MOST, List.of(right));
    }

    /** Whether two sums agree. */
    public boolean holds(long leftSum, long rightSum) {
        return op == Op.EQUALS ? leftSum == rightSum : leftSum <= rightSum;
    }

    public String sentence() {
        return Text.of("report.rule." + key);
    }
}
