package cn.anlan.kit.form;

import cn.anlan.entry.Shape;
import cn.anlan.kit.Style;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The fields of a form in titled groups of one to three columns (栏目), closing the gaps where fields do not apply. */
final class FormGrid {
    /** Narrower than this, one column reads better than two; from {@link #BROAD} on there is room for three. */
    private static final double NARROW = 430;
    private static final double BROAD = 780;
    private static final int MOST_COLUMNS = 3;
    private static final double MARGIN = 24;

    private final VBox node = Style.FORM.on(new VBox());
    private final ScrollPane scroll = new ScrollPane(node);
    private final Collection<FieldBox> fields;
    private final List<Group> groups = new ArrayList<>();
    private int columns = 2;

    private record Group(VBox box, GridPane grid, List<FieldBox> fields) {}

    FormGrid(Shape<?> shape, Collection<FieldBox> fields) {
        this.fields = fields;
        Map<String, List<FieldBox>> sections = new LinkedHashMap<>();
        fields.forEach(field -> sections.computeIfAbsent(field.field().section(), section -> new ArrayList<>()).add(field));
        sections.forEach((section, members) -> groups.add(group(section.isEmpty() ? shape.label() : shape.sectionLabel(section), members)));
        groups.forEach(group -> node.getChildren().add(group.box));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node.widthProperty().addListener((width, old, now) -> {
            int wanted = now.doubleValue() < NARROW ? 1 : now.doubleValue() < BROAD ? 2 : MOST_COLUMNS;
            if (wanted != columns) {
                columns = wanted;
                arrange();
            }
        });
    }

    private static Group group(String title, List<FieldBox> fields) {
        var grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(8);
        for (int i = 0; i < MOST_COLUMNS; i++) {
            var part = new ColumnConstraints();
            part.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(part);
        }
        for (FieldBox field : fields) {
            GridPane.setValignment(field.node(), VPos.TOP);
            grid.getChildren().add(field.node());
        }
        var box = Style.SECTION.on(new VBox(6, Style.SECTION_TITLE.on(new Label(title)), grid));
        return new Group(box, grid, fields);
    }

    VBox node() {
        return node;
    }

    /** Whether the fields can only be read: everything stays legible and can be marked and copied. */
    void close(boolean closed) {
        fields.forEach(field -> field.editor().close(closed));
        Style.CLOSED.set(node, closed);
    }

    /** The fields in a pane that scrolls; stands in the form. */
    ScrollPane scroll() {
        return scroll;
    }

    /** Scrolls until a field can be seen with what is said about it. */
    void reveal(Node field) {
        Platform.runLater(() -> {
            scroll.getParent().layout();
            node.layout();
            Bounds at = field.localToScene(field.getBoundsInLocal());
            Bounds view = scroll.localToScene(scroll.getBoundsInLocal());
            double hidden = at.getMinY() < view.getMinY() ? at.getMinY() - view.getMinY() - MARGIN
                    : at.getMaxY() > view.getMaxY() ? at.getMaxY() - view.getMaxY() + MARGIN : 0;
            double range = node.getHeight() - scroll.getViewportBounds().getHeight();
            if (hidden != 0 && range > 0) {
                scroll.setVvalue(Math.clamp(scroll.getVvalue() + hidden / range, 0, 1));
            }
        });
    }

    /** Puts every field that is asked for in its place; a group without any disappears. */
    void arrange() {
        for (Group group : groups) {
            for (int i = 0; i < MOST_COLUMNS; i++) {
                group.grid.getColumnConstraints().get(i).setPercentWidth(i < columns ? 100.0 / columns : 0);
            }
            var rows = new TreeMap<Integer, List<FieldBox>>();
            int cell = 0;
            for (FieldBox field : group.fields) {
                if (field.isAsked()) {
                    boolean wide = field.isWide() && columns > 1;
                    cell += wide && cell % columns > 0 ? columns - cell % columns : 0;
                    GridPane.setConstraints(field.node(), cell % columns, cell / columns, wide ? columns : 1, 1);
                    rows.computeIfAbsent(cell / columns, row -> new ArrayList<>()).add(field);
                    cell += wide ? columns : 1;
                }
            }
            rows.values().forEach(row -> row.forEach(field -> field.setHeaded(!row.stream().allMatch(FieldBox::isTick))));
            group.box.setVisible(cell > 0);
            group.box.setManaged(cell > 0);
        }
    }
}
