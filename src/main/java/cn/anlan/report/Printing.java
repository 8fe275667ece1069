package cn.anlan.report;

import cn.anlan.entry.Period;
import cn.anlan.entry.Text;
import cn.anlan.paper.table.PrintedTable;
import cn.anlan.paper.table.PrintedTable.Figure;
import cn.anlan.paper.table.PrintedTable.Heading;
import cn.anlan.paper.table.PrintedTable.Line;
import cn.anlan.paper.table.PrintedTable.Mark;
import cn.anlan.report.form.CaseFlow;
import cn.anlan.report.form.Column;
import cn.anlan.report.form.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Lays a report out as it goes to the county (报表打印): whose, when, in what unit; numbers, remarks, who signs. */
public final class Printing {
    private final Report report;
    private final List<Report.Broken> broken;

    /**
     * What stands beside the numbers (表头表尾).
     *
     * @param orgName who reports
     * @param by who fills it in
     * @param remarks what is said below the table besides corrections and rules that do not hold
     */
    public record Beside(String orgName, String by, LocalDate on, List<String> remarks) {}

    private Printing(Report report) {
        this.report = report;
        this.broken = report.broken();
    }

    /** The table, with these corrections told below it. */
    public static PrintedTable of(Report report, List<ReportAdjust> corrections, Beside beside) {
        var printing = new Printing(report);
        Period period = report.request().period();
        List<Heading> headings = report.layout().columns().stream().map(column -> new Heading(column.group(), column.label())).toList();
        List<Line> lines = report.layout().rows().stream().map(printing::line).toList();
        List<String> remarks = new ArrayList<>();
        corrections.forEach(one -> remarks.add(Text.of("report.print.correction", Text.of("report.print.cell", one.cell().rowLabel(),
                one.cell().columnLabel()), signed(report, one), one.correction().reason(), Objects.requireNonNullElse(one.correction().madeBy(), ""))));
        printing.broken.forEach(one -> remarks.add(Text.of("report.print.broken", one.sentence())));
        remarks.addAll(beside.remarks);
        return new PrintedTable(report.layout().title(),
                List.of(Text.of("report.print.org", beside.orgName), Text.of("report.print.period", day(period.from()), day(period.to())),
                        Text.of("report.print.counted." + counted(report))),
                Text.of("report.print.corner"), headings, lines, remarks,
                List.of(Text.of("report.print.filled_by", beside.by), Text.of("report.print.checked_by"), Text.of("report.print.filled_on", day(beside.on))));
    }

    /** A flow counts both days, whatever was asked for. */
    private static String counted(Report report) {
        return report.layout().code().equals(CaseFlow.CODE) ? "flow" : report.request().countedBy();
    }

    private static String signed(Report report, ReportAdjust one) {
        long delta = one.correction().delta();
        return (delta > 0 ? "+" : "") + Report.shown(report.layout().column(one.cell().columnKey()), delta);
    }

    /** 2025年1月3日. */
    static String day(LocalDate day) {
        return Text.of("report.print.day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private Line line(Row row) {
        return new Line(row.label(), row.level(), row.isHeading() ? List.of() : report.layout().columns().stream().map(column -> figure(row, column)).toList());
    }

    private Figure figure(Row row, Column column) {
        String shown = report.shown(row, column);
        boolean none = column.isDerived() && report.value(row, column) < 0;
        Mark mark = broken.stream().anyMatch(one -> one.concerns(row, column)) ? Mark.WRONG
                : report.correction(row, column) != 0 ? Mark.CORRECTED : Mark.PLAIN;
        return new Figure(shown, none ? null : new BigDecimal(shown), mark);
    }
}
