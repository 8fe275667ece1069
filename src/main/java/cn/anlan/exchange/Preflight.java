package cn.anlan.exchange;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import cn.anlan.store.Journal;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The look over the books before sealing (上报前检查): settings, clock, and each register's own rules over every record that would go. */
final class Preflight {
    private final Bundles.Office office;

    Preflight(Bundles.Office office) {
        this.office = office;
    }

    /** Ends of the walk over the books: nobody wants to hear more. */
    private static final class Enough extends RuntimeException {}

    /** Tells each finding as it is made until the taker says false. Throws {@link cn.anlan.entry.Refused} when cancelled. */
    void run(Period period, Predicate<Finding> taker, Bundles.Progress progress) {
        Sender.missing(office.settings()).forEach(taker::test);
        checkClock(period, taker);
        try {
            office.database().snapshot(() -> {
                List<Register<?>> registers = office.reported();
                long total = registers.stream().mapToLong(register -> register.count(Query.all(), Integer.MAX_VALUE)).sum();
                var steps = new Bundles.Steps(progress, total);
                registers.forEach(register -> check(register, taker, steps));
                steps.pause();
                return total;
            });
        } catch (Enough enough) {
            taker.test(Finding.warning("", "finding.stopped"));
        }
    }

    private void checkClock(Period period, Predicate<Finding> taker) {
        OffsetDateTime now = OffsetDateTime.now(office.clock());
        Optional<OffsetDateTime> last = office.journal().when(office.journal().last());
        if (last.filter(now::isBefore).isPresent()) {
            taker.test(Finding.error("", "finding.clock", now.toLocalDate(), last.get().toLocalDate()));
        }
        if (period.to().isAfter(LocalDate.now(office.clock()))) {
            taker.test(Finding.warning("", "finding.future", period.to()));
        }
    }

    private <E extends Entry> void check(Register<E> register, Predicate<Finding> taker, Bundles.Steps steps) {
        register.each(Query.all(), entry -> {
            steps.next();
            List<Violation> wrong = register.recheck(entry);
            if (!wrong.isEmpty()) {
                tell(register, entry, wrong, taker);
            }
        });
    }

    private <E extends Entry> void tell(Register<E> register, E entry, List<Violation> wrong, Predicate<Finding> taker) {
        boolean acknowledged = wrong.stream().anyMatch(Violation::soft) && isAcknowledged(entry);
        for (Violation violation : wrong) {
            if (violation.soft() && acknowledged) {
                continue;
            }
            var level = violation.soft() ? Finding.Level.WARNING : Finding.Level.ERROR;
            String sentence = Text.of(violation.soft() ? "exchange.finding.warning" : "exchange.finding.wrong", register.shape().label(),
                    register.title(entry), violation.sentence());
            if (!taker.test(new Finding(level, register.name(), entry.id(), sentence))) {
                throw new Enough();
            }
        }
    }

    /** A warning is acknowledged when the present revision was saved with a reason. */
    private boolean isAcknowledged(Entry entry) {
        List<Journal.Line> lines = office.journal().of(entry.id());
        return !lines.isEmpty() && lines.get(0).reason() != null;
    }
}
