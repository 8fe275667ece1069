package cn.anlan.report.form;

import cn.anlan.entry.Period;

/**
 * Which report is wanted (统计条件).
 *
 * @param report its code in list {@code report_code}
 * @param byAcceptance a case counts in the period it was accepted in, not the one it was closed in
 */
public record Request(String report, Period period, boolean byAcceptance) {

    /** The code of list {@code report_counted_by}. */
    public String countedBy() {
        return byAcceptance ? "accept" : "close";
    }

    /** The same report of another period. */
    public Request of(Period other) {
        return new Request(report, other, byAcceptance);
    }
}
