package cn.anlan.report.screen;

import cn.anlan.entry.Period;
import cn.anlan.entry.Text;
import cn.anlan.kit.DayPicker;
import cn.anlan.reference.Code;
import cn.anlan.reference.ReportMonth;
import cn.anlan.report.form.CaseFlow;
import cn.anlan.report.form.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Which report of which days, and by which day a case counts (统计条件). */
final class PeriodBar {
    private final ComboBox<Code> report = new ComboBox<>();
    private final DatePicker from = new DayPicker();
    private final DatePicker to = new DayPicker();
    private final ToggleButton byClosing = toggle("by_closing");
    private final ToggleButton byAcceptance = toggle("by_acceptance");
    private final FlowPane bar;
    private final Runnable changed;
    private boolean setting;

    /** What the bar needs to know: the reports there are, how the county counts its months, what day it is. */
    record Given(List<Code> reports, Supplier<ReportMonth> month, Supplier<LocalDate> today) {}

    private final Given given;

    PeriodBar(Given given, Runnable changed) {
        this.given = given;
        this.changed = changed;
        report.setId("report-code");
        report.setCellFactory(list -> new CodeCell());
        report.setButtonCell(new CodeCell());
        report.getItems().setAll(given.reports());
        report.getSelectionModel().select(0);
        report.valueProperty().addListener((all, old, now) -> tell());
        picker(from, "report-from");
        picker(to, "report-to");
        var group = new ToggleGroup();
        group.getToggles().setAll(byClosing, byAcceptance);
        byClosing.setSelected(true);
        group.selectedToggleProperty().addListener((all, old, now) -> {
            if (now == null && old != null) {
                old.setSelected(true);
            } else if (old != null) {
                tell();
            }
        });
        bar = new FlowPane(8, 6, report, row(quick("this_month", month -> month.of(given.today().get())),
                quick("last_month", month -> month.previous(month.of(given.today().get()))),
                quick("quarter", month -> month.quarter(given.today().get())), quick("year", month -> month.year(given.today().get()))),
                row(from, new Label(Text.of("report.screen.until")), to), row(byClosing, byAcceptance));
        bar.setAlignment(Pos.CENTER_LEFT);
    }

    private static HBox row(Node... parts) {
        var row = new HBox(4, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void picker(DatePicker picker, String id) {
        picker.setId(id);
        picker.setPrefWidth(132);
        picker.valueProperty().addListener((all, old, now) -> tell());
    }

    private static ToggleButton toggle(String key) {
        var button = new ToggleButton(Text.of("report.screen." + key));
        button.setId("report-" + key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Button quick(String key, Function<ReportMonth, Period> period) {
        var button = new Button(Text.of("report.screen." + key));
        button.setId("report-" + key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> show(period.apply(given.month().get())));
        return button;
    }

    FlowPane node() {
        return bar;
    }

    /** Takes these days and tells of it once. */
    void show(Period period) {
        setting = true;
        from.setValue(period.from());
        to.setValue(period.to());
        setting = false;
        tell();
    }

    private void tell() {
        if (!setting) {
            byClosing.setDisable(isFlow());
            byAcceptance.setDisable(isFlow());
            changed.run();
        }
    }

    /** A flow counts both days. */
    private boolean isFlow() {
        return report.getValue() != null && report.getValue().code().equals(CaseFlow.CODE);
    }

    /** What is wanted; null while no day is chosen. Throws {@link cn.anlan.entry.Refused} when the last day lies before the first. */
    @Nullable Request request() {
        if (from.getValue() == null || to.getValue() == null || report.getValue() == null) {
            return null;
        }
        return new Request(report.getValue().code(), new Period(from.getValue(), to.getValue()), byAcceptance.isSelected() && !isFlow());
    }

    /** A report by its title. */
    private static final class CodeCell extends ListCell<Code> {
        @Override
        protected void updateItem(@Nullable Code code, boolean empty) {
            super.updateItem(code, empty);
            setText(empty || code == null ? "" : Text.of("report.screen.code", code.code(), code.label()));
        }
    }
}
