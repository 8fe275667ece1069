package cn.anlan.command;

import cn.anlan.app.Wiring;
import cn.anlan.command.part.Days;
import cn.anlan.command.part.StoreCommand;
import cn.anlan.command.part.TextTable;
import cn.anlan.entry.Text;
import cn.anlan.report.Listed;
import cn.anlan.report.Report;
import cn.anlan.report.form.Column;
import cn.anlan.report.form.Request;
import cn.anlan.report.form.Row;
import cn.anlan.store.EntryJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anlan report} (统计): fills in a report, or lists the cases behind one of its numbers; rules that do not hold are said on stderr. */
@Command(name = "report")
final class ReportCommand extends StoreCommand {
    @Parameters(paramLabel = "CODE")
    private String code = "";

    @Mixin
    private Days days = new Days();

    @Option(names = "--by", paramLabel = "close|accept")
    private String by = Request.BY_CLOSING;

    @Option(names = "--cell", paramLabel = "ROW/COL")
    private @Nullable String cell;

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path file;

    @Option(names = "--json")
    private boolean json;

    @Override
    protected int run(Wiring wiring) {
        Request request = Request.of(code, days.period(), by);
        if (cell != null) {
            list(wiring.reports().behind(request, before(cell), behind(cell), Integer.MAX_VALUE));
            return DONE;
        }
        Report report = wiring.reports().fill(request);
        if (file != null) {
            wiring.publishing().write(report, file);
            out().println(file);
        } else if (json) {
            rows(report).forEach(row -> out().println(EntryJson.write(object(report, row))));
        } else {
            print(report);
        }
        report.broken().forEach(broken -> err().println(broken.sentence()));
        return DONE;
    }

    private String before(String rowAndColumn) {
        return rowAndColumn.substring(0, slash(rowAndColumn));
    }

    private String behind(String rowAndColumn) {
        return rowAndColumn.substring(slash(rowAndColumn) + 1);
    }

    private int slash(String rowAndColumn) {
        int slash = rowAndColumn.lastIndexOf('/');
        if (slash < 1) {
            throw wrongUsage(Text.of("command.wrong.cell", rowAndColumn));
        }
        return slash;
    }

    private static List<Row> rows(Report report) {
        return report.layout().rows().stream().filter(row -> !row.isHeading()).toList();
    }

    /** Counts as numbers, money as text of whole fen, shares as text in percent. */
    private static Map<String, Object> object(Report report, Row row) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("row", row.key());
        object.put("label", row.label());
        for (Column column : report.layout().columns()) {
            long value = report.value(row, column);
            object.put(column.key(), switch (column.measure()) {
                case Column.Count count -> value;
                case Column.Sum sum -> value;
                case Column.Fen fen -> String.valueOf(value);
                case Column.Rate rate -> report.shown(row, column);
            });
        }
        return object;
    }

    /** A line for each column, for a terminal is narrower than a form. */
    private void print(Report report) {
        var table = new TextTable();
        List<Row> rows = rows(report).stream().filter(row -> row.level() < 2).toList();
        List<String> head = new ArrayList<>(List.of(report.layout().title()));
        rows.forEach(row -> head.add(row.label()));
        table.row(head);
        for (Column column : report.layout().columns()) {
            List<String> line = new ArrayList<>(List.of(column.label()));
            rows.forEach(row -> line.add(report.shown(row, column)));
            table.row(line);
        }
        table.print(out());
    }

    private void list(List<Listed> cases) {
        var table = new TextTable();
        for (Listed one : cases) {
            String closed = one.closed() == null ? "" : one.closed().toString();
            if (json) {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("register", one.register());
                object.put("id", one.id());
                object.put("revision", one.revision());
                object.put("title", one.title());
                object.put(one.isScreening() ? "date" : "accept_date", one.day().toString());
                object.put("close_date", closed.isEmpty() ? null : closed);
                out().println(EntryJson.write(object));
            } else {
                table.row(List.of(one.day().toString(), closed, one.title(), one.id()));
            }
        }
        if (!json) {
            table.print(out());
            out().println(Text.of("command.report.all", cases.size()));
        }
    }
}
