package cn.anlan.report;

import cn.anlan.TestHouse;
import cn.anlan.entry.Period;
import cn.anlan.report.form.Column;
import cn.anlan.report.form.Request;
import cn.anlan.report.form.Row;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Random cases: every cell of every report is what a person would count, every cross-footing rule holds, a submission changes nothing. */
class RecountTest {
    private static final List<Period> PERIODS = List.of(new Period(LocalDate.of(2024, 12, 26), LocalDate.of(2025, 1, 25)),
            new Period(LocalDate.of(2025, 1, 7), LocalDate.of(2025, 1, 7)), new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 12, 31)));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyCellIsWhatAPersonWouldCount(long seed) {
        try (var house = TestHouse.opened()) {
            new RandomCases(house, seed).make(150);
            var recount = new Recount(house);
            for (Period period : PERIODS) {
                for (String code : List.of("T1", "T1-2010", "T2")) {
                    compare(house, recount, new Request(code, period, false));
                    compare(house, recount, new Request(code, period, true));
                }
            }
            var request = new Request("T1", PERIODS.get(2), false);
            ReportSubmission submission = house.wiring().submissions().submit(request, null);
            assertThat(house.wiring().submissions().differences(submission)).isEmpty();
            compare(recount, house.wiring().submissions().asSubmitted(submission));
        }
    }

    private static void compare(TestHouse house, Recount recount, Request request) {
        Report report = house.wiring().reports().fill(request);
        compare(recount, report);
        assertThat(report.broken()).isEmpty();
    }

    private static void compare(Recount recount, Report report) {
        for (Row row : report.layout().rows()) {
            for (Column column : report.layout().columns()) {
                if (!column.isDerived() && !row.isHeading()) {
                    assertThat(report.value(row, column)).as("%s %s/%s", report.request(), row.label(), column.key())
                            .isEqualTo(recount.of(report.request(), row, column));
                }
            }
        }
        Row all = report.layout().row("all");
        assertThat(report.layout().columns()).anyMatch(column -> report.value(all, column) > 0);
    }
}
