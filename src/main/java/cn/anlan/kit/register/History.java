package cn.anlan.kit.register;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.store.Journal.Action;
import cn.anlan.store.Journal.Line;
import cn.anlan.store.Register;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Everything that happened to one entry (历史), latest first: who, when, which field from what to what. */
final class History<E extends Entry> {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Office office;
    private final Register<E> register;
    private final VBox lines = new VBox(10);
    private final VBox node;
    private long asked;

    /** One change in words: a headline and the fields it touched. */
    record Told(String when, String what, List<Telling.Touched> fields, @Nullable String reason) {}

    History(Office office, Register<E> register, Runnable closed) {
        this.office = office;
        this.register = register;
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, Style.SECTION_TITLE.on(new Label(Text.of("kit.button.history"))), gap,
                Buttons.icon("close-history", MaterialDesignC.CLOSE, closed));
        head.setAlignment(Pos.CENTER_LEFT);
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node = Style.DRAWER.on(new VBox(8, head, scroll));
        node.setId("history-drawer");
        node.setPrefWidth(300);
        node.setMinWidth(260);
    }

    VBox node() {
        return node;
    }

    /** Shows the history of an entry. */
    void show(String id) {
        long ticket = ++asked;
        office.background().run("kit.busy.loading", () -> office.journal().of(id).stream().map(this::told).toList(), told -> {
            if (ticket == asked) {
                lines.getChildren().setAll(told.stream().map(History::line).toList());
            }
        });
    }

    private Told told(Line line) {
        String what = Text.of("kit.history." + line.action(), line.who());
        return new Told(MOMENT.format(line.at()), what, line.action() == Action.CREATE ? List.of() : Telling.touched(register, line), line.reason());
    }

    private static Node line(Told told) {
        var box = Style.HISTORY_LINE.on(new VBox(3, Style.HISTORY_HEAD.on(new Label(told.what)), Style.QUIET.on(new Label(told.when))));
        for (Telling.Touched touched : told.fields) {
            box.getChildren().add(wrapped(Text.of("kit.history.field", touched.label(), touched.before(), touched.after())));
        }
        if (told.reason != null) {
            box.getChildren().add(wrapped(Text.of("kit.history.reason", told.reason)));
        }
        return box;
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
