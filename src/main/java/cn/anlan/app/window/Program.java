package cn.anlan.app.window;

import cn.anlan.app.Wiring;
import cn.anlan.app.sample.Sample;
import cn.anlan.app.window.Start.Word;
import cn.anlan.entry.Refused;
import cn.anlan.kit.Style;
import cn.anlan.kit.WindowDialogs;
import cn.anlan.security.key.Keys;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** The window as JavaFX starts it (程序). */
public final class Program extends Application {
    private static final int SAMPLE_CASES = 300;
    private static final long SAMPLE_SEED = 1;

    /** JavaFX complains at every start that it lies on the class path; to say so takes as long as to draw a page. */
    private static final Logger PAINTER = Logger.getLogger("javafx");

    /**
     * Opens the window as asked, {@code line} being the words it was asked with, and returns when it was closed.
     * Throws {@link Refused} when another window has this store; that one has come to the front then, with the file that was asked for.
     */
    public static void open(Start asked, String... line) {
        SingleWindow.claim(asked.folder(), asked.file()).orElseThrow(() -> Refused.of("app.start.taken")).close();
        PAINTER.setLevel(Level.SEVERE);
        Application.launch(Program.class, line);
    }

    @Override
    public void start(Stage stage) {
        Style.theme();
        Start asked = Start.read(getParameters().getRaw()).orElseThrow();
        Timings timings = asked.has(Word.TIMINGS) || asked.has(Word.REHEARSE) ? Timings.to(Program::print) : Timings.none();
        timings.mark("painter");
        var rehearsal = new Rehearsal(timings);
        Clock clock = Wiring.officeClock();
        var ground = new AnlanWindow.Ground(asked.has(Word.REHEARSE) ? rehearsal.dialogs() : new WindowDialogs(() -> stage), clock,
                shown -> getHostServices().showDocument(shown.toUri().toString()),
                (where, home, progress) -> Sample.fill(where, new Sample.Plan(home, SAMPLE_CASES, SAMPLE_SEED, LocalDate.now(clock).minusDays(1)),
                        progress), Keys::new);
        var window = new AnlanWindow(stage, ground);
        window.onReached(phase -> {
            timings.mark(phase);
            if (phase.equals(AnlanWindow.FRONT) && asked.has(Word.REHEARSE)) {
                window.rehearse(rehearsal);
            }
        });
        markFirstKey(stage, timings);
        asked.file().ifPresent(window::read);
        window.show(asked.folder(), asked.has(Word.SAMPLE));
    }

    /** The moment a clerk waits for: a letter she typed stands in a field. */
    private static void markFirstKey(Stage stage, Timings timings) {
        EventHandler<KeyEvent> first = new EventHandler<>() {
            @Override
            public void handle(KeyEvent typed) {
                if (typed.getTarget() instanceof TextInputControl field && field.isEditable()) {
                    stage.removeEventFilter(KeyEvent.KEY_TYPED, this);
                    Platform.runLater(() -> timings.mark("key"));
                }
            }
        };
        stage.addEventFilter(KeyEvent.KEY_TYPED, first);
    }

    private static void print(String line) {
        var err = new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true);
        err.println(line);
    }
}
