package cn.anlan.kit.register;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.Office;
import cn.anlan.kit.Shown;
import cn.anlan.kit.Style;
import cn.anlan.kit.list.RegisterTable;
import cn.anlan.store.Register;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The entries an entry owns (子表): a short list, and below it the one being filled in. */
final class ChildPane<C extends Entry> {
    private final Office office;
    private final Register<C> register;
    private final Field owner;
    /** Shared with the form below: whom to look for links among. */
    private final Map<String, String> ancestors;
    private final RegisterTable<C> table;
    private final EntryPane<C> pane;
    private final VBox root = new VBox();
    private final Button fresh;
    private final Button save;
    private final Button annul;
    private final List<LongConsumer> onCount = new ArrayList<>();
    private Runnable onCome = () -> {};
    private @Nullable String ownerId;
    private boolean closed;

    ChildPane(Office office, Register<C> register, Map<String, String> ancestors) {
        this.office = office;
        this.register = register;
        this.ancestors = ancestors;
        this.owner = register.shape().owner().orElseThrow();
        this.table = new RegisterTable<>(office, register, true);
        this.pane = new EntryPane<>(office, register, ancestors);
        fresh = Buttons.of("new", MaterialDesignP.PLUS, this::fresh);
        save = Buttons.of("save", MaterialDesignC.CONTENT_SAVE_OUTLINE, () -> pane.form().save());
        annul = Buttons.of("void", MaterialDesignF.FILE_CANCEL_OUTLINE, table::annulSelection);
        fresh.setText(Text.of("kit.new", register.shape().label()));
        for (Button button : new Button[] {fresh, save, annul}) {
            button.setId(button.getId() + "-" + register.name());
            button.getStyleClass().add("small");
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label counter = table.counter();
        var bar = Style.TOOL_BAR.on(new HBox(6, fresh, save, annul, gap, counter));
        bar.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        VBox.setVgrow(pane.node(), Priority.ALWAYS);
        root.getChildren().setAll(bar, table.node());
        root.setId("children-" + register.name());
        root.getStyleClass().add("children");
        connect();
        root.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.isShortcutDown() && !key.isShiftDown() && key.getCode() == KeyCode.N) {
                fresh();
                key.consume();
            }
        });
        tell();
    }

    private void connect() {
        table.selected().addListener((selected, old, now) -> choose(now));
        table.onOpen(entry -> pane.form().focusFirst());
        table.onAnnulled(() -> {
            pane.setEmpty();
            fold();
        });
        table.table().getItems().addListener((Observable changed) -> onCount.forEach(taker -> taker.accept(count())));
        pane.form().onStored(stored -> office.background().run("kit.busy.loading", () -> Shown.of(register, stored), table::stored));
        pane.form().onGivenUp(this::fold);
        pane.form().dirtyProperty().addListener((dirty, old, now) -> tell());
        pane.form().entryProperty().addListener((entry, old, now) -> tell());
        table.selected().addListener((selected, old, now) -> tell());
    }

    VBox node() {
        return root;
    }

    void onCount(LongConsumer taker) {
        onCount.add(taker);
    }

    /** How many entries the list shows. */
    long count() {
        return table.table().getItems().size();
    }

    String name() {
        return register.name();
    }

    String label() {
        return register.shape().label();
    }

    boolean holds(Class<? extends Entry> type) {
        return register.shape().type() == type;
    }

    /** The entry being filled in. */
    EntryPane<C> pane() {
        return pane;
    }

    /** The entry this pane stands under; null for none. */
    @Nullable String ownerId() {
        return ownerId;
    }

    /** What brings this pane to the front of those it shares a tab with. */
    void onCome(Runnable action) {
        onCome = action;
    }

    void come() {
        onCome.run();
        if (!pane.isDirty()) {
            fresh.requestFocus();
        }
    }

    /** Shows what stands under this owner, or nothing. */
    void within(String ownerRegister, @Nullable String id, Map<String, String> inherited) {
        if (!Objects.equals(id, ownerId)) {
            ownerId = id;
            ancestors.clear();
            ancestors.putAll(inherited);
            if (id != null) {
                ancestors.put(ownerRegister, id);
            }
            pane.setEmpty();
            fold();
            table.within(id);
        }
    }

    /** Whether the owner is closed: what stands here can be read and nothing added. */
    void close(boolean ownerIsClosed) {
        boolean other = closed != ownerIsClosed;
        closed = ownerIsClosed;
        C here = pane.entry();
        if (other && here != null && !pane.isDirty()) {
            office.background().run("kit.busy.loading", () -> Shown.of(register, here), shown -> {
                if (here.equals(pane.entry())) {
                    pane.show(shown);
                }
            });
        }
        tell();
    }

    void refresh() {
        table.refresh();
    }

    private void choose(@Nullable Shown<C> shown) {
        C here = pane.form().entry();
        if (shown == null || here != null && here.id().equals(shown.entry().id())) {
            return;
        }
        if (pane.mayLeave()) {
            pane.show(shown);
            unfold();
        } else {
            table.select(here == null ? null : here.id());
        }
    }

    private void fresh() {
        if (ownerId != null && !closed && pane.mayLeave()) {
            table.select(null);
            var values = new HashMap<String, @Nullable Object>();
            values.put(owner.name(), ownerId);
            unfold();
            pane.fresh(values);
            tell();
        }
    }

    private void unfold() {
        table.node().setMinHeight(110);
        table.node().setPrefHeight(140);
        table.node().setMaxHeight(180);
        if (!root.getChildren().contains(pane.node())) {
            root.getChildren().add(pane.node());
        }
    }

    private void fold() {
        table.node().setMaxHeight(Double.MAX_VALUE);
        root.getChildren().remove(pane.node());
        tell();
    }

    private void tell() {
        save.setDisable(!pane.form().dirtyProperty().get() && !pane.form().isNew());
        fresh.setDisable(closed);
        annul.setDisable(table.selection().stream().allMatch(Shown::isClosed));
    }

    void resume(String place, EntryPane.Half half, Runnable come) {
        if (half.forms().containsKey(place)) {
            unfold();
            pane.resume(place, half, come);
        }
    }
}
