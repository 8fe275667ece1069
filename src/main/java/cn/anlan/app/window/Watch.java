package cn.anlan.app.window;

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
    private final PauseTransition idle;
    private final Timeline pulse;
    private final EventHandler<InputEvent> stirred;

    /** {@code patience} is asked at every stir: the settings may have changed. */
    Watch(Scene scene, Supplier<Duration> patience, Runnable lock, Runnable keep) {
        this.scene = scene;
        idle = new PauseTransition(patience.get());
        idle.setOnFinished(over -> lock.run());
        pulse = new Timeline(new KeyFrame(EVERY, tick -> keep.run()));
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

    void stop() {
        idle.stop();
        pulse.stop();
        scene.removeEventFilter(InputEvent.ANY, stirred);
    }
}
