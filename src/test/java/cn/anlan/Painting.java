package cn.anlan;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.testfx.util.WaitForAsyncUtils;

/** The painting thread as tests wait for it: no longer than it takes, and what fails there fails the test. */
public final class Painting {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofMillis(4);

    private Painting() {}

    /** Does something on the painting thread; its result. */
    public static <T> T does(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), work);
    }

    /** Waits until what the thread was asked for is done, and what that asked for in its turn, and every window is laid out. */
    public static void calm() {
        does(() -> true);
        does(() -> {
            List.copyOf(Window.getWindows()).forEach(window -> layOut(window.getScene().getRoot()));
            return true;
        });
        does(() -> true);
    }

    private static void layOut(Parent root) {
        root.applyCss();
        root.layout();
    }

    /** Waits until something holds, asked on this thread. */
    public static void until(String what, Callable<Boolean> wanted) {
        Awaitility.await(what).pollInSameThread().pollDelay(Duration.ZERO).pollInterval(AGAIN).atMost(PATIENCE).until(wanted);
    }

    /** Waits until something holds, asked on the painting thread. */
    public static void untilSeen(String what, Callable<Boolean> wanted) {
        until(what, () -> does(wanted));
    }
}
