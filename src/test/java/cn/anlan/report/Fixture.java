package cn.anlan.report;

import cn.anlan.TestHouse;
import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.mediation.desk.Step;
import cn.anlan.report.form.Request;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

import static cn.anlan.Samples.map;

/** The thirteen golden cases of domain.md §12, entered step by step through whatever door of the house a test hands over. */
public final class Fixture {
    /** A "25th cut" January. */
    public static final Period JANUARY = new Period(LocalDate.of(2024, 12, 26), LocalDate.of(2025, 1, 25));
    public static final Request T1 = new Request("T1", JANUARY, false);
    public static final Request T2 = new Request("T2", JANUARY, false);

    private static final String TABLE = """
            K01 1 1  02   2025-01-03 2025-01-03 2  2         0 - 1 -
            K02 1 2  01   2025-01-04 2025-01-10 1  2   1200000 - 1 -
            K03 1 2  07   2025-01-06 2025-01-22 1  5    860050 x - 4
            K04 1 1  99   2025-01-08 2025-01-20 -  3         0 - - -
            K05 3 33 06   2024-12-28 2025-01-09 1  2   3000000 - 1 -
            K06 3 34 1001 2025-01-02 2025-01-15 1 11   9650000 x 1 4
            K07 3 2  13   2025-01-11 2025-01-24 1  2   4500000 - - -
            K08 3 31 04   2025-01-12 2025-01-25 -  2  15000000 - - -
            K09 3 1  03   2025-01-13 2025-01-26 2  2         0 - 1 -
            K10 2 2  14   2025-01-14 open       -  4    200000 - - -
            K11 2 39 1103 2025-01-16 2025-01-18 2  2     39999 - 1 -
            K12 2 2  02   2025-01-17 refused    -  2         0 - - -
            K13 2 1  02   2024-12-20 2024-12-24 2  2         0 - 1 -
            """;

    private final Door door;
    private final Map<String, String> committees = new HashMap<>();
    private final Map<String, String> mediators = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();

    /** A way into the house: entries are saved and moved as JSON objects; both answer the id. */
    public interface Door {
        String save(String register, Map<String, ? extends @Nullable Object> entry);

        void move(String id, String step, Map<String, ? extends @Nullable Object> facts);
    }

    /** One line of the table: kind of committee, source, type, days, form of agreement, people, fen, difficult, kept, court. */
    private record Line(String name, String kind, String source, String type, String accepted, String closed, String form, String people, String fen,
            boolean difficult, boolean kept, String court) {
        static Line read(String text) {
            String[] f = text.strip().split(" +");
            return new Line(f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9].equals("x"), f[10].equals("1"), f[11]);
        }
    }

    private Fixture(Door door) {
        this.door = door;
    }

    /** Enters all cases. */
    public static Fixture enter(Door door) {
        var fixture = new Fixture(door);
        fixture.seat("1", "柏林沟村人民调解委员会", TestHouse.VILLAGE);
        fixture.seat("2", "城关社区人民调解委员会", "620623100001");
        fixture.seat("3", "华藏寺镇人民调解委员会", TestHouse.TOWN);
        TABLE.lines().map(Line::read).forEach(fixture::enter);
        return fixture;
    }

    /** The door of registers and desk. */
    public static Fixture enter(TestHouse house) {
        return enter(new Door() {
            @Override
            public String save(String register, Map<String, ? extends @Nullable Object> entry) {
                return stored(house.wiring().registers().named(register), entry);
            }

            private <E extends Entry> String stored(Register<E> register, Map<String, ? extends @Nullable Object> entry) {
                Map<String, @Nullable Object> values = EntryJson.values(register.shape(), entry);
                Object id = values.remove("id");
                Map<String, @Nullable Object> fresh = new HashMap<>(house.wiring().initial().values(register.shape()));
                fresh.putAll(values);
                return id == null ? register.save(register.create(fresh)).id() : register.change(id.toString(), e -> register.shape().with(e, values)).id();
            }

            @Override
            public void move(String id, String step, Map<String, ? extends @Nullable Object> facts) {
                house.wiring().mediation().move(id, Step.of(step), facts);
            }
        });
    }

    /** The id of a case, e.g. of {@code K03}. */
    public String id(String name) {
        return ids.getOrDefault(name, "");
    }

    /** The id of the committee of a kind. */
    public String committee(String kind) {
        return committees.getOrDefault(kind, "");
    }

    private void seat(String kind, String name, String area) {
        String committee = door.save("committee", map("name", name, "kind", kind, "area_code", area, "short_name", "天" + kind, "director", "李主任",
                "member_count", "5", "has_female", "true", "minority_member", "true"));
        committees.put(kind, committee);
        mediators.put(kind, door.save("mediator", map("name", "马调解", "sex", "1", "ethnic", "03", "birth_date", "1980-05-05", "phone", "13909350001",
                "committee_id", committee, "start_date", "2020-01-01")));
    }

    private void enter(Line line) {
        boolean handedOver = line.source.startsWith("3");
        String id = door.save("dispute", map("title", line.name + "张三与李四纠纷", "register_date", line.accepted, "area_code",
                line.kind.equals("1") ? TestHouse.VILLAGE : line.kind.equals("2") ? "620623100001" : TestHouse.TOWN, "source_code", line.source,
                "referred_from_org", handedOver ? "天祝县某单位" : null, "referred_from_doc_no", handedOver ? "移〔2025〕1 号" : null,
                "type_sf", line.type, "happen_date", line.accepted, "happen_address", "村东头", "summary", "发生争执",
                "scale", Integer.parseInt(line.people) >= 10 ? "02" : "01", "people_count", line.people, "amount_fen", line.fen, "risk_level", "3"));
        ids.put(line.name, id);
        List<String> parties = new ArrayList<>();
        for (String role : List.of("1", "2")) {
            parties.add(door.save("dispute_party", map("dispute_id", id, "role", role, "kind", "1", "name", role.equals("1") ? "张三" : "李四",
                    "id_type", "000", "no_id_reason", "证件未带", "phone", "13909350000", "address", "本村二组")));
        }
        door.move(id, "register", Map.of());
        if (line.closed.equals("refused")) {
            door.move(id, "not_accept", map("not_accept_reason", "1", "end_date", line.accepted));
            door.move(id, "close", map("close_result", "6", "close_date", line.accepted));
        } else {
            mediate(line, id, parties);
        }
    }

    private void mediate(Line line, String id, List<String> parties) {
        door.move(id, "accept", map("accept_date", line.accepted, "consent_applicant", true, "consent_respondent", true,
                "committee_id", committees.get(line.kind), "lead_mediator_id", mediators.get(line.kind)));
        door.move(id, "record", map("dispute_activity", activity(line, "2")));
        if (line.closed.equals("open")) {
            return;
        }
        if (line.form.equals("-")) {
            door.move(id, "fail", map("fail_reason", "2", "told_other_remedies", true, "end_date", line.closed));
        } else {
            agree(line, id, parties);
        }
        String result = line.kept ? "1" : line.form.equals("-") ? "3" : "2";
        door.move(id, "close", map("close_result", result, "close_date", line.closed, "difficulty", line.difficult ? "3" : "1", "resolve_mode", "01",
                "result_text", "已结", "breach_outcome", result.equals("2") ? "9" : null));
        if (!line.court.equals("-")) {
            door.save("dispute", map("id", id, "jc_status", line.court, "jc_apply_date", line.accepted, "jc_court", "天祝县人民法院", "jc_result_date",
                    line.closed));
        }
    }

    private Map<String, @Nullable Object> activity(Line line, String kind) {
        return map("kind", kind, "start_dt", line.accepted + "T09:30", "place", "村委会", "host_mediator_id", mediators.get(line.kind),
                "recorder", "马调解", "told_rights", true, "content", "双方各述一遍", "outcome", "1");
    }

    /** Kept on the spot where the case was kept; else owed, urged, and not kept. */
    private void agree(Line line, String id, List<String> parties) {
        boolean written = line.form.equals("1");
        Map<String, @Nullable Object> agreement = map("form", line.form, "agreement_no", "协 1 号", "sign_date", line.accepted, "facts", "院墙滴水",
                "dispute_points", "何时还", "content", "当场修好", "perform_mode", "当场", "perform_deadline", line.accepted, "parties_signed", true,
                "mediator_signed", true, "sealed", written, "total_amount_fen", line.fen);
        if (!line.kept) {
            agreement.put("agreement_item", List.of(map("kind", "1", "amount_fen", line.fen, "due_date", line.accepted, "debtor_party", parties.get(1),
                    "creditor_party", parties.get(0))));
        }
        door.move(id, "agree", map("agreement", agreement));
        if (!line.kept) {
            Map<String, @Nullable Object> urging = activity(line, "6");
            urging.put("dispute_id", id);
            door.save("dispute_activity", urging);
            door.move(id, "breach", Map.of());
        }
    }

    /** The row of a report, by column key. */
    public static Map<String, String> row(Report report, String row) {
        Map<String, String> cells = new HashMap<>();
        report.layout().columns().forEach(column -> cells.put(column.key(), report.shown(report.layout().row(row), column)));
        return cells;
    }

    /** What a row holds, but for noughts. */
    public static Map<String, String> filled(Report report, String row) {
        Map<String, String> cells = row(report, row);
        cells.values().removeIf(shown -> shown.equals("0") || shown.equals("0.00") || shown.equals("—"));
        return cells;
    }
}
