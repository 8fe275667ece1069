package cn.anlan.paper.form;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.paper.blank.Facts;
import cn.anlan.paper.blank.Item;
import cn.anlan.paper.blank.Names;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything the papers of one dispute speak of (案件材料), read once from the registers; knows registers by their names alone. */
public final class CaseFile {
    /** Which register's fields stand under which name in templates. */
    private static final Map<String, String> NAMES = names();
    /** Words of our own, and what may be asked of them. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "office", Set.of("name", "clerk", "today"), "clause", Set.of("text"), "notice", Set.of("text"), "remedy", Set.of("text"),
            "document", Set.of("name", "pages", "note"), "proof", Set.of("name", "source", "pages", "original", "note"),
            "missing", Set.of("text"), "dossier", Set.of("pages", "scans"), "performance", Set.of("state"));

    private final Registers registers;
    private final Item.OfEntry<?> dispute;
    private Facts facts;
    /** The agreement the case went on from; empty while there is none. */
    private List<Item.OfEntry<?>> last = List.of();

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("dispute", "dispute");
        for (String party : List.of("party", "applicant", "respondent", "other", "agent")) {
            names.put(party, "dispute_party");
        }
        names.put("committee", "committee");
        names.put("mediator", "mediator");
        for (String activity : List.of("activity", "inquiry", "session")) {
            names.put(activity, "dispute_activity");
        }
        names.put("agreement", "agreement");
        names.put("item", "agreement_item");
        names.put("revisit", "revisit");
        names.put("referral", "referral");
        names.put("confirmation", "court_confirmation");
        return names;
    }

    /** What templates are checked against. */
    public static Names names(Registers registers) {
        return new Names(registers, NAMES, WORDS);
    }

    private CaseFile(Registers registers, Item.OfEntry<?> dispute, LocalDate today) {
        this.registers = registers;
        this.dispute = dispute;
        LocalDate registered = dispute.value("register_date").map(Item.Value::raw).filter(LocalDate.class::isInstance).map(LocalDate.class::cast)
                .orElse(today);
        this.facts = new Facts(Map.of(), registered).with("dispute", List.of(dispute));
    }

    /** Reads a dispute with all that hangs on it. Throws {@link cn.anlan.entry.Refused} when there is none of this id. Ages are those of its registration. */
    public static CaseFile read(Registers registers, String id, LocalDate today) {
        var file = new CaseFile(registers, entry(registers, registers.named("dispute"), id), today);
        file.read();
        return file;
    }

    private static <E extends Entry> Item.OfEntry<E> entry(Registers registers, Register<E> register, String id) {
        return new Item.OfEntry<>(registers, register, register.get(id));
    }

    private void read() {
        List<Item.OfEntry<?>> parties = sorted(children("dispute_party", "dispute_id", dispute.entry().id()), "role");
        put("party", parties);
        put("applicant", having(parties, "role", "1"));
        put("respondent", having(parties, "role", "2"));
        put("other", having(parties, "role", "3"));
        put("agent", parties.stream().filter(party -> !text(party, "agent_name").isEmpty()).toList());
        put("committee", linked("committee", "committee_id"));
        put("mediator", linked("mediator", "lead_mediator_id"));
        List<Item.OfEntry<?>> activities = sorted(children("dispute_activity", "dispute_id", dispute.entry().id()), "start_dt");
        put("activity", activities);
        put("inquiry", having(activities, "kind", "1"));
        put("session", having(activities, "kind", "2"));
        put("revisit", sorted(children("revisit", "dispute_id", dispute.entry().id()), "revisit_date"));
        put("referral", having(children("referral", "dispute_id", dispute.entry().id()), "direction", "1"));
        put("confirmation", children("court_confirmation", "dispute_id", dispute.entry().id()));
        List<Item.OfEntry<?>> agreements = sorted(children("agreement", "dispute_id", dispute.entry().id()), "sign_date");
        last = agreements.isEmpty() ? List.of() : List.of(agreements.getLast());
        facts = agreed(last);
    }

    private Facts agreed(List<Item.OfEntry<?>> agreement) {
        List<Item.OfEntry<?>> items = agreement.isEmpty() ? List.of()
                : sorted(children("agreement_item", "agreement_id", agreement.get(0).entry().id()), "seq");
        List<Item> clauses = agreement.isEmpty() ? List.of() : words("clause", text(agreement.get(0), "content").lines().toList());
        return facts.with("agreement", agreement).with("item", items).with("clause", clauses).with("performance", performance(agreement, items));
    }

    /** Of an earlier agreement the case's own stage and its revisits, unless they name it, say nothing. */
    private List<Item> performance(List<Item.OfEntry<?>> agreement, List<Item.OfEntry<?>> items) {
        if (agreement.isEmpty()) {
            return List.of();
        }
        boolean isLast = agreement.get(0).entry().equals(last.get(0).entry());
        String number = text(agreement.get(0), "agreement_no");
        List<Item> revisits = facts.all("revisit").stream().filter(revisit -> text(revisit, "agreement_no").equals(number)
                || isLast && text(revisit, "agreement_no").isEmpty()).toList();
        return new Performance(registers, dispute, items, revisits).words(isLast);
    }

    /** One item for each line of text. */
    static List<Item> words(String name, List<String> lines) {
        return lines.stream().<Item>map(line -> new Item.OfWords(name, Map.of("text", line))).toList();
    }

    private void put(String name, List<? extends Item> items) {
        facts = facts.with(name, items);
    }

    private List<Item.OfEntry<?>> children(String register, String owner, String id) {
        return registers.all().stream().filter(known -> known.name().equals(register)).findFirst()
                .map(known -> all(known, Query.all().is(owner, id))).orElse(List.of());
    }

    private <E extends Entry> List<Item.OfEntry<?>> all(Register<E> register, Query query) {
        List<Item.OfEntry<?>> found = new ArrayList<>();
        register.each(query, entry -> found.add(new Item.OfEntry<>(registers, register, entry)));
        return found;
    }

    private List<Item.OfEntry<?>> linked(String register, String field) {
        String id = text(dispute, field);
        Register<?> known = registers.named(register);
        return id.isEmpty() || known.find(id).isEmpty() ? List.of() : List.of(entry(registers, known, id));
    }

    private static List<Item.OfEntry<?>> having(List<Item.OfEntry<?>> items, String field, String code) {
        return items.stream().filter(item -> text(item, field).equals(code)).toList();
    }

    private static List<Item.OfEntry<?>> sorted(List<Item.OfEntry<?>> items, String field) {
        return items.stream().sorted(Comparator.comparing((Item.OfEntry<?> item) -> String.format("%12s", text(item, field)))
                .thenComparing(item -> item.entry().id())).toList();
    }

    /** The bare value of a field as text; empty when there is none. */
    static String text(Item item, String field) {
        return item.value(field).map(Item.Value::raw).map(String::valueOf).orElse("");
    }

    /** The bare value of a field of the dispute as text; empty when there is none. */
    public String text(String field) {
        return text(dispute, field);
    }

    String id() {
        return dispute.entry().id();
    }

    /** Whom the journal is told about. */
    public Entry dispute() {
        return dispute.entry();
    }

    /** What a person calls the dispute. */
    public String title() {
        return text("title");
    }

    /** Everything, with the last agreement as the agreement. */
    public Facts facts() {
        return facts;
    }

    /** The entries a form is made for, one document each, with the facts seen from there. Empty when there is none yet. */
    List<Facts> each(Form form) {
        String register = form.register();
        if (register == null) {
            return List.of(facts);
        }
        return subjects(form).stream().map(item -> switch (form) {
            case AGREEMENT, ORAL_AGREEMENT -> agreed(List.of(item));
            case ATTORNEY -> facts.with("agent", List.of(item));
            case INQUIRY -> facts.with("inquiry", List.of(item));
            case SESSION -> facts.with("session", List.of(item));
            default -> facts.with(register, List.of(item));
        }).toList();
    }

    /** The facts as seen from one entry that hangs on the dispute. */
    public Facts seenFrom(String register, Item item) {
        if (register.equals("agreement") && item instanceof Item.OfEntry<?> agreement) {
            return agreed(List.of(agreement));
        }
        String name = NAMES.entrySet().stream().filter(known -> known.getValue().equals(register)).map(Map.Entry::getKey).findFirst().orElse(register);
        return facts.with(name, List.of(item));
    }

    private List<Item.OfEntry<?>> subjects(Form form) {
        String register = Optional.ofNullable(form.register()).orElseThrow();
        String owner = registers.named(register).shape().owner().map(Field::name).orElseThrow();
        List<Item.OfEntry<?>> all = sorted(children(register, owner, id()), "start_dt");
        String field = form.field();
        return field == null ? all : all.stream()
                .filter(item -> form.value() == null ? !text(item, field).isEmpty() : text(item, field).equals(form.value())).toList();
    }

    /** Whether the law or the case as it stands asks for a form; what is made for entries is asked for by those. */
    boolean needs(Form form) {
        boolean applied = text("source_code").equals("2");
        boolean withOrganisation = facts.all("party").stream().anyMatch(party -> text(party, "kind").equals("2"));
        boolean toCourt = !facts.all("confirmation").isEmpty();
        return switch (form) {
            case APPLICATION -> applied;
            case ACCEPTANCE -> !applied && text("not_accept_reason").isEmpty();
            case RIGHTS -> !text("accept_date").isEmpty();
            case EVIDENCE -> !facts.all("proof").isEmpty();
            case CONFIRMATION -> toCourt && !withOrganisation;
            case CONFIRMATION_ORG -> toCourt && withOrganisation;
            case NOT_ACCEPTED -> !text("not_accept_reason").isEmpty();
            case NOTE -> !facts.all("missing").isEmpty() || !text("remark").isEmpty();
            case IDENTITY, PROOF, OTHER -> false;
            case COVER, INDEX, BACK -> true;
            case ATTORNEY, INQUIRY, SESSION, AGREEMENT, ORAL_AGREEMENT, REVISIT, REFERRAL -> !subjects(form).isEmpty();
        };
    }

    /** The same where a name means these items. */
    void with(String name, List<? extends Item> items) {
        put(name, items);
    }
}
