package cn.anlan.kit.register;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Mask;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Journal.Action;
import cn.anlan.store.Journal.Line;
import cn.anlan.store.Register;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    record Told(String when, String what, List<Touched> fields, @Nullable String reason) {}

    /** A field that changed; {@code before} is empty for a new entry. */
    record Touched(String label, String before, String after) {}

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
        Shape<E> shape = register.shape();
        Map<String, @Nullable Object> before = values(shape, line.before());
        Map<String, @Nullable Object> after = values(shape, line.after());
        List<Touched> touched = new ArrayList<>();
        after.forEach((name, value) -> {
            Field field = shape.field(name);
            if (!field.isOwn()) {
                touched.add(new Touched(shape.label(field), show(field, before.get(name)), show(field, value)));
            }
        });
        String what = Text.of("kit.history." + line.action(), line.who());
        return new Told(MOMENT.format(line.at()), what, line.action() == Action.CREATE ? List.of() : touched, line.reason());
    }

    private static Map<String, @Nullable Object> values(Shape<?> shape, @Nullable String json) {
        return json == null ? Map.of() : EntryJson.values(shape, EntryJson.readAll(json).get(0));
    }

    private String show(Field field, @Nullable Object value) {
        String text = Mask.of(field, register.display().show(field, value));
        return text.isEmpty() ? Text.of("entry.none") : text;
    }

    private static Node line(Told told) {
        var box = Style.HISTORY_LINE.on(new VBox(3, Style.HISTORY_HEAD.on(new Label(told.what)), Style.QUIET.on(new Label(told.when))));
        for (Touched touched : told.fields) {
            box.getChildren().add(wrapped(Text.of("kit.history.field", touched.label, touched.before, touched.after)));
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
