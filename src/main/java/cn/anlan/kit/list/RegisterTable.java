package cn.anlan.kit.list;

import cn.anlan.entry.Entry;
import cn.anlan.entry.Field;
import cn.anlan.entry.Text;
import cn.anlan.kit.NoticeBar;
import cn.anlan.kit.Office;
import cn.anlan.kit.Shown;
import cn.anlan.kit.Style;
import cn.anlan.store.Query;
import cn.anlan.store.Query.Lives;
import cn.anlan.store.Query.Op;
import cn.anlan.store.Register;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A register as a list (登记簿列表): columns from the Shape, found, filtered and sorted in the store, copied as text, declared void. */
public final class RegisterTable<E extends Entry> {
    private final Office office;
    private final Register<E> register;
    private final PagedList<E> rows;
    private final TableView<@Nullable Shown<E>> table = new TableView<>();
    private final Columns<E> columns;
    private final TableTools<E> tools;
    private final Label counter = Style.COUNTER.on(new Label());
    private final Label empty = Style.EMPTY_STATE.on(new Label());
    private final NoticeBar notice = new NoticeBar();
    private final VBox root;
    private Consumer<E> onOpen = entry -> {};
    private Runnable onAnnulled = () -> {};
    private @Nullable String owner;
    private final boolean compact;
    private @Nullable String wanted;

    public RegisterTable(Office office, Register<E> register) {
        this(office, register, false);
    }

    /** A compact one stands inside its owner's page: no find box, no filters. */
    public RegisterTable(Office office, Register<E> register, boolean compact) {
        this.office = office;
        this.register = register;
        this.compact = compact;
        this.rows = new PagedList<>(register, office.background());
        table.setItems(rows);
        this.columns = new Columns<>(register.shape(), office, table, "columns." + register.name());
        this.tools = new TableTools<>(office, register, columns, notice, this::refresh);
        table.setId("table-" + register.name());
        table.setAccessibleText(register.shape().label());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setRowFactory(view -> new Row());
        table.setPlaceholder(empty);
        empty.setWrapText(true);
        table.setSortPolicy(view -> {
            refresh();
            return true;
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.getSelectionModel().getSelectedIndices().addListener((Observable changed) -> tellCount());
        rows.totalProperty().addListener((total, old, now) -> arrived());
        rows.addListener((Observable changed) -> arrived());
        counter.setId("counter");
        VBox.setVgrow(table, Priority.ALWAYS);
        if (compact) {
            root = new VBox(notice.node(), table);
        } else {
            root = new VBox(6, tools.bar(counter), tools.chips(), notice.node(), table);
        }
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::find);
        tellCount();
    }

    public VBox node() {
        return root;
    }

    public TableView<@Nullable Shown<E>> table() {
        return table;
    }

    /** What the list shows now; for whoever prints or exports it. */
    public Query query() {
        Query query = tools.narrow(Query.all()).sortedBy(columns.sort().map(Field::name).orElse(null), columns.isDescending());
        return owner == null ? query
                : query.lives(Lives.BOTH).where(register.shape().owner().orElseThrow().name(), Op.IS, owner);
    }

    /** Reads the list anew. */
    public void refresh() {
        if (compact && owner == null) {
            rows.empty();
        } else {
            rows.show(query());
        }
    }

    /** Shows only what stands under this owner, or nothing. */
    public void within(@Nullable String ownerId) {
        owner = ownerId;
        refresh();
    }

    /** The entry alone selected; null while none or several are. */
    public ObservableValue<@Nullable Shown<E>> selected() {
        return table.getSelectionModel().selectedItemProperty();
    }

    /** Every selected entry that is at hand. */
    public List<Shown<E>> selection() {
        return table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).<Shown<E>>map(Objects::requireNonNull).toList();
    }

    /** Told when an entry is to be opened by Enter or by two clicks. */
    public void onOpen(Consumer<E> taker) {
        onOpen = taker;
    }

    /** Told after entries were declared void from here. */
    public void onAnnulled(Runnable taker) {
        onAnnulled = taker;
    }

    /** Shows the stored version of an entry; a new one comes to the top of the list anew. */
    public void stored(Shown<E> entry) {
        if (!rows.replace(entry)) {
            select(entry.entry().id());
            refresh();
        }
    }

    /** Selects the entry if it is at hand, now or once the list has been read. */
    public void select(@Nullable String id) {
        int index = id == null ? -1 : rows.indexOf(id);
        wanted = index < 0 ? id : null;
        if (index >= 0) {
            table.getSelectionModel().clearAndSelect(index);
            table.getFocusModel().focus(index);
        } else {
            table.getSelectionModel().clearSelection();
        }
    }

    /** The number of rows, as the counter says it. */
    public Label counter() {
        return counter;
    }

    public NoticeBar notice() {
        return notice;
    }

    /** Puts a button or menu of the room's own behind the list's tools. */
    public void addTool(Node tool) {
        tools.add(tool);
    }

    /** Sets the filter chips a link from elsewhere asks for, e.g. one cell of a report. */
    public void show(Query query, String words) {
        tools.show(query, words);
    }

    private void arrived() {
        if (wanted != null && rows.indexOf(wanted) >= 0) {
            select(wanted);
        }
        Platform.runLater(columns::fit);
        tellCount();
    }

    private void tellCount() {
        PagedList.Total total = rows.totalProperty().get();
        int chosen = table.getSelectionModel().getSelectedIndices().size();
        String all = Text.of(total.exact() ? "kit.count" : "kit.count.more", total.exact() ? total.rows() : total.rows() - 1);
        counter.setText(chosen > 1 ? Text.of("kit.count.selected", all, chosen) : all);
        empty.setText(Text.of(owner != null ? "kit.empty.children" : tools.isNarrowed() ? "kit.empty.found" : "kit.empty", register.shape().label()));
    }

    private void find(KeyEvent key) {
        if (key.isShortcutDown() && key.getCode() == KeyCode.F) {
            tools.focusFind();
            key.consume();
        }
    }

    private void key(KeyEvent key) {
        if (key.isShortcutDown() && key.getCode() == KeyCode.C) {
            CopyAsText.copy(register.shape(), columns.shown(), selection(), table.getSelectionModel().getSelectedIndices().size(), notice);
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && selection().size() == 1) {
            onOpen.accept(selection().get(0).entry());
            key.consume();
        } else if (key.getCode() == KeyCode.DELETE) {
            annulSelection();
            key.consume();
        }
    }

    /** Asks for a reason and declares the selected entries void, each in a write of its own; what was refused is listed. */
    public void annulSelection() {
        List<E> living = selection().stream().filter(shown -> !shown.isClosed()).map(Shown::entry).toList();
        if (!living.isEmpty()) {
            new Annulment<>(office, register, notice).ask(living, () -> {
                refresh();
                onAnnulled.run();
            });
        }
    }

    /** A row; a void entry's is grey. */
    private final class Row extends TableRow<@Nullable Shown<E>> {
        Row() {
            setOnMouseClicked(click -> {
                Shown<E> shown = getItem();
                if (click.getClickCount() == 2 && shown != null) {
                    onOpen.accept(shown.entry());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Shown<E> shown, boolean nothing) {
            super.updateItem(shown, nothing);
            Style.VOID_ROW.set(this, shown != null && shown.isVoid());
        }
    }
}
