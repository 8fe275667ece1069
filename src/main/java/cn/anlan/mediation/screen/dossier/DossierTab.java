package cn.anlan.mediation.screen.dossier;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.dossier.Attachment;
import cn.anlan.mediation.dossier.Checklist;
import cn.anlan.mediation.dossier.Checklist.Line;
import cn.anlan.mediation.dossier.Dossiers;
import cn.anlan.mediation.screen.CaseTab;
import cn.anlan.reference.Code;
import cn.anlan.store.Journal.Action;
import cn.anlan.store.Journal.Subject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The tab 文书与卷宗 of the case page: which papers the dossier needs and how far each has come, the scans, the shelf. */
public final class DossierTab implements CaseTab {
    private static final double SCANS_HEIGHT = 190;

    private final Office office;
    private final Scans scans;
    private final NoticeBar notice = new NoticeBar();
    private final FlowPane tools = Style.TOOL_BAR.on(new FlowPane(8, 6));
    private final Label sum = new Label();
    private final CheckBox smaller = new CheckBox(Text.of("dossier.smaller"));
    private final MenuButton more = new MenuButton(Text.of("dossier.more"));
    private final Button bind = new Button(Text.of("dossier.bind"));
    private final FlowPane missing = new FlowPane(6, 0);
    private final VBox rows = new VBox();
    private final ScrollPane list = new ScrollPane(rows);
    private final ScanStrip strip;
    private final ShelfBar shelf;
    private final ScanViewer viewer;
    private final Preview preview;
    private final ComboBox<Code> refile = new ComboBox<>();
    private final BorderPane checklist = new BorderPane();
    private final StackPane root = new StackPane(checklist);
    private Runnable onMoved = () -> {};
    private @Nullable Dispute dispute;
    private long asked;

    public DossierTab(Office office, Scans scans) {
        this.office = office;
        this.scans = scans;
        root.setId("dossier");
        strip = new ScanStrip(office, scans, files -> take(null, files), this::read);
        shelf = new ShelfBar(office, scans, notice, () -> onMoved.run());
        viewer = new ScanViewer(office, scans, this::closeViewer);
        preview = new Preview(office, scans, viewer, notice, new Preview.Surroundings() {
            @Override
            public void front() {
                openViewer();
            }

            @Override
            public void printed() {
                refresh();
            }
        });
        layOut();
    }

    private void layOut() {
        smaller.setId("smaller");
        smaller.setSelected(true);
        sum.setId("dossier-sum");
        missing.setId("dossier-missing");
        more.setId("more-papers");
        tools.setAlignment(Pos.CENTER_LEFT);
        var number = new Button(Text.of("dossier.number_all"));
        number.setId("number-all");
        number.setOnAction(pressed -> change(id -> scans.dossiers().numberAll(id)));
        var printed = new Button(Text.of("dossier.all_printed"));
        printed.setId("all-printed");
        printed.setOnAction(pressed -> change(id -> {
            scans.dossiers().printMissing(id);
            return id;
        }));
        bind.setId("bind");
        bind.setOnAction(pressed -> {
            Dispute here = dispute;
            if (here != null) {
                preview.dossier(here.id());
            }
        });
        tools.getChildren().setAll(printed, number, more, bind, smaller, sum);
        list.setFitToWidth(true);
        rows.setId("papers");
        var top = new VBox(notice.node(), preview.progress(), tools, missing);
        top.setMinHeight(Region.USE_PREF_SIZE);
        checklist.setTop(top);
        checklist.setCenter(list);
        var scanned = new ScrollPane(strip.node());
        scanned.setFitToWidth(true);
        scanned.setMaxHeight(SCANS_HEIGHT);
        checklist.setBottom(new VBox(scanned, shelf.node()));
        refile.setId("refile");
        refile.setConverter(new CodeLabels());
    }

    /** Who is told that the dispute went on the shelf or was taken down. */
    public void onMoved(Runnable told) {
        onMoved = told;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(@Nullable Dispute shown) {
        boolean other = dispute == null || shown == null || !dispute.id().equals(shown.id());
        dispute = shown;
        closeViewer();
        if (other) {
            notice.clear();
            rows.getChildren().clear();
        }
        refresh();
    }

    /** What the tab shows of one dispute. */
    private record View(Dispute dispute, List<Line> lines, List<Attachment> attachments, String retention) {}

    private void refresh() {
        Dispute here = dispute;
        long ticket = ++asked;
        if (here != null) {
            office.background().run("kit.busy.loading", () -> {
                Dispute now = office.registers().of(Dispute.class).get(here.id());
                var papers = scans.dossiers().checklist();
                return new View(now, papers.of(now), scans.dossiers().attachments(now.id()), papers.proposedRetention(now));
            }, view -> {
                if (ticket == asked) {
                    paint(view);
                }
            }, notice::refused);
        }
    }

    private void paint(View view) {
        boolean locked = Dossiers.isArchived(view.dispute) || view.dispute.voidReason() != null;
        List<Line> lacking = view.lines.stream().filter(Line::isMissing).toList();
        tools.getChildren().forEach(tool -> tool.setDisable(locked && tool != sum && tool != bind));
        sum.setText(Text.of(lacking.isEmpty() ? "dossier.sum_complete" : "dossier.sum", lacking.size(), Checklist.pages(view.lines), view.attachments.size()));
        Style.OVERDUE.set(sum, !lacking.isEmpty());
        missing.getChildren().setAll(lacking.stream().map(this::jump).toList());
        missing.setManaged(!lacking.isEmpty());
        rows.getChildren().setAll(view.lines.stream().map(line -> row(line, locked)).toList());
        more.getItems().setAll(office.codes().choices("document_kind", LocalDate.now(office.clock())).stream()
                .filter(kind -> view.lines.stream().noneMatch(line -> line.kind().equals(kind.code()))).map(this::addition).toList());
        strip.show(view.attachments, locked);
        shelf.show(view.dispute, lacking.size(), view.retention);
    }

    private Node row(Line line, boolean locked) {
        return new DocumentRow(line, office.codes().label("document_state", line.state()), locked, actions()).node();
    }

    private MenuItem addition(Code kind) {
        var item = new MenuItem(kind.label());
        item.setOnAction(chosen -> mark(kind.code(), "1", null));
        return item;
    }

    /** What is missing, each a way to its row. */
    private Hyperlink jump(Line line) {
        var link = new Hyperlink(Text.of("dossier.jump", line.label()));
        link.setId("missing-" + line.kind());
        link.setOnAction(pressed -> jump(line.kind()));
        return link;
    }

    @Override
    public boolean come(String place) {
        return place.startsWith(Checklist.FIELD) && jump(place.substring(Checklist.FIELD.length()));
    }

    /** Brings the row of a paper into sight; false when there is none. */
    private boolean jump(String kind) {
        Node row = rows.lookup("#document-" + kind);
        if (row != null) {
            double height = Math.max(1, rows.getHeight() - list.getViewportBounds().getHeight());
            list.setVvalue(Math.clamp(row.getBoundsInParent().getMinY() / height, 0, 1));
            Node first = row.lookup(".button");
            if (first != null) {
                Platform.runLater(first::requestFocus);
            }
        }
        return row != null;
    }

    private DocumentRow.Actions actions() {
        return new DocumentRow.Actions() {
            @Override
            public void mark(Line line, String state) {
                if (state.equals("9")) {
                    notice.ask(Text.of("dossier.why_not", line.label()), Text.of("dossier.button.not_applicable"),
                            reason -> DossierTab.this.mark(line.kind(), state, reason));
                } else {
                    DossierTab.this.mark(line.kind(), state, null);
                }
            }

            @Override
            public void number(Line line, @Nullable Integer from, @Nullable Integer to) {
                change(id -> scans.dossiers().number(id, line.kind(), from, to));
            }

            @Override
            public void choose(Line line) {
                office.dialogs().open(Text.of("dossier.choose", line.label()), Scans.files()).ifPresent(file -> take(line.kind(), List.of(file)));
            }

            @Override
            public void print(Line line) {
                Dispute here = dispute;
                if (here != null) {
                    preview.form(here.id(), line.kind());
                }
            }

            @Override
            public void take(@Nullable String kind, List<Path> files) {
                DossierTab.this.take(kind, files);
            }

            @Override
            public void wrongPages(Line line) {
                notice.refused(Text.of("dossier.wrong_pages", line.label()));
            }
        };
    }

    private void mark(String kind, String state, @Nullable String reason) {
        change(id -> {
            scans.dossiers().mark(id, List.of(kind), state, reason);
            return id;
        });
    }

    /** Something done with the dispute's dossier, away from the painting thread. */
    @FunctionalInterface
    private interface Work {
        Object with(String disputeId);
    }

    private void change(Work work) {
        Dispute here = dispute;
        if (here != null) {
            notice.clear();
            run(() -> work.with(here.id()));
        }
    }

    private void run(Callable<Object> work) {
        office.background().run("kit.busy.saving", work, done -> refresh(), this::refused);
    }

    private void refused(Refused refused) {
        notice.refused(refused);
        refresh();
    }

    private void take(@Nullable String kind, List<Path> files) {
        Dispute here = dispute;
        boolean small = smaller.isSelected();
        if (here != null) {
            office.background().run("dossier.busy", () -> scans.take(here.id(), files, kind, small), sentences -> {
                notice.done(String.join("\n", sentences));
                refresh();
            }, this::refused);
        }
    }

    private void read(Attachment attachment) {
        Dispute here = dispute;
        boolean locked = here == null || Dossiers.isArchived(here);
        List<Code> kinds = office.codes().choices("document_kind", LocalDate.now(office.clock()));
        refile.setOnAction(null);
        refile.getItems().setAll(kinds);
        refile.setValue(kinds.stream().filter(kind -> kind.code().equals(attachment.kind())).findFirst().orElse(null));
        refile.setOnAction(chosen -> done(() -> scans.dossiers().refile(attachment, refile.getValue().code())));
        refile.setDisable(locked);
        var out = new Button(Text.of("dossier.button.detach"));
        out.setId("scan-detach");
        out.setDisable(locked);
        out.setOnAction(pressed -> viewer.notice().ask(Text.of("dossier.why_detach"), out.getText(), reason -> done(() -> {
            scans.dossiers().detach(attachment, reason);
            return attachment;
        })));
        openViewer();
        viewer.show(attachment.content().originalName(), attachment.content().pages(), () -> revealed(attachment), refile, out);
    }

    /** The bytes of a scan; that somebody looked is noted, for scans show what lists mask. */
    private byte[] revealed(Attachment attachment) {
        byte[] content = scans.dossiers().content(attachment);
        office.journal().note(Action.REVEAL, Subject.of("attachment", attachment), Text.of("dossier.read"));
        return content;
    }

    private void done(Callable<Object> work) {
        closeViewer();
        run(work);
    }

    private void openViewer() {
        checklist.setVisible(false);
        root.getChildren().setAll(checklist, viewer.node());
    }

    private void closeViewer() {
        checklist.setVisible(true);
        root.getChildren().setAll(checklist);
    }
}
