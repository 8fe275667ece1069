package cn.anlan.paper.screen;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.Dialogs.Kind;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.kit.Underway;
import cn.anlan.kit.register.RegisterPage;
import cn.anlan.paper.FaultReport;
import cn.anlan.paper.SheetFault;
import cn.anlan.paper.SheetImport;
import cn.anlan.paper.SheetImport.Checked;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A sheet on its way into a register (导入): what is wrong with which row is shown first, then the good rows land at once, or none. */
final class ImportPane<E extends Entry> {
    /** What a cell leaves free beside its words. */
    private static final double BESIDE = 20;

    private final Office office;
    private final SheetImport sheets;
    private final RegisterPage<E> page;
    private final Underway working;
    private final NoticeBar notice = new NoticeBar();
    private final Label summary = new Label();
    private final Label unknown = Style.QUIET.on(new Label());
    private final TableView<SheetFault> faults = new TableView<>();
    private final TextField reason = new TextField();
    private final Button land = button("land", this::land);
    private final Button report = button("report", this::report);
    private final Button close = button("close", this::close);
    private final VBox root;
    private @Nullable Path file;
    private @Nullable Checked<E> checked;

    ImportPane(Office office, SheetImport sheets, RegisterPage<E> page) {
        this.office = office;
        this.sheets = sheets;
        this.page = page;
        working = new Underway(office.background());
        summary.setId("import-summary");
        summary.setWrapText(true);
        unknown.setId("import-unknown");
        unknown.setWrapText(true);
        reason.setId("import-reason");
        reason.setPromptText(Text.of("paper.import.reason"));
        reason.setPrefColumnCount(22);
        reason.textProperty().addListener((all, before, now) -> settle());
        working.working().addListener((all, before, now) -> settle());
        Style.PRIMARY.on(land);
        layFaults();
        var title = Style.SECTION_TITLE.on(new Label(Text.of("paper.import.title", page.register().shape().label())));
        var tools = new HBox(8, reason, land, report, close);
        tools.setAlignment(Pos.CENTER_LEFT);
        root = Style.STEP_FORM.on(new VBox(10, title, working.node(), notice.node(), summary, unknown, faults, tools));
        root.setId("import-pane");
        settle();
    }

    private static Button button(String id, Runnable pressed) {
        return Buttons.words("import-" + id, "paper.import." + id, pressed);
    }

    private void layFaults() {
        faults.setId("import-faults");
        faults.setPlaceholder(new Label(""));
        faults.getColumns().setAll(List.of(column("row", 56, fault -> fault.row() + fault.letter()), column("field", 110, SheetFault::field),
                column("level", 60, fault -> Text.of(fault.soft() ? "paper.faults.warning" : "paper.faults.error")), column("sentence", 330, SheetFault::sentence),
                column("original", 140, SheetFault::original)));
        VBox.setVgrow(faults, Priority.ALWAYS);
    }

    private static TableColumn<SheetFault, String> column(String id, double width, Function<SheetFault, String> value) {
        var column = new TableColumn<SheetFault, String>(Text.of("paper.faults." + id));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setCellFactory(all -> new Wrapped());
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    /** A cell that shows all of its words, in as many lines as they need. */
    private static final class Wrapped extends TableCell<SheetFault, String> {
        private final javafx.scene.text.Text words = new javafx.scene.text.Text();

        Wrapped() {
            words.wrappingWidthProperty().bind(widthProperty().subtract(BESIDE));
            setGraphic(words);
        }

        @Override
        protected void updateItem(@Nullable String shown, boolean nothing) {
            super.updateItem(shown, nothing);
            words.setText(nothing || shown == null ? "" : shown);
        }
    }

    /** Reads a sheet and shows what is wrong with it; nothing lands yet. */
    void check(Path sheet) {
        file = sheet;
        page.setCover(root);
        summary.setText(Text.of("paper.import.checking", sheet.getFileName()));
        working.run("paper.import.busy_checking", progress -> sheets.check(page.register(), sheet, progress), this::show, this::refused);
    }

    private void show(Checked<E> found) {
        checked = found;
        summary.setText(Text.of("paper.import.found", found.rows(), found.clean().size(), found.doubtful().size(), found.bad()));
        unknown.setText(found.unknown().isEmpty() ? "" : Text.of("paper.import.unknown", String.join(Text.of("paper.comma"), found.unknown())));
        faults.getItems().setAll(found.faults());
        settle();
    }

    private void refused(Refused refused) {
        notice.refused(refused);
        if (checked == null) {
            summary.setText("");
        }
    }

    /** Lets the buttons say what can be done. */
    private void settle() {
        Checked<E> here = checked;
        boolean busy = working.working().get();
        int landing = here == null ? 0 : here.clean().size() + (reason.getText().isBlank() ? 0 : here.doubtful().size());
        visible(reason, here != null && !here.doubtful().isEmpty());
        land.setText(Text.of("paper.import.land", landing));
        land.setDisable(busy || landing == 0);
        report.setDisable(busy || here == null || here.faults().isEmpty());
        close.setDisable(busy);
    }

    private static void visible(Region part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
    }

    private void land() {
        Checked<E> here = checked;
        if (here != null) {
            String why = reason.getText().strip();
            working.run("paper.import.busy_landing", progress -> sheets.land(here, why, progress), this::landed, this::refused);
        }
    }

    private void landed(int rows) {
        Checked<E> here = checked;
        checked = null;
        settle();
        page.reopen();
        String told = working.told(Text.of("paper.import.landed", rows));
        if (here != null && here.rows() == rows) {
            close();
            page.notice().done(told);
        } else {
            notice.done(told);
        }
    }

    private void report() {
        Checked<E> here = checked;
        Path source = file;
        if (here != null && source != null) {
            String name = Text.of("paper.import.report_name", source.getFileName());
            office.dialogs().save(Text.of("paper.import.report"), name, new Kind(Text.of("paper.sheet.kind_out"), List.of("*.xlsx")))
                    .ifPresent(out -> working.run("kit.busy.saving", progress -> {
                        FaultReport.write(source, page.register().shape(), here.faults(), out);
                        return out;
                    }, written -> notice.done(Text.of("paper.sheet.written", written)), this::refused));
        }
    }

    private void close() {
        page.setCover(null);
    }
}
