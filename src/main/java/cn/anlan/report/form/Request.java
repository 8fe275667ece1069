package cn.anlan.report.form;

import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;

/**
 * Which report is wanted (统计条件).
 *
 * @param report its code in list {@code report_code}
 * @param byAcceptance a case counts in the period it was accepted in, not the one it was closed in
 */
public record Request(String report, Period period, boolean byAcceptance) {
    /** A case counts by the day it was closed on. */
    public static final String BY_CLOSING = "close";
    /** A case counts by the day it was accepted on. */
    public static final String BY_ACCEPTANCE = "accept";

    /** Throws {@link Refused} when a case can be counted in no such way. */
    public static Request of(String report, Period period, String countedBy) {
        if (!countedBy.equals(BY_CLOSING) && !countedBy.equals(BY_ACCEPTANCE)) {
            throw Refused.of("report.refused.counted_by", countedBy, BY_CLOSING, BY_ACCEPTANCE);
        }
        return new Request(report, period, countedBy.equals(BY_ACCEPTANCE));
    }

    /** The code of list {@code report_counted_by}. */
    public String countedBy() {
        return byAcceptance ? BY_ACCEPTANCE : BY_CLOSING;
    }

    /** The same report of another period. */
    public Request of(Period other) {
        return new Request(report, other, byAcceptance);
    }
}
