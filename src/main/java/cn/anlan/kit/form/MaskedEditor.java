package cn.anlan.kit.form;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Mask;
import cn.anlan.entry.Permission.Act;
import cn.anlan.entry.Text;
import cn.anlan.entry.mark.Sensitive;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.store.Journal;
import cn.anlan.store.Register;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final Consumer<Runnable> asking;
    private final TextField text = new TextField();
    private final Button eye = Buttons.icon("reveal", MaterialDesignE.EYE_OUTLINE, this::ask);
    private final HBox box = new HBox(text, eye);
    private String stored = "";
    private boolean masked;
    private boolean closed;

    /** {@code asking} is given what shows the value, and does it, now or later or never. */
    MaskedEditor(Sensitive.Kind kind, Consumer<Runnable> asking) {
        this.kind = kind;
        this.asking = asking;
        box.getStyleClass().add("joined");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.F2 && masked) {
                ask();
                key.consume();
            }
        });
        show(null, "");
    }

    /** Shows a masked value to who may see it and says what for, which is noted; in a store of samples to everybody (查看用途). */
    record Revealing(Office office, Register<?> register, Field field, Supplier<? extends @Nullable Entry> entry, NoticeBar notice)
            implements Consumer<Runnable> {
        @Override
        public void accept(Runnable show) {
            Entry here = entry.get();
            String label = register.shape().label(field);
            if (here == null || here.revision() == 0 || !office.registers().isGuarded()) {
                show.run();
            } else if (!office.registers().may(Act.REVEAL, register.name())) {
                notice.refused(Text.of("kit.reveal.refused", label));
            } else {
                office.dialogs().reason(Text.of("kit.reveal.purpose", label)).ifPresent(purpose -> office.background().run("kit.busy.saving",
                        () -> office.journal().note(Journal.Action.REVEAL, Journal.Subject.of(register.name(), here), purpose, Map.of("field", label)),
                        noted -> show.run()));
            }
        }
    }

    private void ask() {
        if (masked) {
            asking.accept(this::reveal);
        }
    }

    private void reveal() {
        if (masked) {
            masked = false;
            text.setEditable(!closed);
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
        text.setEditable(!masked && !closed);
        text.setTooltip(masked ? new Tooltip(Text.of("kit.masked")) : null);
        text.setText(masked ? Mask.of(kind, written) : "");
    }

    /** What the clerk typed herself is not hidden from her. */
    @Override
    public void type(@Nullable Object value, String written) {
        show(null, "");
        text.setText(written);
    }

    @Override
    public Typed typed() {
        return Typed.text(masked ? stored : text.getText());
    }

    @Override
    public void onEdited(Runnable listener) {
        text.textProperty().addListener((property, old, now) -> listener.run());
    }

    @Override
    public void close(boolean closed) {
        this.closed = closed;
        text.setEditable(!closed && !masked);
    }
}
