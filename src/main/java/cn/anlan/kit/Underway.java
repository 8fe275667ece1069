package cn.anlan.kit;

import cn.anlan.entry.Progress;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Long work under way on a page (进度条): how far it is, and the button that stops it. Takes no room while there is none. */
public final class Underway {
    private static final double WIDTH = 220;

    private final Background background;
    private final PauseTransition patience;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label count = new Label();
    private final Button cancel = new Button(Text.of("kit.cancel"));
    private final HBox box = new HBox(10, bar, count, cancel);
    private final SimpleBooleanProperty working = new SimpleBooleanProperty();
    private @Nullable Job present;
    private boolean late;

    public Underway(Background background) {
        this(background, Duration.ZERO);
    }

    /** The same, seen only when the work takes longer than that. */
    public Underway(Background background, Duration patience) {
        this.background = background;
        this.patience = new PauseTransition(patience);
        this.patience.setOnFinished(over -> show(working.get()));
        bar.setPrefWidth(WIDTH);
        count.setId("underway-count");
        cancel.setId("underway-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(pressed -> stop());
        box.setAlignment(Pos.CENTER_LEFT);
        show(false);
    }

    public HBox node() {
        return box;
    }

    /** Whether something is under way here. */
    public BooleanExpression working() {
        return working;
    }

    /** Does {@code work} elsewhere and gives its result to {@code onFx}; what it does not do because it was cancelled it says by a refusal. */
    public <T> void run(String whatKey, Function<Progress, T> work, Consumer<T> onFx, Consumer<Refused> refusal) {
        var job = new Job();
        present = job;
        late = false;
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        count.setText("");
        cancel.setText(Text.of("kit.cancel"));
        cancel.setDisable(false);
        working.set(true);
        if (patience.getDuration().greaterThan(Duration.ZERO)) {
            patience.playFromStart();
        } else {
            show(true);
        }
        Callable<T> wanted = () -> work.apply(job);
        background.run(whatKey, job, wanted, onFx, refusal);
    }

    private void stop() {
        Job job = present;
        if (job != null) {
            job.stop();
            cancel.setText(Text.of("kit.cancelling"));
            cancel.setDisable(true);
        }
    }

    /** Nobody wants what is under way here any more: something else is asked. */
    public void giveUp() {
        if (present != null) {
            present.stop();
            present = null;
            rest();
        }
    }

    private void rest() {
        patience.stop();
        working.set(false);
        show(false);
    }

    /** What was done, and that it was cancelled too late if it was. */
    public String told(String done) {
        return late ? Text.of("kit.too_late", done) : done;
    }

    private void show(boolean wanted) {
        box.setVisible(wanted);
        box.setManaged(wanted);
    }

    /** What is under way. */
    private final class Job implements Background.Stoppable {
        private final AtomicBoolean stopped = new AtomicBoolean();

        @Override
        public void at(long done, long total) {
            Platform.runLater(() -> {
                if (present == this) {
                    bar.setProgress(total == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / total);
                    count.setText(total == 0 ? String.valueOf(done) : Text.of("kit.done_of", done, total));
                }
            });
        }

        @Override
        public boolean isCancelled() {
            return stopped.get();
        }

        @Override
        public void stop() {
            stopped.set(true);
        }

        @Override
        public void over() {
            if (present == this) {
                late = stopped.get();
                present = null;
                rest();
            }
        }
    }
}
