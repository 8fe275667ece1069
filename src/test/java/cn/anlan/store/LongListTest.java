package cn.anlan.store;

import cn.anlan.TestHouse;
import cn.anlan.entry.Field;
import cn.anlan.entry.Type;
import cn.anlan.mediation.Dispute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A long list is walked along an index, whatever column it is sorted by and wherever one stands in it; told by the plan, not by the clock. */
class LongListTest {
    private static final int ROWS = 6_000;

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @BeforeEach
    void manyDisputes() {
        Dispute first = house.samples().dispute();
        String columns = disputes().shape().fields().stream().skip(1).map(Field::name).collect(Collectors.joining(", "));
        Set<String> varied = Set.of("register_date", "amount_fen", "stage", "deadline");
        String values = disputes().shape().fields().stream().skip(1).map(Field::name).map(name -> !varied.contains(name) ? name : switch (name) {
            case "register_date" -> "date('2020-01-01', '+' || (n % 900) || ' days')";
            case "deadline" -> "CASE n % 3 WHEN 0 THEN NULL ELSE date('2020-01-01', '+' || (n % 90) || ' days') END";
            case "stage" -> "CASE n % 2 WHEN 0 THEN '01' ELSE '02' END";
            default -> "CASE n % 4 WHEN 0 THEN NULL ELSE n END";
        }).collect(Collectors.joining(", "));
        house.wiring().database().write(() -> house.wiring().database().inWrite(session -> session.run(
                "WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < " + ROWS + ") INSERT INTO dispute (id, change_no, "
                        + columns.replace("case_code, ", "") + ") SELECT printf('%026d', n), 1, " + values.replace("case_code, ", "")
                        + " FROM many, dispute WHERE id = ?", first.id())));
    }

    private Register<Dispute> disputes() {
        return house.register(Dispute.class);
    }

    /** A plan is made from what the reader knows of the schema, so it is made to read first. */
    private List<String> plan(Query query, Page.@Nullable Cursor after) {
        assertThat(disputes().page(query, null, 0, 1).rows()).hasSize(1);
        Table<Dispute> table = disputes().table();
        List<String> plan = new ArrayList<>();
        for (var part : table.parts(query, after)) {
            var select = table.select(disputes().condition(query.lives(Query.Lives.BOTH)).and(part), query, 50, 0);
            plan.addAll(house.wiring().database().read(session ->
                    session.all(row -> row.getString(4), "EXPLAIN QUERY PLAN " + select.getSQL(), select.getBindValues().toArray())));
        }
        return plan;
    }

    @Test
    void everyColumnUpAndDownFromTheStartAndFromTheMiddle() {
        Set<String> alwaysFilled = Set.copyOf(house.wiring().database().read(session ->
                session.all(row -> row.getString(1), "SELECT name FROM pragma_table_info('dispute') WHERE \"notnull\" = 1")));
        for (Field field : disputes().shape().businessFields()) {
            disputes().prepareSort(field.name());
            Object middle = switch (field.type()) {
                case INTEGER, MONEY, FLAG -> 1L;
                case TEXT, DATE, TIME, CODE, CODES, PLACE, LINK -> "m";
            };
            for (boolean down : new boolean[] {true, false}) {
                Query query = Query.all().sortedBy(field.name(), down);
                assertThat(String.join(" ", plan(query, null))).as(field.name()).startsWith("SCAN dispute USING INDEX")
                        .contains("sort_dispute_" + field.name());
                for (Object at : new @Nullable Object[] {middle, null}) {
                    assertThat(plan(query, new Page.Cursor(at, "00000000000000000000003000"))).as(field.name() + " " + down + " " + at)
                            .isNotEmpty().allSatisfy(step -> assertThat(step)
                                    .startsWith(alwaysFilled.contains(field.name()) ? "S" : "SEARCH dispute USING").contains("sort_dispute_"));
                }
            }
        }
    }

    @Test
    void theOrderOfMakingIsTheTablesOwn() {
        disputes().prepareSort(null);
        assertThat(plan(Query.all(), null)).containsExactly("SCAN dispute USING INDEX sqlite_autoindex_dispute_1");
        assertThat(plan(Query.all(), new Page.Cursor(null, "00000000000000000000003000")))
                .containsExactly("SEARCH dispute USING INDEX sqlite_autoindex_dispute_1 (id<?)");
    }

    @Test
    void walkedInPagesEveryRowIsSeenOnce() {
        for (String field : List.of("deadline", "amount_fen", "stage", "register_date")) {
            disputes().prepareSort(field);
            for (boolean down : new boolean[] {true, false}) {
                Query query = Query.all().sortedBy(field, down);
                Set<String> seen = new HashSet<>();
                Page.@Nullable Cursor next = null;
                do {
                    Page<Dispute> page = disputes().page(query, next, 0, 700);
                    page.rows().forEach(row -> assertThat(seen.add(row.id())).isTrue());
                    next = page.next();
                } while (next != null);
                assertThat(seen).as(field + " " + down).hasSize(ROWS + 1);
            }
        }
    }

    @Test
    void theFirstFilledValueStandsBehindTheLastUnfilledOne() {
        Query query = Query.all().sortedBy("deadline", false);
        long unfilled = disputes().count(Query.all().is("deadline", null), ROWS);
        Page.Cursor border = disputes().page(query, null, (int) unfilled - 1, 1).next();
        assertThat(border).isNotNull();
        assertThat(border.sorted()).isNull();
        assertThat(disputes().page(query, border, 0, 1).rows().get(0).handling().term().deadline()).isEqualTo("2020-01-02");
        assertThat(disputes().shape().field("deadline").type()).isEqualTo(Type.DATE);
    }
}
