package cn.anlan.mediation.screen;

import cn.anlan.Painting;
import cn.anlan.kit.TestOffice;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import org.testfx.api.FxRobot;

import static org.assertj.core.api.Assertions.assertThat;

/** A clerk at the keyboard: types, presses keys, waits for what comes of it; never touches the mouse. */
final class Typing {
    private final Robot robot = Painting.does(Robot::new);
    private final TestOffice desk;
    private final Scene scene;

    Typing(TestOffice desk, Scene scene) {
        this.desk = desk;
        this.scene = scene;
    }

    /** For a test that was handed a robot, which is slower than a clerk and therefore rests. */
    Typing(FxRobot resting, TestOffice desk, Scene scene) {
        this(desk, scene);
        assertThat(resting).isNotNull();
    }

    /** Types as fingers do, one character after the other. */
    Typing write(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(this::type);
        Painting.calm();
        return this;
    }

    /** One key, or several held together. */
    Typing press(KeyCode... keys) {
        until("the cursor is somewhere", () -> scene.getFocusOwner() != null);
        push(keys);
        desk.settle();
        return this;
    }

    private void push(KeyCode... keys) {
        List<KeyCode> down = List.of(keys);
        Painting.does(() -> {
            down.forEach(robot::keyPress);
            down.reversed().forEach(robot::keyRelease);
            return down;
        });
        Painting.calm();
    }

    /** A character as an input method hands it on: the key goes down, the character comes, the key goes up. */
    private void type(String character) {
        for (EventType<KeyEvent> event : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED)) {
            boolean typed = event.equals(KeyEvent.KEY_TYPED);
            Painting.does(() -> {
                Node owner = scene.getFocusOwner();
                owner.fireEvent(new KeyEvent(event, typed ? character : "", "", typed ? KeyCode.UNDEFINED : key(character), false, false, false, false));
                return owner;
            });
        }
    }

    private static KeyCode key(String character) {
        KeyCode code = KeyCode.getKeyCode(character.toUpperCase(Locale.ROOT));
        return code == null ? KeyCode.UNDEFINED : code;
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
            push(KeyCode.CONTROL, KeyCode.A);
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
        Painting.untilSeen(what, wanted);
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
