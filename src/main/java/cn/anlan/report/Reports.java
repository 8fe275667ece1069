package cn.anlan.report;

import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.reference.CodeLists;
import cn.anlan.reference.Places;
import cn.anlan.report.form.CaseFlow;
import cn.anlan.report.form.CaseTable;
import cn.anlan.report.form.Column;
import cn.anlan.report.form.Layout;
import cn.anlan.report.form.Request;
import cn.anlan.report.form.Row;
import cn.anlan.store.Database;
import cn.anlan.store.Journal;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import cn.anlan.store.Registers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import static cn.anlan.report.form.Facts.SQL;
import static cn.anlan.store.schema.Tables.COMMITTEE;
import static cn.anlan.store.schema.Tables.DISPUTE;

/** The statistician's desk (统计台): fills in reports, lists what stands behind a number, takes corrections. Not on the painting thread. */
public final class Reports {
    private static final int MOST_CORRECTIONS = 1_000;

    private final Books books;
    /** The register that is counted. */
    private static final String COUNTED = "dispute";

    private final Counting counting;

    /**
     * What reports are made from.
     *
     * @param home the code of the office's own place; empty while nobody has said it
     */
    public record Books(Database database, Registers registers, Journal journal, CodeLists codes, Supplier<String> home) {
        Places places() {
            return registers.places();
        }
    }

    public Reports(Books books) {
        this.books = books;
        this.counting = new Counting(books.database);
    }

    /** What a report looks like today; throws {@link Refused} naming the reports there are when there is none of this code. */
    public Layout layout(String code) {
        return switch (code) {
            case CaseTable.CODE, CaseTable.CODE_2010 -> CaseTable.layout(books.codes, code, seats());
            case CaseFlow.CODE -> CaseFlow.layout(books.codes, books.places(), books.home.get());
            default -> throw Refused.of("report.refused.no_report", code,
                    String.join(" ", books.codes.all("report_code").stream().map(known -> known.code()).toList()));
        };
    }

    /** Committees at work, and those a case still names. */
    private List<CaseTable.Seat> seats() {
        List<CaseTable.Seat> seats = new ArrayList<>();
        books.database.each(SQL.select(COMMITTEE.ID, COMMITTEE.NAME, COMMITTEE.KIND).from(COMMITTEE)
                .where(COMMITTEE.VOID_REASON.isNull().or(DSL.exists(SQL.selectOne().from(DISPUTE).where(DISPUTE.COMMITTEE_ID.eq(COMMITTEE.ID)))))
                .orderBy(COMMITTEE.AREA_CODE, COMMITTEE.NAME),
                row -> seats.add(new CaseTable.Seat(row.getString(1), row.getString(2), row.getString(3))));
        return seats;
    }

    /** A report with all its numbers, corrections included. */
    public Report fill(Request request) {
        books.registers.require(Act.REPORT, COUNTED);
        Layout layout = layout(request.report());
        var corrected = new Tally();
        corrections(request).forEach(one -> Tally.upwards(layout, one.cell().rowKey())
                .forEach(row -> corrected.add(row, one.cell().columnKey(), one.correction().delta())));
        return new Report(request, layout, counting.count(request, layout), corrected);
    }

    /** Counts and lists as long as somebody wants it. Throws {@link Refused} soon after nobody does; nothing was changed by it. */
    public <T> T whileWanted(Progress progress, Callable<T> work) {
        return books.database.whileWanted(progress, work);
    }

    /** The corrections made to a report, latest first. */
    public List<ReportAdjust> corrections(Request request) {
        return books.registers.of(ReportAdjust.class).list(about(request), MOST_CORRECTIONS);
    }

    /** What corrections and submissions say of the report they mean. */
    static Map<String, Object> target(Request request) {
        return Map.of("report", request.report(), "counted_by", request.countedBy(), "period_from", request.period().from(),
                "period_to", request.period().to());
    }

    /** Those that mean this report. */
    static Query about(Request request) {
        Query query = Query.all();
        for (Map.Entry<String, Object> field : target(request).entrySet()) {
            query = query.is(field.getKey(), field.getValue());
        }
        return query;
    }

    Books books() {
        return books;
    }

    void eachShare(Request request, Layout layout, Consumer<Counting.Share> taker) {
        counting.eachShare(request, layout, taker);
    }

    /** The cases behind one cell, the earliest closed first, no more than {@code limit}; those behind a share are those of its whole. */
    public List<Listed> behind(Request request, String row, String column, int limit) {
        books.registers.require(Act.REPORT, COUNTED);
        Layout layout = layout(request.report());
        Column chosen = layout.column(column);
        Row wanted = layout.row(row);
        return counting.behind(request, wanted, condition(layout, chosen), limit);
    }

    private static Condition condition(Layout layout, Column column) {
        return switch (column.measure()) {
            case Column.Count count -> count.when();
            case Column.Sum sum -> sum.when();
            case Column.Fen fen -> fen.when();
            case Column.Rate rate -> condition(layout, layout.column(rate.whole()));
        };
    }

    /**
     * Adds to a number by hand, for a case that stands only on paper; also to the rows this one is a part of. Cases, people or fen.
     * Throws {@link Refused} for a number that is worked out from others, and without a reason.
     */
    public ReportAdjust correct(Request request, String row, String column, long delta, String reason) {
        Layout layout = layout(request.report());
        Row target = layout.row(row);
        Column changed = layout.column(column);
        if (changed.isDerived() || target.isHeading()) {
            throw Refused.of("report.refused.derived", changed.label());
        } else if (delta == 0) {
            throw Refused.of("report.refused.no_delta");
        }
        Map<String, @Nullable Object> values = new HashMap<>(target(request));
        values.put("row_key", target.key());
        values.put("row_label", target.label());
        values.put("column_key", changed.key());
        values.put("column_label", changed.label());
        values.put("delta", delta);
        values.put("reason", reason);
        values.put("made_by", books.journal.person());
        Register<ReportAdjust> corrections = books.registers.of(ReportAdjust.class);
        return corrections.save(corrections.create(values));
    }
}
