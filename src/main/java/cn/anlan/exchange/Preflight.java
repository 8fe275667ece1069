package cn.anlan.exchange;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Progress.Steps;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.store.Journal;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The look over the books before sealing (上报前检查): settings, clock, and each register's own rules over every record that would go. */
final class Preflight {
    /** Nobody mends more than this before looking again. */
    static final int MOST_FINDINGS = 1_000;

    private final Bundles.Office office;
    private final List<Finding> found = new ArrayList<>();

    Preflight(Bundles.Office office) {
        this.office = office;
    }

    /** The books are left half read: enough was found. */
    private static final class Enough extends RuntimeException {}

    /** The findings, no more than a thousand and then a line that says so. Throws {@link cn.anlan.entry.Refused} when cancelled. */
    List<Finding> run(Period period, Progress progress) {
        found.addAll(Sender.missing(office.settings()));
        checkClock(period);
        try {
            office.database().snapshot(() -> {
                List<Register<?>> registers = office.reported();
                var steps = new Steps(progress, Parts.count(registers), Parts.CANCELLED);
                registers.forEach(register -> check(register, steps));
                steps.pause();
                return registers;
            });
        } catch (Enough enough) {
            found.add(Finding.warning("", "finding.more", MOST_FINDINGS));
        }
        return found;
    }

    private void checkClock(Period period) {
        OffsetDateTime now = OffsetDateTime.now(office.clock());
        Optional<OffsetDateTime> last = office.journal().when(office.journal().last());
        if (last.filter(now::isBefore).isPresent()) {
            found.add(Finding.error("", "finding.clock", now.toLocalDate(), last.get().toLocalDate()));
        }
        if (period.to().isAfter(LocalDate.now(office.clock()))) {
            found.add(Finding.warning("", "finding.future", period.to()));
        }
    }

    private <E extends Entry> void check(Register<E> register, Steps steps) {
        register.each(Query.all(), entry -> {
            steps.next();
            List<Violation> wrong = register.recheck(entry);
            if (!wrong.isEmpty()) {
                tell(register, entry, wrong);
            }
        });
    }

    private <E extends Entry> void tell(Register<E> register, E entry, List<Violation> wrong) {
        boolean acknowledged = wrong.stream().anyMatch(Violation::soft) && isAcknowledged(entry);
        for (Violation violation : wrong) {
            if (!violation.soft() || !acknowledged) {
                if (found.size() >= MOST_FINDINGS) {
                    throw new Enough();
                }
                String sentence = Text.of(violation.soft() ? "exchange.finding.warning" : "exchange.finding.wrong", register.shape().label(),
                        register.title(entry), violation.sentence());
                found.add(new Finding(violation.soft() ? Finding.Level.WARNING : Finding.Level.ERROR, register.name(), entry.id(), sentence));
            }
        }
    }

    /** A warning is acknowledged when the present revision was saved with a reason. */
    private boolean isAcknowledged(Entry entry) {
        List<Journal.Line> lines = office.journal().of(entry.id());
        return !lines.isEmpty() && lines.get(0).reason() != null;
    }
}
