package cn.anlan.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where an office keeps its data when nobody says otherwise (数据文件夹), and the log beside it. */
public final class DataFolder {
    /** Names the folder the program is installed in; set by what starts it. */
    static final String PROGRAM = "anlan.home";

    private static final String SITE = "anlan.properties";
    private static final String PORTABLE = "portable.flag";

    private final String system;
    private final Function<String, @Nullable String> environment;
    private final Path home;
    private final Optional<Path> program;

    /** The map that {@link System#getenv()} gives tells letters of either case apart, which Windows does not: there the name is ProgramData. */
    DataFolder(String system, Function<String, @Nullable String> environment, Path home, @Nullable String program) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
        this.home = home;
        this.program = Optional.ofNullable(program).map(Path::of);
    }

    private static DataFolder here() {
        return new DataFolder(System.getProperty("os.name", ""), System::getenv, Path.of(System.getProperty("user.home", ".")),
                System.getProperty(PROGRAM));
    }

    /** Of the person at this PC. Throws {@link cn.anlan.entry.Refused} when the administrator's file cannot be followed. */
    public static Path usual() {
        DataFolder here = here();
        return here.path(Site.read(here.siteFile()));
    }

    /** Where this PC's log is kept. */
    public static Path log() {
        DataFolder here = here();
        Site site = Site.read(here.siteFile());
        return site.log() == null ? here.path(site).resolve("log") : site.log();
    }

    /** What the administrator of this PC has laid down. */
    public static Site site() {
        return Site.read(here().siteFile());
    }

    /** The folder this program runs from; empty when it was not installed. */
    public static Optional<Path> program() {
        return here().program;
    }

    /** The administrator's file: /etc/anlan/anlan.properties, or %PROGRAMDATA%\Anlan\anlan.properties on Windows. */
    Path siteFile() {
        return isWindows() ? under(environment.apply("PROGRAMDATA"), Path.of("C:", "ProgramData")).resolve("Anlan").resolve(SITE)
                : Path.of("/etc", "anlan", SITE);
    }

    /**
     * Beside a portable program; else where the administrator says; else %LOCALAPPDATA%\Anlan on Windows (a roaming profile would copy an open
     * store), $XDG_DATA_HOME/anlan or ~/.local/share/anlan elsewhere (XDG Base Directory Specification).
     */
    Path path(Site site) {
        return program.filter(folder -> Files.exists(folder.resolve(PORTABLE))).map(folder -> folder.resolve("data"))
                .or(site::shared).orElseGet(this::own);
    }

    private Path own() {
        if (isWindows()) {
            return under(environment.apply("LOCALAPPDATA"), home.resolve("AppData").resolve("Local")).resolve("Anlan");
        }
        return under(environment.apply("XDG_DATA_HOME"), home.resolve(".local").resolve("share")).resolve("anlan");
    }

    private boolean isWindows() {
        return system.startsWith("windows");
    }

    /** The specification has relative paths ignored. */
    private static Path under(@Nullable String named, Path otherwise) {
        return named == null || named.isBlank() || !Path.of(named).isAbsolute() ? otherwise : Path.of(named);
    }
}
