package cn.anlan.kit;

import cn.anlan.Painting;
import cn.anlan.UiTest;
import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The line above a form: it tells, it asks, and it never answers for the clerk. */
@UiTest
class NoticeBarTest {
    private final List<String> given = new ArrayList<>();
    private NoticeBar bar;

    @BeforeEach
    void show() {
        bar = fx(() -> {
            var made = new NoticeBar();
            new Scene(new VBox(made.node()));
            return made;
        });
    }

    private static <T> T fx(java.util.concurrent.Callable<T> work) {
        T result = Painting.does(work);
        Painting.calm();
        return result;
    }

    private void run(Runnable work) {
        fx(() -> {
            work.run();
            return work;
        });
    }

    private <T> T part(String id, Class<T> type) {
        return type.cast(bar.node().getChildren().stream().filter(node -> id.equals(node.getId())).findFirst().orElseThrow());
    }

    private boolean asks() {
        return bar.node().isVisible() && bar.node().getChildren().stream().anyMatch(node -> "reason".equals(node.getId()));
    }

    private void ask() {
        run(() -> bar.ask("为什么作废？", "作废", given::add));
    }

    private void type(String reason) {
        run(() -> part("reason", TextField.class).setText(reason));
    }

    @Test
    void withNothingToSayItTakesNoRoom() {
        assertThat(bar.node().isVisible()).isFalse();
        assertThat(bar.node().isManaged()).isFalse();
        run(() -> bar.told("有话"));
        assertThat(bar.node().isManaged()).isTrue();
        assertThat(part("notice-text", Label.class).getText()).isEqualTo("有话");
        run(bar::clear);
        assertThat(bar.node().isManaged()).isFalse();
    }

    @Test
    void noReasonIsNoReason() {
        ask();
        assertThat(part("agree", Button.class).isDisabled()).isTrue();
        type(" 　\t");
        assertThat(part("agree", Button.class).isDisabled()).isTrue();
        run(() -> part("reason", TextField.class).fireEvent(new ActionEvent()));
        assertThat(given).isEmpty();
        assertThat(asks()).isTrue();
    }

    @Test
    void aReasonIsGivenOnceByEnterOrButton() {
        ask();
        type(" 重复登记 ");
        run(() -> {
            part("reason", TextField.class).fireEvent(new ActionEvent());
            part("agree", Button.class).fire();
        });
        assertThat(given).containsExactly("重复登记");
        assertThat(bar.node().isVisible()).isFalse();
    }

    @Test
    void escapeTakesTheQuestionBack() {
        ask();
        type("手误");
        run(() -> bar.node().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        assertThat(bar.node().isVisible()).isFalse();
        run(() -> part("agree", Button.class).fire());
        assertThat(given).isEmpty();
    }

    /** What comes over a question takes it back: the reason for one thing is never given for another. */
    @Test
    void aNewWordTakesTheQuestionBack() {
        ask();
        type("重复登记");
        run(() -> bar.done("已保存"));
        assertThat(asks()).isFalse();
        List<String> other = new ArrayList<>();
        run(() -> bar.ask("叫什么名字？", "保存", other::add));
        assertThat(part("reason", TextField.class).getText()).as("what was typed before is gone").isEmpty();
        type("本月");
        run(() -> part("agree", Button.class).fire());
        assertThat(other).containsExactly("本月");
        assertThat(given).isEmpty();
    }

    /** Who is asked may ask again from within the answer. */
    @Test
    void anAnswerMayLeadToAnotherQuestion() {
        run(() -> bar.ask("一？", "好", first -> bar.ask("二？", "好", second -> given.add(first + second))));
        type("甲");
        run(() -> part("agree", Button.class).fire());
        assertThat(asks()).isTrue();
        type("乙");
        run(() -> part("agree", Button.class).fire());
        assertThat(given).containsExactly("甲乙");
        assertThat(asks()).isFalse();
    }
}
