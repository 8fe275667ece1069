package cn.anlan.kit;

import cn.anlan.entry.Refused;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A line that tells what happened or asks for a reason, without standing in the way (提示条). Takes no room while it has nothing to say. */
public final class NoticeBar {
    private static final int REASON_COLUMNS = 22;

    private final HBox bar = new HBox(8);
    private final Label sentence = new Label();
    private final TextField reason = new TextField();
    private final Button agree = new Button();
    private final Button close = Buttons.icon("close-notice", MaterialDesignC.CLOSE, this::clear);
    private Consumer<String> onReason = given -> {};

    public NoticeBar() {
        Style.NOTICE.on(bar).setId("notice");
        bar.setAlignment(Pos.CENTER_LEFT);
        sentence.setWrapText(true);
        sentence.setId("notice-text");
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        bar.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        reason.setId("reason");
        reason.setMinWidth(180);
        reason.setPrefColumnCount(REASON_COLUMNS);
        agree.setId("agree");
        agree.setMinWidth(Button.USE_PREF_SIZE);
        agree.disableProperty().bind(reason.textProperty().map(String::isBlank));
        agree.setOnAction(pressed -> give());
        reason.setOnAction(entered -> give());
        bar.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                clear();
                key.consume();
            }
        });
        clear();
    }

    public HBox node() {
        return bar;
    }

    /** Says why something was not done. */
    public void refused(Refused refused) {
        say(Style.NOTICE_REFUSED, String.valueOf(refused.getMessage()));
    }

    public void refused(String text) {
        say(Style.NOTICE_REFUSED, text);
    }

    /** Says how things stand. */
    public void told(String text) {
        say(Style.NOTICE_PLAIN, text);
    }

    /** Says that something was done. */
    public void done(String text) {
        say(Style.NOTICE_DONE, text);
    }

    /** Asks for a reason or a name; {@code action} names the button that gives it to {@code taker}. */
    public void ask(String question, String action, Consumer<String> taker) {
        say(Style.NOTICE_WARNING, question);
        onReason = taker;
        reason.clear();
        reason.setAccessibleText(question);
        agree.setText(action);
        bar.getChildren().setAll(sentence, reason, agree, close);
        reason.requestFocus();
    }

    public void clear() {
        bar.setVisible(false);
        bar.setManaged(false);
        onReason = given -> {};
    }

    private void give() {
        String given = reason.getText().strip();
        if (!given.isEmpty()) {
            Consumer<String> taker = onReason;
            clear();
            taker.accept(given);
        }
    }

    private void say(Style look, String text) {
        for (Style each : new Style[] {Style.NOTICE_PLAIN, Style.NOTICE_REFUSED, Style.NOTICE_WARNING, Style.NOTICE_DONE}) {
            each.set(bar, each == look);
        }
        onReason = given -> {};
        sentence.setText(text);
        bar.getChildren().setAll(sentence, close);
        bar.setVisible(true);
        bar.setManaged(true);
    }
}
