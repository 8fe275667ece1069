package cn.anlan.report.screen;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.Dialogs;
import cn.anlan.kit.Dialogs.Kind;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Page;
import cn.anlan.kit.Underway;
import cn.anlan.reference.CodeLists;
import cn.anlan.reference.ReportMonth;
import cn.anlan.report.Difference;
import cn.anlan.report.Listed;
import cn.anlan.report.Publishing;
import cn.anlan.report.Report;
import cn.anlan.report.ReportAdjust;
import cn.anlan.report.ReportSubmission;
import cn.anlan.report.Reports;
import cn.anlan.report.Submissions;
import cn.anlan.report.form.Column;
import cn.anlan.report.form.Request;
import cn.anlan.report.form.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Statistics on screen (统计报表): a report of some days, the cases behind each number, what does not agree, and the way out of the house. */
public final class ReportPage implements Page {
    private static final int MOST_CASES = 500;
    private static final int MOST_BROKEN = 4;
    private static final double SIDE = 0.74;
    /** A report that is counted sooner moves nothing on the page. */
    private static final Duration PATIENCE = Duration.millis(500);

    private final Desk desk;
    private final Statistics statistics;
    private final PeriodBar period;
    private final ReportGrid grid = new ReportGrid(this::point);
    private final SidePane side;
    private final NoticeBar notice = new NoticeBar();
    private final Underway counting;
    private final Underway listing;
    private final Label footing = new Label();
    private final Label state = new Label();
    private final CheckBox empty = new CheckBox(Text.of("report.screen.empty_too"));
    private final ToggleButton frozen = new ToggleButton(Text.of("report.screen.as_submitted"));
    private final Button changes = button("changes", this::showChanges);
    private final VBox root = new VBox(8);
    private long asked;
    private @Nullable Loaded loaded;
    private @Nullable Pointed pointed;

    /**
     * What the page works with.
     *
     * @param month how this county counts its months, at hand without asking the store
     * @param today a civil date in Asia/Shanghai
     * @param open shows the entry of a register
     */
    public record Desk(Statistics statistics, CodeLists codes, Background background, Dialogs dialogs, Supplier<ReportMonth> month,
            Supplier<LocalDate> today, BiConsumer<String, String> open) {}

    /** Who counts, who keeps, who brings out. */
    public record Statistics(Reports reports, Submissions submissions, Publishing publishing) {}

    /** A report, and how it stands to what was submitted of it. */
    private record Loaded(Report report, @Nullable ReportSubmission submission, List<Difference> differences, Report asSubmitted) {}

    private record Pointed(Row row, Column column) {}

    public ReportPage(Desk desk) {
        this.desk = desk;
        this.statistics = desk.statistics();
        counting = underway("counting");
        listing = underway("listing");
        side = new SidePane(desk.open(), this::correct);
        period = new PeriodBar(new PeriodBar.Given(desk.codes().all("report_code"), desk.month(), desk.today()), this::load);
        root.setId("page-report");
        root.getStyleClass().add("plain-page");
        footing.setId("report-footing");
        footing.setWrapText(true);
        footing.setMinHeight(Region.USE_PREF_SIZE);
        state.setId("report-state");
        empty.setId("report-empty");
        empty.selectedProperty().addListener((all, old, now) -> show());
        frozen.setId("report-frozen");
        frozen.setMinWidth(Region.USE_PREF_SIZE);
        frozen.selectedProperty().addListener((all, old, now) -> show());
        var table = new VBox(6, grid.node(), footing);
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        var split = new SplitPane(table, side.node());
        split.setDividerPositions(SIDE);
        SplitPane.setResizableWithParent(side.node(), false);
        VBox.setVgrow(split, Priority.ALWAYS);
        root.getChildren().setAll(period.node(), tools(), counting.node(), listing.node(), notice.node(), split);
        settle();
    }

    private Underway underway(String id) {
        var underway = new Underway(desk.background(), PATIENCE);
        underway.node().setId("report-" + id);
        return underway;
    }

    private HBox tools() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var tools = new HBox(8, state, changes, frozen, gap, empty, button("bulletin", this::bulletin), button("xlsx", () -> export("xlsx")),
                button("pdf", () -> export("pdf")), button("submit", this::submit));
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private static Button button(String key, Runnable action) {
        return Buttons.words("report-" + key, "report.screen." + key, action);
    }

    /** Counts anew; answers to older questions are dropped. */
    private void load() {
        long ticket = ++asked;
        counting.giveUp();
        try {
            Request request = period.request();
            if (request != null) {
                counting.run("report.screen.counting", progress -> statistics.reports().whileWanted(progress, () -> loaded(request)), now -> {
                    if (ticket == asked) {
                        notice.clear();
                        take(now);
                    }
                }, refused -> {
                    if (ticket == asked) {
                        notCounted(refused);
                    }
                });
            }
        } catch (Refused backwards) {
            notice.refused(backwards);
        }
    }

    /** The days chosen are no longer those of the numbers in view; that is said. */
    private void notCounted(Refused refused) {
        Report before = inView();
        String standing = before == null ? Text.of("report.screen.nothing_counted")
                : Text.of("report.screen.counted_before", before.layout().title(), before.request().period().from(), before.request().period().to());
        notice.refused(Text.of("report.screen.not_counted", String.valueOf(refused.getMessage()), standing));
    }

    private Loaded loaded(Request request) {
        Report report = statistics.reports().fill(request);
        Optional<ReportSubmission> submission = statistics.submissions().latest(request);
        return new Loaded(report, submission.orElse(null), submission.map(statistics.submissions()::differences).orElse(List.of()),
                submission.map(statistics.submissions()::asSubmitted).orElse(report));
    }

    private void take(Loaded now) {
        loaded = now;
        if (now.submission == null) {
            frozen.setSelected(false);
        }
        settle();
        show();
        Pointed here = pointed;
        if (here != null && now.report.layout().rows().contains(here.row)) {
            point(here.row, here.column);
        } else {
            pointed = null;
            side.clear();
        }
    }

    /** Says how the report stands to what was submitted. */
    private void settle() {
        ReportSubmission submission = loaded == null ? null : loaded.submission;
        boolean changed = loaded != null && !loaded.differences.isEmpty();
        String said = submission == null ? "" : Text.of("report.screen.submitted", submission.handing().submittedOn(), submission.handing().submittedBy());
        state.setText(submission == null ? Text.of("report.screen.not_submitted") : said + Text.of(changed ? "report.screen.changed_since"
                : "report.screen.unchanged_since"));
        state.getStyleClass().removeAll("overdue", "hint");
        state.getStyleClass().add(changed ? "overdue" : "hint");
        visible(changes, changed);
        visible(frozen, submission != null);
    }

    private static void visible(Region node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private void show() {
        Report report = inView();
        if (report != null) {
            grid.show(report, empty.isSelected());
            List<String> broken = report.broken().stream().map(Report.Broken::sentence).toList();
            footing.setText(broken.isEmpty() ? Text.of("report.screen.footing_holds", report.layout().rules().size() + report.layout().breakdowns().size())
                    : broken(broken));
            footing.getStyleClass().removeAll("overdue", "hint");
            footing.getStyleClass().add(broken.isEmpty() ? "hint" : "overdue");
        }
    }

    private static String broken(List<String> sentences) {
        String first = String.join("\n", sentences.stream().limit(MOST_BROKEN).toList());
        return sentences.size() <= MOST_BROKEN ? first : Text.of("report.screen.more_broken", first, sentences.size());
    }

    private @Nullable Report inView() {
        return loaded == null ? null : frozen.isSelected() ? loaded.asSubmitted : loaded.report;
    }

    private void point(Row row, Column column) {
        pointed = new Pointed(row, column);
        Report report = inView();
        if (report != null) {
            Request request = report.request();
            String cell = Text.of("report.print.cell", row.label().strip(), column.label());
            listing.giveUp();
            listing.run("report.screen.counting", progress -> statistics.reports().whileWanted(progress, () -> behind(request, row, column)), behind -> {
                if (new Pointed(row, column).equals(pointed)) {
                    side.showCases(Text.of("report.screen.cases", cell, behind.cases.size()), behind.cases, behind.corrections, !column.isDerived());
                }
            }, refused -> {
                if (new Pointed(row, column).equals(pointed)) {
                    notice.refused(refused);
                }
            });
        }
    }

    private Behind behind(Request request, Row row, Column column) {
        return new Behind(statistics.reports().behind(request, row.key(), column.key(), MOST_CASES),
                statistics.reports().corrections(request).stream().filter(one -> one.cell().rowKey().equals(row.key())
                        && one.cell().columnKey().equals(column.key())).toList());
    }

    private record Behind(List<Listed> cases, List<ReportAdjust> corrections) {}

    private void correct(String typed, String reason) {
        Pointed here = pointed;
        Loaded now = loaded;
        if (here == null || now == null) {
            return;
        }
        Long delta = SidePane.number(here.column, typed);
        if (delta == null) {
            notice.refused(Text.of("report.refused.unreadable_delta", typed));
            return;
        }
        desk.background().run("kit.busy.saving", () -> statistics.reports().correct(now.report.request(), here.row.key(), here.column.key(), delta, reason),
                made -> load(), notice::refused);
    }

    private void showChanges() {
        if (loaded != null) {
            pointed = null;
            side.showDifferences(loaded.differences);
        }
    }

    private void bulletin() {
        Report report = inView();
        if (report != null) {
            pointed = null;
            desk.background().run("report.screen.counting", () -> statistics.publishing().bulletin(report), side::showBulletin, notice::refused);
        }
    }

    private void export(String ending) {
        Report report = inView();
        if (report == null) {
            return;
        }
        String name = Text.of("report.screen.file", report.layout().title(), report.request().period().from(), report.request().period().to(), ending);
        Optional<Path> file = desk.dialogs().save(Text.of("report.screen." + ending), name, new Kind(Text.of("report.screen." + ending), List.of("*." + ending)));
        file.ifPresent(chosen -> desk.background().run("report.screen.writing", () -> {
            statistics.publishing().write(report, chosen);
            return chosen;
        }, written -> notice.done(Text.of("report.screen.written", written)), notice::refused));
    }

    private void submit() {
        Loaded now = loaded;
        if (now != null && desk.dialogs().confirm(Text.of("report.screen.submit_question"), Text.of("report.screen.submit"))) {
            desk.background().run("kit.busy.saving", () -> statistics.submissions().submit(now.report.request(), null), submitted -> load(), notice::refused);
        }
    }

    @Override
    public String title() {
        return Text.of("app.page.report");
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        if (period.request() == null) {
            period.show(desk.month().get().of(desk.today().get()));
        } else {
            load();
        }
    }

    @Override
    public boolean mayLeave() {
        return true;
    }
}
