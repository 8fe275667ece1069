package cn.anlan.app.window;

import cn.anlan.Painting;
import cn.anlan.app.Wiring;
import cn.anlan.app.sample.Sample;
import cn.anlan.entry.Period;
import cn.anlan.entry.Progress;
import cn.anlan.kit.Dialogs;
import cn.anlan.security.key.TestKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import org.awaitility.core.ConditionTimeoutException;
import org.testfx.api.FxToolkit;

/** A window on a store of its own, without a screen, for tests: found by id, fired, waited for, photographed into target/shots. */
final class TestWindow implements AutoCloseable {
    /** The day it is in every test: two weeks after the sample's last entry. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 3);
    static final Clock CLOCK = Clock.fixed(TODAY.atTime(9, 30).atZone(Period.ZONE).toInstant(), Period.ZONE);
    static final String TOWN = "620623100";

    private static final int SAMPLE_CASES = 40;

    final Answers answers = new Answers();
    final List<Path> shownFolders = new ArrayList<>();
    private final Stage stage;
    private final AnlanWindow window;

    /** Dialogs that answer what a test told them to. */
    static final class Answers implements Dialogs {
        Optional<Path> file = Optional.empty();
        Optional<Path> folder = Optional.empty();
        boolean agrees = true;
        final List<String> asked = new ArrayList<>();
        final List<Failure> failures = new ArrayList<>();

        @Override
        public Optional<Path> open(String title, Kind kind) {
            return file;
        }

        @Override
        public Optional<Path> save(String title, String suggestedName, Kind kind) {
            return file;
        }

        @Override
        public Optional<Path> folder(String title) {
            return folder;
        }

        @Override
        public boolean confirm(String question, String yes) {
            asked.add(question);
            return agrees;
        }

        @Override
        public Optional<String> reason(String question) {
            return Optional.of(question);
        }

        @Override
        public void failure(Failure failure) {
            failures.add(failure);
        }
    }

    private TestWindow(Path folder, boolean sample) {
        this(folder, sample, stage -> { });
    }

    /** {@code atOnce} is done before the window has drawn its first frame. */
    TestWindow(Path folder, boolean sample, Consumer<Stage> atOnce) {
        try {
            FxToolkit.registerPrimaryStage();
            stage = FxToolkit.registerStage(Stage::new);
        } catch (TimeoutException noToolkit) {
            throw new IllegalStateException(noToolkit);
        }
        var ground = new AnlanWindow.Ground(answers, CLOCK, shownFolders::add, TestWindow::fill, TestKeys::of);
        window = fx(() -> {
            var opened = new AnlanWindow(stage, ground);
            opened.show(folder, sample);
            stage.requestFocus();
            atOnce.accept(stage);
            return opened;
        });
    }

    static TestWindow open(Path folder) {
        return new TestWindow(folder, false);
    }

    /** A window started on a new store with the word for sample data. */
    static TestWindow openAsSample(Path folder) {
        return new TestWindow(folder, true);
    }

    /** A window whose store holds the sample township. */
    static TestWindow openSample(Path folder) {
        fill(folder, TOWN, Progress.none());
        TestWindow window = open(folder);
        window.await("#page-home");
        return window;
    }

    static void fill(Path folder, String home, Progress progress) {
        Sample.fill(folder, new Sample.Plan(home, SAMPLE_CASES, 7, TODAY.minusDays(1)), progress);
    }

    <T> T fx(Callable<T> work) {
        T result = Painting.does(work);
        Painting.calm();
        return result;
    }

    /** The node with this selector, once it is there and visible. */
    <N extends Node> N await(String selector) {
        until(() -> find(selector).filter(Node::isVisible).isPresent());
        return this.<N>find(selector).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    <N extends Node> Optional<N> find(String selector) {
        return fx(() -> Optional.ofNullable((N) stage.getScene().lookup(selector)));
    }

    void until(Callable<Boolean> wanted) {
        try {
            Painting.until("the window shows it", () -> fx(wanted::call));
        } catch (ConditionTimeoutException tooLate) {
            shot("too-late");
            throw tooLate;
        }
    }

    void press(String id) {
        ButtonBase button = await(id);
        fx(() -> {
            button.fire();
            return button;
        });
    }

    void type(String id, String text) {
        TextInputControl field = await(id);
        fx(() -> {
            field.requestFocus();
            field.setText(text);
            return field;
        });
    }

    /** Whether the cursor is in a node, whichever window has the keyboard just now. On the painting thread. */
    boolean isIn(Node node) {
        return stage.getScene().getFocusOwner() == node;
    }

    /** A key as the scene gives it: to the focused node, or to itself while that is of a page that has just gone. */
    void key(KeyCode code, boolean shortcut) {
        fx(() -> {
            Scene scene = stage.getScene();
            Node focused = scene.getFocusOwner();
            EventTarget target = focused == null || focused.getScene() != scene ? scene : focused;
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
            return code;
        });
    }

    /** The house behind the window, if there is one just now. */
    Optional<Wiring> house0() {
        return window.house();
    }

    /** The house behind the window. */
    Wiring house() {
        return window.house().orElseThrow();
    }

    AnlanWindow window() {
        return window;
    }

    Stage stage() {
        return stage;
    }

    void shot(String name) {
        fx(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            var image = SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null);
            try {
                Path file = Files.createDirectories(Path.of("target", "shots")).resolve(name + ".png");
                ImageIO.write(image, "png", file.toFile());
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            return name;
        });
    }

    @Override
    public void close() {
        fx(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return stage;
        });
        until(() -> !stage.isShowing());
        fx(() -> {
            // the window's own, which would keep it alive and speak for it in the tests that follow
            Thread.currentThread().setUncaughtExceptionHandler(null);
            return stage;
        });
    }
}
