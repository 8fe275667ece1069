package cn.anlan.app;

import cn.anlan.entry.Due;
import cn.anlan.entry.Due.Level;
import cn.anlan.entry.Period;
import cn.anlan.entry.Text;
import cn.anlan.reference.deadline.Dated;
import cn.anlan.reference.deadline.Deadlines;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the house itself needs (保管): a good backup not too old, one on the second disk, an exercise of the return now and then. By when is said by the
 * same rules as everything that is due.
 */
public final class Upkeep {
    /** The page on which all of it is done. */
    private static final String PAGE = "settings";
    private static final String BACKUP = "backup";
    private static final String SECOND = "backup_second";
    private static final String DRILL = "backup_drill";

    private final Wiring house;
    private final Clock clock;

    Upkeep(Wiring house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    /** Copies of the whole house. */
    public Backups backups() {
        return house.backups();
    }

    /** The sheet for who leaves and who comes. */
    public Handover handover() {
        return new Handover(house, clock);
    }

    /** How old the last good backup is: a sentence, and its colour. */
    public record Standing(String sentence, Level level) {}

    /** What of it is to be reminded of on a day, or late. Nobody would miss a store of samples: it is not spoken of. */
    public List<Due> due(LocalDate today) {
        List<Due> due = new ArrayList<>();
        if (house.doorkeeper().access().ring().isEmpty()) {
            return due;
        }
        Deadlines deadlines = house.deadlines();
        Backups backups = house.backups();
        ask(deadlines, BACKUP, newest(), today).ifPresent(due::add);
        if (backups.secondFolder().isPresent()) {
            Optional<OffsetDateTime> second = backups.last().stream().filter(last -> last.kind() == Backups.Kind.SECOND).map(Backups.Last::at).findFirst();
            ask(deadlines, SECOND, second, today).ifPresent(due::add);
        }
        ask(deadlines, DRILL, backups.lastDrill().filter(Backups.Drilled::good).map(Backups.Drilled::on), today).ifPresent(due::add);
        return due;
    }

    private Optional<Due> ask(Deadlines deadlines, String item, Optional<OffsetDateTime> last, LocalDate today) {
        LocalDate since = last.map(Upkeep::day).orElseGet(this::firstDay);
        return deadlines.of(item, Dated.since(since, today)).filter(deadline -> deadline.level() != Level.PLAIN)
                .map(deadline -> new Due(PAGE, null, Text.of("backup.due." + item), item, deadline.due(), deadline.level(), deadline.why()));
    }

    private Optional<OffsetDateTime> newest() {
        return house.backups().last().stream().findFirst().map(Backups.Last::at);
    }

    /** The day the journal begins; what was never done is counted from there. */
    private LocalDate firstDay() {
        return house.journal().before(2, 1).stream().findFirst().map(line -> day(line.at())).orElse(LocalDate.EPOCH);
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(Period.ZONE).toLocalDate();
    }

    /** How long ago the last good backup of any kind was made; samples never worry anybody. */
    public Standing standing(LocalDate today) {
        Level level = due(today).stream().filter(due -> due.item().equals(BACKUP)).map(Due::level).findFirst().orElse(Level.PLAIN);
        String sentence = newest().map(at -> {
            long days = ChronoUnit.DAYS.between(day(at), today);
            return days <= 0 ? Text.of("backup.age_today") : Text.of("backup.age", days);
        }).orElseGet(() -> Text.of("backup.age_never"));
        return new Standing(sentence, level);
    }
}
