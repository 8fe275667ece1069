package cn.anlan.security.screen;

import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.security.Renewal;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** How far sealing anew has come (换封进度): looked at twice a second while it goes on and somebody sees it. */
final class RenewalLine {
    private static final Duration EVERY = Duration.millis(500);

    private final Background background;
    private final Renewal renewal;
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final HBox node = new HBox(8, words, bar);
    private final Timeline pulse = new Timeline(new KeyFrame(EVERY, tick -> look()));
    private boolean waiting;

    RenewalLine(Background background, Renewal renewal) {
        this.background = background;
        this.renewal = renewal;
        words.setId("renewal-state");
        words.setWrapText(true);
        bar.setId("renewal-bar");
        bar.setMinWidth(160);
        pulse.setCycleCount(Timeline.INDEFINITE);
        bar.setVisible(false);
        bar.setManaged(false);
    }

    Node node() {
        return node;
    }

    /** The store itself is written anew first, which takes as long as it takes. */
    void await(String sentence) {
        waiting = true;
        words.setText(sentence);
        show(ProgressBar.INDETERMINATE_PROGRESS);
        pulse.play();
    }

    /** Says how things stand, and goes on saying it while they change. */
    void refresh() {
        waiting = false;
        if (renewal.state().isUnderWay()) {
            pulse.play();
            look();
        } else {
            pulse.stop();
            bar.setVisible(false);
            bar.setManaged(false);
            background.run("kit.busy.loading", renewal::outdated, left -> {
                if (!renewal.state().isUnderWay() && !waiting) {
                    words.setText(left == 0 ? Text.of("security.renewal.none") : Text.of("security.renewal.left", left, renewal.state().broken()));
                }
            });
        }
    }

    private void look() {
        Renewal.State state = renewal.state();
        if (state.isUnderWay()) {
            waiting = false;
            words.setText(Text.of("security.renewal.under_way", state.done(), state.total()));
            show((double) state.done() / state.total());
        } else if (!waiting) {
            refresh();
        }
        if (node.getScene() == null) {
            pulse.stop();
        }
    }

    private void show(double part) {
        bar.setProgress(part);
        bar.setVisible(true);
        bar.setManaged(true);
    }
}
