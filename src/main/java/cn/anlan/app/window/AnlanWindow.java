package cn.anlan.app.window;

import cn.anlan.app.Updating;
import cn.anlan.app.Wiring;
import cn.anlan.app.page.FindOverlay;
import cn.anlan.app.page.FirstRun;
import cn.anlan.app.page.SettingsPage;
import cn.anlan.app.page.Setup;
import cn.anlan.app.sample.FreshSample;
import cn.anlan.app.window.Opening.Opened;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.kit.Background;
import cn.anlan.kit.Dialogs;
import cn.anlan.kit.Memory;
import cn.anlan.kit.Office;
import cn.anlan.kit.Style;
import cn.anlan.security.Drafts;
import cn.anlan.security.Idle;
import cn.anlan.security.key.Keys;
import cn.anlan.security.screen.SafetyPane;
import cn.anlan.store.file.StoreFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The window of the program (主窗口): opens a store while it draws itself, asks the first-run questions, shows the shell, and closes cleanly. */
public final class AnlanWindow {
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);
    private static final double PLAIN_FONT = 14;
    /** The setting of a store that holds samples only. */
    private static final String SAMPLE = "sample";
    /** The first page stands in the window. */
    static final String FRONT = "front";

    private final Stage stage;
    private final Ground ground;
    private final Background background;
    private final Opening opening;
    private final Doorway doorway;
    private final StackPane front = new StackPane();
    private final FindOverlay find;
    private final StackPane root = new StackPane(front);
    private final Scene scene = new Scene(root, WindowPlace.USUAL_WIDTH, WindowPlace.USUAL_HEIGHT);
    private @Nullable SingleWindow single;
    private @Nullable Wiring wiring;
    private @Nullable Shell shell;
    private @Nullable Watch watch;
    private @Nullable DueBackups copies;
    private @Nullable Path waiting;
    private Consumer<String> reached = phase -> { };

    /** What the window stands on: how it asks, what day it is, how a folder is shown, how a sample township is made. */
    public record Ground(Dialogs dialogs, Clock clock, FolderViewer folders, FreshSample.Maker sample, KeyMaker keys) {}

    /** Finds the keys of the store in a folder. */
    @FunctionalInterface
    public interface KeyMaker {
        Keys of(Path folder, Clock clock);
    }

    /** Shows a folder in the desktop's own way. */
    @FunctionalInterface
    public interface FolderViewer {
        void show(Path folder);
    }

    /** On the painting thread. */
    public AnlanWindow(Stage stage, Ground ground) {
        this.stage = stage;
        this.ground = ground;
        this.background = new Background(ground.dialogs());
        this.opening = new Opening(ground, background);
        this.doorway = new Doorway(ground, background, new Hall());
        find = new FindOverlay(background);
        root.getChildren().add(find.node());
        DoorHelp.answer(scene, front, () -> shell == null);
    }

    /** The house behind the window, once it is open. */
    Optional<Wiring> house() {
        return Optional.ofNullable(wiring);
    }

    /** Has {@code reached} told each phase of the start, on the painting thread: {@code shown}, {@code store}, {@link #FRONT}. */
    void onReached(Consumer<String> reached) {
        this.reached = reached;
    }

    /** Shows a file for the county, as soon as there is a page to show it on. */
    void read(Path bundle) {
        waiting = bundle;
        if (shell != null) {
            shell.read(bundle);
            waiting = null;
            reached.accept("file");
        }
    }

    /** Turns to every page once and closes. */
    void rehearse(Rehearsal rehearsal) {
        if (shell != null) {
            rehearsal.run(shell.names(), shell::go, background::idle, () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        }
    }

    /** Draws the window, which takes letters at once, and only then begins to open the store. */
    public void show(Path folder, boolean sample) {
        background.hold();
        Style.dress(scene);
        stage.setTitle(Text.of("kit.app"));
        stage.setScene(scene);
        stage.setOnCloseRequest(this::close);
        Thread.currentThread().setUncaughtExceptionHandler((painter, failed) -> background.show(failed));
        WindowPlace.usual(stage);
        openStore(folder, sample);
        afterFirstFrame(this::begin);
        stage.show();
        reached.accept("shown");
    }

    private static void afterFirstFrame(Runnable begin) {
        new AnimationTimer() {
            private boolean drawn;

            @Override
            public void handle(long now) {
                if (drawn) {
                    stop();
                    begin.run();
                }
                drawn = true;
            }
        }.start();
    }

    /** All that can wait begins now that the window stands. */
    private void begin() {
        background.release();
        stage.getIcons().setAll(ICON_SIZES.stream()
                .map(size -> new Image(Objects.requireNonNull(AnlanWindow.class.getResourceAsStream("/icons/anlan-" + size + ".png")))).toList());
    }

    private void put(Node node) {
        front.getChildren().setAll(node);
        find.hide();
    }

    private void openStore(Path folder, boolean sample) {
        Optional<SingleWindow> claimed = SingleWindow.claim(folder);
        if (claimed.isEmpty()) {
            fail(folder, Text.of("app.start.taken"), sample);
            return;
        }
        SingleWindow mine = claimed.get();
        single = mine;
        if (opening.isLocked(folder)) {
            knock(folder, "");
            background.run("app.start.opening", () -> opening.warmUp(listening(mine)), warm -> { });
            return;
        }
        put(new Label(Text.of(sample ? "app.start.sampling" : "app.start.opening")));
        if (Files.exists(folder.resolve(StoreFile.NAME))) {
            find.ahead();
        }
        background.run("app.start.opening", StartBox.told(() -> opening.open(listening(mine).folder(), sample)), open -> open.ifPresentOrElse(opened -> {
            reached.accept("store");
            settle(opened, sample);
        }, () -> knock(folder, "")), refused -> {
            mine.withdraw();
            single = null;
            fail(folder, String.valueOf(refused.getMessage()), sample);
        });
    }

    private SingleWindow listening(SingleWindow mine) {
        mine.onCall(file -> Platform.runLater(() -> called(file)));
        return mine;
    }

    private void knock(Path folder, String last) {
        doorway.knock(folder, last);
        reached.accept("login");
    }

    /** A store with people in it that can be read by anybody gets its first account; samples may be read. */
    private void settled(Opened opened) {
        if (opened.wiring().doorkeeper().access().ring().isPresent() || opened.memory().get(SAMPLE).isPresent()) {
            enter(opened);
        } else {
            doorway.begin(opened.wiring(), Setup.read(opened.memory()::get).clerk());
        }
    }

    /** Where people go who came in. */
    private final class Hall implements Doorway.Hall {
        @Override
        public void put(Node page) {
            AnlanWindow.this.put(page);
        }

        @Override
        public void keep(Wiring house) {
            wiring = house;
        }

        @Override
        public void enter(Callable<Wiring> house, Consumer<Refused> refusal) {
            background.run("app.start.opening", () -> opening.open(house), AnlanWindow.this::enter, refusal);
        }
    }

    /** Nobody is there any more: what is half filled in is laid by, the store closed and its keys forgotten, whatever else goes on (Ctrl+L). */
    void lock() {
        Wiring house = wiring;
        if (shell == null || house == null || house.doorkeeper().access().ring().isEmpty()) {
            return;
        }
        Optional<Drafts.Draft> half = shell.unsaved();
        boolean sure = background.idle();
        leaveShell();
        background.stop();
        wiring = null;
        stage.setTitle(Text.of("kit.app"));
        background.run("kit.busy.saving", () -> {
            house.doorkeeper().drafts().ifPresent(drafts -> half.ifPresentOrElse(drafts::keep, sure ? drafts::drop : () -> { }));
            Optional.ofNullable(copies).ifPresent(DueBackups::await);
            house.close();
            house.doorkeeper().forget();
            return house;
        }, closed -> knock(closed.database().folder(), closed.doorkeeper().access().name().orElse("")));
    }

    private void leaveShell() {
        if (watch != null) {
            watch.stop();
        }
        Optional.ofNullable(copies).ifPresent(DueBackups::stop);
        if (shell != null) {
            shell.stop();
        }
        watch = null;
        shell = null;
        find.close();
        scene.getAccelerators().clear();
        put(new Label(Text.of("kit.busy.saving")));
    }

    private void guard(Wiring house, Memory memory) {
        house.doorkeeper().drafts().ifPresent(drafts -> {
            scene.getAccelerators().put(new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN), () -> Platform.runLater(this::lock));
            background.run("kit.busy.loading", drafts::find, draft -> {
                draft.ifPresent(half -> Optional.ofNullable(shell).ifPresent(here -> here.resume(half)));
                var desk = new Watch.Desk(background, drafts, () -> Optional.ofNullable(shell).flatMap(Shell::unsaved));
                watch = new Watch(scene, desk, draft, () -> Duration.minutes(Idle.minutes(memory.get(Idle.SETTING))), this::lock);
            });
        });
    }

    private void called(Optional<Path> file) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        reached.accept("called");
        file.ifPresent(this::read);
    }

    private void fail(Path folder, String sentence, boolean sample) {
        put(new StartFailure(folder, sentence, () -> ground.dialogs().folder(Text.of("app.start.elsewhere")).ifPresent(other -> openStore(other, sample)), () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST))).node());
    }

    private void settle(Opened opened, boolean sample) {
        wiring = opened.wiring();
        opened.memory().get(WindowPlace.SETTING).flatMap(WindowPlace::read).ifPresent(place -> place.restore(stage));
        if (Setup.read(opened.memory()::get).isComplete()) {
            settled(opened);
        } else {
            Wiring house = opened.wiring();
            var sampled = new AtomicBoolean();
            var given = new FirstRun.Given(house.registers(), house.places(), background, (home, progress) -> {
                FreshSample.make(house, home, ground.sample(), progress);
                sampled.set(true);
            });
            put(new FirstRun(given, sample, setup -> background.run("app.start.opening", () -> opening.begun(house, sampled.get(), setup),
                    this::settled)).node());
        }
    }

    private void enter(Opened opened) {
        Wiring house = opened.wiring();
        wiring = house;
        var office = new Office(house.registers(), house.journal(), house.codes(), house.places(), opened.memory(), background, ground.dialogs(),
                ground.clock());
        var ways = new SettingsPage.Ways(house.database().folder(), ground.folders()::show, this::take,
                Updating.of(house.database(), ground.clock()), house.upkeep(),
                new SafetyPane(office, house.doorkeeper().accounts(), house.doorkeeper().renewal(), house.doorkeeper()::advice));
        background.run("security.renewal.busy", house.doorkeeper().renewal()::run, sealed -> { });
        shell = new Shell(house, office, ways, find);
        shell.accelerate(scene);
        put(shell.node());
        shell.begin();
        guard(house, opened.memory());
        copies = new DueBackups(house.backups(), background, DueBackups.AFTER_A_WHILE);
        Optional.ofNullable(waiting).ifPresent(this::read);
        reached.accept(FRONT);
    }

    /** New settings reach the window's title and its letters. */
    private void take(Setup setup) {
        stage.setTitle(Text.of("app.title", setup.orgName()));
        root.setStyle("-fx-font-size: " + PLAIN_FONT * setup.fontPercent() / 100 + "px");
    }

    /** The window goes when the store is closed, and the store is closed when all that was typed is in it. */
    private void close(WindowEvent request) {
        request.consume();
        if (shell != null) {
            if (!shell.mayClose() || !mayStop()) {
                return;
            }
            shell.stop();
        }
        background.stop();
        Optional.ofNullable(watch).ifPresent(Watch::stop);
        Optional.ofNullable(copies).ifPresent(DueBackups::stop);
        Optional<Drafts> drafts = Optional.ofNullable(wiring).flatMap(house -> house.doorkeeper().drafts());
        WindowPlace place = WindowPlace.of(stage);
        background.run("kit.busy.saving", () -> {
            drafts.ifPresent(Drafts::drop);
            return closed(place);
        }, closed -> leave(), refused -> leave());
    }

    /** Long work under way is stopped before the window goes, if the clerk agrees. */
    private boolean mayStop() {
        return !background.isStoppable() || ground.dialogs().confirm(Text.of("app.close.stop"), Text.of("app.close.stop_yes"));
    }

    private WindowPlace closed(WindowPlace place) {
        Optional.ofNullable(copies).ifPresent(DueBackups::await);
        if (wiring != null) {
            try (Wiring open = wiring) {
                open.settings().put(WindowPlace.SETTING, place.write());
            }
        }
        return place;
    }

    private void leave() {
        background.close();
        if (single != null) {
            single.close();
        }
        stage.close();
    }

    /** What is in the window now. */
    public Parent node() {
        return root;
    }
}
