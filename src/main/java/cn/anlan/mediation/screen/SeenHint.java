package cn.anlan.mediation.screen;

import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.mediation.desk.SeenBefore;
import cn.anlan.mediation.desk.SeenBefore.Question;
import cn.anlan.mediation.desk.SeenBefore.Seen;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Tells while one types that these people, or this quarrel, were here before (见过提示); never in the way, one key links the two. */
final class SeenHint {
    /** So long nobody types before the store is asked. */
    private static final Duration PAUSE = Duration.millis(250);
    private static final List<String> KINDS = List.of("1", "2", "3");

    private final Office office;
    private final SeenBefore before;
    private final BiConsumer<Seen, String> link;
    private final Consumer<String> open;
    private final VBox root = Style.SEEN.on(new VBox(4));
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private List<Seen> seen = List.of();
    private int chosen;
    private long asked;

    /** {@code link} notes that a dispute seen belongs to this one, and how (list {@code link_kind}); {@code open} shows it. */
    SeenHint(Office office, SeenBefore before, BiConsumer<Seen, String> link, Consumer<String> open) {
        this.office = office;
        this.before = before;
        this.link = link;
        this.open = open;
        root.setId("seen");
        root.setMinHeight(Region.USE_PREF_SIZE);
        root.setMinWidth(0);
        clear();
    }

    Node node() {
        return root;
    }

    void clear() {
        asked++;
        pause.stop();
        show(List.of());
    }

    /** Asks, once typing has paused. */
    void ask(Question question) {
        long ticket = ++asked;
        pause.setOnFinished(over -> office.background().run("kit.busy.loading", () -> before.look(question), found -> {
            if (ticket == asked) {
                show(found);
            }
        }));
        pause.playFromStart();
    }

    private void show(List<Seen> found) {
        seen = found;
        chosen = 0;
        root.setVisible(!found.isEmpty());
        root.setManaged(!found.isEmpty());
        arrange();
    }

    private void arrange() {
        root.getChildren().clear();
        if (!seen.isEmpty()) {
            root.getChildren().add(Style.QUIET.on(new Label(Text.of("mediation.seen"))));
            for (int i = 0; i < seen.size(); i++) {
                root.getChildren().add(row(seen.get(i), i == chosen));
            }
        }
    }

    private VBox row(Seen one, boolean here) {
        var registration = one.dispute().registration();
        String why = Text.of("mediation.seen." + one.why(), one.who());
        var reason = Style.CASE_MARK.on(new Label(why));
        reason.setMinWidth(Region.USE_PREF_SIZE);
        Style.SOON.set(reason, one.why().compareTo(SeenBefore.Why.SAME_PHONE) <= 0);
        var title = Style.SEEN_TITLE.on(new Button(registration.title()));
        title.setFocusTraversable(false);
        title.setOnAction(pressed -> open.accept(one.dispute().id()));
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        title.setAlignment(Pos.CENTER_LEFT);
        var when = Style.QUIET.on(new Label(Text.of("mediation.seen.when", registration.registerDate(),
                office.codes().label("dispute_stage", registration.stage()))));
        when.setMinWidth(0);
        var line = new HBox(8, reason, when);
        line.setAlignment(Pos.CENTER_LEFT);
        var row = new VBox(3, line, title);
        row.setMinWidth(0);
        if (here) {
            var keys = new FlowPane(6, 4);
            KINDS.forEach(kind -> keys.getChildren().add(button(one, kind)));
            row.getChildren().add(keys);
        }
        return row;
    }

    private Button button(Seen one, String kind) {
        int key = KINDS.indexOf(kind) + 7;
        var button = new Button(Text.of("mediation.seen.link", office.codes().label("link_kind", kind), "F" + key));
        button.setId("seen-link-" + kind);
        button.getStyleClass().add("small");
        button.setFocusTraversable(false);
        button.setOnAction(pressed -> link.accept(one, kind));
        return button;
    }

    /** F7, F8, F9 link the chosen one as duplicate, related, repeated; Ctrl and the arrows choose another. */
    void key(KeyEvent key) {
        if (seen.isEmpty()) {
            return;
        }
        switch (key.getCode()) {
            case F7, F8, F9 -> {
                link.accept(seen.get(chosen), KINDS.get(key.getCode().ordinal() - KeyCode.F7.ordinal()));
                key.consume();
            }
            case DOWN, UP -> {
                if (key.isShortcutDown()) {
                    chosen = Math.floorMod(chosen + (key.getCode() == KeyCode.DOWN ? 1 : -1), seen.size());
                    arrange();
                    key.consume();
                }
            }
            default -> { }
        }
    }
}
