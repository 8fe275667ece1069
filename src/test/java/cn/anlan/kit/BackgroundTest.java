package cn.anlan.kit;

import cn.anlan.Painting;
import cn.anlan.UiTest;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Work off the painting thread: its result comes back there, what is slow says so, and no failure is ever lost. */
@UiTest
class BackgroundTest {
    private final Answers dialogs = new Answers();
    private final Background background = new Background(dialogs);

    @AfterEach
    void close() {
        background.close();
    }

    private void settle() {
        Painting.until("all came back", background::idle);
        Painting.calm();
    }

    @Test
    void worksElsewhereAndAnswersOnThePaintingThread() {
        List<Boolean> painting = new ArrayList<>();
        background.run("kit.busy.loading", Platform::isFxApplicationThread, elsewhere -> {
            painting.add(elsewhere);
            painting.add(Platform.isFxApplicationThread());
        });
        settle();
        assertThat(painting).containsExactly(false, true);
        assertThat(dialogs.failures).isEmpty();
    }

    @Test
    void saysWhatTakesLong() {
        var done = new CountDownLatch(1);
        background.run("kit.busy.saving", () -> done.await(1, TimeUnit.MINUTES), waited -> {});
        Painting.untilSeen("told", () -> background.busyProperty().get().equals(Text.of("kit.busy.saving")));
        assertThat(background.idle()).isFalse();
        done.countDown();
        settle();
        assertThat(background.busyProperty().get()).isEmpty();
    }

    /** The window shall stand before anything else begins. */
    @Test
    void whatIsHeldBeginsInOrderOnceReleased() {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        var first = new CountDownLatch(1);
        Painting.does(() -> {
            background.hold();
            background.run("kit.busy.loading", () -> {
                done.add(1);
                first.countDown();
                return 1;
            }, answer -> { });
            background.run("kit.busy.loading", () -> first.await(1, TimeUnit.MINUTES) && done.add(2), answer -> { });
            return background;
        });
        Painting.calm();
        assertThat(done).isEmpty();
        assertThat(background.idle()).isFalse();
        Painting.does(() -> {
            background.release();
            background.release();
            return background;
        });
        settle();
        assertThat(done).containsExactly(1, 2);
        background.run("kit.busy.loading", () -> done.add(3), answer -> { });
        settle();
        assertThat(done).containsExactly(1, 2, 3);
    }

    @Test
    void whatIsHeldWhenTheWindowGoesIsNotDone() {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        Painting.does(() -> {
            background.hold();
            background.run("kit.busy.loading", () -> done.add(1), answer -> { });
            background.close();
            background.release();
            return background;
        });
        Painting.calm();
        assertThat(done).isEmpty();
    }

    @Test
    void showsEveryFailureWithACodeThatStaysTheSame() {
        for (int i = 0; i < 2; i++) {
            background.run("kit.busy.loading", BackgroundTest::fail, never -> {});
        }
        background.run("kit.busy.loading", () -> 1, answer -> fail());
        settle();
        assertThat(dialogs.failures).hasSize(3).extracting(Dialogs.Failure::code).allMatch(code -> code.matches("E[0-9A-F]{6}"));
        assertThat(dialogs.failures).extracting(Dialogs.Failure::code).containsOnly(dialogs.failures.get(0).code());
        assertThat(dialogs.failures.get(0).details()).contains("ArithmeticException");
    }

    private static Integer fail() {
        throw new ArithmeticException();
    }

    @Test
    void handsRefusalsToWhoeverShowsThem() {
        List<String> bar = new ArrayList<>();
        List<String> field = new ArrayList<>();
        background.setOnRefused(refused -> bar.add(String.valueOf(refused.getMessage())));
        background.run("kit.busy.loading", BackgroundTest::refuse, never -> {});
        background.run("kit.busy.loading", BackgroundTest::refuse, never -> {}, refused -> field.add(String.valueOf(refused.getMessage())));
        settle();
        assertThat(bar).containsExactly(Text.of("kit.filter.nothing"));
        assertThat(field).containsExactly(Text.of("kit.filter.nothing"));
        assertThat(dialogs.failures).isEmpty();
    }

    /** A window is closed while its lists are still being read: what comes of them is of no interest to anybody, and no failure. */
    @Test
    void whatIsUnderWayWhenTheWindowClosesIsNoFailure() {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        List<Boolean> came = new ArrayList<>();
        background.run("kit.busy.loading", () -> {
            begun.countDown();
            return never.await(1, TimeUnit.MINUTES);
        }, came::add);
        Painting.until("begun", () -> begun.getCount() == 0);
        background.close();
        settle();
        assertThat(dialogs.failures).isEmpty();
        assertThat(came).isEmpty();
    }

    @Test
    void afterTheWindowIsClosedNothingIsBegunAndNothingFails() {
        background.close();
        List<Boolean> came = new ArrayList<>();
        Painting.does(() -> {
            background.run("kit.busy.loading", () -> true, came::add);
            return came;
        });
        settle();
        assertThat(came).isEmpty();
        assertThat(dialogs.failures).isEmpty();
    }

    private static Integer refuse() {
        throw Refused.of("kit.filter.nothing");
    }
}
