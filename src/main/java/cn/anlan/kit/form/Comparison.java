package cn.anlan.kit.form;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Mask;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.Shown;
import cn.anlan.kit.Style;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/**
 * Two versions of one entry side by side (两版对照), when someone else saved it meanwhile or a half-filled form comes back: for each differing
 * field one of them is taken.
 */
final class Comparison<E extends Entry> {
    /** More than this many pixels of differences are scrolled through. */
    private static final double MOST_HEIGHT = 260;

    private final Shape<E> shape;
    private final Version mine;
    private final Shown<E> theirs;
    private final Map<Field, Boolean> takeMine = new HashMap<>();
    private BiConsumer<Field, Boolean> onChosen = (field, wanted) -> { };
    private final VBox node;

    /** What the clerk means, field by field: read already or not. */
    interface Version {
        @Nullable Object value(Field field);

        String text(Field field);

        static Version of(Shown<?> shown) {
            return new Version() {
                @Override
                public @Nullable Object value(Field field) {
                    return shown.value(field);
                }

                @Override
                public String text(Field field) {
                    return shown.text(field);
                }
            };
        }
    }

    /**
     * Begins by taking what only one side changed; where both did, what the clerk typed.
     *
     * @param base the version the clerk started from
     * @param told says why there are two
     */
    Comparison(Shape<E> shape, E base, Version mine, Shown<E> theirs, String told) {
        this.shape = shape;
        this.mine = mine;
        this.theirs = theirs;
        var grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(6);
        var growing = new ColumnConstraints();
        growing.setHgrow(Priority.ALWAYS);
        growing.setPercentWidth(28);
        var name = new ColumnConstraints();
        name.setPercentWidth(18);
        grid.getColumnConstraints().setAll(name, growing, growing);
        grid.addRow(0, head("field"), head("mine"), head("theirs"));
        @Nullable Object[] began = shape.values(base);
        for (Field field : shape.businessFields()) {
            if (!Objects.equals(mine.value(field), theirs.value(field))) {
                takeMine.put(field, !Objects.equals(began[field.index()], mine.value(field)));
                grid.addRow(grid.getRowCount(), row(field));
            }
        }
        var title = Style.SECTION_TITLE.on(new Label(told));
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setMinHeight(Math.min(MOST_HEIGHT, 36 * grid.getRowCount()));
        node = Style.COMPARISON.on(new VBox(8, title, scroll));
        node.setMinHeight(Region.USE_PREF_SIZE);
        node.setId("comparison");
    }

    private static Label head(String key) {
        return Style.QUIET.on(new Label(Text.of("kit.stale." + key)));
    }

    private Region[] row(Field field) {
        var choices = new ToggleGroup();
        ToggleButton ours = choice("mine-" + field.name(), "kit.stale.use_mine");
        ToggleButton others = choice("theirs-" + field.name(), "kit.stale.use_theirs");
        var buttons = new SegmentedButton();
        buttons.setToggleGroup(choices);
        buttons.getButtons().setAll(ours, others);
        choices.getToggles().setAll(ours, others);
        choices.selectToggle(takeMine(field) ? ours : others);
        choices.selectedToggleProperty().addListener((toggle, old, now) -> {
            if (now == null) {
                choices.selectToggle(old);
            } else {
                takeMine.put(field, now == ours);
                onChosen.accept(field, now == ours);
            }
        });
        return new Region[] {new Label(shape.label(field)), value(field, mine.text(field)), value(field, theirs.text(field)), buttons};
    }

    private static ToggleButton choice(String id, String key) {
        var button = new ToggleButton(Text.of(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Label value(Field field, String full) {
        String text = Mask.of(field, full);
        var label = new Label(text.isEmpty() ? Text.of("entry.none") : text);
        label.setWrapText(true);
        return label;
    }

    private boolean takeMine(Field field) {
        return takeMine.getOrDefault(field, true);
    }

    boolean isEmpty() {
        return takeMine.isEmpty();
    }

    /** Each choice is seen in the form at once; nothing is stored before the clerk stores the form. */
    VBox aboveForm(BiConsumer<Field, Boolean> chosen, Runnable looked, Runnable dropped) {
        onChosen = chosen;
        var goOn = Style.PRIMARY.on(Buttons.of("draft-go-on", MaterialDesignC.CHECK, looked));
        node.getChildren().add(new HBox(8, goOn, Buttons.of("draft-drop", MaterialDesignM.MINUS_CIRCLE_OUTLINE, dropped)));
        return node;
    }

    /** Adds the buttons that end the comparison. */
    VBox node(Consumer<E> merged, Runnable dropped) {
        var save = Style.PRIMARY.on(Buttons.of("save-merged", MaterialDesignC.CHECK, () -> merged.accept(merged())));
        var drop = Buttons.of("take-theirs", MaterialDesignM.MINUS_CIRCLE_OUTLINE, dropped);
        node.getChildren().add(new HBox(8, save, drop));
        return node;
    }

    /** Their version with the chosen values of mine. */
    private E merged() {
        Map<String, @Nullable Object> chosen = new HashMap<>();
        takeMine.forEach((field, wanted) -> {
            if (wanted) {
                chosen.put(field.name(), mine.value(field));
            }
        });
        return shape.with(theirs.entry(), chosen);
    }
}
