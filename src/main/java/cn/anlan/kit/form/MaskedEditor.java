package cn.anlan.kit.form;

import cn.anlan.entry.Mask;
import cn.anlan.entry.Text;
import cn.anlan.entry.mark.Sensitive;
import cn.anlan.kit.Buttons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** An editor for personal information (敏感信息框): what is stored shows masked until someone asks to see it, by the eye or by F2. */
final class MaskedEditor implements Editor {
    private final Sensitive.Kind kind;
    private final TextField text = new TextField();
    private final Button eye = Buttons.icon("reveal", MaterialDesignE.EYE_OUTLINE, this::reveal);
    private final HBox box = new HBox(text, eye);
    private String stored = "";
    private boolean masked;

    MaskedEditor(Sensitive.Kind kind) {
        this.kind = kind;
        box.getStyleClass().add("joined");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.F2 && masked) {
                reveal();
                key.consume();
            }
        });
        show(null, "");
    }

    private void reveal() {
        if (masked) {
            masked = false;
            text.setEditable(true);
            text.setText(stored);
            text.setTooltip(null);
            eye.setVisible(false);
            text.requestFocus();
            text.end();
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node focus() {
        return text;
    }

    @Override
    public void show(@Nullable Object value, String written) {
        stored = written;
        masked = !written.isEmpty();
        eye.setVisible(masked);
        text.setEditable(!masked);
        text.setTooltip(masked ? new Tooltip(Text.of("kit.masked")) : null);
        text.setText(masked ? Mask.of(kind, written) : "");
    }

    @Override
    public Typed typed() {
        return Typed.text(masked ? stored : text.getText());
    }

    @Override
    public void onEdited(Runnable listener) {
        text.textProperty().addListener((property, old, now) -> listener.run());
    }
}
