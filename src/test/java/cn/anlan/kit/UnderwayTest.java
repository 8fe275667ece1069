package cn.anlan.kit;

import cn.anlan.UiTest;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Long work says how far it is, is stopped by its button, and tells what stands. */
@UiTest
class UnderwayTest {
    private final Answers dialogs = new Answers();
    private final Background background = new Background(dialogs);
    private final List<String> told = new ArrayList<>();
    private final CountDownLatch go = new CountDownLatch(1);
    private Underway underway;

    @BeforeEach
    void open() {
        underway = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> new Underway(background));
    }

    @AfterEach
    void close() {
        background.close();
    }

    private void settle() {
        Awaitility.await().until(background::idle);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    private Label count() {
        return (Label) underway.node().lookup("#underway-count");
    }

    private Button cancel() {
        return (Button) underway.node().lookup("#underway-cancel");
    }

    private void await() {
        try {
            assertThat(go.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void saysHowFarItIsAndTakesNoRoomAfterwards() {
        assertThat(underway.node().isManaged()).isFalse();
        onFx(() -> underway.run("kit.busy.saving", progress -> {
            progress.at(3, 12);
            await();
            return "done";
        }, done -> told.add(underway.told(done)), refused -> told.add("refused")));
        Awaitility.await().until(() -> count().getText().equals("3 / 12"));
        assertThat(underway.node().isVisible()).isTrue();
        assertThat(underway.working().get()).isTrue();
        assertThat(background.isStoppable()).isTrue();
        go.countDown();
        settle();
        assertThat(told).containsExactly("done");
        assertThat(underway.node().isVisible() || underway.node().isManaged() || underway.working().get() || background.isStoppable()).isFalse();
    }

    @Test
    void stoppedInTimeTheRefusalSaysSo() {
        onFx(() -> underway.run("kit.busy.saving", progress -> {
            await();
            if (progress.isCancelled()) {
                throw Refused.of("paper.refused.cancelled");
            }
            return "done";
        }, told::add, refused -> told.add(String.valueOf(refused.getMessage()))));
        onFx(() -> cancel().fire());
        assertThat(cancel().isDisabled()).isTrue();
        assertThat(cancel().getText()).isEqualTo(Text.of("kit.cancelling"));
        go.countDown();
        settle();
        assertThat(told).containsExactly(Text.of("paper.refused.cancelled"));
        onFx(() -> underway.run("kit.busy.saving", progress -> String.valueOf(progress.isCancelled()), told::add, refused -> told.add("refused")));
        settle();
        assertThat(told).as("the next work knows nothing of it").last().isEqualTo("false");
        assertThat(cancel().isDisabled()).isFalse();
    }

    @Test
    void stoppedTooLateItIsSaidThatItIsDone() {
        onFx(() -> underway.run("kit.busy.saving", progress -> {
            await();
            return "已导入 3 行";
        }, done -> told.add(underway.told(done)), refused -> told.add("refused")));
        onFx(() -> cancel().fire());
        go.countDown();
        settle();
        assertThat(told).containsExactly("取消得晚了，已经做完：已导入 3 行");
    }

    @Test
    void whateverEndsItItIsOver() {
        onFx(() -> underway.run("kit.busy.saving", progress -> {
            throw new ArithmeticException();
        }, done -> told.add("done"), refused -> told.add("refused")));
        settle();
        assertThat(dialogs.failures).hasSize(1);
        assertThat(told).isEmpty();
        assertThat(underway.working().get()).isFalse();
        assertThat(background.isStoppable()).isFalse();
    }

    @Test
    void theWindowStopsAllAtOnce() {
        for (int i = 0; i < 3; i++) {
            var one = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> new Underway(background));
            onFx(() -> one.run("kit.busy.saving", progress -> {
                await();
                return String.valueOf(progress.isCancelled());
            }, told::add, refused -> told.add("refused")));
        }
        background.stop();
        go.countDown();
        settle();
        assertThat(told).containsExactly("true", "true", "true");
    }

    /** Something else is asked before the first is answered: the first is stopped, and its end does not hide that the second goes on. */
    @Test
    void whatIsGivenUpIsStoppedAndDoesNotSpeakForWhatCameAfter() {
        var second = new CountDownLatch(1);
        onFx(() -> underway.run("kit.busy.saving", progress -> {
            await();
            return "first stopped: " + progress.isCancelled();
        }, told::add, refused -> told.add("refused")));
        onFx(() -> {
            underway.giveUp();
            underway.run("kit.busy.saving", progress -> {
                Awaitility.await().until(() -> second.getCount() == 0);
                return "second stopped: " + progress.isCancelled();
            }, told::add, refused -> told.add("refused"));
        });
        go.countDown();
        Awaitility.await().until(() -> WaitForAsyncUtils.waitForAsyncFx(20_000, () -> told.size() == 1));
        assertThat(underway.working().get()).as("the second is not over").isTrue();
        assertThat(underway.node().isVisible()).isTrue();
        second.countDown();
        settle();
        assertThat(told).containsExactly("first stopped: true", "second stopped: false");
        assertThat(underway.working().get() || underway.node().isVisible()).isFalse();
    }

    @Test
    void whatIsDoneSoonIsNotSeenAtAll() {
        Underway patient = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> new Underway(background, javafx.util.Duration.hours(1)));
        onFx(() -> patient.run("kit.busy.saving", progress -> {
            await();
            return "done";
        }, told::add, refused -> told.add("refused")));
        assertThat(patient.working().get()).isTrue();
        assertThat(patient.node().isVisible() || patient.node().isManaged()).isFalse();
        go.countDown();
        settle();
        assertThat(told).containsExactly("done");
    }
}
