package cn.anlan.app.window;

import cn.anlan.app.Backups;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Violation;
import cn.anlan.kit.Background;
import java.util.List;
import java.util.concurrent.Semaphore;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Makes the backups that are due while the window is open (自动备份), a while after work began so as not to disturb it, and gives way when the store closes. */
final class DueBackups {
    static final Duration AFTER_A_WHILE = Duration.minutes(2);

    private static final Duration AGAIN = Duration.hours(1);

    private final Backups backups;
    private final Background background;
    private final Semaphore copying = new Semaphore(1);
    private final Timeline first;
    private final Timeline again;
    private volatile boolean over;

    /** Looks for the first time {@code after} this moment. On the painting thread. */
    DueBackups(Backups backups, Background background, Duration after) {
        this.backups = backups;
        this.background = background;
        first = new Timeline(new KeyFrame(after, due -> make()));
        again = new Timeline(new KeyFrame(AGAIN, due -> make()));
        again.setCycleCount(Timeline.INDEFINITE);
        first.play();
        again.play();
    }

    private void make() {
        background.run("app.backup.making", this::due, made -> { });
    }

    private List<Backups.Made> due() {
        if (!copying.tryAcquire()) {
            return List.of();
        }
        try {
            List<Backups.Made> made = over ? List.of() : backups.makeDue(() -> over);
            made.stream().filter(one -> !one.isGood()).findFirst().ifPresent(doubtful -> {
                throw new Refused(List.of(Violation.hard(null, doubtful.sentence())));
            });
            return made;
        } catch (Refused stopped) {
            if (over) {
                return List.of();
            }
            throw stopped;
        } finally {
            copying.release();
        }
    }

    /** No backup begins any more. On the painting thread. */
    void stop() {
        over = true;
        first.stop();
        again.stop();
    }

    /** Waits until a backup under way has given way; then the store may be closed. Not on the painting thread. */
    void await() {
        copying.acquireUninterruptibly();
        copying.release();
    }
}
