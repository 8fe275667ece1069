package cn.anlan.report.screen;

import cn.anlan.entry.Period;
import cn.anlan.entry.Text;
import cn.anlan.kit.PeriodBox;
import cn.anlan.reference.Code;
import cn.anlan.reference.ReportMonth;
import cn.anlan.report.form.CaseFlow;
import cn.anlan.report.form.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
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
    private final PeriodBox days;
    private final ToggleButton byClosing = toggle("by_closing");
    private final ToggleButton byAcceptance = toggle("by_acceptance");
    private final FlowPane bar;
    private final Runnable changed;

    /** What the bar needs to know: the reports there are, how the county counts its months, what day it is. */
    record Given(List<Code> reports, Supplier<ReportMonth> month, Supplier<LocalDate> today) {}

    PeriodBar(Given given, Runnable changed) {
        this.changed = changed;
        days = new PeriodBox("report", given.month(), given.today(), this::tell);
        report.setId("report-code");
        report.setCellFactory(list -> new CodeCell());
        report.setButtonCell(new CodeCell());
        report.getItems().setAll(given.reports());
        report.getSelectionModel().select(0);
        report.valueProperty().addListener((all, old, now) -> tell());
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
        var counted = new HBox(4, byClosing, byAcceptance);
        counted.setAlignment(Pos.CENTER_LEFT);
        bar = new FlowPane(8, 6, report, days.node(), counted);
        bar.setAlignment(Pos.CENTER_LEFT);
    }

    private static ToggleButton toggle(String key) {
        var button = new ToggleButton(Text.of("report.screen." + key));
        button.setId("report-" + key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    FlowPane node() {
        return bar;
    }

    /** Takes these days and tells of it once. */
    void show(Period period) {
        days.show(period);
    }

    private void tell() {
        byClosing.setDisable(isFlow());
        byAcceptance.setDisable(isFlow());
        changed.run();
    }

    /** A flow counts both days. */
    private boolean isFlow() {
        return report.getValue() != null && report.getValue().code().equals(CaseFlow.CODE);
    }

    /** What is wanted; null while no day is chosen. Throws {@link cn.anlan.entry.Refused} when the last day lies before the first. */
    @Nullable Request request() {
        Period period = days.period();
        return period == null || report.getValue() == null ? null : new Request(report.getValue().code(), period, byAcceptance.isSelected() && !isFlow());
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
