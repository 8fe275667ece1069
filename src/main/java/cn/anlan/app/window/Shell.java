package cn.anlan.app.window;

import cn.anlan.app.Wiring;
import cn.anlan.app.page.Doors;
import cn.anlan.app.page.Everywhere;
import cn.anlan.app.page.FindOverlay;
import cn.anlan.app.page.SettingsPage;
import cn.anlan.app.page.Setup;
import cn.anlan.entry.Text;
import cn.anlan.exchange.screen.ExportPage;
import cn.anlan.kit.Office;
import cn.anlan.kit.Page;
import cn.anlan.kit.register.OnRegister;
import cn.anlan.security.Drafts;
import cn.anlan.store.Query;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What stands in the window once a store is open (主界面): navigation, the page in front, the find box over it, the status line below. */
final class Shell implements Doors {
    private static final int NUMBER_KEYS = 9;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Office office;
    private final Pages pages;
    private final Navigation navigation;
    private final StatusLine status;
    private final FindOverlay find;
    private final StackPane front = new StackPane();
    private final StackPane root = new StackPane();
    private final Consumer<Setup> changed;
    private @Nullable Page page;
    private @Nullable String inFront;
    /** The page the manual lies upon; null while it does not. */
    private @Nullable String below;

    /** New settings are told to the shell first, then to whoever {@code ways} names. */
    Shell(Wiring wiring, Office office, SettingsPage.Ways ways, FindOverlay find) {
        this.find = find;
        this.office = office;
        this.changed = ways.changed();
        pages = new Pages(wiring, office, this, ways.telling(this::take));
        navigation = new Navigation(pages.groups(), this::go, find::show);
        status = new StatusLine(office.background(), wiring.database()::commits, ways.folder(), office.clock(), this::help);
        var frame = new BorderPane(front);
        frame.setLeft(navigation.node());
        frame.setBottom(status.node());
        root.getChildren().setAll(frame);
        take(Setup.read(office.memory()::get));
        go(Pages.HOME);
    }

    /** Stands in the window now: what was typed ahead is looked for. */
    void begin() {
        find.open(new Everywhere(office.registers()), this);
    }

    Parent node() {
        return root;
    }

    /** Every page there is, by name. */
    List<String> names() {
        return navigation.names();
    }

    /** Shows whether a file for the county is whole. */
    void read(Path bundle) {
        if (turnTo(Pages.EXPORT) instanceof ExportPage page) {
            page.verify(bundle);
        }
    }

    private void take(Setup setup) {
        navigation.setOrgName(setup.orgName());
        status.showPeriod(setup.period(office.clock()));
        changed.accept(setup);
    }

    /** Gives a scene the keys of the whole window. */
    void accelerate(Scene scene) {
        on(scene, KeyCode.K, find::show);
        on(scene, KeyCode.N, this::freshHere);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN), () -> go(Pages.QUICK));
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), this::help);
        List<String> names = navigation.names();
        for (int i = 0; i < Math.min(NUMBER_KEYS, names.size()); i++) {
            String name = names.get(i);
            on(scene, KeyCode.valueOf("DIGIT" + (i + 1)), () -> go(name));
        }
    }

    private static void on(Scene scene, KeyCode key, Runnable action) {
        scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), action);
    }

    private void freshHere() {
        if (page != null) {
            page.fresh();
        }
    }

    /** The manual lies down upon the page in front, at the chapter about it, and is taken away again; what is half filled in there stays. */
    private void help() {
        String about = inFront;
        if (Pages.HELP.equals(about)) {
            back();
        } else if (about != null) {
            go(Pages.HELP);
            pages.of(Pages.HELP).open(about);
        }
    }

    /** What a clerk may be working on: the page in front, or the one the manual lies upon. */
    private @Nullable Page work() {
        return below == null ? page : pages.of(below);
    }

    @Override
    public void go(String name) {
        turnTo(name);
    }

    /** The page of this name, in front; null when the clerk stays where she is. */
    private @Nullable Page turnTo(String name) {
        Page next = pages.of(name);
        if (next != page) {
            if (!name.equals(Pages.HELP) && !name.equals(below) && !mayClose()) {
                return null;
            }
            below = name.equals(Pages.HELP) ? inFront : null;
            page = next;
            inFront = name;
            front.getChildren().setAll(next.node());
            status.watch(next instanceof OnRegister list ? list.page().table().table().getSelectionModel().getSelectedIndices() : FXCollections.emptyObservableList());
        }
        navigation.mark(name);
        next.shown();
        return next;
    }

    @Override
    public void open(String register, String id) {
        Page next = turnTo(register);
        if (next != null) {
            next.open(id);
        }
    }

    @Override
    public void list(String register, Query query) {
        if (turnTo(register) instanceof OnRegister there) {
            there.page().table().show(query, "");
        }
    }

    @Override
    public void back() {
        if (below != null) {
            go(below);
        }
    }

    @Override
    public void fresh(String register) {
        Page next = turnTo(register);
        if (next != null) {
            next.fresh();
        }
    }

    /** Whether nothing unsaved would be lost by closing. */
    boolean mayClose() {
        Page work = work();
        return work == null || work.mayLeave();
    }

    /** What is half filled in on the page the clerk works on, and which page that is; empty when nothing would be lost. */
    Optional<Drafts.Draft> unsaved() {
        Page work = work();
        Map<String, String> forms = work == null ? Map.of() : work.unsaved();
        String name = below == null ? inFront : below;
        return forms.isEmpty() ? Optional.empty() : Optional.of(new Drafts.Draft(String.valueOf(name), forms, OffsetDateTime.now(office.clock())));
    }

    /** Takes up what was half filled in. */
    void resume(Drafts.Draft draft) {
        Page there = turnTo(draft.page());
        if (there != null) {
            there.resume(draft.forms(), Text.of("security.draft.back", MINUTE.format(draft.at())));
        }
    }

    void stop() {
        status.stop();
    }
}
