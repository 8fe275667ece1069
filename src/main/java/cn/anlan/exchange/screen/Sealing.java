package cn.anlan.exchange.screen;

import cn.anlan.entry.Text;
import cn.anlan.exchange.Bundles;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** Long work under way (进度): how far, and a way to stop it. */
final class Sealing {
    private final ProgressBar bar = new ProgressBar(0);
    private final Label count = new Label();
    private final Button cancel = new Button(Text.of("exchange.screen.cancel"));
    private final HBox box = new HBox(10, bar, count, cancel);
    private AtomicBoolean cancelled = new AtomicBoolean();

    Sealing() {
        bar.setPrefWidth(220);
        cancel.setId("export-cancel");
        cancel.setOnAction(pressed -> cancelled.set(true));
        box.getStyleClass().add("filters");
        end();
    }

    HBox node() {
        return box;
    }

    /** Work begins; what it is to be told. */
    Bundles.Progress begin() {
        var mine = new AtomicBoolean();
        cancelled = mine;
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        count.setText("");
        box.setVisible(true);
        return new Bundles.Progress() {
            @Override
            public void at(long done, long total) {
                Platform.runLater(() -> {
                    bar.setProgress(total == 0 ? 1 : (double) done / total);
                    count.setText(Text.of("exchange.screen.done_of", done, total));
                });
            }

            @Override
            public boolean isCancelled() {
                return mine.get();
            }
        };
    }

    void end() {
        box.setVisible(false);
    }
}
