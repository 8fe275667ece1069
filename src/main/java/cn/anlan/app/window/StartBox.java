package cn.anlan.app.window;

import cn.anlan.app.DataFolder;
import cn.anlan.entry.FailureCode;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import cn.anlan.entry.Violation;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.swing.JOptionPane;
import org.slf4j.LoggerFactory;

/** What is shown when not even the window can be drawn (无法启动): a box in the system's own letters; the log holds the rest. */
public final class StartBox {
    private StartBox() {}

    /** Logs a start that failed; the sentence that says so, with its code and where the log is. */
    public static String sentence(Throwable failed, Path log) {
        String code = FailureCode.of(failed);
        LoggerFactory.getLogger(StartBox.class).error("Failure {}", code, failed);
        return Text.of("app.start.broken", code, log);
    }

    /** Opens a store; what nobody foresaw is told like a refusal, else the window would say for ever that it is opening. */
    static <T> Callable<T> told(Callable<T> opening) {
        return () -> {
            try {
                return opening.call();
            } catch (Refused refused) {
                throw refused;
            } catch (Exception | LinkageError unforeseen) {
                throw new Refused(List.of(Violation.hard(null, sentence(unforeseen, DataFolder.log()))));
            }
        };
    }

    /** Shows a sentence until it is read; nothing happens where nothing can be shown. */
    public static void show(String sentence) {
        if (GraphicsEnvironment.isHeadless()) {
            return;
        }
        try {
            JOptionPane.showMessageDialog(null, sentence, Text.of("kit.app"), JOptionPane.ERROR_MESSAGE);
        } catch (RuntimeException | Error noScreen) {
            LoggerFactory.getLogger(StartBox.class).error("No box either", noScreen);
        }
    }
}
