package cn.anlan.app.window;

import cn.anlan.manual.screen.HelpPage;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The manual before anybody is in (门前的手册): F1 lays it upon the login, the first questions and the like, F1 or Esc takes it away; what is typed there stays. */
final class DoorHelp {
    /** What stands at the door, by what the ids of the pages end with; chapters name them so. */
    private static final List<String> DOORS = List.of("login", "recover", "recovery", "account", "first", "failure");

    private final Scene scene;
    private final StackPane front;
    private @Nullable HelpPage manual;
    private @Nullable Node cursor;

    private DoorHelp(Scene scene, StackPane front) {
        this.scene = scene;
        this.front = front;
    }

    /** Answers F1 for the pages in {@code front} while {@code atDoor} says that nobody is in; whoever is in has the manual among her pages. */
    static void answer(Scene scene, StackPane front, BooleanSupplier atDoor) {
        var help = new DoorHelp(scene, front);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.F1 && atDoor.getAsBoolean()) {
                help.turn();
                key.consume();
            }
        });
    }

    private void turn() {
        HelpPage open = manual == null ? new HelpPage(this::back) : manual;
        manual = open;
        if (front.getChildren().contains(open.node())) {
            back();
        } else {
            cursor = scene.getFocusOwner();
            open.open(DOORS.stream().filter(name -> front.lookup("#page-" + name) != null).findFirst().orElse(""));
            front.getChildren().forEach(page -> page.setVisible(false));
            front.getChildren().add(open.node());
            open.shown();
        }
    }

    private void back() {
        if (manual != null) {
            front.getChildren().remove(manual.node());
        }
        front.getChildren().forEach(page -> page.setVisible(true));
        if (cursor != null) {
            cursor.requestFocus();
        }
    }
}
