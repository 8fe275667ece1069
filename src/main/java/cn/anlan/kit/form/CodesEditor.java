package cn.anlan.kit.form;

import cn.anlan.reference.Code;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.util.StringConverter;
import org.controlsfx.control.CheckComboBox;
import org.jspecify.annotations.Nullable;

/** An editor for a set of codes (多选框). A code no longer in force stays a choice while the entry holds it. */
final class CodesEditor implements Editor {
    private final CheckComboBox<String> box = new CheckComboBox<>();
    private final Supplier<List<Code>> choices;

    CodesEditor(Supplier<List<Code>> choices, UnaryOperator<String> label) {
        this.choices = choices;
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String code) {
                return code == null ? "" : label.apply(code);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node focus() {
        return box;
    }

    @Override
    public void show(@Nullable Object value, String text) {
        var held = new LinkedHashSet<String>();
        ((Set<?>) (value == null ? Set.of() : value)).forEach(code -> held.add((String) code));
        var all = new LinkedHashSet<String>();
        choices.get().forEach(code -> all.add(code.code()));
        all.addAll(held);
        box.getCheckModel().clearChecks();
        box.getItems().setAll(all);
        held.forEach(code -> box.getCheckModel().check(code));
    }

    @Override
    public Typed typed() {
        return Typed.value(new TreeSet<>(box.getCheckModel().getCheckedItems()));
    }

    @Override
    public void onEdited(Runnable listener) {
        box.getCheckModel().getCheckedItems().addListener((ListChangeListener<String>) change -> listener.run());
    }

    @Override
    public void close(boolean closed) {
        box.setDisable(closed);
    }
}
