package cn.anlan;

import cn.anlan.app.DataFolder;
import cn.anlan.app.OfficeLog;
import cn.anlan.app.window.Program;
import cn.anlan.app.window.Start;
import cn.anlan.app.window.StartBox;
import cn.anlan.command.Anlan;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the program begins (程序入口): without a command the window, with one the command line. */
public final class Main {
    private Main() {}

    /** No arguments, or those of {@link Start}, open the window; anything else is a command line. Ends the process with its exit code. */
    public static void main(String... args) {
        int code;
        try (PrintWriter out = utf8(FileDescriptor.out); PrintWriter err = utf8(FileDescriptor.err)) {
            code = run(out, err, args);
        }
        System.exit(code);
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    private static int run(PrintWriter out, PrintWriter err, String... args) {
        try {
            if (System.getProperty(OfficeLog.FOLDER) == null) {
                System.setProperty(OfficeLog.FOLDER, DataFolder.log().toString());
            }
            Optional<Start> start = Start.read(List.of(args));
            return start.isPresent() ? window(start.get(), err, args) : Anlan.run(System.in, out, err, args);
        } catch (Refused siteCannotBeFollowed) {
            return failed(err, String.valueOf(siteCannotBeFollowed.getMessage()),
                    args.length == 0 || args.length == 1 && Start.isBundle(args[0]));
        }
    }

    private static int window(Start start, PrintWriter err, String... args) {
        if (!hasDisplay()) {
            return failed(err, Text.of("command.no_display"), false);
        }
        try {
            Program.open(start, args);
            return 0;
        } catch (Refused refused) {
            return failed(err, String.valueOf(refused.getMessage()), false);
        } catch (RuntimeException | Error painterCannotStart) {
            return failed(err, StartBox.sentence(painterCannotStart, Path.of(System.getProperty(OfficeLog.FOLDER))), true);
        }
    }

    private static int failed(PrintWriter err, String sentence, boolean boxed) {
        err.println(sentence);
        if (boxed) {
            StartBox.show(sentence);
        }
        return 1;
    }

    /** Linux draws on X11 or Wayland, or in tests on nothing at all. */
    private static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        return !linux || isSet(System.getenv("DISPLAY")) || isSet(System.getenv("WAYLAND_DISPLAY"))
                || System.getProperty("glass.platform") != null || System.getProperty("javafx.platform") != null;
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
