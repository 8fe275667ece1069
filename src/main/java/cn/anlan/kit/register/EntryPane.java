package cn.anlan.kit.register;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.kit.Shown;
import cn.anlan.kit.Style;
import cn.anlan.kit.form.EntryForm;
import cn.anlan.store.Register;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One entry with all that hangs on it (登记内容): its form, and a tab for each register whose entries it owns. */
final class EntryPane<E extends Entry> {
    private final Office office;
    private final Register<E> register;
    private final Map<String, String> ancestors;
    private final EntryForm<E> form;
    private final VBox header = new VBox();
    private final TabPane tabs = new TabPane();
    private final VBox full = new VBox();
    private final Label none;
    private final StackPane root;
    private final List<ChildPane<?>> children = new ArrayList<>();
    private final List<Consumer<@Nullable E>> onOpened = new ArrayList<>();
    private Map<String, ? extends @Nullable Object> given = Map.of();

    /** Ancestors by register: this map is kept up to date by whoever made this pane, and is the form's to look links up in. */
    EntryPane(Office office, Register<E> register, Map<String, String> ancestors) {
        this.office = office;
        this.register = register;
        this.ancestors = ancestors;
        this.form = new EntryForm<>(office, register, ancestors);
        form.onStored(stored -> opened(stored));
        full.getChildren().setAll(header, form.node());
        VBox.setVgrow(form.node(), Priority.ALWAYS);
        none = Style.EMPTY_STATE.on(new Label(Text.of("kit.none_open", register.shape().label())));
        root = new StackPane(full, none);
        full.visibleProperty().bind(form.entryProperty().isNotNull());
        none.visibleProperty().bind(form.entryProperty().isNull());
        for (Register<?> child : office.registers().childrenOf(register.name())) {
            addChild(child);
        }
    }

    private <C extends Entry> void addChild(Register<C> child) {
        var inherited = new HashMap<>(ancestors);
        var pane = new ChildPane<>(office, child, inherited);
        children.add(pane);
        Tab tab = addTab("tab-" + child.name(), child.shape().label(), pane.node());
        pane.onCount(count -> tab.setText(count == 0 ? child.shape().label() : Text.of("kit.tab.counted", child.shape().label(), count)));
    }

    /** Adds a tab behind those already there; the first one brings the form its own tab. */
    Tab addTab(String id, String title, Node content) {
        if (tabs.getTabs().isEmpty()) {
            full.getChildren().setAll(header, tabs);
            VBox.setVgrow(tabs, Priority.ALWAYS);
            tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
            tabs.getTabs().add(tab("tab-form-" + register.name(), Text.of("kit.tab.form"), form.node()));
        }
        Tab tab = tab(id, title, content);
        tab.setDisable(entry() == null);
        tabs.getTabs().add(tab);
        return tab;
    }

    private static Tab tab(String id, String title, Node content) {
        var tab = new Tab(title, content);
        tab.setId(id);
        return tab;
    }

    StackPane node() {
        return root;
    }

    EntryForm<E> form() {
        return form;
    }

    void setHeader(@Nullable Node node) {
        if (node == null) {
            header.getChildren().clear();
        } else {
            header.getChildren().setAll(node);
        }
    }

    void onOpened(Consumer<@Nullable E> taker) {
        onOpened.add(taker);
    }

    /** The stored entry shown; null while there is none, or it is new. */
    @Nullable E entry() {
        E entry = form.entry();
        return entry == null || entry.revision() == 0 ? null : entry;
    }

    void show(Shown<E> shown) {
        form.show(shown);
        opened(shown.entry());
    }

    void fresh(Map<String, ? extends @Nullable Object> values) {
        given = values;
        form.fresh(values);
        opened(null);
        toForm();
    }

    void setEmpty() {
        form.setEmpty();
        opened(null);
    }

    /** Brings the form to the front. */
    void toForm() {
        if (!tabs.getTabs().isEmpty()) {
            tabs.getSelectionModel().select(0);
        }
    }

    private void opened(@Nullable E entry) {
        children.forEach(child -> child.within(register.name(), entry == null ? null : entry.id(), ancestors));
        tabs.getTabs().stream().skip(1).forEach(tab -> tab.setDisable(entry == null));
        if (entry == null) {
            toForm();
        }
        onOpened.forEach(taker -> taker.accept(entry));
    }

    /** The values every new entry here begins with. */
    Map<String, ? extends @Nullable Object> given() {
        return given;
    }

    boolean mayLeave() {
        return form.mayLeave() && children.stream().allMatch(ChildPane::mayLeave);
    }

    boolean isDirty() {
        return form.dirtyProperty().get() || children.stream().anyMatch(ChildPane::isDirty);
    }

    /** Reads the lists of the children anew. */
    void refreshChildren() {
        children.forEach(ChildPane::refresh);
    }
}
