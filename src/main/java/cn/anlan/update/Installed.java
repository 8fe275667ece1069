package cn.anlan.update;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program as it is installed on this PC (本机安装).
 *
 * @param version as it was built; null for one that was not packaged
 * @param schema the newest migration it knows
 * @param home its folder; null when nothing was installed
 * @param system as {@code os.name} has it
 * @param processor as {@code os.arch} has it
 */
public record Installed(@Nullable String version, int schema, @Nullable Path home, String system, String processor) {
    private static final String KEY = "release.pem";
    private static final Path STORE_OF_APPS = Path.of("/opt/apps");
    private static final String STORE_NAME = "cn.anlan.desktop";

    /** The running program, of a schema. */
    public static Installed here(Optional<Path> home, int schema) {
        return new Installed(Installed.class.getPackage().getImplementationVersion(), schema, home.orElse(null),
                System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** Where the open half of the release key lies, put there by whoever built the package. */
    Optional<Path> key() {
        return Optional.ofNullable(home).map(folder -> folder.resolve("lib").resolve(KEY)).filter(Files::exists);
    }

    boolean isPortable() {
        return home != null && Files.exists(home.resolve("portable.flag"));
    }

    boolean isWindows() {
        return system.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** The package of a version that replaces this one. */
    String packageOf(String newer) {
        if (isWindows()) {
            return "anlan-" + newer + "-setup.exe";
        }
        String name = home != null && home.startsWith(STORE_OF_APPS) ? STORE_NAME : "anlan";
        return name + "_" + newer + "_" + (processor.equals("aarch64") ? "arm64" : "amd64") + ".deb";
    }

    /** How a package is installed: dpkg asks for an administrator's password, the Windows setup asks by itself. */
    List<String> command(Path file, String person) {
        List<String> dpkg = List.of("dpkg", "-i", "--refuse-downgrade", file.toString());
        if (isWindows()) {
            return List.of(file.toString());
        }
        return person.equals("root") ? dpkg : List.of("pkexec", dpkg.get(0), dpkg.get(1), dpkg.get(2), dpkg.get(3));
    }
}
