package cn.anlan.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an office keeps its data when nobody says otherwise (数据文件夹), and the log beside it. */
public final class DataFolder {
    private final String system;
    private final Map<String, String> environment;
    private final Path home;

    DataFolder(String system, Map<String, String> environment, Path home) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
        this.home = home;
    }

    /** Of the person at this PC. */
    public static Path usual() {
        return new DataFolder(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", "."))).path();
    }

    /** %APPDATA%\Anlan on Windows, else $XDG_DATA_HOME/anlan, else ~/.local/share/anlan (XDG Base Directory Specification). */
    Path path() {
        if (system.startsWith("windows")) {
            return under(environment.get("APPDATA"), home.resolve("AppData").resolve("Roaming")).resolve("Anlan");
        }
        return under(environment.get("XDG_DATA_HOME"), home.resolve(".local").resolve("share")).resolve("anlan");
    }

    /** The specification has relative paths ignored. */
    private static Path under(@Nullable String named, Path otherwise) {
        return named == null || named.isBlank() || !Path.of(named).isAbsolute() ? otherwise : Path.of(named);
    }
}
