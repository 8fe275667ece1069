package cn.anlan.mediation.screen;

import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.mediation.Phrase;
import cn.anlan.store.Query;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Phrases by shortcut (常用语): a few letters and F4 become a sentence; F4 alone, or letters of several, offers a list. */
final class Phrases {
    private static final Pattern SHORT_KEY = Pattern.compile("[a-z0-9]*$");
    private static final int MOST = 300;
    private static final int SHOWN = 26;

    private final Office office;
    private List<Phrase> phrases = List.of();

    Phrases(Office office) {
        this.office = office;
    }

    /** Reads the phrases anew. */
    void load() {
        office.background().run("kit.busy.loading", () -> office.registers().of(Phrase.class).list(Query.all().sortedBy("short_key", false), MOST),
                read -> phrases = read);
    }

    /** Listens for F4 in every text below. */
    void install(Parent parent) {
        parent.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.F4 && !key.isAltDown() && key.getTarget() instanceof TextInputControl input && input.isEditable()) {
                expand(input);
                key.consume();
            }
        });
    }

    private void expand(TextInputControl input) {
        int caret = input.getCaretPosition();
        Matcher before = SHORT_KEY.matcher(input.getText().substring(0, caret));
        String typed = before.find() ? before.group() : "";
        List<Phrase> fitting = phrases.stream().filter(phrase -> phrase.shortKey().startsWith(typed)).toList();
        phrases.stream().filter(phrase -> phrase.shortKey().equals(typed)).findFirst().ifPresentOrElse(
                phrase -> input.replaceText(caret - typed.length(), caret, phrase.words()),
                () -> offer(input, fitting.isEmpty() ? phrases : fitting, fitting.isEmpty() ? 0 : typed.length()));
    }

    private static void offer(TextInputControl input, List<Phrase> fitting, int typed) {
        var menu = new ContextMenu();
        for (Phrase phrase : fitting) {
            String words = phrase.words().length() <= SHOWN ? phrase.words() : phrase.words().substring(0, SHOWN) + "…";
            var item = new MenuItem(Text.of("mediation.phrase_line", phrase.shortKey(), words));
            item.setOnAction(chosen -> input.replaceText(input.getCaretPosition() - typed, input.getCaretPosition(), phrase.words()));
            menu.getItems().add(item);
        }
        Bounds at = input.localToScreen(input.getBoundsInLocal());
        menu.show(input, at.getMinX(), at.getMaxY());
    }
}
