package cn.anlan.kit.list;

import cn.anlan.entry.Field;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Shape;
import cn.anlan.entry.Text;
import cn.anlan.entry.Type;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.kit.form.Choices;
import cn.anlan.kit.form.DateEditor;
import cn.anlan.kit.form.PickBox;
import cn.anlan.reference.Code;
import cn.anlan.store.Query.Filter;
import cn.anlan.store.Query.Op;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Asks what a column shall hold (筛选框), in the way its type is best asked. */
final class FilterForm {
    private final Office office;
    private final Shape<?> shape;
    private final Field field;
    private final Consumer<Condition> taker;
    private final VBox node = new VBox(8);
    private final Label error = Style.FIELD_ERROR.on(new Label());

    FilterForm(Office office, Shape<?> shape, Field field, Consumer<Condition> taker) {
        this.office = office;
        this.shape = shape;
        this.field = field;
        this.taker = taker;
        node.setId("filter-form");
        Supplier<List<Filter>> asked = ask();
        Button apply = Style.PRIMARY.on(Buttons.of("apply-filter", MaterialDesignC.CHECK, () -> apply(asked)));
        error.setWrapText(true);
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        var buttons = new HBox(8, apply);
        if (field.type() != Type.FLAG) {
            buttons.getChildren().addAll(plain("filter-empty", Op.EMPTY), plain("filter-filled", Op.FILLED));
        }
        buttons.setAlignment(Pos.CENTER_LEFT);
        node.getChildren().addAll(error, buttons);
        node.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                apply(asked);
                key.consume();
            }
        });
    }

    VBox node() {
        return node;
    }

    private Button plain(String id, Op op) {
        return Buttons.of(id, op == Op.EMPTY ? MaterialDesignC.CHECKBOX_BLANK_OUTLINE : MaterialDesignC.CHECKBOX_MARKED_OUTLINE,
                () -> taker.accept(new Condition(field.name(), Text.of("kit.chip." + op, shape.label(field)),
                        List.of(new Filter(field.name(), op, null)))));
    }

    private Supplier<List<Filter>> ask() {
        return switch (field.type()) {
            case TEXT -> contains();
            case DATE -> range(dateInput("filter-from"), dateInput("filter-to"));
            case INTEGER, MONEY, TIME -> range(new TextField(), new TextField());
            case FLAG -> yesOrNo();
            case CODE, CODES -> codes();
            case PLACE -> pick(Op.STARTS);
            case LINK -> pick(Op.IS);
        };
    }

    private Supplier<List<Filter>> contains() {
        var text = new TextField();
        text.setId("filter-text");
        text.setPromptText(Text.of("kit.filter.contains"));
        node.getChildren().add(text);
        return () -> text.getText().isBlank() ? List.of() : List.of(filter(Op.CONTAINS, text.getText().strip()));
    }

    private TextField dateInput(String id) {
        var editor = new DateEditor();
        TextField input = editor.focus();
        input.setId(id);
        input.setUserData(editor.node());
        return input;
    }

    private Supplier<List<Filter>> range(TextField from, TextField to) {
        from.setId("filter-from");
        to.setId("filter-to");
        from.setPromptText(Text.of("kit.filter.from"));
        to.setPromptText(Text.of("kit.filter.to"));
        node.getChildren().add(new HBox(8, shell(from), shell(to)));
        return () -> {
            List<Filter> filters = new ArrayList<>();
            add(filters, Op.FROM, from.getText());
            add(filters, Op.TO, to.getText());
            return filters;
        };
    }

    private static Node shell(TextField input) {
        input.setPrefWidth(140);
        return input.getUserData() instanceof Node whole ? whole : input;
    }

    private void add(List<Filter> filters, Op op, String written) {
        Object value = office.registers().read(shape, field, written);
        if (value != null) {
            filters.add(filter(op, value));
        }
    }

    private Supplier<List<Filter>> yesOrNo() {
        var group = new ToggleGroup();
        var yes = new RadioButton(Text.of("entry.yes"));
        var no = new RadioButton(Text.of("entry.no"));
        yes.setId("filter-yes");
        no.setId("filter-no");
        yes.setToggleGroup(group);
        no.setToggleGroup(group);
        yes.setSelected(true);
        node.getChildren().add(new HBox(16, yes, no));
        return () -> List.of(filter(Op.IS, yes.isSelected()));
    }

    private Supplier<List<Filter>> codes() {
        Set<String> picked = new LinkedHashSet<>();
        var boxes = new VBox(6);
        for (Code code : office.codes().all(field.codeList().orElseThrow())) {
            var box = new CheckBox(code.label());
            box.setId("filter-code-" + code.code());
            box.selectedProperty().addListener((selected, old, now) -> {
                if (now) {
                    picked.add(code.code());
                } else {
                    picked.remove(code.code());
                }
            });
            boxes.getChildren().add(box);
        }
        var scroll = new ScrollPane(boxes);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(260);
        scroll.setMinWidth(240);
        node.getChildren().add(scroll);
        return () -> picked.isEmpty() ? List.of() : List.of(filter(Op.AMONG, List.copyOf(picked)));
    }

    private Supplier<List<Filter>> pick(Op op) {
        var box = new PickBox(new Choices(office, Map.of()).of(field));
        box.input().setId("filter-pick");
        box.setPrefWidth(260);
        node.getChildren().add(box);
        return () -> {
            PickBox.Choice chosen = box.chosen();
            if (chosen == null) {
                return List.of();
            }
            node.setUserData(chosen.label());
            return List.of(filter(op, chosen.value()));
        };
    }

    private Filter filter(Op op, @Nullable Object value) {
        return new Filter(field.name(), op, value);
    }

    private void apply(Supplier<List<Filter>> asked) {
        try {
            List<Filter> filters = asked.get();
            if (filters.isEmpty()) {
                error.setText(Text.of("kit.filter.nothing"));
            } else {
                taker.accept(new Condition(field.name(), words(filters), filters));
            }
        } catch (Refused refused) {
            error.setText(refused.getMessage());
        }
    }

    private String words(List<Filter> filters) {
        List<String> parts = new ArrayList<>();
        for (Filter filter : filters) {
            parts.add(Text.of("kit.chip." + filter.op(), shape.label(field), value(filter)));
        }
        if (parts.size() == 2) {
            return Text.of("kit.chip.range", shape.label(field), value(filters.get(0)), value(filters.get(1)));
        }
        return parts.get(0);
    }

    private String value(Filter filter) {
        if (filter.value() instanceof List<?> picked) {
            String list = field.codeList().orElseThrow();
            return String.join(Text.of("kit.list.comma"), picked.stream().map(code -> office.codes().label(list, String.valueOf(code))).toList());
        }
        return field.type() == Type.PLACE || field.type() == Type.LINK ? Objects.toString(node.getUserData(), "")
                : filter.op() == Op.CONTAINS ? String.valueOf(filter.value()) : office.registers().show(field, filter.value());
    }
}
