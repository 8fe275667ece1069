package cn.anlan.mediation.screen.dossier;

import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Page;
import cn.anlan.kit.Style;
import cn.anlan.kit.form.Choices;
import cn.anlan.kit.form.PickBox;
import cn.anlan.mediation.dossier.Attachment;
import cn.anlan.mediation.dossier.Scan;
import cn.anlan.mediation.dossier.ScanFolder;
import cn.anlan.reference.Code;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The inbox (扫描收件箱): scans that did not say where they belong, one to be read, and the dispute it is assigned to. */
public final class InboxPage implements Page {
    /** Three lines of writing. */
    private static final double LINE = 76;

    private final Office office;
    private final Scans scans;
    private final NoticeBar notice = new NoticeBar();
    private final WatchedFolder folder;
    private final ListView<Scan> list = new ListView<>();
    private final PickBox dispute;
    private final ComboBox<Code> kind = new ComboBox<>();
    private final Button assign = Style.PRIMARY.on(new Button(Text.of("dossier.inbox.assign")));
    private final Button discard = button("discard", this::discard);
    private final ScanViewer viewer;
    private final BorderPane root = Style.PAGE.on(new BorderPane());

    public InboxPage(Office office, Scans scans) {
        this.office = office;
        this.scans = scans;
        dispute = new PickBox(new Choices(office, Map.of()).of(office.registers().of(Attachment.class).shape().field("dispute_id")));
        viewer = new ScanViewer(office, scans, list::requestFocus);
        folder = new WatchedFolder(office, "inbox");
        root.setId("page-scan");
        layOut();
        connect();
    }

    private void layOut() {
        dispute.setId("inbox-dispute");
        dispute.setPrefWidth(280);
        kind.setId("inbox-kind");
        kind.setPromptText(Text.of("dossier.inbox.kind"));
        kind.setConverter(new CodeLabels());
        assign.setId("inbox-assign");
        assign.setMinWidth(Region.USE_PREF_SIZE);
        list.setId("inbox");
        list.setCellFactory(view -> new Waiting());
        var empty = Style.EMPTY_STATE.on(new Label(Text.of("dossier.inbox.empty")));
        empty.setWrapText(true);
        empty.setMinHeight(Region.USE_PREF_SIZE);
        list.setPlaceholder(empty);
        list.setFixedCellSize(LINE);
        list.setPrefWidth(330);
        list.setMinWidth(260);
        var tools = Style.TOOL_BAR.on(new FlowPane(8, 6, button("read_now", this::readNow), button("add", this::add), folder.node()));
        tools.setAlignment(Pos.CENTER_LEFT);
        var form = Style.TOOL_BAR.on(new FlowPane(8, 6, new Label(Text.of("dossier.inbox.to")), dispute, kind, assign, discard));
        form.setAlignment(Pos.CENTER_LEFT);
        var right = new VBox(form, viewer.node());
        VBox.setVgrow(viewer.node(), Priority.ALWAYS);
        root.setTop(new VBox(tools, notice.node()));
        root.setLeft(list);
        root.setCenter(right);
    }

    private static Button button(String word, Runnable pressed) {
        return Buttons.words("inbox-" + word.replace('_', '-'), "dossier.inbox." + word, pressed);
    }

    private void connect() {
        list.getSelectionModel().selectedItemProperty().addListener((selected, before, now) -> show(now));
        assign.setOnAction(pressed -> assign());
        discard.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        assign.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull().or(kind.valueProperty().isNull()));
        root.setOnDragOver(drag -> {
            if (drag.getDragboard().hasFiles()) {
                drag.acceptTransferModes(TransferMode.COPY);
                drag.consume();
            }
        });
        root.setOnDragDropped(drag -> {
            take(drag.getDragboard().getFiles().stream().map(File::toPath).toList());
            drag.setDropCompleted(true);
            drag.consume();
        });
    }

    /** One line of the inbox. */
    private static final class Waiting extends ListCell<Scan> {
        @Override
        protected void updateItem(@Nullable Scan scan, boolean empty) {
            super.updateItem(scan, empty);
            setText(scan == null ? null : Text.of("dossier.inbox.line", scan.content().originalName(), scan.receivedAt().toString().replace('T', ' '),
                    Optional.ofNullable(scan.found()).orElse("")));
            setWrapText(true);
            setPrefWidth(0);
        }
    }

    /** Told by the watch, on its own thread, of what came in. */
    public void told(List<ScanFolder.Taken> news) {
        Platform.runLater(() -> {
            notice.told(String.join("\n", news.stream().map(ScanFolder.Taken::sentence).toList()));
            refresh();
        });
    }

    @Override
    public String title() {
        return office.registers().of(Scan.class).shape().label();
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        if (kind.getItems().isEmpty()) {
            kind.getItems().setAll(office.codes().choices("document_kind", LocalDate.now(office.clock())));
        }
        folder.refresh();
        refresh();
    }

    @Override
    public boolean mayLeave() {
        return true;
    }

    private void refresh() {
        office.background().run("kit.busy.loading", scans.intake()::waiting, waiting -> {
            Scan before = list.getSelectionModel().getSelectedItem();
            list.getItems().setAll(waiting);
            list.getSelectionModel().select(waiting.contains(before) ? before : waiting.isEmpty() ? null : waiting.get(0));
            if (waiting.isEmpty()) {
                show(null);
            }
        }, notice::refused);
    }

    private void show(@Nullable Scan scan) {
        Node shown = viewer.node();
        shown.setVisible(scan != null);
        if (scan != null) {
            viewer.show(scan.content().originalName(), scan.content().pages(), () -> scans.intake().content(scan));
        }
    }

    private void assign() {
        Scan scan = list.getSelectionModel().getSelectedItem();
        PickBox.Choice chosen = dispute.chosen();
        if (chosen == null) {
            notice.refused(Text.of("dossier.inbox.no_dispute"));
            dispute.input().requestFocus();
            return;
        }
        String paper = kind.getValue().code();
        office.background().run("kit.busy.saving", () -> scans.intake().assign(scan.id(), chosen.value(), paper), attachment -> {
            notice.done(Text.of("dossier.inbox.assigned", scan.content().originalName(), chosen.label(), kind.getValue().label()));
            refresh();
        }, notice::refused);
    }

    private void discard() {
        Scan scan = list.getSelectionModel().getSelectedItem();
        if (scan != null) {
            notice.ask(Text.of("dossier.inbox.why_discard", scan.content().originalName()), Text.of("dossier.inbox.discard"),
                    reason -> office.background().run("kit.busy.saving", () -> office.registers().of(Scan.class).annul(scan.id(), reason),
                            gone -> refresh(), notice::refused));
        }
    }

    private void readNow() {
        String watched = folder.path();
        if (watched.isEmpty()) {
            notice.refused(Text.of("dossier.inbox.no_folder_yet"));
        } else {
            office.background().run("dossier.busy", () -> new ScanFolder(scans.intake(), true).once(Path.of(watched)), news -> {
                notice.told(news.isEmpty() ? Text.of("dossier.inbox.nothing") : String.join("\n", news.stream().map(ScanFolder.Taken::sentence).toList()));
                refresh();
            }, notice::refused);
        }
    }

    private void add() {
        office.dialogs().open(Text.of("dossier.inbox.add"), Scans.files()).ifPresent(file -> take(List.of(file)));
    }

    private void take(List<Path> files) {
        office.background().run("dossier.busy", () -> files.stream().map(file -> scans.intake().take(scans.intake().look(file, true)).sentence()).toList(),
                sentences -> {
                    notice.done(String.join("\n", sentences));
                    refresh();
                }, refused -> {
                    notice.refused(refused);
                    refresh();
                });
    }
}
