package cn.anlan.app.window;

import cn.anlan.kit.Background;
import cn.anlan.security.Drafts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;

/** Watches whether anybody is at the PC (空闲锁定): lays by every few seconds what is half filled in, and locks when nobody has stirred for a while. */
final class Watch {
    private static final Duration EVERY = Duration.seconds(3);

    private final Scene scene;
    private final Desk desk;
    private final PauseTransition idle;
    private final Timeline pulse;
    private final EventHandler<InputEvent> stirred;
    /** What was laid by last. */
    private Map<String, String> kept;

    /** Where the clerk sits: what she has half filled in, and where that is laid by. */
    record Desk(Background background, Drafts drafts, Supplier<Optional<Drafts.Draft>> unsaved) {}

    /** {@code found} was laid by when she came; {@code patience} is asked at every stir: the settings may have changed. */
    Watch(Scene scene, Desk desk, Optional<Drafts.Draft> found, Supplier<Duration> patience, Runnable lock) {
        this.scene = scene;
        this.desk = desk;
        kept = found.map(Drafts.Draft::forms).orElse(Map.of());
        idle = new PauseTransition(patience.get());
        idle.setOnFinished(over -> lock.run());
        pulse = new Timeline(new KeyFrame(EVERY, tick -> keep()));
        pulse.setCycleCount(Animation.INDEFINITE);
        stirred = event -> {
            idle.stop();
            idle.setDuration(patience.get());
            idle.playFromStart();
        };
        scene.addEventFilter(InputEvent.ANY, stirred);
        idle.play();
        pulse.play();
    }

    /** Lays by what is half filled in, or forgets what was, once it is stored; while something is on its way into a form, neither. */
    private void keep() {
        Optional<Drafts.Draft> half = desk.unsaved.get();
        Map<String, String> forms = half.map(Drafts.Draft::forms).orElse(Map.of());
        if (forms.equals(kept) || forms.isEmpty() && !desk.background.idle()) {
            return;
        }
        kept = forms;
        desk.background.run("kit.busy.saving", () -> {
            half.ifPresentOrElse(desk.drafts::keep, desk.drafts::drop);
            return half;
        }, done -> { });
    }

    void stop() {
        idle.stop();
        pulse.stop();
        scene.removeEventFilter(InputEvent.ANY, stirred);
    }
}
