package cn.anlan.station;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must agree within one day of an adviser (工作日志勾稽): it ends after it begins, and a lecture has listeners. */
public final class AdviserDutyRules implements Rule<AdviserDuty> {
    @Override
    public List<Violation> check(AdviserDuty duty) {
        LocalDateTime start = duty.duty().startDt();
        LocalDateTime end = duty.duty().endDt();
        boolean lecture = some(duty.work().lectureCount());
        boolean bothKnown = start != null && end != null;
        return new Findings("station")
                .refuseIf(bothKnown && !end.isAfter(start), "end_dt", "duty_ends_before_start")
                .refuseIf(bothKnown && end.isAfter(start.plusDays(1)), "end_dt", "duty_longer_than_a_day")
                .warnIf(some(duty.work().lecturePeople()) && !lecture, "lecture_count", "listeners_without_lecture")
                .all();
    }

    private static boolean some(@Nullable Integer count) {
        return count != null && count > 0;
    }
}
