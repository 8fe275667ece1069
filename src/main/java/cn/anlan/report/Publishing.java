package cn.anlan.report;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.paper.print.Press;
import cn.anlan.paper.table.PrintedTable;
import cn.anlan.paper.table.TableBook;
import cn.anlan.paper.table.TablePaper;
import cn.anlan.reference.ReportMonth;
import cn.anlan.report.form.CaseFlow;
import cn.anlan.report.form.Facts;
import cn.anlan.report.form.Request;
import cn.anlan.store.Journal.Action;
import cn.anlan.store.Journal.Subject;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Brings reports out of the house (报表出件): as a workbook, on paper, or in words for the brief. Not on the painting thread. */
public final class Publishing {
    /** So many key cases are told below the flow; the rest are on the page. */
    private static final int MOST_KEY_CASES = 20;
    private static final int LONGEST = 80;

    private final Reports reports;
    private final Press press;
    private final Function<String, Optional<String>> settings;
    private final Clock clock;

    /** The settings tell the office's name, its clerk and the day its months close on; the clock's zone is the office's: Asia/Shanghai. */
    public Publishing(Reports reports, Press press, Function<String, Optional<String>> settings, Clock clock) {
        this.reports = reports;
        this.press = press;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes a report as .xlsx or .pdf, as the name ends, and notes it in the journal. Throws {@link Refused} for any other, and when the file cannot be written. */
    public void write(Report report, Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        PrintedTable table = printed(report);
        if (name.endsWith(".xlsx")) {
            TableBook.write(table, file);
        } else if (name.endsWith(".pdf")) {
            press.print(TablePaper.of(table), file);
        } else {
            throw Refused.of("report.refused.no_format", file.getFileName());
        }
        Period period = report.request().period();
        reports.books().journal().note(Action.EXPORT, Subject.HOUSE, Text.of("report.print.noted", table.title(), period.from(), period.to()),
                Map.of("file", String.valueOf(file.getFileName())));
    }

    /** The report as it goes to the county. */
    PrintedTable printed(Report report) {
        List<String> remarks = report.layout().code().equals(CaseFlow.CODE) ? keyCases(report.request()) : List.of();
        return Printing.of(report, reports.corrections(report.request()),
                new Printing.Beside(orgName(), settings.apply("clerk").orElse(""), LocalDate.now(clock), remarks));
    }

    private String orgName() {
        return settings.apply("org_name").filter(name -> !name.isBlank())
                .orElseGet(() -> reports.books().places().path(settings.apply("home").orElse("")));
    }

    /** The cases a leader asks about first: what it is about, who answers for it, until when. */
    private List<String> keyCases(Request request) {
        List<Listed> cases = reports.behind(request, "all", "key", MOST_KEY_CASES);
        Register<?> disputes = reports.books().registers().named(Facts.CASES);
        List<String> told = new ArrayList<>();
        for (Listed one : cases) {
            told.add(told(disputes, one, told.size() + 1));
        }
        return told;
    }

    private static <E extends Entry> String told(Register<E> disputes, Listed one, int number) {
        E dispute = disputes.get(one.id());
        return Text.of("report.print.key_case", number, one.title(), shown(disputes, dispute, "summary"), shown(disputes, dispute, "resp_person"))
                + Text.of("report.print.key_case_until", shown(disputes, dispute, "deadline"));
    }

    private static <E extends Entry> String shown(Register<E> register, E entry, String field) {
        String text = register.display().show(register.shape().field(field), register.shape().get(entry, register.shape().field(field))).replace('\n', ' ');
        return text.isEmpty() ? Text.of("report.no_share") : text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** How the county counts its months. */
    public ReportMonth month() {
        return new ReportMonth(settings.apply("cut_day").filter(day -> day.matches("[1-9]|[12]\\d|3[01]")).map(Integer::valueOf)
                .orElse(ReportMonth.USUAL_CUT));
    }

    /** A report in words, with the change against the period before and the same period a year before. */
    public String bulletin(Report report) {
        Request request = report.request();
        return new Bulletin(orgName(), report, reports.fill(request.of(month().previous(request.period()))),
                reports.fill(request.of(month().lastYear(request.period())))).text();
    }
}
