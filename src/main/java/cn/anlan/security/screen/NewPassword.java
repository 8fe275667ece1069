package cn.anlan.security.screen;

import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.kit.Style;
import cn.anlan.security.PasswordAdvice;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A new password, typed twice, with what is thought of it while it is typed (新口令框). */
final class NewPassword {
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Label thought = Card.hint(Text.of("security.first.advice"));
    private @Nullable PasswordAdvice advice;
    private String whose = "";

    /** {@code name} begins the ids of its parts. */
    NewPassword(String name) {
        password.setId(name + "-password");
        again.setId(name + "-again");
        thought.setId(name + "-advice");
        password.textProperty().addListener((all, before, now) -> think());
        again.textProperty().addListener((all, before, now) -> think());
    }

    List<Node> nodes() {
        return List.of(Card.question("security.first.password"), password, thought, Card.question("security.first.again"), again);
    }

    Region field() {
        return password;
    }

    /** From now on it is said while she types what is wrong with it. */
    void advise(@Nullable PasswordAdvice known) {
        advice = known;
        think();
    }

    /** Her name is guessed first; it may still be changing. */
    void isFor(String name) {
        whose = name;
        think();
    }

    private void think() {
        String typed = password.getText();
        String wrong = typed.isEmpty() ? "" : wrong(typed.toCharArray());
        boolean differs = wrong.isEmpty() && !again.getText().isEmpty() && !again.getText().equals(typed);
        thought.setText(typed.isEmpty() ? Text.of("security.first.advice") : !wrong.isEmpty() ? wrong
                : Text.of(differs ? "security.first.differs" : advice == null ? "security.first.advice" : "security.first.good"));
        Style.OVERDUE.set(thought, !wrong.isEmpty() || differs);
    }

    private String wrong(char[] typed) {
        try {
            if (advice != null) {
                advice.with(whose).require(typed);
            }
            return "";
        } catch (Refused guessable) {
            return String.valueOf(guessable.getMessage());
        }
    }

    /** What was typed. Throws {@link Refused} when the two differ; whether it can be guessed is asked by whoever takes it. */
    char[] typed() {
        if (!password.getText().equals(again.getText())) {
            throw Refused.of("security.first.differs");
        }
        return password.getText().toCharArray();
    }

    boolean isEmpty() {
        return password.getText().isEmpty() && again.getText().isEmpty();
    }

    void clear() {
        password.clear();
        again.clear();
    }

    /** Learns in the background what a password of somebody of this name must not be made of. */
    static void learn(Function<String, PasswordAdvice> house, Background background, String name, NewPassword field) {
        background.run("kit.busy.loading", () -> house.apply(name), field::advise, refused -> field.advise(null));
    }
}
