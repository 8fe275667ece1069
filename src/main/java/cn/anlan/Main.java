package cn.anlan;

import cn.anlan.app.DataFolder;
import cn.anlan.app.window.AnlanWindow;
import cn.anlan.command.Anlan;
import cn.anlan.entry.Refused;
import cn.anlan.entry.Text;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the program begins (程序入口): without a command the window, with one the command line. */
public final class Main {
    private static final String SAMPLE = "--sample";
    private static final String LOG_FOLDER = "ANLAN_LOG";

    private Main() {}

    /** No arguments, or {@code --sample DIR}, open the window; anything else is a command line. Ends the process with its exit code. */
    public static void main(String... args) {
        if (System.getProperty(LOG_FOLDER) == null) {
            System.setProperty(LOG_FOLDER, DataFolder.usual().resolve("log").toString());
        }
        int code;
        try (PrintWriter out = utf8(FileDescriptor.out); PrintWriter err = utf8(FileDescriptor.err)) {
            boolean sample = args.length == 2 && args[0].equals(SAMPLE);
            code = args.length == 0 || sample ? window(sample ? Path.of(args[1]) : DataFolder.usual(), sample, err)
                    : Anlan.run(System.in, out, err, args);
        }
        System.exit(code);
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8));
    }

    private static int window(Path folder, boolean sample, PrintWriter err) {
        if (!hasDisplay()) {
            err.println(Text.of("command.no_display"));
            return 1;
        }
        try {
            AnlanWindow.open(folder, sample);
            return 0;
        } catch (Refused refused) {
            err.println(refused.getMessage());
            return 1;
        }
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
