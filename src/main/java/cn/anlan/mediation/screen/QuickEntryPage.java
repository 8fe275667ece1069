package cn.anlan.mediation.screen;

import cn.anlan.entry.Field;
import cn.anlan.entry.Text;
import cn.anlan.kit.Buttons;
import cn.anlan.kit.Office;
import cn.anlan.kit.Page;
import cn.anlan.kit.Style;
import cn.anlan.kit.form.Asking;
import cn.anlan.kit.form.EntryForm;
import cn.anlan.mediation.Dispute;
import cn.anlan.mediation.QuickCase;
import cn.anlan.mediation.desk.MediationDesk;
import cn.anlan.mediation.desk.SeenBefore;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Register;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Quick entry (简易登记): a quarrel settled at the doorstep on one screen, by keyboard alone; stored, it is a whole case. */
public final class QuickEntryPage implements Page {
    /** The places where something half filled in may stand: the sheet, and the earlier disputes chosen beside it. */
    private static final String SHEET = "quick_case";
    private static final String LINKS = SHEET + "/dispute_link";

    private final Office office;
    private final Consumer<String> open;
    private final Register<QuickCase> sheet;
    private final EntryForm<QuickCase> form;
    private final SeenHint seen;
    private final Phrases phrases;
    private final Map<String, Linked> links = new LinkedHashMap<>();
    private final FlowPane linked = new FlowPane(6, 4);
    private final AtomicReference<@Nullable Dispute> stored = new AtomicReference<>();
    private final HBox done = Style.DONE.on(new HBox(8));
    private final VBox lately = new VBox(2);
    private final VBox side;
    private final BorderPane root = Style.PAGE.on(new BorderPane());
    private @Nullable QuickCase last;
    private @Nullable Consumer<String> print;

    /** {@code open} shows a dispute on its page. */
    public QuickEntryPage(Office office, MediationDesk desk, SeenBefore before, Consumer<String> open) {
        this.office = office;
        this.open = open;
        this.sheet = office.registers().sheet(QuickCase.class);
        this.phrases = new Phrases(office);
        form = new EntryForm<>(office, sheet, Map.of(), new Asking<>(null, (typed, reason) -> {
            stored.set(desk.quick(typed, kinds(), reason));
            return typed;
        }));
        form.onStored(this::stored);
        form.onTyped(this::look);
        seen = new SeenHint(office, before, (one, kind) -> link(one.dispute().id(), one.dispute().registration().title(), kind), open);
        root.setId("page-quick_case");
        root.setTop(head());
        side = side();
        cover(null);
        form.node().getStyleClass().add("quick-form");
        phrases.install(root);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** From now on what was stored can be printed; {@code look} shows the form of the agreement by word of mouth of a dispute. */
    public void setPrinting(Consumer<String> look) {
        print = look;
    }

    /** Lays something over the form, or takes it away. */
    public void cover(@Nullable Node over) {
        root.setCenter(over == null ? form.node() : over);
        root.setRight(over == null ? side : null);
        if (over == null && form.entry() != null) {
            form.focusFirst();
        }
    }

    private VBox head() {
        var keys = Style.QUIET.on(new Label(Text.of("mediation.quick.keys")));
        keys.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var save = Style.PRIMARY.on(button("quick-save", "mediation.quick.save", form::save));
        var copy = button("quick-copy", "mediation.quick.copy", this::copyLast);
        var line = new HBox(12, Style.TITLE.on(new Label(title())), keys, gap, copy, save);
        line.setAlignment(Pos.CENTER_LEFT);
        done.setId("quick-done");
        done.setAlignment(Pos.CENTER_LEFT);
        tell();
        linked.setManaged(false);
        var head = new VBox(8, line, done, linked);
        head.getStyleClass().add("quick-head");
        return head;
    }

    private static Button button(String id, String key, Runnable action) {
        var button = Buttons.words(id, key, action);
        button.setFocusTraversable(false);
        return button;
    }

    private VBox side() {
        lately.setId("quick-lately");
        var box = new VBox(14, seen.node(), Style.SECTION_TITLE.on(new Label(Text.of("mediation.quick.lately"))), lately);
        lately.getChildren().setAll(Style.QUIET.on(new Label(Text.of("mediation.quick.none_lately"))));
        box.getStyleClass().add("quick-side");
        return box;
    }

    /** Enter goes on in long texts too (Shift+Enter breaks the line); Ctrl+D copies the case before. */
    private void key(KeyEvent key) {
        seen.key(key);
        if (key.getCode() == KeyCode.ENTER && key.getTarget() instanceof TextArea area && !key.isShortcutDown()) {
            if (key.isShiftDown()) {
                area.insertText(area.getCaretPosition(), "\n");
            } else {
                form.goOn();
            }
            key.consume();
        } else if (key.isShortcutDown() && key.getCode() == KeyCode.D) {
            copyLast();
            key.consume();
        }
    }

    private void look() {
        seen.ask(new SeenBefore.Question(List.of(person("1", "applicant"), person("2", "respondent")), form.written("area_code"), form.written("type_sf"),
                null, LocalDate.now(office.clock())));
    }

    private SeenBefore.Person person(String role, String field) {
        var side = MediationDesk.readSide(form.written(field));
        return new SeenBefore.Person(role, side.name(), side.phone(), "");
    }

    /** An earlier dispute this one will be linked with, and how. */
    private record Linked(String kind, String title) {}

    private Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        links.forEach((id, linked) -> kinds.put(id, linked.kind));
        return kinds;
    }

    private void link(String id, String title, String kind) {
        links.put(id, new Linked(kind, title));
        linked.getChildren().clear();
        var words = Style.CASE_MARK.on(new Label(Text.of("mediation.quick.will_link", office.codes().label("link_kind", kind), title)));
        words.setId("quick-link");
        linked.getChildren().add(words);
        linked.setManaged(true);
    }

    /** Says what was stored, what can be done with it, and begins the next with the same mediator. */
    private void stored(QuickCase typed) {
        Dispute dispute = stored.get();
        last = typed;
        links.clear();
        linked.getChildren().clear();
        linked.setManaged(false);
        if (dispute != null) {
            tell(dispute);
        }
        begin(Map.of("lead_mediator_id", typed.handling().leadMediatorId()));
    }

    private void tell(Dispute dispute) {
        String number = String.valueOf(dispute.registration().caseNo());
        var words = new Label(Text.of("mediation.quick.stored", number, dispute.registration().title()));
        words.setId("quick-stored");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        done.getChildren().setAll(words, button("quick-open", "mediation.quick.open", () -> open.accept(dispute.id())));
        Consumer<String> look = print;
        if (look != null) {
            done.getChildren().add(1, button("quick-print", "mediation.quick.print", () -> look.accept(dispute.id())));
        }
        tell();
        if (last != null && lately.getChildren().get(0) instanceof Label) {
            lately.getChildren().clear();
        }
        var line = Style.SEEN_TITLE.on(new Button(Text.of("mediation.quick.line", number, dispute.registration().title())));
        line.setFocusTraversable(false);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setOnAction(pressed -> open.accept(dispute.id()));
        lately.getChildren().add(0, line);
    }

    private void tell() {
        done.setVisible(!done.getChildren().isEmpty());
        done.setManaged(!done.getChildren().isEmpty());
    }

    private void copyLast() {
        QuickCase copied = last;
        if (copied == null) {
            form.notice().told(Text.of("mediation.quick.nothing_to_copy"));
        } else if (mayLeave()) {
            Map<String, @Nullable Object> values = new HashMap<>();
            for (Field field : sheet.shape().businessFields()) {
                values.put(field.name(), sheet.shape().get(copied, field));
            }
            begin(values);
        }
    }

    private void begin(Map<String, ? extends @Nullable Object> values) {
        seen.clear();
        form.fresh(values);
    }

    @Override
    public String title() {
        return sheet.shape().label();
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        phrases.load();
        if (form.entry() == null) {
            begin(Map.of());
        } else {
            form.focusFirst();
        }
    }

    @Override
    public boolean mayLeave() {
        return form.mayLeave();
    }

    @Override
    public Map<String, String> unsaved() {
        Map<String, String> forms = new LinkedHashMap<>();
        if (form.dirtyProperty().get()) {
            form.unsaved().ifPresent(text -> forms.put(SHEET, text));
            Map<String, Object> written = new LinkedHashMap<>();
            links.forEach((id, linked) -> written.put(id, List.of(linked.kind, linked.title)));
            forms.put(LINKS, EntryJson.write(written));
        }
        return forms;
    }

    @Override
    public void resume(Map<String, String> forms, String told) {
        form.resume(forms.getOrDefault(SHEET, ""), told, hasCursor -> look());
        EntryJson.readAll(forms.getOrDefault(LINKS, "{}")).get(0).forEach((id, linked) -> {
            if (linked instanceof List<?> words) {
                link(id, String.valueOf(words.get(1)), String.valueOf(words.get(0)));
            }
        });
    }

    @Override
    public void fresh() {
        if (mayLeave()) {
            begin(Map.of());
        }
    }
}
