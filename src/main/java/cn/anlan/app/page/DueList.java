package cn.anlan.app.page;

import cn.anlan.entry.Due;
import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** The things to do by kind (待办清单): each kind under a heading that counts it, in the order of the code list; Enter opens a matter or folds a kind. */
final class DueList {
    private static final String ITEMS = "deadline_item";

    private final Office office;
    private final Doors doors;
    private final ListView<Line> list = new ListView<>();
    private final Set<String> folded = new HashSet<>();
    private List<Due> matters = List.of();

    /** The heading of a kind, or a matter under it. */
    record Line(String item, String heading, @Nullable Due due) {}

    DueList(Office office, Doors doors) {
        this.office = office;
        this.doors = doors;
        list.setId("home-due");
        list.getStyleClass().add("home-due");
        list.setCellFactory(view -> new DueCell(office));
        list.setOnMouseClicked(click -> act(click.getClickCount() == 2));
        list.setOnKeyPressed(key -> act(key.getCode() == KeyCode.ENTER));
    }

    ListView<Line> node() {
        return list;
    }

    void setPlaceholder(Node words) {
        list.setPlaceholder(words);
    }

    /** Shows these, the most urgent first in each kind. */
    void show(List<Due> due) {
        matters = due;
        Map<String, List<Due>> kinds = new LinkedHashMap<>();
        office.codes().all(ITEMS).forEach(kind -> kinds.put(kind.code(), new ArrayList<>()));
        due.forEach(matter -> kinds.computeIfAbsent(matter.item(), item -> new ArrayList<>()).add(matter));
        kinds.values().removeIf(List::isEmpty);
        List<Line> lines = new ArrayList<>();
        kinds.forEach((item, some) -> {
            lines.add(new Line(item, heading(item, some), null));
            if (!folded.contains(item)) {
                some.forEach(matter -> lines.add(new Line(item, "", matter)));
            }
        });
        list.getItems().setAll(lines);
    }

    private String heading(String item, List<Due> some) {
        String label = office.codes().label(ITEMS, item);
        long late = some.stream().filter(matter -> matter.level() == Due.Level.LATE).count();
        return late == 0 ? Text.of("app.home.due_kind", label, some.size()) : Text.of("app.home.due_kind_late", label, some.size(), late);
    }

    private void act(boolean wanted) {
        Line chosen = list.getSelectionModel().getSelectedItem();
        if (!wanted || chosen == null) {
            return;
        }
        Due due = chosen.due();
        if (due == null) {
            fold(chosen.item());
        } else if (due.id() == null) {
            doors.go(due.register());
        } else {
            doors.open(due.register(), due.id());
        }
    }

    private void fold(String item) {
        if (!folded.remove(item)) {
            folded.add(item);
        }
        int here = list.getSelectionModel().getSelectedIndex();
        show(matters);
        list.getSelectionModel().clearAndSelect(here);
    }
}
