package cn.anlan.kit.list;

import cn.anlan.entry.Shape;
import cn.anlan.mediation.Dispute;
import cn.anlan.station.ServiceVisit;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Filter;
import cn.anlan.store.Query.Op;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Filters kept under a name, and found again as they were. */
class ConditionTest {
    private static final Shape<Dispute> SHAPE = Shape.of(Dispute.class);

    private static Condition of(String field, Op op, @Nullable Object value) {
        return new Condition(field, "words", List.of(new Filter(field, op, value)));
    }

    static Stream<Arguments> kinds() {
        return Stream.of(arguments("title", Op.CONTAINS, "张三 & 李四;=%+:\t\n"), arguments("title", Op.CONTAINS, "𠮷·才让"), arguments("title", Op.EMPTY, null),
                arguments("title", Op.FILLED, null), arguments("register_date", Op.FROM, LocalDate.of(2026, 1, 5)),
                arguments("register_date", Op.TO, LocalDate.of(2026, 12, 31)), arguments("amount_fen", Op.FROM, -1L), arguments("amount_fen", Op.TO, 120_050L),
                arguments("people_count", Op.FROM, 0L), arguments("risk_level", Op.AMONG, List.of("1", "3")), arguments("risk_level", Op.AMONG, List.of("4")),
                arguments("area_code", Op.STARTS, "620623100"), arguments("stage", Op.IS, "04"), arguments("title", Op.IS, "只此一件"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindIsReadBack(String field, Op op, @Nullable Object value) {
        List<Condition> conditions = List.of(of(field, op, value), of("source_code", Op.EMPTY, null));
        assertThat(Condition.read(SHAPE, Condition.line(SHAPE, conditions))).isEqualTo(conditions);
    }

    @Test
    void aSpanHasTwoEnds() {
        var span = new Condition("register_date", "一月", List.of(new Filter("register_date", Op.FROM, LocalDate.of(2026, 1, 1)),
                new Filter("register_date", Op.TO, LocalDate.of(2026, 1, 31))));
        assertThat(Condition.read(SHAPE, Condition.line(SHAPE, List.of(span)))).containsExactly(span);
    }

    /** The list behind a number of a report is filtered by several fields under one chip. */
    @Test
    void aNumberOfAReportIsKeptWhole() {
        var cell = new Condition("stage", "本月受理 · 邻里纠纷", List.of(new Filter("stage", Op.AMONG, List.of("03", "04")),
                new Filter("register_date", Op.FROM, LocalDate.of(2026, 1, 1)), new Filter("amount_fen", Op.TO, 50L),
                new Filter("area_code", Op.STARTS, "620623100"), new Filter("title", Op.CONTAINS, "a&b;c:d=e")));
        assertThat(Condition.read(SHAPE, Condition.line(SHAPE, List.of(cell)))).containsExactly(cell);
        Query narrowed = Condition.read(SHAPE, Condition.line(SHAPE, List.of(cell))).get(0).on(Query.all());
        assertThat(narrowed.filters()).isEqualTo(cell.filters());
    }

    @Test
    void everyCodeOfASetIsAskedFor() {
        Shape<ServiceVisit> visits = Shape.of(ServiceVisit.class);
        Condition crowd = of("crowd", Op.HAS_CODE, "3");
        assertThat(Condition.read(visits, Condition.line(visits, List.of(crowd)))).containsExactly(crowd);
    }

    /** A filter named under an older or newer program is dropped rather than meant otherwise; the others stay. */
    @ParameterizedTest
    @ValueSource(strings = {"nickname&words=x&IS=1", "title&words=x&LOOKS_LIKE=1", "title&words=x&IS", "register_date&words=x&FROM=gestern", "amount_fen&words=x&TO=viel",
        "title", "", "&", "title&words=x&nickname:IS=1", "title&words=%zz&IS=1", "title&words=x", "people_count&words=x&FROM="})
    void whatCannotBeReadIsLeftOut(String odd) {
        String good = Condition.line(SHAPE, List.of(of("title", Op.CONTAINS, "渠")));
        assertThat(Condition.read(SHAPE, odd + ";" + good)).extracting(Condition::field).startsWith(odd.startsWith("people") ? "people_count" : "title")
                .endsWith("title");
        assertThat(Condition.read(SHAPE, good + ";" + odd)).contains(of("title", Op.CONTAINS, "渠"));
    }

    @Test
    void nothingKeptIsNothingAsked() {
        assertThat(Condition.line(SHAPE, List.of())).isEmpty();
        assertThat(Condition.read(SHAPE, "")).isEmpty();
    }
}
