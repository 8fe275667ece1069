package cn.anlan.report.form;

import cn.anlan.entry.Text;
import cn.anlan.reference.CodeLists;
import cn.anlan.reference.Place;
import cn.anlan.reference.Places;
import cn.anlan.report.form.Layout.Breakdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;

import static cn.anlan.report.form.Column.count;
import static cn.anlan.report.form.Facts.ACCEPTED;
import static cn.anlan.report.form.Facts.IN_HAND;
import static cn.anlan.report.form.Facts.SETTLED;

/** T2, what came in, what was settled and what is left (矛盾纠纷排查化解月报): by type, scale, risk and place. Source: domain.md §8.3. */
public final class CaseFlow {
    public static final String CODE = "T2";

    private static final int TOWN = 9;
    private static final int VILLAGE = 12;

    private final CodeLists codes;
    private final Places places;
    private final String home;

    private CaseFlow(CodeLists codes, Places places, String home) {
        this.codes = codes;
        this.places = places;
        this.home = home;
    }

    /** The layout for the office of a place: a township's has a row for each village, a county's for each township. */
    public static Layout layout(CodeLists codes, Places places, String home) {
        var flow = new CaseFlow(codes, places, home);
        List<List<Row>> parts = List.of(flow.byCode("zz", Facts.TYPE_ZZ, "dispute_type_zz"), flow.byCode("scale", Facts.SCALE, "scale"),
                flow.byCode("risk", Facts.RISK, "risk_level"), flow.byPlace());
        Set<String> screening = CaseTable.screenings("").map(Column::key).collect(Collectors.toSet());
        List<Row> rows = new ArrayList<>(List.of(Row.all(Text.of("report.row.all"))));
        List<Breakdown> breakdowns = new ArrayList<>();
        parts.forEach(part -> {
            rows.addAll(part);
            breakdowns.add(new Breakdown(part.get(0).key(), "all", part.stream().skip(1).map(Row::key).toList(),
                    part.get(0).key().equals("by_place") ? Set.of() : screening));
        });
        return new Layout(CODE, codes.label("report_code", CODE), rows, columns(), rules(), breakdowns);
    }

    private List<Row> byCode(String key, Field<String> by, String list) {
        List<Row> rows = new ArrayList<>(List.of(heading(key)));
        codes.all(list).forEach(code -> rows.add(new Row(key + "_" + code.code(), code.label(), 2, null, by, Set.of(code.code()))));
        return rows;
    }

    private static Row heading(String key) {
        String by = "by_" + key;
        return Row.heading(by, Text.of("report.row." + by));
    }

    /** A case stays with the place it was entered under; it counts for the place that stands there today. */
    private List<Row> byPlace() {
        int length = home.length() >= TOWN ? VILLAGE : TOWN;
        Map<String, Set<String>> codesOf = new TreeMap<>();
        for (Place place : places.all()) {
            String today = places.today(place.code());
            if (today.startsWith(home)) {
                codesOf.computeIfAbsent(today.substring(0, Math.min(length, today.length())), unit -> new TreeSet<>()).add(place.code());
            }
        }
        List<Row> rows = new ArrayList<>(List.of(heading("place")));
        codesOf.forEach((unit, all) -> rows.add(new Row("place_" + unit, unit.length() < length ? Text.of("report.row.itself", places.name(unit))
                : places.name(unit), 2, null, Facts.AREA, all)));
        return rows;
    }

    private static List<Column> columns() {
        return Stream.concat(CaseTable.screenings(Text.of("report.group.screening")), cases().stream()).toList();
    }

    private static List<Column> cases() {
        return List.of(column("opening", "flow", Facts.OPENING), column("accepted", "flow", ACCEPTED), column("settled", "flow", SETTLED),
                column("resolved", "flow", SETTLED.and(Facts.SUCCESS)), column("moved", "flow", Facts.MOVED), column("closing", "flow", IN_HAND),
                new Column("resolve_rate", Text.of("report.group.flow"), Text.of("report.column.resolve_rate"), new Column.Rate("resolved", "settled")),
                new Column("people", Text.of("report.group.accepted"), Text.of("report.column.people"), new Column.Sum(Facts.PEOPLE, ACCEPTED)),
                column("crowd", "accepted", ACCEPTED.and(Facts.CROWD)), column("assigned", "accepted", ACCEPTED.and(Facts.ASSIGNED)),
                column("overdue", "closing", Facts.OVERDUE), column("key", "closing", IN_HAND.and(Facts.KEY)));
    }

    private static Column column(String key, String group, Condition when) {
        return count(key, Text.of("report.group." + group), Text.of("report.column." + key), when);
    }

    private static List<CrossFooting> rules() {
        return List.of(CrossFooting.equal("flow", List.of("opening", "accepted", "-settled", "-moved"), "closing"),
                CrossFooting.atMost("resolved", List.of("resolved"), "settled"),
                CrossFooting.atMost("crowd", List.of("crowd"), "accepted"),
                CrossFooting.atMost("overdue", List.of("overdue"), "closing"),
                CrossFooting.atMost("key", List.of("key"), "closing"));
    }
}
