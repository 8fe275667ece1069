package cn.anlan.report.form;

import cn.anlan.entry.Text;
import cn.anlan.reference.Code;
import cn.anlan.reference.CodeLists;
import cn.anlan.report.form.Layout.Breakdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;

import static cn.anlan.report.form.Column.count;
import static cn.anlan.report.form.Facts.COUNTED;
import static org.jooq.impl.DSL.inline;

/**
 * T1, the mediation cases of each committee (人民调解案件情况统计表). Source: the public filler and bulletin named in domain.md §8.2; the
 * 2010 form has fifteen types, the later one eighteen.
 */
public final class CaseTable {
    /** As the later form has the types. */
    public static final String CODE = "T1";
    /** As the 2010 form has them. */
    public static final String CODE_2010 = "T1-2010";

    private static final String ENTRUSTED = "3";
    private static final Set<String> APPLIED_TO_COURT = Set.of("2", "3", "4", "5", "6");

    private final CodeLists codes;
    private final TypeForm types;
    private final List<Seat> seats;

    /** A committee as a row has it: kind by code list {@code committee_kind}. */
    public record Seat(String id, String name, String kind) {}

    private CaseTable(CodeLists codes, String code, List<Seat> seats) {
        this.codes = codes;
        this.types = new TypeForm(codes, code.equals(CODE_2010) ? "report_type_2010" : "report_type_form");
        this.seats = seats;
    }

    /** The layout with a row for each of these committees. */
    public static Layout layout(CodeLists codes, String code, List<Seat> seats) {
        var table = new CaseTable(codes, code, seats);
        List<Column> columns = table.columns();
        List<Row> rows = table.rows();
        return new Layout(code, codes.label("report_code", CODE), rows, columns, rules(columns), List.of(new Breakdown("kind_rows", "all",
                rows.stream().filter(row -> row.level() == 1).map(Row::key).toList(),
                table.prevention().map(Column::key).collect(Collectors.toSet()))));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>(List.of(Row.all(Text.of("report.row.all"))));
        for (Code kind : codes.all("committee_kind")) {
            List<Seat> ofKind = seats.stream().filter(seat -> seat.kind.equals(kind.code())).toList();
            if (!ofKind.isEmpty()) {
                String key = "kind_" + kind.code();
                rows.add(new Row(key, Text.of("report.row.kind", kind.label()), 1, "all", Facts.COMMITTEE_KIND, Set.of(kind.code())));
                ofKind.forEach(seat -> rows.add(new Row(seat.id, shortened(seat.name), 2, key, Facts.COMMITTEE, Set.of(seat.id))));
            }
        }
        return rows;
    }

    /** 柏林沟村调委会: as everybody calls it, for a row's name must fit into its line. */
    private static String shortened(String name) {
        return name.replace(Text.of("report.row.committee"), Text.of("report.row.committee.short"));
    }

    private List<Column> columns() {
        return Stream.of(volume(), kinds(), sources(), typeColumns(), after(), inHand(), prevention()).flatMap(s -> s).toList();
    }

    private static Stream<Column> volume() {
        String group = Text.of("report.group.volume");
        return Stream.of(counted("total", group, COUNTED),
                new Column("people", group, label("people"), new Column.Sum(Facts.PEOPLE, COUNTED)),
                counted("success", group, COUNTED.and(Facts.SUCCESS)),
                counted("difficult", group, COUNTED.and(Facts.DIFFICULT)),
                new Column("amount_fen", group, label("amount_fen"), new Column.Fen(Facts.AMOUNT, COUNTED.and(Facts.SUCCESS))),
                new Column("success_rate", group, label("success_rate"), new Column.Rate("success", "total")));
    }

    private Stream<Column> kinds() {
        return codes.all("committee_kind").stream().map(kind -> count("kind_" + kind.code(), Text.of("report.group.kind"), kind.label(),
                COUNTED.and(Facts.among(Facts.COMMITTEE_KIND, Set.of(kind.code())))));
    }

    private Stream<Column> sources() {
        String group = Text.of("report.group.source");
        List<Code> handedOver = codes.all("case_source").stream().filter(code -> ENTRUSTED.equals(code.parent())).toList();
        List<String> entrusted = Stream.concat(Stream.of(ENTRUSTED), handedOver.stream().map(Code::code)).toList();
        return Stream.concat(Stream.of(counted("active", group, source(List.of("1"))), counted("applied", group, source(List.of("2"))),
                        counted("entrusted", group, source(entrusted))),
                handedOver.stream().map(code -> count("from_" + code.code(), group, label("from_" + code.code(), code.label()), source(List.of(code.code())))));
    }

    private static Condition source(List<String> of) {
        return COUNTED.and(Facts.among(Facts.SOURCE, of));
    }

    private Stream<Column> typeColumns() {
        return types.columns().entrySet().stream().map(type -> count("type_" + type.getKey().code(), Text.of("report.group.type"),
                type.getKey().label(), COUNTED.and(Facts.among(Facts.TYPE_SF, type.getValue()))));
    }

    private static Stream<Column> after() {
        String form = Text.of("report.group.form");
        String after = Text.of("report.group.after");
        Condition agreed = COUNTED.and(Facts.SUCCESS);
        return Stream.of(counted("oral", form, agreed.and(Facts.among(Facts.FORM, Set.of("2")))),
                counted("written", form, agreed.and(Facts.among(Facts.FORM, Set.of("1")))),
                counted("performed", after, COUNTED.and(Facts.PERFORMED)),
                counted("court_applied", after, COUNTED.and(Facts.among(Facts.COURT, APPLIED_TO_COURT))),
                counted("court_valid", after, COUNTED.and(Facts.among(Facts.COURT, Set.of("4")))),
                counted("sued", after, COUNTED.and(Facts.SUED)));
    }

    private static Stream<Column> inHand() {
        String group = Text.of("report.group.hand");
        return Stream.of(counted("accepted", group, Facts.ACCEPTED), counted("in_hand", group, Facts.IN_HAND));
    }

    /** A village without a committee of its own counts in the whole alone. */
    private Stream<Column> prevention() {
        String group = Text.of("report.group.prevention");
        Stream<Column> byKind = codes.all("prevent_kind").stream().flatMap(kind -> {
            Condition ofKind = Facts.SCREENED.and(Facts.among(Facts.PREVENT_KIND, Set.of(kind.code())));
            String key = "prevented_" + kind.code();
            return Stream.of(new Column(key, group, label(key, kind.label()), new Column.Sum(Facts.PREVENTED, ofKind.and(Facts.PREVENTED.gt(inline(0L))))),
                    new Column(key + "_people", group, label("prevented_people"), new Column.Sum(Facts.PREVENTED_PEOPLE,
                            ofKind.and(Facts.PREVENTED_PEOPLE.gt(inline(0L))))));
        });
        return Stream.concat(screenings(group), byKind);
    }

    /** How often was looked, what was found, what was prevented. */
    static Stream<Column> screenings(String group) {
        return Stream.of(counted("screenings", group, Facts.SCREENED),
                new Column("found", group, label("found"), new Column.Sum(Facts.FOUND, Facts.SCREENED.and(Facts.FOUND.gt(inline(0L))))),
                new Column("prevented", group, label("prevented"), new Column.Sum(Facts.PREVENTED, Facts.SCREENED.and(Facts.PREVENTED.gt(inline(0L))))));
    }

    private static Column counted(String key, String group, Condition when) {
        return count(key, group, label(key), when);
    }

    private static String label(String key) {
        return Text.of("report.column." + key);
    }

    private static String label(String key, String otherwise) {
        return Text.find("report.column." + key).orElse(otherwise);
    }

    private static List<CrossFooting> rules(List<Column> columns) {
        return List.of(CrossFooting.equal("kinds", keys(columns, "kind_"), "total"),
                CrossFooting.equal("sources", List.of("active", "applied", "entrusted"), "total"),
                CrossFooting.equal("handed_over", keys(columns, "from_"), "entrusted"),
                CrossFooting.equal("types", keys(columns, "type_"), "total"),
                CrossFooting.atMost("success", List.of("success"), "total"),
                CrossFooting.equal("forms", List.of("oral", "written"), "success"),
                CrossFooting.atMost("amount", List.of(), "amount_fen"),
                CrossFooting.atMost("difficult", List.of("difficult"), "total"),
                CrossFooting.atMost("performed", List.of("performed"), "success"),
                CrossFooting.atMost("court_valid", List.of("court_valid"), "court_applied"),
                CrossFooting.atMost("court_applied", List.of("court_applied"), "written"),
                CrossFooting.atMost("sued", List.of("sued"), "success"),
                CrossFooting.atMost("prevented", columns.stream().map(Column::key).filter(key -> key.matches("prevented_\\w+") && !key.endsWith("_people"))
                        .toList(), "prevented"));
    }

    private static List<String> keys(List<Column> columns, String beginning) {
        return columns.stream().map(Column::key).filter(key -> key.startsWith(beginning)).toList();
    }
}
