package cn.anlan.kit;

import cn.anlan.entry.Period;
import cn.anlan.entry.Text;
import cn.anlan.reference.ReportMonth;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** From which day to which (起止日期): two days, and the periods the county counts by at one press. */
public final class PeriodBox {

    private final String room;
    private final Supplier<ReportMonth> month;
    private final Runnable changed;
    private final DatePicker from;
    private final DatePicker to;
    private final HBox box;
    private boolean setting;

    /**
     * An empty one.
     *
     * @param room what its parts' names begin with, e.g. {@code report} for {@code report-from}
     * @param month how this county counts its months, at hand without asking the store
     * @param today a civil date in Asia/Shanghai
     * @param changed told of every other period
     */
    public PeriodBox(String room, Supplier<ReportMonth> month, Supplier<LocalDate> today, Runnable changed) {
        this.room = room;
        this.month = month;
        this.changed = changed;
        from = picker("from");
        to = picker("to");
        box = new HBox(4, quick("this_month", counted -> counted.of(today.get())),
                quick("last_month", counted -> counted.previous(counted.of(today.get()))),
                quick("quarter", counted -> counted.quarter(today.get())), quick("year", counted -> counted.year(today.get())),
                from, new Label(Text.of("kit.period.until")), to);
        box.setAlignment(Pos.CENTER_LEFT);
    }

    private DatePicker picker(String part) {
        var picker = new DayPicker();
        picker.setId(room + "-" + part);
        picker.valueProperty().addListener((all, old, now) -> tell());
        return picker;
    }

    private Button quick(String key, Function<ReportMonth, Period> period) {
        var button = new Button(Text.of("kit.period." + key));
        button.setId(room + "-" + key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> show(period.apply(month.get())));
        return button;
    }

    public HBox node() {
        return box;
    }

    /** Takes these days and tells of it once. */
    public void show(Period period) {
        setting = true;
        from.setValue(period.from());
        to.setValue(period.to());
        setting = false;
        tell();
    }

    private void tell() {
        if (!setting) {
            changed.run();
        }
    }

    /** The days; null while one is missing. Throws {@link cn.anlan.entry.Refused} when the last lies before the first. */
    public @Nullable Period period() {
        return from.getValue() == null || to.getValue() == null ? null : new Period(from.getValue(), to.getValue());
    }
}
