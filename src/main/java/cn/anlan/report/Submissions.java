package cn.anlan.report;

import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import cn.anlan.report.form.Column;
import cn.anlan.report.form.Layout;
import cn.anlan.report.form.Request;
import cn.anlan.report.form.Row;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reports handed in (报表提交): each keeps its numbers and, for every record behind them, its revision, its rows and what it added; so that later
 * every difference can be told by the records that made it. Not on the painting thread.
 */
public final class Submissions {
    /** The register of corrections by hand. */
    public static final String CORRECTIONS = "report_adjust";

    private final Reports reports;
    private final Reports.Books books;
    private final Clock clock;
    private final Register<ReportSubmission> submissions;
    private final Register<ReportSubmissionLine> lines;
    private final Changes changes;

    /** The clock's zone is the office's: Asia/Shanghai. */
    public Submissions(Reports reports, Clock clock) {
        this.reports = reports;
        this.books = reports.books();
        this.clock = clock;
        this.submissions = books.registers().of(ReportSubmission.class);
        this.lines = books.registers().of(ReportSubmissionLine.class);
        this.changes = new Changes(books.registers(), books.journal());
    }

    private static final Counting.Share NONE = new Counting.Share("", "", 0, "", Set.of(), Map.of());

    /** Keeps a report as it is counted now. Throws {@link Refused} while a cross-footing rule does not hold. */
    public ReportSubmission submit(Request request, @Nullable String remark) {
        return books.registers().together(() -> {
            List<Report.Broken> broken = reports.fill(request).broken();
            if (!broken.isEmpty()) {
                throw Refused.of("report.refused.broken", broken.size(), broken.get(0).sentence());
            }
            Map<String, Counting.Share> parts = parts(request);
            Map<String, @Nullable Object> values = new HashMap<>(Reports.target(request));
            values.put("submitted_on", LocalDate.now(clock));
            values.put("submitted_by", books.journal().person());
            values.put("records", (long) parts.size());
            values.put("high_water", books.journal().last());
            values.put("remark", remark);
            ReportSubmission stored = submissions.save(submissions.create(values));
            parts.values().forEach(part -> lines.save(line(stored, part)));
            return stored;
        });
    }

    private ReportSubmissionLine line(ReportSubmission submission, Counting.Share share) {
        return new ReportSubmissionLine(books.registers().newId(), 0, null, submission.id(),
                new ReportSubmissionLine.Source(share.register(), share.id(), share.revision(), share.title()),
                new ReportSubmissionLine.Share(String.join(" ", share.rows()), EntryJson.write(share.adds())));
    }

    /** Every record that counts in a report now, by id. */
    private Map<String, Counting.Share> parts(Request request) {
        Layout layout = reports.layout(request.report());
        Map<String, Counting.Share> parts = new LinkedHashMap<>();
        reports.eachShare(request, layout, share -> parts.put(share.id(), share));
        for (ReportAdjust one : reports.corrections(request)) {
            parts.put(one.id(), new Counting.Share(CORRECTIONS, one.id(), one.revision(), books.registers().title(CORRECTIONS, one.id()),
                    new LinkedHashSet<>(Tally.upwards(layout, one.cell().rowKey())), Map.of(one.cell().columnKey(), one.correction().delta())));
        }
        return parts;
    }

    /** The latest living submission of a report, if there is one. */
    public Optional<ReportSubmission> latest(Request request) {
        return submissions.list(Reports.about(request), 1).stream().findFirst();
    }

    private Map<String, Counting.Share> kept(ReportSubmission submission) {
        Map<String, Counting.Share> parts = new LinkedHashMap<>();
        lines.each(Query.all().is("submission_id", submission.id()), line -> {
            Map<String, Long> adds = new LinkedHashMap<>();
            EntryJson.readAll(line.share().contributions()).get(0).forEach((column, number) -> adds.put(column, ((Number) number).longValue()));
            parts.put(line.source().entryId(), new Counting.Share(line.source().register(), line.source().entryId(), line.source().entryRevision(),
                    line.source().title(), Set.of(line.share().rowKeys().split(" ")), adds));
        });
        return parts;
    }

    /** The report with the numbers it was submitted with. */
    public Report asSubmitted(ReportSubmission submission) {
        var counted = new Tally();
        var corrected = new Tally();
        kept(submission).values().forEach(part -> add(part, part.register().equals(CORRECTIONS) ? corrected : counted));
        Request request = request(submission);
        return new Report(request, reports.layout(request.report()), counted, corrected);
    }

    private static void add(Counting.Share part, Tally tally) {
        part.rows().forEach(row -> part.adds().forEach((column, number) -> tally.add(row, column, number)));
    }

    static Request request(ReportSubmission submission) {
        var target = submission.target();
        return Request.of(target.report(), new Period(target.periodFrom(), target.periodTo()), target.countedBy());
    }

    /** Every number some record has come to, gone from or changed since it was submitted, in the report's order. */
    public List<Difference> differences(ReportSubmission submission) {
        Request request = request(submission);
        Layout layout = reports.layout(request.report());
        Map<String, Counting.Share> before = kept(submission);
        Map<String, Counting.Share> now = parts(request);
        Map<String, List<Difference.Cause>> causes = new HashMap<>();
        Set<String> ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(now.keySet());
        for (String id : ids) {
            compare(before.getOrDefault(id, NONE), now.getOrDefault(id, NONE), submission.handing().highWater(), causes);
        }
        List<Difference> differences = new ArrayList<>();
        for (Row row : layout.rows()) {
            for (Column column : layout.columns()) {
                List<Difference.Cause> found = causes.getOrDefault(row.key() + "/" + column.key(), List.of());
                if (!found.isEmpty()) {
                    differences.add(new Difference(row, column, sum(before, row, column), sum(now, row, column), found));
                }
            }
        }
        return differences;
    }

    private static long sum(Map<String, Counting.Share> parts, Row row, Column column) {
        return parts.values().stream().mapToLong(part -> adds(part, row.key(), column.key())).sum();
    }

    private static long adds(Counting.Share part, String row, String column) {
        return part.rows().contains(row) ? part.adds().getOrDefault(column, 0L) : 0;
    }

    /** Notes a record under every cell it adds another number to than before. */
    private void compare(Counting.Share before, Counting.Share now, long highWater, Map<String, List<Difference.Cause>> causes) {
        Set<String> rows = joined(before.rows(), now.rows());
        Set<String> columns = joined(before.adds().keySet(), now.adds().keySet());
        Counting.Share known = before == NONE ? now : before;
        List<String> told = List.of();
        for (String row : rows) {
            for (String column : columns) {
                long was = adds(before, row, column);
                long is = adds(now, row, column);
                if (was != is) {
                    told = told.isEmpty() ? changes.since(new Changes.State(known.register(), known.id(), before.revision(), highWater)) : told;
                    causes.computeIfAbsent(row + "/" + column, cell -> new ArrayList<>()).add(new Difference.Cause(kind(was, is), known.register(),
                            known.id(), known.title(), was, is, told));
                }
            }
        }
    }

    private static Difference.Kind kind(long was, long is) {
        return was == 0 ? Difference.Kind.CAME : is == 0 ? Difference.Kind.WENT : Difference.Kind.CHANGED;
    }

    private static Set<String> joined(Set<String> some, Set<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
