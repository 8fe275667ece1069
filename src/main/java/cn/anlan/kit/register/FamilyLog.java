package cn.anlan.kit.register;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.store.Journal.Action;
import cn.anlan.store.Journal.Line;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Everything done to an entry and to all that hangs on it, in sentences, latest first (日志); what one write did stands together. */
public final class FamilyLog<E extends Entry> {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int MOST_CHILDREN = 1_000;

    private final Office office;
    private final Register<E> register;
    private final Function<Line, Optional<String>> own;
    private final ListView<Told> list = new ListView<>();
    private final Label none = Style.EMPTY_STATE.on(new Label(Text.of("kit.log.empty")));
    private long asked;

    /** What one write did. */
    record Told(String when, String who, String sentences) {}

    /** {@code own} puts a line into the room's own words where it has any; it may ask the store. */
    public FamilyLog(Office office, Register<E> register, Function<Line, Optional<String>> own) {
        this.office = office;
        this.register = register;
        this.own = own;
        list.setId("log-" + register.name());
        Style.LOG.on(list).setPlaceholder(none);
        list.setCellFactory(view -> new ToldCell());
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    public Node node() {
        return list;
    }

    /** Shows what happened to a stored entry; null empties the list. */
    public void show(@Nullable E entry) {
        long ticket = ++asked;
        if (entry == null) {
            list.getItems().clear();
        } else {
            office.background().run("kit.busy.loading", () -> told(entry.id()), told -> {
                if (ticket == asked) {
                    list.getItems().setAll(told);
                }
            });
        }
    }

    private List<Told> told(String id) {
        List<Line> lines = new ArrayList<>(office.journal().of(id));
        office.registers().childrenOf(register.name()).forEach(child -> gather(child, id, lines));
        lines.sort(Comparator.comparingLong(Line::no).reversed());
        Map<Long, List<Line>> writes = new LinkedHashMap<>();
        lines.forEach(line -> writes.computeIfAbsent(line.step(), step -> new ArrayList<>()).add(line));
        return writes.values().stream().map(this::told).toList();
    }

    private <C extends Entry> void gather(Register<C> child, String ownerId, List<Line> lines) {
        String owner = child.shape().owner().map(Field::name).orElseThrow();
        for (C entry : child.list(Query.all().lives(Query.Lives.BOTH).is(owner, ownerId), MOST_CHILDREN)) {
            lines.addAll(office.journal().of(entry.id()));
            office.registers().childrenOf(child.name()).forEach(grandchild -> gather(grandchild, entry.id(), lines));
        }
    }

    /** The lines of one write, the first of them first. */
    private Told told(List<Line> write) {
        Line last = write.get(0);
        String sentences = write.reversed().stream().map(this::sentence).filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining("\n"));
        return new Told(MOMENT.format(last.at()), last.who(), sentences);
    }

    private String sentence(Line line) {
        return own.apply(line).orElseGet(() -> {
            Register<?> of = office.registers().named(line.subject().register());
            var text = new StringBuilder(Text.of("kit.log." + line.action(), of.shape().label(), titleOf(of, line.subject().id())));
            if (line.action() == Action.CHANGE) {
                Telling.touched(of, line).forEach(touched -> text.append('\n')
                        .append(Text.of("kit.log.field", touched.label(), touched.before(), touched.after())));
            }
            if (line.reason() != null) {
                text.append('\n').append(Text.of("kit.history.reason", line.reason()));
            }
            return text.toString();
        });
    }

    private String titleOf(Register<?> of, String id) {
        return office.registers().title(of.name(), id);
    }

    /** When and who on the left, what on the right. */
    private static final class ToldCell extends ListCell<Told> {
        private final Label when = Style.QUIET.on(new Label());
        private final Label who = new Label();
        private final Label what = new Label();
        private final HBox row = new HBox(12, new VBox(1, who, when), what);

        ToldCell() {
            row.setAlignment(Pos.TOP_LEFT);
            when.setMinWidth(USE_PREF_SIZE);
            what.setWrapText(true);
            what.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(what, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Told told, boolean empty) {
            super.updateItem(told, empty);
            when.setText(told == null ? "" : told.when);
            who.setText(told == null ? "" : told.who);
            what.setText(told == null ? "" : told.sentences);
            setGraphic(told == null ? null : row);
        }
    }
}
