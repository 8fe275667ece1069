package cn.anlan.mediation.screen;

import cn.anlan.kit.TestOffice;
import java.time.Duration;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** A clerk at the keyboard: types, presses keys, waits for what comes of it; never touches the mouse. */
final class Typing {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FxRobot robot;
    private final TestOffice desk;
    private final Scene scene;

    Typing(FxRobot robot, TestOffice desk, Scene scene) {
        this.robot = robot;
        this.desk = desk;
        this.scene = scene;
    }

    /** Types as fingers do, one key after the other. */
    Typing write(String text) {
        robot.write(text, 0);
        WaitForAsyncUtils.waitForFxEvents(2);
        return this;
    }

    Typing press(KeyCode... keys) {
        until("the cursor is somewhere", () -> scene.getFocusOwner() != null);
        robot.push(keys);
        desk.settle();
        return this;
    }

    /** Types into the field with the cursor and goes on. */
    Typing enter(String text) {
        return write(text).press(KeyCode.ENTER);
    }

    /** Goes on with Enter until the cursor stands in a field, and types into it. */
    Typing into(String field, String text) {
        for (int tries = 0; !focused().equals("field-" + field); tries++) {
            assertThat(tries).as("Enter leads to %s, stopped at %s", field, focused()).isLessThan(40);
            boolean area = scene.getFocusOwner() instanceof javafx.scene.control.TextArea;
            if (area) {
                press(KeyCode.CONTROL, KeyCode.ENTER);
            } else {
                press(KeyCode.ENTER);
            }
        }
        clear();
        write(text);
        desk.settle();
        return this;
    }

    private void clear() {
        if (scene.getFocusOwner() instanceof TextInputControl input && !input.getText().isEmpty()) {
            robot.push(KeyCode.CONTROL, KeyCode.A);
        }
    }

    /** Ticks the box the cursor stands in, reached by Enter. */
    Typing tick(String field) {
        for (int tries = 0; !focused().equals("field-" + field); tries++) {
            assertThat(tries).as("Enter leads to %s, stopped at %s", field, focused()).isLessThan(40);
            press(KeyCode.ENTER);
        }
        return press(KeyCode.SPACE);
    }

    /** The id of what has the cursor. */
    String focused() {
        Node owner = scene.getFocusOwner();
        return owner == null || owner.getId() == null ? "" : owner.getId();
    }

    void until(String what, Callable<Boolean> wanted) {
        Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> WaitForAsyncUtils.waitForAsyncFx(10_000, wanted));
        desk.settle();
    }

    /** What stands in a field. */
    String written(String field) {
        return scene.getRoot().lookup("#field-" + field) instanceof TextInputControl input ? input.getText() : "";
    }

    /** What a label of this id says. */
    String says(String selector) {
        Node node = scene.getRoot().lookup(selector);
        return node instanceof Label label && label.isVisible() ? label.getText() : "";
    }

    boolean shows(String selector) {
        Node node = scene.getRoot().lookup(selector);
        return node != null && node.isVisible();
    }
}
