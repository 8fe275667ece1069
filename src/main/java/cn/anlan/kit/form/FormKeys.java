package cn.anlan.kit.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of a form (表单按键): Enter goes on, Ctrl+Enter in long texts, Ctrl+S stores, Esc gives up. */
final class FormKeys {
    private final Parent form;
    private final Collection<FieldBox> boxes;
    private final Runnable save;
    private final Runnable giveUp;

    FormKeys(Parent form, Collection<FieldBox> boxes, Runnable save, Runnable giveUp) {
        this.form = form;
        this.boxes = boxes;
        this.save = save;
        this.giveUp = giveUp;
    }

    void install() {
        form.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.isShortcutDown() && key.getCode() == KeyCode.S) {
                save.run();
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER && (key.getTarget() instanceof CheckBox
                    || key.isShortcutDown() && key.getTarget() instanceof TextArea)) {
                next();
                key.consume();
            }
        });
        form.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && goesOn(key)) {
                next();
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE) {
                giveUp.run();
                key.consume();
            }
        });
    }

    private static boolean goesOn(KeyEvent key) {
        return !(key.getTarget() instanceof TextArea || key.getTarget() instanceof Button || key.getTarget() instanceof ToggleButton);
    }

    /** Puts the cursor into the next field that is asked for. */
    void next() {
        List<Node> order = new ArrayList<>();
        int here = -1;
        for (FieldBox box : boxes) {
            if (box.isTyped()) {
                here = box.editor().focus().isFocused() ? order.size() : here;
                order.add(box.editor().focus());
            }
        }
        if (here >= 0 && here + 1 < order.size()) {
            order.get(here + 1).requestFocus();
        }
    }
}
