package cn.anlan.mediation.screening;

import cn.anlan.entry.Due;
import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.mediation.Committee;
import cn.anlan.mediation.Screening;
import cn.anlan.mediation.ScreeningFinding;
import cn.anlan.reference.deadline.Deadlines;
import cn.anlan.reference.deadline.Window;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Op;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The screening desk (排查工作台): knows which place has not reported for which period, reports that there was nothing, and makes disputes of
 * what was found. Each village committee reports by the rule {@code screen_village}, the township by {@code screen_town}, and in sensitive
 * times by {@code nil_report}.
 */
public final class ScreeningDesk {
    private static final int MOST = 10_000;
    private static final int VILLAGE_CODE = 12;
    private static final int TOWN_CODE = 9;
    private static final int TITLE = 30;
    private static final String IN_SENSITIVE_TIMES = "4";
    private static final String VILLAGE = "screen_village";
    private static final String TOWN = "screen_town";
    private static final String NIL = "nil_report";
    private static final String TO_BE_MEDIATED = "2";
    /** Kinds of committee that sit in a village or neighbourhood, or in a township. */
    private static final Set<String> LOCAL = Set.of("1", "2", "3", "4");

    private final Registers registers;
    private final Supplier<Deadlines> deadlines;
    private final BiFunction<Map<String, @Nullable Object>, Map<String, @Nullable Object>, String> beginDispute;
    private final Supplier<String> person;
    private final Clock clock;

    /** {@code beginDispute} enters a dispute and its applicant and answers its id, {@code person} is at work; the clock's zone is the office's. */
    public ScreeningDesk(Registers registers, Supplier<Deadlines> deadlines,
            BiFunction<Map<String, @Nullable Object>, Map<String, @Nullable Object>, String> beginDispute, Supplier<String> person, Clock clock) {
        this.registers = registers;
        this.deadlines = deadlines;
        this.beginDispute = beginDispute;
        this.person = person;
        this.clock = clock;
    }

    /** A place that has not reported for a period (未报). */
    public record Missing(String area, String item, Window window) {}

    /** Which places have not reported: for the period a day falls in, and for the one before once the office keeps this book. */
    public List<Missing> missing(LocalDate today) {
        Deadlines counting = deadlines.get();
        Register<Screening> book = registers.of(Screening.class);
        LocalDate first = book.list(Query.all().sortedBy("date", false), 1).stream().map(each -> each.round().date()).findFirst().orElse(today);
        List<Missing> wanted = new ArrayList<>();
        for (String area : areas()) {
            for (String item : area.length() == TOWN_CODE ? List.of(NIL, TOWN) : List.of(VILLAGE)) {
                counting.window(item, today, today).ifPresent(window -> {
                    LocalDate before = window.period().from().minusDays(1);
                    counting.window(item, before, today).filter(last -> !first.isAfter(last.period().from()))
                            .ifPresent(last -> wanted.add(new Missing(area, item, last)));
                    wanted.add(new Missing(area, item, window));
                });
            }
        }
        LocalDate from = wanted.stream().map(missing -> missing.window.period().from()).min(LocalDate::compareTo).orElse(today);
        List<Screening> known = book.list(Query.all().where("date", Op.FROM, from).where("date", Op.TO, today), MOST);
        wanted.removeIf(missing -> known.stream().anyMatch(screening -> answers(screening, missing.area, missing.item, missing.window.period())));
        return wanted;
    }

    private static boolean answers(Screening screening, String area, String item, Period period) {
        var round = screening.round();
        return round.areaCode().equals(area) && (!item.equals(NIL) || round.kind().equals(IN_SENSITIVE_TIMES))
                && !round.date().isBefore(period.from()) && !round.date().isAfter(period.to());
    }

    /** The places where a local committee sits, villages before the township. */
    private Set<String> areas() {
        Set<String> areas = new TreeSet<>((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length());
        registers.of(Committee.class).list(Query.all().where("kind", Op.AMONG, LOCAL), MOST).stream().map(committee -> committee.body().areaCode())
                .filter(area -> area.length() == VILLAGE_CODE || area.length() == TOWN_CODE).forEach(areas::add);
        return areas;
    }

    /** What is to be reported, or is late, on a day. */
    public List<Due> due(LocalDate today) {
        return missing(today).stream().filter(missing -> missing.window.deadline().level() != Due.Level.PLAIN)
                .map(missing -> new Due("screening", null, registers.places().path(missing.area), missing.item, missing.window.deadline().due(),
                        missing.window.deadline().level(), missing.window.deadline().why())).toList();
    }

    /** Reports that a place found nothing in the period of a day (零报告), by the person at work. Throws {@link Refused} when it has reported already. */
    public Screening nil(String area, LocalDate day) {
        if (area.length() != VILLAGE_CODE && area.length() != TOWN_CODE) {
            throw Refused.field("area_code", "mediation.refused.nil_where");
        }
        String item = area.length() == VILLAGE_CODE ? VILLAGE : deadlines.get().window(NIL, day, day).isPresent() ? NIL : TOWN;
        String kind = item.equals(NIL) ? IN_SENSITIVE_TIMES : item.equals(VILLAGE) ? "2" : "5";
        Register<Screening> book = registers.of(Screening.class);
        return registers.together(() -> {
            String who = person.get();
            return book.save(book.create(Map.of("date", day, "area_code", area, "kind", kind, "found_count", 0L, "prevented_count", 0L,
                    "is_zero_report", true, "screeners", who.isBlank() ? Text.of("mediation.screening.office") : who)));
        });
    }

    /** The period of a nil report in which its place has reported otherwise, if it has; for the rules of the register. */
    public static Optional<Period> reported(Registers registers, Deadlines deadlines, Screening nil) {
        var round = nil.round();
        String item = round.kind().equals(IN_SENSITIVE_TIMES) ? NIL : round.areaCode().length() == VILLAGE_CODE ? VILLAGE : TOWN;
        return deadlines.window(item, round.date(), round.date()).map(Window::period).filter(period -> registers.of(Screening.class)
                .list(Query.all().is("area_code", round.areaCode()).where("date", Op.FROM, period.from()).where("date", Op.TO, period.to()), MOST).stream()
                .anyMatch(other -> !other.id().equals(nil.id()) && answers(other, round.areaCode(), item, period)));
    }

    /** What a screening found that waits to be made disputes of. */
    public List<ScreeningFinding> waiting(String screeningId) {
        return registers.of(ScreeningFinding.class).list(Query.all().is("screening_id", screeningId).is("outcome", TO_BE_MEDIATED), MOST).stream()
                .filter(finding -> finding.handling().disputeId() == null).toList();
    }

    /** Makes a draft dispute of everything a screening found that waits for mediation; their ids. One write. */
    public List<String> toDisputes(String screeningId) {
        return registers.together(() -> {
            Screening screening = registers.of(Screening.class).get(screeningId);
            List<ScreeningFinding> waiting = waiting(screeningId);
            if (waiting.isEmpty()) {
                throw Refused.of("mediation.refused.nothing_to_mediate");
            }
            List<String> made = new ArrayList<>();
            for (ScreeningFinding finding : waiting) {
                String id = beginDispute.apply(dispute(screening, finding), applicant(finding));
                registers.of(ScreeningFinding.class).save(finding.withHandling(finding.handling().withDisputeId(id)));
                made.add(id);
            }
            return made;
        });
    }

    private Map<String, @Nullable Object> dispute(Screening screening, ScreeningFinding finding) {
        var matter = finding.matter();
        String other = finding.sides().respondent();
        String type = registers.show(registers.of(ScreeningFinding.class).shape().field("type_sf"), matter.typeSf());
        Map<String, @Nullable Object> told = new HashMap<>();
        told.put("title", other == null ? matter.summary().substring(0, Math.min(TITLE, matter.summary().length()))
                : Text.of("mediation.screening.title", finding.sides().applicant(), other, type));
        told.put("area_code", screening.round().areaCode());
        told.put("register_date", LocalDate.now(clock));
        told.put("happen_date", screening.round().date());
        told.put("source_code", "1");
        told.put("lead_source", "1");
        told.put("type_sf", matter.typeSf());
        told.put("summary", matter.summary());
        if (matter.happenAddress() != null) {
            told.put("happen_address", matter.happenAddress());
        }
        if (matter.peopleCount() != null) {
            told.put("people_count", Long.valueOf(matter.peopleCount()));
        }
        return told;
    }

    private static Map<String, @Nullable Object> applicant(ScreeningFinding finding) {
        Map<String, @Nullable Object> party = new HashMap<>();
        party.put("name", finding.sides().applicant());
        party.put("phone", finding.sides().phone() == null ? Text.of("mediation.screening.no_phone") : finding.sides().phone());
        return party;
    }
}
