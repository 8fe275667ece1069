package cn.anlan.kit.list;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Lives;
import cn.anlan.store.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** What stands above a list (列表工具): the find box, filters as chips, filters with a name, the choice of columns, void entries. */
final class TableTools<E extends Entry> {
    private static final Duration PAUSE = Duration.millis(250);

    private final Office office;
    private final Register<E> register;
    private final Columns<E> columns;
    private final NoticeBar notice;
    private final Runnable changed;
    private final Views views;
    private final TextField find = new TextField();
    private final ToggleButton withVoid = Buttons.toggle("with-void", MaterialDesignF.FILE_CANCEL_OUTLINE);
    private final FlowPane chips = Style.CHIPS.on(new FlowPane(6, 4));
    private final HBox own = new HBox(6);
    private final List<Condition> conditions = new ArrayList<>();
    private final Button filter = Buttons.icon("filter", MaterialDesignF.FILTER_VARIANT, this::offerFields);
    private final Button choose = Buttons.icon("columns", MaterialDesignV.VIEW_COLUMN_OUTLINE, this::offerColumns);

    TableTools(Office office, Register<E> register, Columns<E> columns, NoticeBar notice, Runnable changed) {
        this.office = office;
        this.register = register;
        this.columns = columns;
        this.notice = notice;
        this.changed = changed;
        this.views = new Views(office.memory(), register.name());
        var pause = new PauseTransition(PAUSE);
        pause.setOnFinished(over -> changed.run());
        find.setId("find");
        find.setPromptText(Text.of("kit.find"));
        find.setAccessibleText(Text.of("kit.find"));
        find.setTooltip(new Tooltip(Text.of("kit.find.tip")));
        find.textProperty().addListener((text, old, now) -> pause.playFromStart());
        withVoid.setText("");
        Style.FLAT_ICON.on(withVoid).setFocusTraversable(false);
        withVoid.setOnAction(event -> changed.run());
        chips.setManaged(false);
    }

    HBox bar(Label counter) {
        HBox.setHgrow(find, Priority.ALWAYS);
        find.setMaxWidth(320);
        find.setMinWidth(90);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        counter.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(4, find, filter, choose, withVoid, own, gap, counter);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    FlowPane chips() {
        return chips;
    }

    void add(Node tool) {
        own.getChildren().add(tool);
        own.setMinWidth(Region.USE_PREF_SIZE);
    }

    void focusFind() {
        find.requestFocus();
        find.selectAll();
    }

    Query narrow(Query query) {
        Query narrowed = query.finding(find.getText()).lives(withVoid.isSelected() ? Lives.BOTH : Lives.LIVING);
        for (Condition condition : conditions) {
            narrowed = condition.on(narrowed);
        }
        return narrowed;
    }

    boolean isNarrowed() {
        return !conditions.isEmpty() || !find.getText().isBlank();
    }

    /** Shows exactly what a query filters and finds, as one chip of these words. */
    void show(Query query, String words) {
        find.setText(query.find() == null ? "" : query.find());
        conditions.clear();
        if (!query.filters().isEmpty()) {
            conditions.add(new Condition(query.filters().get(0).field(), words, query.filters()));
        }
        withVoid.setSelected(query.lives() != Lives.LIVING);
        showChips();
        changed.run();
    }

    private void offerFields() {
        List<MenuItem> items = new ArrayList<>();
        columns.shown().forEach(field -> items.add(item(field)));
        var others = new Menu(Text.of("kit.filter.others"));
        register.shape().businessFields().stream().filter(field -> !columns.shown().contains(field) && !field.linksToOwner())
                .forEach(field -> others.getItems().add(item(field)));
        if (!others.getItems().isEmpty()) {
            items.add(others);
        }
        items.add(new SeparatorMenuItem());
        items.addAll(named());
        menu(filter, items);
    }

    private MenuItem item(Field field) {
        var item = new MenuItem(register.shape().label(field));
        item.setOnAction(event -> ask(field));
        return item;
    }

    private List<MenuItem> named() {
        List<MenuItem> items = new ArrayList<>();
        Map<String, String> all = views.all();
        all.forEach((name, line) -> {
            var item = new MenuItem(name);
            item.setOnAction(event -> {
                conditions.clear();
                conditions.addAll(Condition.read(register.shape(), line));
                showChips();
                changed.run();
            });
            items.add(item);
        });
        var keep = new MenuItem(Text.of("kit.views.keep"));
        keep.setDisable(conditions.isEmpty());
        keep.setOnAction(event -> notice.ask(Text.of("kit.views.name"), Text.of("kit.button.save"), this::keepView));
        items.add(keep);
        if (!all.isEmpty()) {
            var drop = new Menu(Text.of("kit.views.drop"));
            all.keySet().forEach(name -> {
                var item = new MenuItem(name);
                item.setOnAction(event -> views.remove(name));
                drop.getItems().add(item);
            });
            items.add(drop);
        }
        return items;
    }

    /** Remembers the present filters under a name. */
    void keepView(String name) {
        views.put(name, Condition.line(register.shape(), conditions));
        notice.done(Text.of("kit.views.kept", name));
    }

    private void offerColumns() {
        menu(choose, columns.choices());
    }

    private static void menu(Node under, List<MenuItem> items) {
        var menu = new ContextMenu();
        menu.getItems().setAll(items);
        menu.show(under, Side.BOTTOM, 0, 2);
    }

    private void ask(Field field) {
        var popOver = new PopOver();
        var form = new FilterForm(office, register.shape(), field, condition -> {
            popOver.hide();
            add(condition);
        });
        var title = Style.SECTION_TITLE.on(new Label(register.shape().label(field)));
        var content = Style.FORM.on(new VBox(8, title, form.node()));
        content.setMaxWidth(340);
        popOver.setContentNode(content);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        popOver.setDetachable(false);
        popOver.getRoot().getStylesheets().setAll(filter.getScene().getStylesheets());
        popOver.show(filter);
    }

    /** Adds a condition; one on the same field takes its place. */
    void add(Condition condition) {
        conditions.removeIf(known -> known.field().equals(condition.field()));
        conditions.add(condition);
        showChips();
        changed.run();
    }

    private void showChips() {
        chips.getChildren().setAll(conditions.stream().map(this::chip).toList());
        chips.setManaged(!conditions.isEmpty());
        chips.setVisible(!conditions.isEmpty());
    }

    private Node chip(Condition condition) {
        Button remove = Buttons.icon("remove-chip", MaterialDesignC.CLOSE, () -> {
            conditions.remove(condition);
            showChips();
            changed.run();
        });
        remove.setFocusTraversable(true);
        var chip = Style.CHIP.on(new HBox(2, new Label(condition.words()), remove));
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.setId("chip-" + condition.field());
        return chip;
    }
}
