package cn.anlan.exchange.screen;

import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.exchange.Bundles;
import cn.anlan.exchange.Bundles.Enclosing;
import cn.anlan.exchange.Bundles.Preview;
import cn.anlan.exchange.Bundles.Sealed;
import cn.anlan.exchange.Finding;
import cn.anlan.exchange.Verifier;
import cn.anlan.kit.Background;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.DayPicker;
import cn.anlan.kit.Dialogs;
import cn.anlan.kit.Dialogs.Kind;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Page;
import cn.anlan.kit.Underway;
import cn.anlan.reference.ReportMonth;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Reporting to the county (上报): choose the period, check, see what goes, seal one file; and what went before. */
public final class ExportPage implements Page {
    private static final int KIB = 1024;
    private static final int SENTENCES = 4;

    private final Bundles bundles;
    private final Desk desk;
    private final VBox root = new VBox(10);
    private final DatePicker from = new DayPicker();
    private final DatePicker to = new DayPicker();
    private final FindingList findings;
    private final TableView<Preview> preview = new TableView<>();
    private final TextField folder = new TextField();
    private final ComboBox<Enclosing> enclosing = new ComboBox<>();
    private final Underway sealing;
    private final NoticeBar notice = new NoticeBar();
    private final LedgerTable ledger = new LedgerTable();

    /**
     * What the page works with.
     *
     * @param month how this county counts its months
     * @param today a civil date in Asia/Shanghai
     * @param open shows the entry of a register
     */
    public record Desk(Background background, Dialogs dialogs, Supplier<ReportMonth> month, Supplier<LocalDate> today, BiConsumer<String, String> open) {}

    public ExportPage(Bundles bundles, Desk desk) {
        this.bundles = bundles;
        this.desk = desk;
        sealing = new Underway(desk.background());
        findings = new FindingList(desk.open());
        root.setId("page-export");
        root.getStyleClass().add("plain-page");
        VBox.setVgrow(ledger.node(), Priority.SOMETIMES);
        ledger.node().setMinHeight(120);
        ledger.node().setPrefHeight(190);
        root.getChildren().setAll(periodBar(), contents(), sealBar(), notice.node(), ledgerBar(), ledger.node());
    }

    private HBox periodBar() {
        from.setId("export-from");
        to.setId("export-to");
        from.valueProperty().addListener((all, before, now) -> unchecked());
        to.valueProperty().addListener((all, before, now) -> unchecked());
        Button check = button("check", this::check);
        check.disableProperty().bind(sealing.working().or(Bindings.isNull(from.valueProperty())).or(Bindings.isNull(to.valueProperty())));
        return bar(heading("period"), button("before", () -> show(desk.month().get().before(period()))), from, new Label(Text.of("exchange.screen.until")), to,
                button("after", () -> show(desk.month().get().after(period()))), check);
    }

    private HBox contents() {
        preview.setId("export-preview");
        preview.setPlaceholder(new Label(""));
        preview.getColumns().setAll(List.of(column("register", 150, Preview::label), column("live", 90, line -> String.valueOf(line.live())),
                column("in_period", 90, line -> String.valueOf(line.inPeriod()))));
        preview.setPrefWidth(360);
        preview.setMinWidth(360);
        VBox.setVgrow(preview, Priority.ALWAYS);
        HBox.setHgrow(findings.node(), Priority.ALWAYS);
        var contents = new HBox(18, findings.node(), new VBox(6, heading("contents"), preview));
        contents.setMinHeight(160);
        VBox.setVgrow(contents, Priority.ALWAYS);
        return contents;
    }

    private static TableColumn<Preview, String> column(String key, double width, Function<Preview, String> value) {
        var column = new TableColumn<Preview, String>(Text.of("exchange.screen.preview." + key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private HBox sealBar() {
        folder.setId("export-folder");
        folder.setPromptText(Text.of("exchange.screen.folder_prompt"));
        folder.setPrefColumnCount(28);
        Button seal = button("seal", this::seal);
        seal.getStyleClass().add("accent");
        seal.disableProperty().bind(sealing.working().or(findings.allowed().not()).or(folder.textProperty().isEmpty()));
        enclosing.setId("export-enclosing");
        enclosing.getItems().setAll(Enclosing.values());
        enclosing.setConverter(new EnclosingLabels());
        enclosing.setValue(Enclosing.NONE);
        enclosing.setTooltip(new Tooltip(Text.of("exchange.enclosing.hint")));
        var which = new Label(Text.of("exchange.enclosing"));
        which.setLabelFor(enclosing);
        which.setMinWidth(Region.USE_PREF_SIZE);
        return bar(heading("seal_into"), folder, button("choose", () -> desk.dialogs().folder(Text.of("exchange.screen.folder_prompt"))
                .ifPresent(chosen -> folder.setText(chosen.toString()))), which, enclosing, seal, sealing.node());
    }

    private HBox ledgerBar() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return bar(heading("ledger"), space, button("verify", this::verify));
    }

    private static HBox bar(Node... parts) {
        var bar = new HBox(8, parts);
        bar.getStyleClass().add("export-bar");
        return bar;
    }

    private static Label heading(String key) {
        var heading = new Label(Text.of("exchange.screen." + key));
        heading.getStyleClass().add("home-heading");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        return heading;
    }

    private static Button button(String key, Runnable action) {
        return Buttons.words("export-" + key, "exchange.screen." + key, action);
    }

    /** The chosen days; today's month while one is not filled. */
    private Period period() {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        return first == null || last == null ? desk.month().get().of(desk.today().get()) : new Period(first, last);
    }

    private void show(Period period) {
        from.setValue(period.from());
        to.setValue(period.to());
    }

    private void unchecked() {
        findings.clear();
        preview.getItems().clear();
        notice.clear();
    }

    private void check() {
        guarded(() -> {
            Period period = period();
            sealing.run("exchange.screen.checking", progress -> new Checked(bundles.preflight(period, progress), bundles.preview(period)), checked -> {
                findings.show(checked.found());
                preview.getItems().setAll(checked.preview());
            }, this::refused);
        });
    }

    private record Checked(List<Finding> found, List<Preview> preview) {}

    private void seal() {
        guarded(() -> {
            Period period = period();
            Path target = Path.of(folder.getText().strip());
            Enclosing wanted = enclosing.getValue();
            sealing.run("exchange.screen.sealing", progress -> told(bundles.seal(period, target, wanted, progress)), told -> {
                notice.done(sealing.told(told));
                readLedger();
            }, this::refused);
        });
    }

    /** A period that ends before it begins is told like any other refusal. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (Refused refused) {
            notice.refused(refused);
        }
    }

    private static String told(Sealed sealed) {
        long kib = Math.max(1, sealed.file().toFile().length() / KIB);
        String files = sealed.enclosed() == 0 ? "" : Text.of("exchange.screen.enclosed", sealed.enclosed());
        return files + Text.of("exchange.screen.sealed", sealed.file().getFileName(), kib, LedgerTable.records(sealed.line()),
                sealed.line().content().innerSha256().substring(0, LedgerTable.SHORT));
    }

    /** Which files travel along, in words. */
    private static final class EnclosingLabels extends StringConverter<Enclosing> {
        @Override
        public String toString(@Nullable Enclosing one) {
            return one == null ? "" : Text.of("exchange.enclosing." + one);
        }

        @Override
        public Enclosing fromString(String label) {
            return Arrays.stream(Enclosing.values()).filter(one -> toString(one).equals(label)).findFirst().orElse(Enclosing.NONE);
        }
    }

    private void refused(Refused refused) {
        notice.refused(clipped(String.valueOf(refused.getMessage()).lines().toList()));
    }

    /** So many sentences as leave room for the rest of the page. */
    private static String clipped(List<String> sentences) {
        String first = String.join("\n", sentences.stream().limit(SENTENCES).toList());
        return sentences.size() <= SENTENCES ? first : Text.of("exchange.screen.more", first, sentences.size());
    }

    private void verify() {
        var kind = new Kind(Text.of("exchange.screen.bundle"), List.of("*.zhb"));
        desk.dialogs().open(Text.of("exchange.screen.verify"), kind).ifPresent(this::verify);
    }

    /** Says whether a file is whole, and what is wrong with it if not. */
    public void verify(Path file) {
        desk.background().run("exchange.screen.verifying", () -> Verifier.verify(file), found -> verified(file, found));
    }

    private void verified(Path file, List<Finding> found) {
        if (found.isEmpty()) {
            notice.done(Text.of("exchange.screen.whole", file.getFileName()));
        } else {
            notice.refused(Text.of("exchange.screen.broken", file.getFileName(), clipped(found.stream().map(Finding::sentence).toList())));
        }
    }

    private void readLedger() {
        desk.background().run("kit.busy.loading", bundles::ledger, ledger::show);
    }

    @Override
    public String title() {
        return Text.of("exchange.screen.title");
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        if (from.getValue() == null) {
            show(period());
        }
        readLedger();
    }

    @Override
    public boolean mayLeave() {
        return true;
    }
}
