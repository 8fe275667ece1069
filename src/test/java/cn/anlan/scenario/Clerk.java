package cn.anlan.scenario;

import cn.anlan.app.Wiring;
import cn.anlan.command.Terminal;
import cn.anlan.command.Terminal.Answer;
import cn.anlan.paper.print.Printed;
import cn.anlan.store.EntryJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

import static cn.anlan.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;

/** A clerk at the command line of an office that has only just been set up; what she does not expect to be refused is looked at. */
final class Clerk {
    static final String TOWN = "620623100";
    static final String VILLAGE = "620623100201";
    static final String ORG_NAME = "华藏寺镇综治中心";

    private final Path folder;
    private final Terminal terminal;

    /** An office with nothing in its books, in a folder that need not be there yet. */
    Clerk(Path folder) {
        this.folder = folder;
        this.terminal = new Terminal(folder.resolve("store"));
        try (var house = new Wiring(Files.createDirectories(folder.resolve("store")), Wiring.officeClock())) {
            Map.of("clerk", "王录入", "home", TOWN, "org_code", "620623100000", "org_name", ORG_NAME).forEach(house.settings()::put);
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    Answer type(String... words) {
        Answer answer = terminal.type(words);
        assertThat(answer.err()).as(String.join(" ", words)).isEmpty();
        assertThat(answer.code()).isZero();
        return answer;
    }

    Answer types(Map<String, ? extends @Nullable Object> json, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--json", "-"));
        return terminal.answer(EntryJson.write(json), line.toArray(String[]::new));
    }

    private static Map<String, Object> done(Answer answer) {
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        return answer.objects().get(0);
    }

    private static String refused(Answer answer) {
        assertThat(answer.code()).as(answer.out()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).doesNotContain("Exception", "⟦");
        return answer.err();
    }

    /** Enters a quarrel settled on the spot; what was stored. */
    Map<String, Object> quick(@Nullable Object... pairs) {
        return done(types(map(pairs), "quick"));
    }

    /** The sentences with which a quick entry is refused. */
    String quickRefused(@Nullable Object... pairs) {
        return refused(types(map(pairs), "quick"));
    }

    /** Stores an entry; its id. */
    String save(String register, @Nullable Object... pairs) {
        return String.valueOf(done(types(map(pairs), "save", register)).get("id"));
    }

    /** The sentences with which an entry is refused. */
    String saveRefused(String register, @Nullable Object... pairs) {
        return refused(types(map(pairs), "save", register));
    }

    Map<String, Object> move(String dispute, String step, @Nullable Object... pairs) {
        return done(types(map(pairs), "move", "dispute", dispute, step));
    }

    /** The sentences with which a step is refused; nothing changed. */
    String moveRefused(String dispute, String step, @Nullable Object... pairs) {
        List<Map<String, Object>> before = list("dispute", "id=" + dispute);
        String sentences = refused(types(map(pairs), "move", "dispute", dispute, step));
        assertThat(list("dispute", "id=" + dispute)).isEqualTo(before);
        return sentences;
    }

    List<Map<String, Object>> list(String register, String... conditions) {
        List<String> line = new ArrayList<>(List.of("list", register, "--json"));
        Arrays.stream(conditions).forEach(condition -> line.addAll(List.of("--where", condition)));
        return type(line.toArray(String[]::new)).objects();
    }

    List<Map<String, Object>> find(String register, String words) {
        return type("list", register, "--find", words, "--json").objects();
    }

    /** What is due on a day of one kind. */
    List<Map<String, Object>> todo(String item, String day) {
        return type("todo", "--on", day, "--json").objects().stream().filter(due -> item.equals(due.get("item"))).toList();
    }

    /** The one thing due on a day of one kind. */
    Map<String, Object> due(String item, String day) {
        List<Map<String, Object>> due = todo(item, day);
        assertThat(due).as("%s on %s", item, day).hasSize(1);
        return due.get(0);
    }

    /** The whole township's row of a report over a period. */
    Map<String, Object> report(String code, String from, String to, String... more) {
        return rows(code, from, to, more).get(0);
    }

    List<Map<String, Object>> rows(String code, String from, String to, String... more) {
        List<String> line = new ArrayList<>(List.of("report", code, "--from", from, "--to", to, "--json"));
        line.addAll(List.of(more));
        return type(line.toArray(String[]::new)).objects();
    }

    /** A document of a dispute, printed. */
    Printed print(String dispute, String form) {
        return Printed.of(Path.of(type("paper", "dispute", dispute, "--form", form, "--pdf", "--out", folder.resolve("paper").toString()).out().strip()));
    }

    /** The whole dossier of a dispute, bound. */
    Printed bind(String dispute) {
        return Printed.of(Path.of(type("paper", "dispute", dispute, "--dossier", "--out", folder.resolve("paper").toString()).out().strip()));
    }

    /** A running register of a period, printed in full. */
    Printed book(String name, String from, String to) {
        Path file = folder.resolve(name + ".pdf");
        type("book", name, "--from", from, "--to", to, "--out", file.toString(), "--purpose", "核对");
        return Printed.of(file);
    }

    /** Seals a period into a bundle, has it verified, and answers the same as one JSON text. */
    String export(String from, String to) {
        var sealed = type("export", "--out", folder.resolve("out").toString(), "--from", from, "--to", to, "--single-json", "--json").objects().get(0);
        assertThat(Terminal.raw("", "verify", String.valueOf(sealed.get("file"))).out()).contains("完好");
        try {
            return Files.readString(Path.of(String.valueOf(sealed.get("single_json"))));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The store, its journal and its index are whole. */
    void check() {
        assertThat(type("check", "--json").objects()).isNotEmpty().allSatisfy(result -> assertThat(result).containsEntry("whole", true));
    }

    /** The township's committee with one mediator; the mediator's id. */
    String seat() {
        String committee = save("committee", "name", "华藏寺镇人民调解委员会", "kind", "3", "area_code", TOWN, "short_name", "天华", "director", "李主任",
                "member_count", "5", "has_female", true, "minority_member", true);
        return save("mediator", "name", "马调解", "sex", "1", "ethnic", "03", "birth_date", "1980-05-05", "phone", "13909350001", "committee_id", committee,
                "start_date", "2020-01-01");
    }

    /** A draft of a day, applied for, without parties; its id. */
    String draft(String day, @Nullable Object... pairs) {
        Map<String, @Nullable Object> values = map("title", "张三与李四邻里纠纷", "register_date", day, "area_code", VILLAGE, "source_code", "2", "type_sf", "02",
                "happen_date", day, "happen_address", "村东头水渠边", "summary", "因院墙滴水发生争执", "scale", "01", "people_count", "2", "risk_level", "3");
        values.putAll(map(pairs));
        return String.valueOf(done(types(values, "save", "dispute")).get("id"));
    }

    /** A natural person in a dispute: role 1 applicant, 2 respondent; the party's id. */
    String party(String dispute, String role, String name, @Nullable Object... pairs) {
        Map<String, @Nullable Object> values = map("dispute_id", dispute, "role", role, "kind", "1", "name", name, "id_type", "000", "no_id_reason", "证件未带", "phone", "13909350000",
                "address", "本村二组");
        values.putAll(map(pairs));
        return String.valueOf(done(types(values, "save", "dispute_party")).get("id"));
    }

    /** A dispute of a day between 张三 and 李四, accepted the same day; its id. */
    String accepted(String mediator, String day, @Nullable Object... pairs) {
        String dispute = draft(day, pairs);
        party(dispute, "1", "张三");
        party(dispute, "2", "李四");
        move(dispute, "register");
        accept(dispute, mediator, day);
        return dispute;
    }

    void accept(String dispute, String mediator, String day) {
        move(dispute, "accept", consent(mediator, day));
    }

    /** What acceptance asks for when both sides agree to be mediated. */
    @Nullable Object[] consent(String mediator, String day) {
        return new Object[] {"accept_date", day, "consent_applicant", true, "consent_respondent", true, "lead_mediator_id", mediator,
                "committee_id", list("committee").get(0).get("id")};
    }

    /** Work done on a dispute on a day, as its steps ask for it. */
    static Map<String, @Nullable Object> work(String mediator, String day, @Nullable Object... pairs) {
        Map<String, @Nullable Object> work = map("start_dt", day + "T09:30", "place", "村委会", "host_mediator_id", mediator, "recorder", "马调解",
                "told_rights", true, "content", "双方各述一遍");
        work.putAll(map(pairs));
        return work;
    }

    /** A mediation session on a day. */
    void session(String dispute, String mediator, String day) {
        move(dispute, "record", "dispute_activity", work(mediator, day, "kind", "2", "outcome", "1"));
    }

    /** A written agreement of a day, signed and sealed, with these things owed. */
    static Map<String, @Nullable Object> written(String day, String until, List<Map<String, @Nullable Object>> items, @Nullable Object... pairs) {
        Map<String, @Nullable Object> agreement = map("form", "1", "sign_date", day, "facts", "院墙滴水", "dispute_points", "何时修、赔多少", "content", "修好院墙并赔偿",
                "perform_mode", "转账", "perform_deadline", until, "parties_signed", true, "mediator_signed", true, "sealed", true, "copies", "3",
                "agreement_item", items);
        agreement.putAll(map(pairs));
        return agreement;
    }

    static Map<String, @Nullable Object> owes(String debtor, String creditor, String fen, String until) {
        return map("kind", "1", "amount_fen", fen, "due_date", until, "debtor_party", debtor, "creditor_party", creditor);
    }

    /** The id of the party of a dispute in a role. */
    String partyOf(String dispute, String role) {
        return String.valueOf(list("dispute_party", "dispute_id=" + dispute, "role=" + role).get(0).get("id"));
    }

    /** Ticks a paper of a dossier as signed. */
    void tick(String dispute, String kind, String day) {
        List<Map<String, Object>> known = list("dispute_document", "dispute_id=" + dispute, "kind=" + kind);
        save("dispute_document", "id", known.isEmpty() ? null : known.get(0).get("id"), "dispute_id", dispute, "kind", kind, "state", "2", "state_date", day);
    }
}
