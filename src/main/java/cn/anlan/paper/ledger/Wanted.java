package cn.anlan.paper.ledger;

import cn.anlan.entry.Period;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a ledger are wanted (台账范围); null narrows nothing.
 *
 * @param place a place and everything below it
 * @param type a dispute type and everything below it
 * @param stage a dispute's stage
 * @param mediator the id of the leading mediator
 * @param purpose what personal information is shown in full for; null shows it only in part (个人信息保护法 art. 28)
 */
public record Wanted(Period period, @Nullable String place, @Nullable String type, @Nullable String stage, @Nullable String mediator,
        @Nullable String purpose) {

    /** Everything of a period, masked. */
    public static Wanted of(Period period) {
        return new Wanted(period, null, null, null, null, null);
    }

    /** Whether nothing is asked of the case a line speaks of, so that lines which speak of none may stand here. */
    boolean isOfAnyCase() {
        return type == null && stage == null && mediator == null;
    }

    /** Whether personal information is shown only in part. */
    public boolean isMasked() {
        return purpose == null;
    }
}
