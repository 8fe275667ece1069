package cn.anlan.kit.register;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Shown;
import cn.anlan.kit.Style;
import cn.anlan.kit.form.Asking;
import cn.anlan.kit.form.EntryForm;
import cn.anlan.kit.list.Annulment;
import cn.anlan.kit.list.RegisterTable;
import cn.anlan.store.Register;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The generic page of a register (登记簿页面): its list on the left, the entry on the right, with its children and its history. */
public final class RegisterPage<E extends Entry> implements OnRegister {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final Office office;
    private final Register<E> register;
    private final RegisterTable<E> table;
    private final EntryPane<E> pane;
    private final History<E> history;
    private final NoticeBar notice = new NoticeBar();
    private final Label status = Style.STATUS.on(new Label());
    private final HBox tools = Style.TOOL_BAR.on(new HBox(6));
    private final ToggleButton historyButton = Buttons.toggle("history", MaterialDesignH.HISTORY);
    private final Button save;
    private final Button annul;
    private final Button restore;
    private final BorderPane root = Style.PAGE.on(new BorderPane());
    /** The entry, and beside it its history while that is looked at. */
    private final BorderPane side = new BorderPane();
    private final VBox right;
    private BooleanSupplier onLeaving = () -> true;

    public RegisterPage(Office office, Register<E> register) {
        this(office, register, Arrangement.plain(Asking.everything(register)));
    }

    /** A page laid out its own way. */
    public RegisterPage(Office office, Register<E> register, Arrangement<E> arrangement) {
        this.office = office;
        this.register = register;
        table = new RegisterTable<>(office, register);
        pane = new EntryPane<>(office, register, new HashMap<>(), arrangement);
        side.setCenter(pane.node());
        history = new History<>(office, register, () -> historyButton.setSelected(false));
        save = Style.PRIMARY.on(Buttons.of("save", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::save));
        annul = Buttons.of("void", MaterialDesignF.FILE_CANCEL_OUTLINE, this::annul);
        restore = Buttons.of("restore", MaterialDesignR.RESTORE, this::restore);
        right = new VBox(tools, notice.node(), side);
        VBox.setVgrow(side, Priority.ALWAYS);
        root.setId("page-" + register.name());
        layOut(arrangement.listShare());
        connect();
        settle();
    }

    private void layOut(double listShare) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        status.setId("saved");
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getChildren().setAll(Buttons.of("new", MaterialDesignP.PLUS, this::fresh), save, annul, restore,
                Buttons.of("undo", MaterialDesignU.UNDO, this::undo), historyButton, gap, status);
        tools.getChildren().forEach(tool -> {
            if (tool instanceof Region button && tool != gap) {
                button.setMinWidth(Region.USE_PREF_SIZE);
            }
        });
        var left = new VBox(table.node());
        left.getStyleClass().add("list-side");
        right.getStyleClass().add("entry-side");
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        left.setMinWidth(280);
        right.setMinWidth(460);
        var split = new SplitPane(left, right);
        split.setDividerPositions(listShare);
        root.setCenter(split);
    }

    private void connect() {
        table.selected().addListener((selected, old, now) -> choose(now));
        table.onOpen(entry -> {
            pane.toForm();
            pane.form().focusFirst();
        });
        table.onAnnulled(this::reopen);
        pane.form().onStored(this::stored);
        pane.form().onGivenUp(this::settle);
        pane.form().dirtyProperty().addListener((dirty, old, now) -> settle());
        pane.form().entryProperty().addListener((entry, old, now) -> {
            if (now == null || old == null || !now.id().equals(old.id())) {
                notice.clear();
                status.setText("");
            }
            settle();
        });
        historyButton.selectedProperty().addListener((selected, old, now) -> showHistory(now));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    public String title() {
        return register.shape().label();
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public RegisterPage<E> page() {
        return this;
    }

    public Register<E> register() {
        return register;
    }

    /** The list. */
    public RegisterTable<E> table() {
        return table;
    }

    /** The form of the entry. */
    public EntryForm<E> form() {
        return pane.form();
    }

    /** The stored entry shown; null while there is none, or it is new. */
    public @Nullable E entry() {
        return pane.entry();
    }

    /** Puts a node above the form; null takes it away. */
    public void setHeader(@Nullable Node header) {
        pane.setHeader(header);
    }

    /** Puts something, e.g. what a step asks for, in the place of form and tabs; null takes it away again. */
    public void setCover(@Nullable Node cover) {
        pane.setCover(cover);
    }

    /** Brings the tab of a child register to the front; false when there is none. */
    public boolean toChild(String child) {
        return pane.toChild(child);
    }

    /** Whether a child register has a tab here. */
    public boolean hasChild(String child) {
        return pane.hasChild(child);
    }

    /** Whether the form asks for a field. */
    public boolean asks(String field) {
        return pane.form().asks(field);
    }

    /** Goes to the next tab, or back, and puts the cursor into it. */
    public void nextTab(int by) {
        pane.nextTab(by);
    }

    /** Brings the form to the front, the cursor in a field; false when it does not ask for that field. */
    public boolean toField(String field) {
        boolean asked = pane.form().asks(field);
        if (asked) {
            pane.toForm();
            pane.form().focus(field);
        }
        return asked;
    }

    /** The form in which entries of a child register are filled in. */
    public <C extends Entry> EntryForm<C> formOf(Class<C> child) {
        return pane.child(child).pane().form();
    }

    /** Adds a tab behind those of the children. */
    public void addTab(String id, String title, Node content) {
        pane.addTab(id, title, content);
    }

    /** Puts a button or menu of the room's own into the bar above the form. */
    public void addTool(Node tool) {
        tools.getChildren().add(tools.getChildren().size() - 2, tool);
    }

    /** Told of every stored entry that comes to the form, and of null when the form is empty or the entry is new. */
    public void onOpened(Consumer<@Nullable E> taker) {
        pane.onOpened(taker);
    }

    /** The line between tools and form. */
    public NoticeBar notice() {
        return notice;
    }

    @Override
    public void shown() {
        table.refresh();
    }

    /** Asked beside the page's own forms, before another page or entry takes their place. */
    public void onLeaving(BooleanSupplier asked) {
        onLeaving = asked;
    }

    @Override
    public boolean mayLeave() {
        return mayLeaveForms() && onLeaving.getAsBoolean();
    }

    /** Asks, if something typed in the form or below it would be lost. */
    public boolean mayLeaveForms() {
        return pane.mayLeave();
    }

    @Override
    public Map<String, String> unsaved() {
        return pane.unsaved(register.name());
    }

    @Override
    public void resume(Map<String, String> forms, String told) {
        pane.resume(register.name(), new EntryPane.Half(forms, told), () -> { });
    }

    @Override
    public void open(String id) {
        if (mayLeave()) {
            load(id);
        }
    }

    /** Reads everything shown anew, e.g. after a desk moved the entry along. */
    public void reopen() {
        table.refresh();
        E here = pane.entry();
        if (here != null && !pane.isDirty()) {
            load(here.id());
        }
        pane.refreshChildren();
    }

    private void load(String id) {
        office.background().run("kit.busy.loading", () -> Shown.of(register, register.get(id)), shown -> {
            pane.show(shown);
            table.select(id);
            settle();
        }, notice::refused);
    }

    /** Starts a new entry with these values beside the usual ones. */
    public void fresh(Map<String, ? extends @Nullable Object> given) {
        if (mayLeave()) {
            table.select(null);
            pane.fresh(given);
            settle();
        }
    }

    @Override
    public void fresh() {
        fresh(Map.of());
    }

    private void choose(@Nullable Shown<E> shown) {
        E here = pane.form().entry();
        if (shown == null || here != null && here.id().equals(shown.entry().id())) {
            return;
        }
        if (mayLeave()) {
            pane.show(shown);
            settle();
        } else {
            table.select(here == null ? null : here.id());
        }
    }

    private void save() {
        pane.form().save();
    }

    private void stored(E stored) {
        status.setText(Text.of("kit.saved", MINUTE.format(LocalTime.now(office.clock()))));
        office.background().run("kit.busy.loading", () -> Shown.of(register, stored), table::stored);
        settle();
    }

    private void annul() {
        E here = pane.entry();
        if (here != null) {
            new Annulment<>(office, register, notice).ask(List.of(here), this::reopen);
        }
    }

    private void restore() {
        E here = pane.entry();
        if (here != null) {
            office.background().run("kit.busy.saving", () -> register.restore(here.id()), alive -> {
                notice.done(Text.of("kit.restored"));
                reopen();
            }, notice::refused);
        }
    }

    private void undo() {
        office.background().run("kit.busy.saving", () -> office.registers().undo(), lines -> {
            notice.done(Text.of("kit.undone", lines.size()));
            reopen();
        }, notice::refused);
    }

    private void showHistory(boolean wanted) {
        E here = pane.entry();
        side.setRight(wanted && here != null ? history.node() : null);
        if (wanted && here != null) {
            history.show(here.id());
        }
    }

    /** Lets the buttons say what can be done with what is in the form. */
    private void settle() {
        E here = pane.entry();
        boolean isVoid = here != null && here.voidReason() != null;
        save.setDisable(pane.form().entry() == null || isVoid || here != null && !pane.form().dirtyProperty().get());
        annul.setDisable(here == null || pane.isClosed());
        restore.setVisible(isVoid);
        restore.setManaged(isVoid);
        annul.setVisible(!isVoid);
        annul.setManaged(!isVoid);
        historyButton.setDisable(here == null);
        showHistory(historyButton.isSelected());
        if (pane.form().dirtyProperty().get()) {
            status.setText(Text.of("kit.unsaved"));
        } else if (status.getText().equals(Text.of("kit.unsaved"))) {
            status.setText("");
        }
        Style.SOON.set(status, pane.form().dirtyProperty().get());
    }

    private void key(KeyEvent key) {
        if (!key.isShortcutDown() || key.isShiftDown()) {
            return;
        }
        switch (key.getCode()) {
            case S -> {
                save();
                key.consume();
            }
            case N -> {
                fresh();
                key.consume();
            }
            case Z -> {
                if (!(key.getTarget() instanceof TextInputControl)) {
                    undo();
                    key.consume();
                }
            }
            default -> { }
        }
    }
}
