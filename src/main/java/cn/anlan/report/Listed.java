package cn.anlan.report;

import cn.anlan.report.form.Facts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record behind a number (明细), a case or a screening.
 *
 * @param day a case was accepted on, a screening held on
 * @param closed null while a case is not; of a screening always
 */
public record Listed(String register, String id, int revision, String title, LocalDate day, @Nullable LocalDate closed) {

    /** Whether it is a round of screening and no case. */
    public boolean isScreening() {
        return register.equals(Facts.SCREENINGS);
    }
}
