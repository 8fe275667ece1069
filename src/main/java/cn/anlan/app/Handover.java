package cn.anlan.app;

import cn.anlan.entry.Due;
import cn.anlan.entry.Field;
import cn.anlan.entry.Period;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.deadline.DisputeDues.Next;
import cn.anlan.paper.WholeFile;
import cn.anlan.paper.blank.Facts;
import cn.anlan.paper.blank.Item;
import cn.anlan.paper.form.Templates;
import cn.anlan.paper.print.Paper;
import cn.anlan.paper.print.Press;
import cn.anlan.security.Role;
import cn.anlan.security.key.Holder;
import cn.anlan.store.Journal;
import cn.anlan.store.Ledger;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The handover sheet (交接单), for both to sign when somebody leaves her post: which cases are under way and what each has due next, what the county
 * still has to confirm, who holds keys, where the backups are. One page; what does not fit is counted and stands in the running register.
 */
public final class Handover {
    /** So many lines fit on the page, even where names take two of them. */
    private static final int MOST_CASES = 8;
    private static final int MOST_MATTERS = 3;
    private static final int MOST_BUNDLES = 4;
    private static final int MOST_HOLDERS = 12;
    /** Longer words are cut, the sheet is no record. */
    private static final int LONGEST = 32;
    private static final String CASES = "dispute";

    private final Wiring house;
    private final Clock clock;

    Handover(Wiring house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    /** Writes the sheet of today as PDF into a folder and notes it; the file. Throws {@link cn.anlan.entry.Refused} to whoever may not print, and when it cannot be written. */
    public Path write(Path folder) {
        house.registers().require(Act.PRINT, CASES);
        Path file = folder.resolve(Text.of("handover.file", LocalDate.now(clock)));
        byte[] pdf = house.printing().press().print(paper(), Press.Gaps.LEAVE);
        WholeFile.write(file, out -> out.write(pdf));
        house.journal().note(Journal.Action.PRINT, Journal.Subject.HOUSE, Text.of("handover.title"));
        return file;
    }

    private Paper paper() {
        LocalDate today = LocalDate.now(clock);
        List<Next> cases = house.disputeDues().next(today);
        Set<String> ids = cases.stream().map(next -> next.dispute().id()).collect(Collectors.toSet());
        List<Due> others = house.todo(today).stream().filter(due -> !ids.contains(String.valueOf(due.id()))).toList();
        List<Ledger.Line> bundles = house.bundles().ledger();
        Map<String, List<Item>> items = new HashMap<>();
        items.put("office", List.of(words(office(today, cases, others, bundles))));
        items.put("case", cases.stream().limit(MOST_CASES).map(this::line).toList());
        items.put("matter", others.stream().limit(MOST_MATTERS).map(this::line).toList());
        items.put("bundle", bundles.stream().limit(MOST_BUNDLES).map(Handover::line).toList());
        items.put("backup", backups().map(told -> words(Map.of("told", told))).toList());
        return Templates.sheet("handover", Text.of("handover.title"), new Facts(items, today));
    }

    private Map<String, String> office(LocalDate today, List<Next> cases, List<Due> others, List<Ledger.Line> bundles) {
        long late = cases.stream().filter(next -> next.due() != null && next.due().level() == Due.Level.LATE).count();
        Map<String, String> words = new HashMap<>();
        words.put("name", house.settings().get("org_name").orElse(""));
        words.put("today", Type.DATE.write(today));
        words.put("cases", String.valueOf(cases.size()));
        words.put("late", String.valueOf(late));
        words.put("more_cases", rest("handover.more_cases", cases.size(), MOST_CASES));
        words.put("more_matters", rest("handover.more_matters", others.size(), MOST_MATTERS));
        words.put("more_bundles", rest("handover.more_bundles", bundles.size(), MOST_BUNDLES));
        words.put("keys", keys());
        words.put("folder", String.valueOf(house.database().folder()));
        return words;
    }

    private static String rest(String key, int all, int most) {
        return all > most ? Text.of(key, all - most) : "";
    }

    private static Item words(Map<String, String> words) {
        return new Item.OfWords("", words);
    }

    private static String cut(String words) {
        int most = Math.min(words.codePointCount(0, words.length()), LONGEST);
        return most < LONGEST ? words : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
    }

    private Item line(Next next) {
        Due due = next.due();
        Register<Dispute> disputes = house.registers().of(Dispute.class);
        Map<String, String> words = new HashMap<>();
        words.put("no", shown(disputes, next.dispute(), "case_no"));
        words.put("title", cut(disputes.title(next.dispute())));
        words.put("stage", shown(disputes, next.dispute(), "stage"));
        words.put("mediator", shown(disputes, next.dispute(), "lead_mediator_id"));
        words.put("due", due == null ? "" : Type.DATE.write(due.due()));
        words.put("what", due == null ? "" : what(due, "\n"));
        return words(words);
    }

    private static String shown(Register<Dispute> disputes, Dispute dispute, String name) {
        Shape<Dispute> shape = disputes.shape();
        Field field = shape.field(name);
        return disputes.display().show(field, shape.get(dispute, field));
    }

    /** {@code gap} stands between the matter and that it is late. */
    private String what(Due due, String gap) {
        String label = house.codes().label("deadline_item", due.item());
        return due.level() == Due.Level.LATE ? Text.of("handover.late", label, gap) : label;
    }

    private Item line(Due due) {
        return words(Map.of("title", cut(due.title()), "due", Type.DATE.write(due.due()), "what", what(due, " ")));
    }

    private static Item line(Ledger.Line line) {
        return words(Map.of("seq", String.valueOf(line.number().seq()), "from", line.period().from().toString(), "to", line.period().to().toString(),
                "sealed", Type.TIME.write(line.sealedAt().atZoneSameInstant(Period.ZONE).toLocalDateTime())));
    }

    /** Who holds a key, role by role; only who keeps the accounts hears of the others. */
    private String keys() {
        var access = house.doorkeeper().access();
        if (access.ring().isEmpty()) {
            return Text.of("handover.keys_plain");
        }
        boolean keeper = access.who().filter(Role::keepsAccounts).isPresent();
        List<Holder> holders = keeper ? house.doorkeeper().accounts().all()
                : access.who().stream().map(role -> new Holder(access.name().orElse(""), role.word(), null)).toList();
        Map<Role, String> names = new EnumMap<>(Role.class);
        holders.stream().limit(MOST_HOLDERS).forEach(holder -> names.merge(Role.of(holder.role()), cut(holder.name()), (some, one) -> some + Text.of("handover.and") + one));
        return names.entrySet().stream().map(each -> Text.of("handover.role", each.getKey().label(), each.getValue())).collect(Collectors.joining())
                + rest("handover.more_holders", holders.size(), MOST_HOLDERS);
    }

    private Stream<String> backups() {
        Backups backups = house.backups();
        List<String> last = backups.last().stream().map(Backups.Last::sentence).toList();
        return Stream.concat(last.isEmpty() ? Stream.of(Text.of("app.backup.never")) : last.stream(),
                Stream.of(backups.lastDrill().map(drill -> Text.of(drill.good() ? "handover.drill_good" : "handover.drill_bad", Type.DATE.write(drill.day())))
                        .orElseGet(() -> Text.of("backup.drill_never"))));
    }
}
