package cn.anlan.kit.register;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Text;
import cn.anlan.kit.Office;
import cn.anlan.kit.Shown;
import cn.anlan.kit.Style;
import cn.anlan.kit.form.Asking;
import cn.anlan.kit.form.EntryForm;
import cn.anlan.store.Register;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
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
    private final Map<String, ChildPane<?>> children = new LinkedHashMap<>();
    private final Map<String, Tab> tabOf = new HashMap<>();
    private final Arrangement<E> arrangement;
    private final ObjectProperty<@Nullable Node> cover = new SimpleObjectProperty<>();
    private final List<Consumer<@Nullable E>> onOpened = new ArrayList<>();
    private Map<String, ? extends @Nullable Object> given = Map.of();
    private boolean closed;

    /** Ancestors by register: this map is kept up to date by whoever made this pane, and is the form's to look links up in. */
    EntryPane(Office office, Register<E> register, Map<String, String> ancestors) {
        this(office, register, ancestors, Arrangement.plain(Asking.everything(register)));
    }

    EntryPane(Office office, Register<E> register, Map<String, String> ancestors, Arrangement<E> arrangement) {
        this.office = office;
        this.register = register;
        this.ancestors = ancestors;
        this.arrangement = arrangement;
        this.form = new EntryForm<>(office, register, ancestors, arrangement.asking());
        form.onStored(stored -> opened(stored));
        none = Style.EMPTY_STATE.on(new Label(Text.of("kit.none_open", register.shape().label())));
        root = new StackPane(full, none);
        full.visibleProperty().bind(form.entryProperty().isNotNull().or(cover.isNotNull()));
        none.visibleProperty().bind(full.visibleProperty().not());
        List<Register<?>> left = new ArrayList<>(office.registers().childrenOf(register.name()));
        left.removeIf(child -> arrangement.hidden().contains(child.name()));
        for (Arrangement.Sheet sheet : arrangement.sheets()) {
            addSheet(sheet, left.stream().filter(child -> sheet.children().contains(child.name()))
                    .sorted(Comparator.comparingInt((Register<?> child) -> sheet.children().indexOf(child.name()))).toList());
            left.removeIf(child -> sheet.children().contains(child.name()));
        }
        left.forEach(child -> addSheet(Arrangement.Sheet.of("tab-" + child.name(), child.shape().label(), child.name()), List.of(child)));
        layOut();
    }

    private void layOut() {
        Node over = cover.get();
        Node shown = over != null ? over : tabs.getTabs().isEmpty() ? form.node() : tabs;
        full.getChildren().setAll(header, shown);
        VBox.setVgrow(shown, Priority.ALWAYS);
    }

    private void addSheet(Arrangement.Sheet sheet, List<Register<?>> registers) {
        var panes = new ArrayList<ChildPane<?>>();
        registers.forEach(child -> panes.add(pane(child)));
        Node inside = sheet.own() != null ? sheet.own() : panes.size() == 1 ? panes.get(0).node() : new ChildChoice(panes).node();
        Node content = inside;
        if (sheet.above() != null) {
            content = new VBox(sheet.above(), inside);
            VBox.setVgrow(inside, Priority.ALWAYS);
        }
        Tab tab = addTab(sheet.id(), sheet.title(), content);
        tabOf.put(sheet.id(), tab);
        panes.forEach(pane -> {
            tabOf.put(pane.name(), tab);
            pane.onCount(count -> {
                long all = panes.stream().mapToLong(ChildPane::count).sum();
                tab.setText(all == 0 ? sheet.title() : Text.of("kit.tab.counted", sheet.title(), all));
            });
        });
    }

    private <C extends Entry> ChildPane<C> pane(Register<C> child) {
        var pane = new ChildPane<>(office, child, new HashMap<>(ancestors));
        children.put(child.name(), pane);
        return pane;
    }

    /** Adds a tab behind those already there; the first one brings the form its own tab. */
    Tab addTab(String id, String title, Node content) {
        if (tabs.getTabs().isEmpty()) {
            tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
            String words = arrangement.formTitle();
            tabs.getTabs().add(tab("tab-form-" + register.name(), words == null ? Text.of("kit.tab.form") : words, form.node()));
        }
        Tab tab = tab(id, title, content);
        tab.setDisable(entry() == null);
        tabs.getTabs().add(tab);
        layOut();
        return tab;
    }

    /** Puts something in the place of form and tabs; null takes it away again. */
    void setCover(@Nullable Node node) {
        cover.set(node);
        layOut();
    }

    /** Brings the tab of a child register, or of this id, to the front; false when there is none. Tabs hold nothing before their looks are known. */
    boolean toChild(String child) {
        Tab tab = tabOf.get(child);
        ChildPane<?> pane = children.get(child);
        if (tab != null) {
            tabs.getSelectionModel().select(tab);
            root.applyCss();
        }
        if (tab != null && pane != null) {
            pane.come();
        }
        return tab != null;
    }

    boolean hasChild(String child) {
        return tabOf.containsKey(child);
    }

    /** Goes some tabs on, round and round, and puts the cursor into what is there. */
    void nextTab(int by) {
        int count = tabs.getTabs().size();
        if (cover.get() == null && count > 0 && entry() != null) {
            int next = Math.floorMod(tabs.getSelectionModel().getSelectedIndex() + by, count);
            tabs.getSelectionModel().select(next);
            Tab tab = tabs.getTabs().get(next);
            String child = tabOf.entrySet().stream().filter(each -> each.getValue() == tab).map(Map.Entry::getKey)
                    .filter(children::containsKey)
                    .min(Comparator.comparingInt(List.copyOf(children.keySet())::indexOf)).orElse(null);
            if (child != null) {
                toChild(child);
            } else if (next == 0) {
                form.focusFirst();
            } else {
                tab.getContent().requestFocus();
            }
        }
    }

    /** The pane of a child register. */
    @SuppressWarnings("unchecked")
    <C extends Entry> ChildPane<C> child(Class<C> type) {
        return (ChildPane<C>) children.values().stream().filter(pane -> pane.holds(type)).findFirst().orElseThrow();
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
        closed = shown.isClosed();
        form.show(shown);
        opened(shown.entry());
        children.values().forEach(child -> child.close(closed));
    }

    /** Whether the entry shown can only be read. */
    boolean isClosed() {
        return closed;
    }

    void fresh(Map<String, ? extends @Nullable Object> values) {
        closed = false;
        children.values().forEach(child -> child.close(false));
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
        children.values().forEach(child -> child.within(register.name(), entry == null ? null : entry.id(), ancestors));
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
        return form.mayLeave() && children.values().stream().allMatch(child -> child.pane().mayLeave());
    }

    /** What is half filled in, forms as text by place: this one, whether or not it is, when something below it is. */
    Map<String, String> unsaved(String place) {
        Map<String, String> forms = new LinkedHashMap<>();
        children.forEach((name, child) -> forms.putAll(child.pane().unsaved(place + "/" + name)));
        if (form.dirtyProperty().get() || !forms.isEmpty()) {
            form.unsaved().ifPresent(text -> forms.put(place, text));
        }
        return forms;
    }

    /** Forms laid by, as text by place, and what is said to the clerk about them. */
    record Half(Map<String, String> forms, String told) {}

    /** Takes up what was half filled in at a place and below it; {@code come} brings this pane to the front, if the cursor was in here. */
    void resume(String place, Half half, Runnable come) {
        String text = half.forms.get(place);
        if (text != null) {
            form.resume(text, half.told, hasCursor -> {
                opened(entry());
                children.forEach((name, child) -> child.resume(place + "/" + name, half, () -> {
                    come.run();
                    toChild(name);
                }));
                if (hasCursor) {
                    come.run();
                    toForm();
                }
            });
        }
    }

    boolean isDirty() {
        return form.dirtyProperty().get() || children.values().stream().anyMatch(child -> child.pane().isDirty());
    }

    /** Reads the lists of the children anew. */
    void refreshChildren() {
        children.values().forEach(ChildPane::refresh);
    }
}
