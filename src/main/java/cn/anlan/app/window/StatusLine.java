package cn.anlan.app.window;

import cn.anlan.entry.Period;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The line below everything (状态栏): whether what was typed is safe on disk, where that is, and which period is open. */
final class StatusLine {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final Duration GLANCE = Duration.millis(300);

    private final Background background;
    private final LongSupplier commits;
    private final Clock clock;
    private final Label saved = new Label(Text.of("app.status.ready"));
    private final Label selected = new Label();
    private final Label period = new Label();
    private final Button refusal = new Button();
    private final Timeline glancing;
    private final HBox root;
    private long seen;
    private String standing = Text.of("app.status.ready");

    /** {@code commits} counts the writes that reached the disk; {@code help} opens the manual. */
    StatusLine(Background background, LongSupplier commits, Path folder, Clock clock, Runnable help) {
        this.background = background;
        this.commits = commits;
        this.clock = clock;
        this.seen = commits.getAsLong();
        saved.setId("status-saved");
        selected.setId("status-selected");
        period.setId("status-period");
        refusal.setId("status-refusal");
        refusal.getStyleClass().add("status-refusal");
        refusal.setOnAction(pressed -> refuse(""));
        refusal.setMinWidth(0);
        var store = new Label(Text.of("app.status.store", folder));
        store.getStyleClass().add("status-store");
        store.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        store.setMinWidth(0);
        List.of(saved, selected, period).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var manual = new Hyperlink(Text.of("app.status.help"));
        manual.setId("status-help");
        manual.setFocusTraversable(false);
        manual.setMinWidth(Region.USE_PREF_SIZE);
        manual.setOnAction(pressed -> help.run());
        root = new HBox(saved, refusal, space, selected, period, store, manual);
        root.getStyleClass().add("status-line");
        glancing = new Timeline(new KeyFrame(GLANCE, due -> glance()));
        glancing.setCycleCount(Animation.INDEFINITE);
        glancing.play();
        background.setOnRefused(this::refuse);
        refuse("");
    }

    Parent node() {
        return root;
    }

    /** Looks whether anything was written since; the store counts its commits, so no page can forget to tell. */
    private void glance() {
        long now = commits.getAsLong();
        String busy = background.busyProperty().get();
        if (now != seen && busy.isEmpty()) {
            seen = now;
            standing = Text.of("app.status.saved", MINUTE.format(LocalTime.now(clock)));
        }
        saved.setText(busy.isEmpty() ? standing : busy);
    }

    /** Shows in red what was not done, until the clerk has clicked it away. */
    private void refuse(Refused refused) {
        refuse(String.valueOf(refused.getMessage()));
    }

    private void refuse(String sentence) {
        refusal.setText(sentence.replace('\n', ' '));
        refusal.setVisible(!sentence.isEmpty());
        refusal.setManaged(!sentence.isEmpty());
    }

    void showPeriod(Period open) {
        period.setText(Text.of("app.status.period", open.from(), open.to()));
    }

    /** Tells how many rows of this list are selected, when there are several. */
    void watch(ObservableList<Integer> rows) {
        selected.textProperty().unbind();
        selected.textProperty().bind(Bindings.createStringBinding(() -> rows.size() > 1 ? Text.of("app.status.selected", rows.size()) : "", rows));
    }

    void stop() {
        glancing.stop();
    }
}
